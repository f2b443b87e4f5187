import BigramIndex

/// Answers queries on one state of an index.
package struct Searcher: Sendable {
  package let index: IndexSnapshot

  package init(_ index: IndexSnapshot) { self.index = index }

  /// Finds the documents that match, best first; where none does, near matches if asked for.
  ///
  /// - Parameters:
  ///   - allowed: documents to look in; nil for all. Weights of terms are those of the whole index.
  ///   - offset: hits to leave out at the top.
  ///   - limit: most hits to return; the total is exact all the same.
  package func search(
    _ query: SearchQuery, within allowed: DocumentSet? = nil, offset: Int = 0, limit: Int,
    orNear: Bool = true
  ) throws(IndexError) -> SearchResult {
    let exact = try rank(query, within: allowed, offset: offset, limit: limit)
    guard exact.total == 0, orNear else { return exact }
    for near in NearQueries(query).inOrder {
      let found = try rank(near, within: allowed, offset: offset, limit: limit)
      if found.total > 0 {
        return SearchResult(hits: found.hits, total: 0, nearTotal: found.total)
      }
    }
    return exact
  }

  /// Calls `body` with every document that matches, in document order, until it returns false.
  package func forEachMatch(
    _ query: SearchQuery, within allowed: DocumentSet? = nil,
    _ body: (_ segment: Int, _ ordinal: Int) throws -> Bool
  ) throws {
    let evaluation = try QueryEvaluation(query, index)
    for segment in index.segments.indices {
      for ordinal in try evaluation.matches(segment: segment, within: allowed) {
        guard try body(segment, Int(ordinal)) else { return }
      }
    }
  }

  private func rank(
    _ query: SearchQuery, within allowed: DocumentSet?, offset: Int, limit: Int
  ) throws(IndexError) -> SearchResult {
    let offset = max(0, offset)
    let (sum, overflow) = offset.addingReportingOverflow(max(0, limit))
    let wanted = overflow ? .max : sum
    if allowed == nil, let search = try TermSearch(query, index) {
      let (top, total) = try search.hits(wanted)
      return SearchResult(hits: Array(top.sorted().dropFirst(offset)), total: total)
    }
    let evaluation = try QueryEvaluation(query, index)
    let model = BM25(documents: index.liveDocuments, tokens: index.liveTokens)
    // A term that stands twice in the query counts twice and is weighed once.
    let inOrder = query.root.scoredTerms
    var slots: [Int: Int] = [:]
    var scored: [Int] = []
    for term in inOrder where slots[term] == nil {
      slots[term] = scored.count
      scored.append(term)
    }
    let order = inOrder.compactMap { slots[$0] }
    let inverse = scored.map {
      model.inverseDocumentFrequency(matching: evaluation.count(ofTerm: $0))
    }
    var top = TopHits(capacity: wanted)
    var total = 0
    for segment in index.segments.indices {
      let documents = try evaluation.matches(segment: segment, within: allowed)
      total += documents.count
      var scores = DocumentScores(documents, in: index.segments[segment], model)
      for slot in order {
        scores.add(
          evaluation.list(segment: segment, term: scored[slot]), inverse: inverse[slot])
      }
      top.add(scores, segment: segment)
    }
    return SearchResult(hits: Array(top.sorted().dropFirst(offset)), total: total)
  }
}
