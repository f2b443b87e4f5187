import BigramIndex
import PlanCatalog

/// What can be wrong with a library on disk.
package enum LibraryFault: Error, Equatable, CustomStringConvertible {
  /// Bytes of the catalog, from 0, that are not those that its seal has.
  case catalogBytes(path: String, first: Int, last: Int)
  case catalogSize(path: String, found: Int, expected: Int)
  /// The seal itself.
  case seal(path: String)
  /// In SQLite's words.
  case structure(path: String, message: String)
  case catalog(CatalogError)
  /// A document without its text.
  case textMissing(path: String, document: String)
  /// What is stored of a document is not what was written.
  case digest(path: String, document: String)
  case unreadable(path: String, document: String, reason: String)
  case index(IndexError)
  /// A passage of the catalog that the index does not have at its place.
  case notInIndex(path: String, passage: Int, document: String)
  case otherTokens(path: String, ordinal: Int, passage: Int, document: String)
  /// Something in the index that is no passage of the catalog.
  case stray(path: String, ordinal: Int)

  package var description: String {
    switch self {
    case .catalogBytes(let path, let first, let last):
      "\(path): bytes \(first) to \(last) are not as they were written (checksum differs)"
    case .catalogSize(let path, let found, let expected):
      "\(path): \(found) bytes where \(expected) were written"
    case .seal(let path): "\(path): the checksums of the catalog are damaged themselves"
    case .structure(let path, let message): "\(path): \(message)"
    case .catalog(let error): error.description
    case .textMissing(let path, let document): "\(path): \(document): its text is missing"
    case .digest(let path, let document):
      "\(path): \(document): what is stored is not what was written (digest differs)"
    case .unreadable(let path, let document, let reason): "\(path): \(document): \(reason)"
    case .index(let error): error.description
    case .notInIndex(let path, let passage, let document):
      "\(path): passage \(passage) of \(document) is not in the index at its place"
    case .otherTokens(let path, let ordinal, let passage, let document):
      "\(path): document \(ordinal) has other tokens than passage \(passage) of \(document)"
    case .stray(let path, let ordinal):
      "\(path): document \(ordinal) belongs to no document of the catalog"
    }
  }
}
