import BigramIndex
import PlanCatalog
import PlanDocument
import PlanQuery

extension LibraryView {
  /// What `Searcher.search` finds, with hits of one score in document order.
  ///
  /// The index breaks ties by its own order, which is that of ingest. So that two libraries with the
  /// same documents give the same hits, all hits with the score of the last one wanted are asked for,
  /// and those of one score are put in the order of `LibraryMatches`.
  package func search(
    _ query: SearchQuery, with searcher: Searcher, within allowed: DocumentSet?, offset: Int,
    limit: Int
  ) throws -> SearchResult {
    guard limit > 0 else { return try searcher.search(query, within: allowed, limit: 0) }
    if query.scoredTerms.isEmpty { return try unscored(query, allowed, offset, limit) }
    let (wanted, overflow) = offset.addingReportingOverflow(limit)
    guard !overflow, wanted < Int.max / 4 else {
      var result = try searcher.search(query, within: allowed, limit: .max)
      try orderTies(&result.hits)
      result.hits = Array(result.hits.dropFirst(offset).prefix(limit))
      return result
    }
    var asked = wanted + 1
    while true {
      var result = try searcher.search(query, within: allowed, limit: asked)
      let hits = result.hits
      let isWhole =
        hits.count < asked || hits[wanted - 1].score != hits[hits.count - 1].score
      if isWhole {
        try orderTies(&result.hits)
        result.hits = Array(result.hits.dropFirst(offset).prefix(limit))
        return result
      }
      asked *= 2
    }
  }

  /// What a query finds that has conditions only: in document order.
  private func unscored(
    _ query: SearchQuery, _ allowed: DocumentSet?, _ offset: Int, _ limit: Int
  ) throws -> SearchResult {
    let found = try LibraryMatches(query, in: self, within: allowed)
    var hits: [Hit] = []
    var skipped = 0
    try found.forEachMatch { segment, ordinal in
      if skipped < offset {
        skipped += 1
      } else if hits.count < limit {
        hits.append(Hit(segment: segment, ordinal: ordinal, score: 0))
      }
      return hits.count < limit
    }
    return SearchResult(hits: hits, total: found.total)
  }

  private func orderTies(_ hits: inout [Hit]) throws {
    var names: [Int: String] = [:]
    func name(_ key: Int) throws -> String {
      if let name = names[key] { return name }
      let name = try catalog.document(withKey: key)?.document ?? ""
      names[key] = name
      return name
    }
    var start = 0
    while start < hits.count {
      var end = start + 1
      while end < hits.count, hits[end].score == hits[start].score { end += 1 }
      if end - start > 1 {
        let placed = try hits[start..<end].map { hit in
          let place = try place(segment: hit.segment, ordinal: hit.ordinal)
          return (hit, try name(place.document).unicodeOrder, place.passage)
        }
        hits.replaceSubrange(
          start..<end, with: placed.sorted { ($0.1, $0.2) < ($1.1, $1.2) }.map(\.0))
      }
      start = end
    }
  }
}
