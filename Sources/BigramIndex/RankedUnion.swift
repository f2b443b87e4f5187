import ByteAccess

/// Documents that have any of some terms: counts all, and scores those that can be among the best.
///
/// All lists are read once into a set of bits, and documents that have several terms into another.
/// Of these, those are scored that have one of the terms without which the best cannot be reached, and
/// no longer than what is left can reach it (MaxScore: Turtle and Flood, "Query evaluation: strategies
/// and optimizations", 1995); those with one term alone only in blocks that can reach the best (Ding
/// and Suel, "Faster top-k document retrieval using block-max indexes", 2011), those with the largest
/// share first.
package struct RankedUnion {
  private let operands: [RankedOperand]
  private let segment: Segment
  private let scores: RankedScores
  /// One bit for each document that has a term, and for each that has several.
  private var seen: [UInt64] = []
  private var shared: [UInt64] = []
  private var total = 0
  private var sharedTotal = 0
  private var bound: Double

  package init(
    _ operands: [RankedOperand], in segment: Segment, _ scores: RankedScores, bound: Double
  ) {
    self.operands = operands
    self.segment = segment
    self.scores = scores
    self.bound = bound
  }

  /// - Parameter offer: takes a document that could be among the best, and its score; returns the
  ///   score below which no document is any longer. Documents come in any order.
  /// - Returns: documents that have a term.
  package mutating func run(
    _ offer: (UInt32, Double) -> Double
  ) throws(IndexError) -> Int {
    try segment.reading { bytes throws(Damage) in
      if operands.count == 1 {
        try scoreAlone(operands[0], in: bytes, offer)
        total = operands[0].documents
        return
      }
      seen = [UInt64](repeating: 0, count: segment.documentCount / 64 + 1)
      shared = seen
      var limits: [Limit] = []
      for (number, operand) in operands.enumerated() {
        limits.append(
          Limit(operand: number, most: try scores.limit(operand, in: segment, bytes)))
      }
      limits.sort { $0.most > $1.most }
      let essential = essentialCount(limits)
      for limit in limits.prefix(essential) { try mark(operands[limit.operand], in: bytes) }
      let candidates = seen
      for limit in limits.dropFirst(essential) { try mark(operands[limit.operand], in: bytes) }
      if sharedTotal > 0 { try scoreShared(candidates, limits, in: bytes, offer) }
      for limit in limits where limit.most >= bound {
        try scoreAlone(operands[limit.operand], in: bytes, offer)
      }
    }
    return total
  }

  /// A term, and the most that it adds to a score in the segment.
  private struct Limit {
    let operand: Int
    let most: Double
  }

  /// What a score has to reach at least. Sums in another order differ in their last bits.
  private var least: Double { bound * (1 - 1e-12) }

  /// Of terms that can add most first, how many have to be looked at: documents that have the others
  /// alone cannot be among the best.
  private func essentialCount(_ limits: [Limit]) -> Int {
    var sum = 0.0
    var count = limits.count
    while count > 0 {
      sum += limits[count - 1].most
      guard sum < least else { break }
      count -= 1
    }
    return count
  }

  // MARK: The sets

  private mutating func mark(_ operand: RankedOperand, in bytes: RawSpan) throws(Damage) {
    guard operand.documents > 0 else { return }
    var cursor = operand.cursor(in: segment)
    var counts = (new: 0, shared: 0)
    if let long = cursor.long, long.isBitmap {
      let start = long.tablesEnd
      guard start + (segment.documentCount + 7) / 8 <= long.list.upperBound else {
        throw cursor.damage()
      }
      try segment.check(long.head, .lists)
      for word in seen.indices {
        let left = segment.documentCount &- word &* 64
        guard left > 0 else { break }
        var own = BitReader(position: (start &+ word &* 8) &<< 3).alignedWord(bytes)
        if left < 64 { own &= 1 &<< UInt64(left) &- 1 }
        let old = seen[word]
        counts.new &+= (own & ~old).nonzeroBitCount
        counts.shared &+= (own & old & ~shared[word]).nonzeroBitCount
        shared[word] |= own & old
        seen[word] = old | own
      }
    } else {
      for block in 0..<cursor.blockCount {
        try cursor.read(block, in: bytes)
        Self.mark(
          cursor.documents.span.extracting(0..<cursor.block.size), &seen, &shared, &counts)
      }
    }
    total += counts.new
    sharedTotal += counts.shared
  }

  private static func mark(
    _ documents: Span<UInt32>, _ seen: inout [UInt64], _ shared: inout [UInt64],
    _ counts: inout (new: Int, shared: Int)
  ) {
    var seenBits = seen.mutableSpan
    var sharedBits = shared.mutableSpan
    for index in documents.indices {
      let document = documents[index]
      let word = Int(document >> 6)
      let bit: UInt64 = 1 &<< UInt64(document & 63)
      let old = seenBits[word]
      if old & bit == 0 {
        seenBits[word] = old | bit
        counts.new &+= 1
      } else {
        counts.shared &+= sharedBits[word] & bit == 0 ? 1 : 0
        sharedBits[word] |= bit
      }
    }
  }

  // MARK: Scores

  /// Scores the documents that have several terms.
  ///
  /// - Parameters:
  ///   - candidates: a bit for each document that may be among the best.
  ///   - limits: the most that each term adds, the largest first.
  private mutating func scoreShared(
    _ candidates: [UInt64], _ limits: [Limit], in bytes: RawSpan,
    _ offer: (UInt32, Double) -> Double
  ) throws(Damage) {
    var cursors: [PostingCursor] = []
    cursors.reserveCapacity(operands.count)
    for operand in operands {
      let isDense = operand.documents < sharedTotal * 16
      cursors.append(operand.cursor(in: segment, isDense: isDense))
    }
    var weights = [Double](repeating: 0, count: operands.count)
    let sum = limits.reduce(0) { $0 + $1.most }
    for word in shared.indices {
      var rest = shared[word] & candidates[word]
      while rest != 0 {
        let document = UInt32(truncatingIfNeeded: word &* 64 &+ rest.trailingZeroBitCount)
        rest &= rest &- 1
        let norm = scores.model.norm(length: segment.sizes.length(of: document, in: bytes))
        // The most that the document can still have.
        var most = sum
        let least = least
        for limit in limits where most >= least {
          let number = limit.operand
          weights[number] = 0
          guard try cursors[number].seek(document, in: bytes),
            cursors[number].document == document
          else {
            most -= limit.most
            continue
          }
          let weight = scores.model.weight(
            inverse: operands[number].inverse,
            frequency: try cursors[number].frequency(in: bytes), norm: norm)
          weights[number] = weight
          most -= limit.most - weight * Double(operands[number].multiplicity)
        }
        guard most >= least else { continue }
        var score = 0.0
        for term in scores.order { score += weights[term] }
        if score >= bound { bound = offer(document, score) }
      }
    }
  }

  /// Scores the documents of an operand that have no other term, blocks with large shares first.
  private mutating func scoreAlone(
    _ operand: RankedOperand, in bytes: RawSpan, _ offer: (UInt32, Double) -> Double
  ) throws(Damage) {
    var cursor = operand.cursor(in: segment)
    var blocks: [(weight: UInt8, number: Int)] = []
    if let long = cursor.long {
      try segment.check(long.head, .lists)
      for number in 0..<long.blockCount {
        let weight = long.weight(number, in: bytes)
        guard scores.limit(operand, share: Double(weight) / 255) >= bound else { continue }
        blocks.append((weight, number))
      }
      blocks.sort { ($1.weight, $0.number) < ($0.weight, $1.number) }
    } else if cursor.blockCount > 0 {
      blocks = [(255, 0)]
    }
    var lengths = LengthLimits(
      most: 2.2 * operand.inverse * Double(operand.multiplicity), scores.model)
    lengths.update(bound)
    for block in blocks {
      guard scores.limit(operand, share: Double(block.weight) / 255) >= bound else { return }
      try cursor.read(block.number, in: bytes)
      try cursor.readFrequencies(in: bytes)
      for index in 0..<cursor.block.size {
        let document = cursor.documents[index]
        let frequency = cursor.frequencies[index]
        let length = cursor.sizes.length(of: document, in: bytes)
        guard lengths.admits(frequency: frequency, length: length), !isShared(document) else {
          continue
        }
        let weight = scores.model.weight(
          inverse: operand.inverse, frequency: frequency, length: length)
        var score = weight
        for _ in 1..<operand.multiplicity { score += weight }
        guard score >= bound else { continue }
        let old = bound
        bound = offer(document, score)
        if bound != old { lengths.update(bound) }
      }
    }
  }

  @inline(__always)
  private func isShared(_ document: UInt32) -> Bool {
    !shared.isEmpty && shared[Int(document >> 6)] >> UInt64(document & 63) & 1 == 1
  }
}
