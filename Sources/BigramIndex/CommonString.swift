/// Three or four adjacent Han characters that stand in many documents: such strings have lists of
/// their own, so that looking for them reads no positions.
struct CommonString: Hashable, Comparable {
  static let lengths = 3...4

  /// The code points, each in 32 bits, the first highest; the last 0 for a string of three.
  let first: UInt64
  let second: UInt64

  /// - Parameter codes: three or four code points of Han characters.
  init(_ codes: some Collection<UInt32>) {
    var numbers: (UInt64, UInt64) = (0, 0)
    for (place, code) in codes.enumerated() {
      let shifted = UInt64(code) << UInt64(place % 2 == 0 ? 32 : 0)
      if place < 2 { numbers.0 |= shifted } else { numbers.1 |= shifted }
    }
    (first, second) = numbers
  }

  init(first: UInt64, second: UInt64) {
    self.first = first
    self.second = second
  }

  var codes: [UInt32] {
    [first >> 32, first, second >> 32, second].map { UInt32(truncatingIfNeeded: $0) }
      .filter { $0 != 0 }
  }

  /// In how many documents of a segment a string has to be for a list of its own.
  static func threshold(of documents: Int) -> Int { min(max(documents / 128, 64), 256) }

  static func < (a: CommonString, b: CommonString) -> Bool {
    (a.first, a.second) < (b.first, b.second)
  }
}
