import BigramIndex

/// Why a library cannot be worked on as it is.
package enum LibraryProblem: Error, Equatable, CustomStringConvertible {
  /// Writers replace its segments faster than they can be opened.
  case busy
  case damagedIndex(IndexError)
  /// Of a document that the library has.
  case textMissing(document: String)
  /// The index has a passage that the catalog does not have.
  case unknownPassage(passage: Int, document: Int)

  package var description: String {
    switch self {
    case .busy: "it is being written all the time. Try again."
    case .damagedIndex(let error):
      "the index is damaged (\(error)). Build the library anew with "
        + "'gangyao ingest PATH --rebuild'."
    case .textMissing(let document):
      "the text of \(document) is missing. Check the library with 'gangyao verify'."
    case .unknownPassage(let passage, let document):
      "the index has a passage \(passage) of document \(document) that the catalog does not have. "
        + "Check the library with 'gangyao verify'."
    }
  }
}
