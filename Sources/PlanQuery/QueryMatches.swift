import BigramIndex

/// Everything that matches a query, segment by segment.
package struct QueryMatches {
  private let index: IndexSnapshot
  private let evaluation: QueryEvaluation
  private let finder: OccurrenceFinder
  private let scoredTerms: [Int]
  /// For each segment the documents that match, ascending.
  package let ordinals: [[UInt32]]

  /// - Parameter allowed: documents to look in; nil for all.
  package init(
    _ query: SearchQuery, in index: IndexSnapshot, within allowed: DocumentSet?
  ) throws(IndexError) {
    self.index = index
    evaluation = try QueryEvaluation(query, index)
    finder = OccurrenceFinder(query)
    var seen: Set<Int> = []
    scoredTerms = query.root.scoredTerms.filter { seen.insert($0).inserted }
    var ordinals: [[UInt32]] = []
    for segment in index.segments.indices {
      ordinals.append(try evaluation.matches(segment: segment, within: allowed))
    }
    self.ordinals = ordinals
  }

  /// Documents that match.
  package var total: Int { ordinals.reduce(0) { $0 + $1.count } }

  /// How often the query's terms stand in each document of `ordinals[segment]`, as
  /// `OccurrenceFinder` counts; read from the lists where every term is an exact phrase.
  package func occurrences(segment: Int) throws(IndexError) -> [Int] {
    let documents = ordinals[segment]
    guard finder.areDistinct else {
      var counts: [Int] = []
      for document in documents {
        let tokens = try index.segments[segment].tokens(of: Int(document))
        counts.append(finder.places(in: tokens).count)
      }
      return counts
    }
    var counts = [Int](repeating: 0, count: documents.count)
    for term in scoredTerms {
      let list = evaluation.list(segment: segment, term: term)
      var place = 0
      for (number, document) in list.documents.enumerated() {
        place = SortedOrdinals.gallop(documents, from: place, to: document)
        guard place < documents.count else { break }
        if documents[place] == document { counts[place] += Int(list.frequencies[number]) }
      }
    }
    return counts
  }
}
