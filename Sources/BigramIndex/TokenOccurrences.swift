import ByteAccess

/// Every occurrence of some tokens, those of one token together: a counting sort.
struct TokenOccurrences {
  /// For each occurrence the rank of the token behind it, above 32 bits its place in the sequence.
  private var records: [UInt64] = []
  /// Ranks of the tokens.
  private var range = 0..<0
  /// By rank, from the range's first, where its records begin; one more at the end.
  private var starts: [Int] = []

  /// Sorts the occurrences of other tokens, in the memory of those before.
  ///
  /// - Parameters:
  ///   - sequence: ranks of tokens; 0 for none.
  ///   - counts: by rank how often it stands in the sequence.
  ///   - range: ranks of the tokens.
  mutating func sort(_ sequence: [UInt32], counts: [UInt32], in range: Range<Int>) {
    self.range = range
    starts = [0]
    starts.reserveCapacity(range.count + 1)
    var ends: [Int] = []
    var sum = 0
    for count in counts[range] {
      ends.append(sum)
      sum += Int(count)
      starts.append(sum)
    }
    if records.count < sum {
      records = []
      records.reserveLargePages(sum)
      records.append(contentsOf: repeatElement(0, count: sum))
    }
    Self.sort(sequence.span, first: UInt32(range.lowerBound), &ends, into: &records)
  }

  private static func sort(
    _ sequence: Span<UInt32>, first: UInt32, _ ends: inout [Int], into records: inout [UInt64]
  ) {
    var ends = ends.mutableSpan
    var records = records.mutableSpan
    let count = UInt32(ends.count)
    for place in 0..<max(0, sequence.count - 1) {
      let rank = sequence[place] &- first
      guard rank < count else { continue }
      let end = ends[Int(rank)]
      ends[Int(rank)] = end &+ 1
      records[end] = UInt64(place) << 32 | UInt64(sequence[place &+ 1])
    }
  }

  /// The records of a token of the range, by place.
  func records(of rank: Int) -> ArraySlice<UInt64> {
    records[starts[rank - range.lowerBound]..<starts[rank - range.lowerBound + 1]]
  }

  /// Ranks cut into neighbouring groups of about as many occurrences each, at most.
  static func groups(counts: [UInt32], size: Int) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var start = 1
    var sum = 0
    for rank in 1..<max(1, counts.count) {
      let count = Int(counts[rank])
      if sum > 0, sum + count > size {
        groups.append(start..<rank)
        start = rank
        sum = 0
      }
      sum += count
    }
    if start < counts.count { groups.append(start..<counts.count) }
    return groups
  }
}
