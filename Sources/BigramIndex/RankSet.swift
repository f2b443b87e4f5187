/// A set of small numbers that is emptied in ascending order: a bit for each number, and a bit for
/// each 64 of those.
struct RankSet {
  private var bits: [UInt64]
  private var groups: [UInt64]

  /// - Parameter limit: all numbers are below.
  init(limit: Int) {
    bits = [UInt64](repeating: 0, count: limit / 64 + 1)
    groups = [UInt64](repeating: 0, count: limit / 4096 + 1)
  }

  @inline(__always)
  mutating func insert(_ number: Int) {
    bits[number >> 6] |= 1 &<< UInt64(number & 63)
    groups[number >> 12] |= 1 &<< UInt64(number >> 6 & 63)
  }

  /// Appends all numbers to an array, ascending, and empties the set.
  mutating func drain(into numbers: inout [UInt32]) {
    for group in groups.indices where groups[group] != 0 {
      var words = groups[group]
      groups[group] = 0
      while words != 0 {
        let word = group << 6 | words.trailingZeroBitCount
        words &= words &- 1
        var rest = bits[word]
        bits[word] = 0
        while rest != 0 {
          numbers.append(UInt32(word << 6 | rest.trailingZeroBitCount))
          rest &= rest &- 1
        }
      }
    }
  }
}
