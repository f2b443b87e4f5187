/// How alike two texts are: Dice's coefficient over their pairs of neighbouring code points.
enum TextLikeness {
  /// - Returns: 0 ... 1.
  static func of(_ a: String, _ b: String) -> Double { of(pairs(a), pairs(b)) }

  static func pairs(_ text: String) -> [UInt64: Int] {
    var counts: [UInt64: Int] = [:]
    var last: UInt64?
    for scalar in text.unicodeScalars {
      if let last { counts[last << 32 | UInt64(scalar.value), default: 0] += 1 }
      last = UInt64(scalar.value)
    }
    return counts
  }

  static func of(_ a: [UInt64: Int], _ b: [UInt64: Int]) -> Double {
    let all = a.values.reduce(0, +) + b.values.reduce(0, +)
    guard all > 0 else { return 0 }
    let (few, many) = a.count < b.count ? (a, b) : (b, a)
    let shared = few.reduce(0) { $0 + min($1.value, many[$1.key] ?? 0) }
    return 2 * Double(shared) / Double(all)
  }
}
