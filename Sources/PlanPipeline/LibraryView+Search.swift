import BigramIndex
import PlanCatalog
import PlanDocument
import PlanQuery

extension LibraryView {
  /// Of so many exact hits, best by BM25 first, fields and nearness are looked at. Those behind stay
  /// in their order.
  static let rankedHits = 200

  /// What `Searcher.search` finds, in the order of `HitRanking`, with hits of one score in document order.
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
    let (sum, overflow) = offset.addingReportingOverflow(limit)
    let wanted = overflow ? .max : sum
    var result = try best(
      max(wanted, Self.rankedHits), of: query, searcher, allowed, orNear: false)
    if result.total > 0 {
      let phrase = try phraseHits(query, among: result, searcher, allowed)
      result.hits = try ranked(result, phrase, for: query)
    } else {
      result = try best(wanted, of: query, searcher, allowed, orNear: true)
    }
    result.hits = Array(result.hits.dropFirst(offset).prefix(limit))
    return result
  }

  /// The best hits of the index, those of one score in document order.
  private func best(
    _ wanted: Int, of query: SearchQuery, _ searcher: Searcher, _ allowed: DocumentSet?,
    orNear: Bool
  ) throws -> SearchResult {
    var asked = wanted < .max / 4 ? wanted + 1 : .max
    while true {
      var result = try searcher.search(query, within: allowed, limit: asked, orNear: orNear)
      let hits = result.hits
      if hits.count < asked || hits[wanted - 1].score != hits[hits.count - 1].score {
        try orderTies(&result.hits)
        result.hits = Array(result.hits.prefix(wanted))
        return result
      }
      asked *= 2
    }
  }

  /// Hits that have all terms as one phrase, where there may be some among those that are not
  /// looked at.
  private func phraseHits(
    _ query: SearchQuery, among result: SearchResult, _ searcher: Searcher,
    _ allowed: DocumentSet?
  ) throws -> [Hit] {
    guard result.total > Self.rankedHits, let phrase = query.asPhrase else { return [] }
    return try best(Self.rankedHits, of: phrase, searcher, allowed, orNear: false).hits
  }

  /// The first hits and those with the phrase by their rank, then the others.
  private func ranked(
    _ result: SearchResult, _ phraseHits: [Hit], for query: SearchQuery
  ) throws -> [Hit] {
    struct Place: Hashable {
      let segment: Int
      let ordinal: Int
    }
    let ranking = HitRanking(
      query, BM25(documents: index.liveDocuments, tokens: index.liveTokens),
      inverses: result.inverses)
    var taken: Set<Place> = []
    let looked = (result.hits.prefix(Self.rankedHits) + phraseHits).filter { hit in
      phraseHits.isEmpty
        || taken.insert(Place(segment: hit.segment, ordinal: hit.ordinal)).inserted
    }
    let places = try looked.map { try place(segment: $0.segment, ordinal: $0.ordinal) }
    try fields.read(places, in: catalog)
    var first: [(hit: Hit, place: Int)] = []
    for (number, (hit, place)) in zip(looked, places).enumerated() {
      let fields = fields.fields(of: place)
      var score = hit.score
      if ranking.looksAtPlaces || ranking.holdsTerm(fields) {
        let tokens = try index.segments[hit.segment].tokens(of: hit.ordinal)
        score = ranking.score(tokens, in: fields)
      }
      first.append((Hit(segment: hit.segment, ordinal: hit.ordinal, score: score), number))
    }
    // Those with the phrase alone come in an order of their own, which is as firm.
    first.sort { ($1.hit.score, $0.place) < ($0.hit.score, $1.place) }
    let rest = result.hits.dropFirst(Self.rankedHits).filter {
      !taken.contains(Place(segment: $0.segment, ordinal: $0.ordinal))
    }
    return first.map(\.hit) + rest
  }

  /// What a query finds that has conditions only: in document order.
  private func unscored(
    _ query: SearchQuery, _ allowed: DocumentSet?, _ offset: Int, _ limit: Int
  ) throws -> SearchResult {
    let (wanted, overflow) = offset.addingReportingOverflow(limit)
    let found = try LibraryMatches(
      query, in: self, within: allowed, first: overflow ? nil : wanted)
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
    var ties: [Range<Int>] = []
    var start = 0
    while start < hits.count {
      var end = start + 1
      while end < hits.count, hits[end].score == hits[start].score { end += 1 }
      if end - start > 1 { ties.append(start..<end) }
      start = end
    }
    var keys = [Int](repeating: 0, count: hits.count)
    for place in ties.joined() {
      keys[place] = try documentKey(segment: hits[place].segment, ordinal: hits[place].ordinal)
    }
    // There may be thousands of passages, of far fewer documents.
    let documents = Set(ties.joined().map { keys[$0] })
    try fields.read(documents: Array(documents), in: catalog)
    let names = documents.map { ($0, fields.name(of: $0).unicodeOrder) }.sorted { $0.1 < $1.1 }
    let ranks = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1.0, $0) })
    for tie in ties {
      // All passages of a document stand in one segment, in their order.
      let ordered = tie.map { (hit: hits[$0], document: ranks[keys[$0]] ?? 0) }
        .sorted { ($0.document, $0.hit.ordinal) < ($1.document, $1.hit.ordinal) }
      hits.replaceSubrange(tie, with: ordered.map(\.hit))
    }
  }
}
