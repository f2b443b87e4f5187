import BigramIndex

/// Scores of some documents of one segment, added up term by term.
struct DocumentScores {
  let documents: [UInt32]
  private(set) var scores: [Double]
  private let norms: [Double]
  private let model: BM25

  /// - Parameter documents: ascending.
  init(_ documents: [UInt32], in segment: Segment, _ model: BM25) {
    self.documents = documents
    self.model = model
    scores = [Double](repeating: 0, count: documents.count)
    norms = segment.lengths(of: documents[...]).map { model.norm(length: $0) }
  }

  /// Adds the weights of a term to the documents that have it.
  mutating func add(_ list: PostingList, inverse: Double) {
    if list.count == documents.count, list.documents == documents {
      for (place, frequency) in list.frequencies.enumerated() {
        scores[place] += model.weight(
          inverse: inverse, frequency: frequency, norm: norms[place])
      }
    } else if list.count < documents.count {
      var place = 0
      for (number, document) in list.documents.enumerated() {
        place = SortedOrdinals.gallop(documents, from: place, to: document)
        guard place < documents.count else { return }
        if documents[place] == document { add(list.frequencies[number], place, inverse) }
      }
    } else {
      var number = 0
      for (place, document) in documents.enumerated() {
        number = SortedOrdinals.gallop(list.documents, from: number, to: document)
        guard number < list.count else { return }
        if list.documents[number] == document { add(list.frequencies[number], place, inverse) }
      }
    }
  }

  @inline(__always)
  private mutating func add(_ frequency: UInt32, _ place: Int, _ inverse: Double) {
    scores[place] += model.weight(inverse: inverse, frequency: frequency, norm: norms[place])
  }
}
