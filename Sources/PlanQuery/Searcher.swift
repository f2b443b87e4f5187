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
    let near = NearQueries(query)
    for query in near.inOrder {
      let found = try self.near(
        query, near.repetitions, within: allowed, offset: offset, limit: limit)
      if found.nearTotal > 0 { return found }
    }
    return exact
  }

  /// So many near matches, the best by BM25, are looked at again.
  private static let nearLooked = 200

  /// Near matches, those that are looked at by `NearRanking` before the others.
  private func near(
    _ query: SearchQuery, _ repetitions: [Phrase: Int], within allowed: DocumentSet?, offset: Int,
    limit: Int
  ) throws(IndexError) -> SearchResult {
    let start = max(0, offset)
    let (sum, overflow) = start.addingReportingOverflow(max(0, limit))
    let wanted = overflow ? Int.max : sum
    // All that are looked at, so that every page shows a part of one list, and with those all of the
    // last one's score, so that it does not matter which of them the index has first.
    var asked = wanted < .max / 4 ? max(wanted, Self.nearLooked) + 1 : .max
    while true {
      let found = try rank(query, within: allowed, offset: 0, limit: asked)
      var looked = found.hits.count
      if looked > Self.nearLooked {
        let bound = found.hits[Self.nearLooked - 1].score
        looked = found.hits.firstIndex { $0.score < bound } ?? looked
        if looked == found.hits.count, looked == asked {
          asked *= 2
          continue
        }
      }
      let ranking = try nearRanking(query, found.inverses, repetitions)
      var top = TopHits(capacity: looked)
      for hit in found.hits.prefix(looked) {
        let tokens = try index.segments[hit.segment].tokens(of: hit.ordinal)
        top.add(
          Hit(segment: hit.segment, ordinal: hit.ordinal, score: ranking.score(tokens)))
      }
      let first = top.sorted()
      let least = first.last?.score ?? 0
      let rest = found.hits.dropFirst(looked).map {
        Hit(segment: $0.segment, ordinal: $0.ordinal, score: min($0.score, least))
      }
      return SearchResult(
        hits: Array((first + rest).prefix(wanted).dropFirst(start)), total: 0,
        nearTotal: found.total)
    }
  }

  /// - Parameter inverses: of the query's scored terms.
  private func nearRanking(
    _ query: SearchQuery, _ inverses: [Double], _ repetitions: [Phrase: Int]
  ) throws(IndexError) -> NearRanking {
    let model = BM25(documents: index.liveDocuments, tokens: index.liveTokens)
    var parts: [NearRanking.Part] = []
    for (number, term) in (query.scoredTerms + query.boosts.map { query.terms[$0] }).enumerated() {
      guard let phrase = term.phrase else { continue }
      let inverse =
        number < inverses.count
        ? inverses[number]
        : model.inverseDocumentFrequency(matching: try count(of: phrase))
      parts.append(
        NearRanking.Part(
          phrase: phrase, inverse: inverse, repetitions: repetitions[phrase] ?? 1))
    }
    return NearRanking(parts, model)
  }

  /// Live documents with a phrase.
  private func count(of phrase: Phrase) throws(IndexError) -> Int {
    var count = 0
    for (number, segment) in index.segments.enumerated() {
      let deleted = index.deleted(in: number)
      if deleted.isEmpty, case .term(let entry) = try segment.answer(to: phrase) {
        count += entry.documents
      } else {
        count += try segment.occurrences(of: phrase).removing(deleted).count
      }
    }
    return count
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
      return SearchResult(
        hits: Array(top.sorted().dropFirst(offset)), total: total, inverses: search.inverses)
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
    return SearchResult(
      hits: Array(top.sorted().dropFirst(offset)), total: total, inverses: inverse)
  }
}
