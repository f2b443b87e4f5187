import ByteAccess

/// One term of a ranked query in one segment: its documents, by a list in the file or one in memory,
/// and what it adds to scores.
package struct RankedOperand: Sendable {
  package enum Source: Sendable {
    case entry(TermEntry)
    case list(PostingList)
  }

  package let source: Source
  /// Inverse document frequency in the whole index.
  package let inverse: Double
  /// How often the query has the term.
  package let multiplicity: Int

  package init(_ source: Source, inverse: Double, multiplicity: Int) {
    self.source = source
    self.inverse = inverse
    self.multiplicity = multiplicity
  }

  package var documents: Int {
    switch source {
    case .entry(let entry): entry.documents
    case .list(let list): list.count
    }
  }

  func cursor(in segment: Segment, isDense: Bool = true) -> PostingCursor {
    switch source {
    case .entry(let entry): PostingCursor(entry, of: segment, isDense: isDense)
    case .list(let list): PostingCursor(list, of: segment)
    }
  }
}

/// What ranking needs to know of a query and of the segment it runs on.
package struct RankedScores: Sendable {
  let model: BM25
  /// Terms in the order in which their weights are added, some perhaps several times.
  let order: [Int]
  /// What turns a share of the segment's own average length into the most that a weight can be:
  /// times the inverse frequency. The last factor is for rounding.
  let factor: Double

  package init(_ model: BM25, order: [Int], in segment: Segment) {
    self.model = model
    self.order = order
    factor = 2.2 * max(1, model.averageLength / segment.averageLength) * (1 + 1e-9)
  }

  /// The most that an operand adds to a score where no share is larger.
  @inline(__always)
  func limit(_ operand: RankedOperand, share: Double) -> Double {
    min(share * factor, 2.2 * (1 + 1e-9)) * operand.inverse * Double(operand.multiplicity)
  }

  /// The most that an operand adds to a score.
  func limit(
    _ operand: RankedOperand, in segment: Segment, _ bytes: RawSpan
  ) throws(Damage) -> Double {
    guard case .entry(let entry) = operand.source,
      let long = LongList(entry, in: segment)
    else { return limit(operand, share: 1) }
    try segment.check(long.head, .lists)
    var largest: UInt8 = 0
    for block in 0..<long.blockCount { largest = max(largest, long.weight(block, in: bytes)) }
    return limit(operand, share: Double(largest) / 255)
  }
}
