/// How alike two names are: their pairs of neighbouring characters, the rarer the weightier
/// (Dice's coefficient with inverse document frequency for weights).
struct NearNames {
  /// In how many names each pair of characters occurs.
  private let frequency: [String: Int]
  private let count: Double

  init(_ names: some Sequence<String>) {
    var frequency: [String: Int] = [:]
    var count = 0
    for name in names {
      count += 1
      for pair in Set(Self.pairs(name)) { frequency[pair, default: 0] += 1 }
    }
    self.frequency = frequency
    self.count = Double(max(1, count))
  }

  /// From 0 to 1.
  func score(_ a: String, _ b: String) -> Double {
    let first = Set(Self.pairs(a))
    let second = Set(Self.pairs(b))
    let shared = weight(first.intersection(second))
    let all = weight(first) + weight(second)
    return all > 0 ? 2 * shared / all : 0
  }

  private func weight(_ pairs: Set<String>) -> Double {
    // Summed in order, so that the same names give the same score on each run.
    pairs.sorted().reduce(0) { sum, pair in
      sum + logarithm(1 + count / Double(1 + frequency[pair, default: 0]))
    }
  }

  static func pairs(_ name: String) -> [String] {
    let letters = Array(name)
    guard letters.count > 1 else { return letters.map(String.init) }
    return (0..<letters.count - 1).map { String(letters[$0...$0 + 1]) }
  }

  /// Natural logarithm by halving and a series: the module needs no library for one function.
  private func logarithm(_ x: Double) -> Double {
    var power = 0.0
    var rest = x
    while rest > 1.5 {
      rest /= 2
      power += 1
    }
    let y = (rest - 1) / (rest + 1)
    var term = y
    var sum = 0.0
    for n in stride(from: 1.0, through: 15, by: 2) {
      sum += term / n
      term *= y * y
    }
    return 2 * sum + power * 0.693_147_180_559_945_3
  }
}
