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
      var parts: [(phrase: Phrase, inverse: Double)] = []
      // All that are looked at again, so that every page shows a part of one list.
      let start = max(0, offset)
      let (sum, overflow) = start.addingReportingOverflow(max(0, limit))
      let wanted = overflow ? .max : sum
      let found = try rank(
        near, within: allowed, offset: 0, limit: max(wanted, Self.sentencesOf), parts: &parts)
      if found.total > 0 {
        let hits = try bySentences(found.hits, parts)
        return SearchResult(
          hits: Array(hits.prefix(wanted).dropFirst(start)), total: 0, nearTotal: found.total)
      }
    }
    return exact
  }

  /// Of so many near matches the sentences are looked at.
  private static let sentencesOf = 100

  /// Near matches with the score of their best sentence added, as far as they are looked at: it is
  /// never less than 0, so that others stay behind.
  private func bySentences(
    _ hits: [Hit], _ parts: [(phrase: Phrase, inverse: Double)]
  ) throws(IndexError) -> [Hit] {
    let sentences = SentenceScores(parts)
    var top = TopHits(capacity: Self.sentencesOf)
    for hit in hits.prefix(Self.sentencesOf) {
      let tokens = try index.segments[hit.segment].tokens(of: hit.ordinal)
      top.add(
        Hit(
          segment: hit.segment, ordinal: hit.ordinal, score: hit.score + sentences.best(in: tokens))
      )
    }
    return top.sorted() + hits.dropFirst(Self.sentencesOf)
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
    var parts: [(phrase: Phrase, inverse: Double)] = []
    return try rank(query, within: allowed, offset: offset, limit: limit, parts: &parts)
  }

  /// - Parameter parts: takes the scored phrases of a query that is not answered by its lists alone.
  private func rank(
    _ query: SearchQuery, within allowed: DocumentSet?, offset: Int, limit: Int,
    parts: inout [(phrase: Phrase, inverse: Double)]
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
    let inOrder = query.root.scoredTerms + query.boosts
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
    for (slot, term) in scored.enumerated() {
      if let phrase = query.terms[term].phrase { parts.append((phrase, inverse[slot])) }
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
