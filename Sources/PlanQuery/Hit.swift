/// One document that matches, with its score.
package struct Hit: Sendable, Equatable {
  package let segment: Int
  package let ordinal: Int
  package let score: Double

  package init(segment: Int, ordinal: Int, score: Double) {
    self.segment = segment
    self.ordinal = ordinal
    self.score = score
  }
}

/// What a search found.
package struct SearchResult: Sendable, Equatable {
  /// Best first; of equal ones the earlier document first.
  package var hits: [Hit]
  /// Documents that match exactly as asked.
  package var total: Int
  /// Where nothing matches as asked: documents that share a part of it; 0 else.
  package var nearTotal: Int
  /// Inverse document frequencies of the query's scored terms, each once, in query order.
  package var inverses: [Double]

  package init(hits: [Hit], total: Int, nearTotal: Int = 0, inverses: [Double] = []) {
    self.hits = hits
    self.total = total
    self.nearTotal = nearTotal
    self.inverses = inverses
  }

  /// Whether the hits are near matches.
  package var isNear: Bool { total == 0 && nearTotal > 0 }
}
