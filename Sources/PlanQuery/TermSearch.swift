import BigramIndex

/// A query for one term that in every segment is answered by one list: its total stands in the
/// dictionary, and blocks of the list that cannot reach the top hits are not read.
struct TermSearch {
  private let index: IndexSnapshot
  /// By segment; nil where the term is in no document.
  private let entries: [TermEntry?]
  private let model: BM25

  /// - Returns: nil for other queries, and where documents are deleted.
  init?(_ query: SearchQuery, _ index: IndexSnapshot) throws(IndexError) {
    guard case .term(let number) = query.root, let phrase = query.terms[number].phrase,
      index.commitPoint.segments.allSatisfy({ $0.deleted.isEmpty })
    else { return nil }
    var entries: [TermEntry?] = []
    for segment in index.segments {
      switch try segment.answer(to: phrase) {
      case .nowhere: entries.append(nil)
      case .term(let entry): entries.append(entry)
      case .several: return nil
      }
    }
    self.index = index
    self.entries = entries
    model = BM25(documents: index.liveDocuments, tokens: index.liveTokens)
  }

  /// Documents that have the term.
  var total: Int { entries.reduce(0) { $0 + ($1?.documents ?? 0) } }

  /// The best hits.
  func hits(_ capacity: Int) throws(IndexError) -> TopHits {
    var top = TopHits(capacity: capacity)
    let inverse = model.inverseDocumentFrequency(matching: total)
    for (number, segment) in index.segments.enumerated() {
      guard let entry = entries[number] else { continue }
      // Shares are those of the segment's own average; the last factor is for rounding.
      let factor =
        inverse * 2.2 * max(1, model.averageLength / segment.averageLength) * (1 + 1e-9)
      try segment.forEachBlock(of: entry) { share in
        share * factor > top.bound
      } _: { documents, frequencies in
        let lengths = segment.lengths(of: documents)
        var bound = top.bound
        for (place, length) in lengths.enumerated() {
          let score = model.weight(
            inverse: inverse, frequency: frequencies[place], length: length)
          guard score > bound else { continue }
          top.add(Hit(segment: number, ordinal: Int(documents[place]), score: score))
          bound = top.bound
        }
      }
    }
    return top
  }
}
