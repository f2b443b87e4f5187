import ByteAccess

/// Documents that have all of some terms: counts them, and scores those that can be among the best.
package struct RankedIntersection {
  private let segment: Segment
  private let scores: RankedScores
  private let operands: [RankedOperand]
  /// Operands, those in the fewest documents first.
  private let sequence: [Int]
  private var weights: [Double]
  /// By place in `sequence` what the operand has of `RankedOperand`; here they cost no copy of its list.
  private let inverses: [Double]
  private let multiplicities: [Double]
  /// By place in `sequence` a block and the most that a document of it gets from the operand.
  private var limits: [(block: Int, limit: Double)]
  private var bound: Double

  package init(
    _ operands: [RankedOperand], in segment: Segment, _ scores: RankedScores, bound: Double
  ) {
    self.operands = operands
    self.segment = segment
    self.scores = scores
    self.bound = bound
    weights = [Double](repeating: 0, count: operands.count)
    limits = [(block: Int, limit: Double)](repeating: (-1, 0), count: operands.count)
    sequence = operands.indices.sorted { operands[$0].documents < operands[$1].documents }
    inverses = sequence.map { operands[$0].inverse }
    multiplicities = sequence.map { Double(operands[$0].multiplicity) }
  }

  /// - Parameter offer: as for `RankedUnion`.
  /// - Returns: documents that have all terms.
  package mutating func run(
    _ offer: (UInt32, Double) -> Double
  ) throws(IndexError) -> Int {
    guard let least = sequence.first.map({ operands[$0].documents }), least > 0 else { return 0 }
    return try segment.reading { bytes throws(Damage) in
      var cursors: [PostingCursor] = []
      cursors.reserveCapacity(sequence.count)
      for (place, number) in sequence.enumerated() {
        let isDense = place == 0 || operands[number].documents < least * 16
        cursors.append(operands[number].cursor(in: segment, isDense: isDense))
      }
      if cursors.count > 1, cursors.allSatisfy({ $0.long?.isBitmap == true }) {
        return try intersectBitmaps(&cursors, in: bytes, offer)
      }
      return try intersect(&cursors, in: bytes, offer)
    }
  }

  private mutating func intersect(
    _ cursors: inout [PostingCursor], in bytes: RawSpan, _ offer: (UInt32, Double) -> Double
  ) throws(Damage) -> Int {
    var total = 0
    var target: UInt32 = 0
    search: while try cursors[0].seek(target, in: bytes) {
      let document = cursors[0].document
      target = document + 1
      for place in 1..<cursors.count {
        guard try cursors[place].seek(document, in: bytes) else { return total }
        if cursors[place].document != document {
          target = cursors[place].document
          continue search
        }
      }
      total += 1
      if reaches(cursors, in: bytes) { try score(document, &cursors, in: bytes, offer) }
    }
    return total
  }

  /// Goes through bitmaps 64 documents a step; a document's place in each list is the number of
  /// ones before it.
  private mutating func intersectBitmaps(
    _ cursors: inout [PostingCursor], in bytes: RawSpan, _ offer: (UInt32, Double) -> Double
  ) throws(Damage) -> Int {
    let size = (segment.documentCount + 7) / 8
    var starts: [Int] = []
    for cursor in cursors {
      guard let long = cursor.long, long.tablesEnd + size <= long.list.upperBound else {
        throw cursor.damage()
      }
      try segment.check(long.head, .lists)
      starts.append(long.tablesEnd)
    }
    var ranks = [Int](repeating: 0, count: starts.count)
    var words = [UInt64](repeating: 0, count: starts.count)
    var total = 0
    for base in stride(from: 0, to: segment.documentCount, by: 64) {
      let left = segment.documentCount &- base
      var common: UInt64 = left < 64 ? 1 &<< UInt64(left) &- 1 : .max
      for place in starts.indices {
        words[place] =
          BitReader(position: (starts[place] &+ base >> 3) &<< 3).alignedWord(bytes)
        common &= words[place]
      }
      total += common.nonzeroBitCount
      while common != 0 {
        let bit = common.trailingZeroBitCount
        common &= common &- 1
        let document = UInt32(truncatingIfNeeded: base &+ bit)
        for place in starts.indices {
          let before = words[place] & (1 &<< UInt64(bit) &- 1)
          try cursors[place].go(
            to: document, rank: ranks[place] &+ before.nonzeroBitCount, in: bytes)
        }
        if reaches(cursors, in: bytes) { try score(document, &cursors, in: bytes, offer) }
      }
      for place in starts.indices { ranks[place] &+= words[place].nonzeroBitCount }
    }
    return total
  }

  /// Whether a document of the blocks that the cursors stand in can be among the best.
  @inline(__always)
  private mutating func reaches(_ cursors: borrowing [PostingCursor], in bytes: RawSpan) -> Bool {
    guard bound > 0 else { return true }
    var limit = 0.0
    for place in limits.indices {
      if limits[place].block != cursors[place].number {
        let number = cursors[place].number
        let share = cursors[place].largestShare(of: number, in: bytes)
        limits[place] = (number, scores.limit(operands[sequence[place]], share: share))
      }
      limit += limits[place].limit
    }
    return limit >= bound
  }

  /// Scores a document, as far as is needed to see that it is not among the best.
  private mutating func score(
    _ document: UInt32, _ cursors: inout [PostingCursor], in bytes: RawSpan,
    _ offer: (UInt32, Double) -> Double
  ) throws(Damage) {
    let norm = scores.model.norm(length: cursors[0].sizes.length(of: document, in: bytes))
    // What is known of the score, and for the other operands the most that they add.
    var most = 0.0
    if bound > 0 {
      for place in limits.indices { most += limits[place].limit }
    }
    for place in inverses.indices {
      let weight = scores.model.weight(
        inverse: inverses[place], frequency: try cursors[place].frequency(in: bytes), norm: norm)
      weights[sequence[place]] = weight
      if bound > 0 {
        most += weight * multiplicities[place] - limits[place].limit
        // The sum was made in another order.
        if most * (1 + 1e-12) < bound { return }
      }
    }
    var score = 0.0
    for term in scores.order { score += weights[term] }
    if score >= bound { bound = offer(document, score) }
  }
}
