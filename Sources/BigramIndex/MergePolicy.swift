/// Which segments to merge, so that their number grows with the logarithm of the index.
extension SegmentMerger {
  /// Segments of about one size that are merged at once.
  static let fanIn = 8

  /// Neighbouring segments that should become one; nil where there are none.
  ///
  /// Sizes are put into tiers, each eight times as large as the one before. Neighbours none of which
  /// is above a tier are merged when eight are in it, smallest tier first; so is a segment alone
  /// that is mostly deleted.
  package static func mergeCandidates(in commitPoint: CommitPoint) -> Range<Int>? {
    let segments = commitPoint.segments
    let tiers = segments.map { tier(ofTokens: $0.liveTokens) }
    for tier in Set(tiers).sorted() {
      var start = 0
      while start < segments.count {
        var end = start
        while end < segments.count, tiers[end] <= tier { end += 1 }
        if tiers[start..<end].count(where: { $0 == tier }) >= fanIn { return start..<end }
        start = max(end, start + 1)
      }
    }
    return segments.firstIndex { $0.deletedDocuments * 2 > $0.documents }.map { $0..<$0 + 1 }
  }

  /// 0 for less than 65,536 tokens, then one more for each factor of eight.
  private static func tier(ofTokens tokens: Int) -> Int {
    (max(tokens, 1 << 16).bitWidth - max(tokens, 1 << 16).leadingZeroBitCount - 17) / 3
  }
}
