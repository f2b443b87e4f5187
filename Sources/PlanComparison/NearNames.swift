/// How alike two names are: their pairs of neighbouring characters, the rarer the weightier
/// (Dice's coefficient with inverse document frequency for weights).
struct NearNames {
  /// Of each pair of characters.
  private let weights: [UInt64: Double]
  /// Of one that no name has.
  private let most: Double

  init(_ names: [NameFeatures]) {
    var frequency: [UInt64: Int] = [:]
    for name in names {
      for pair in name.pairs { frequency[pair, default: 0] += 1 }
    }
    let count = Double(max(1, names.count))
    var known: [Int: Double] = [:]
    weights = frequency.mapValues { times in
      if let weight = known[times] { return weight }
      let weight = Self.logarithm(1 + count / Double(1 + times))
      known[times] = weight
      return weight
    }
    most = Self.logarithm(1 + count)
  }

  func weight(_ name: NameFeatures) -> Double {
    name.pairs.reduce(0) { $0 + (weights[$1] ?? most) }
  }

  /// From 0 to 1; the weights are those of the names.
  func score(
    _ a: NameFeatures, _ b: NameFeatures, weights first: Double, _ second: Double
  ) -> Double {
    var shared = 0.0
    var i = 0
    var j = 0
    while i < a.pairs.count, j < b.pairs.count {
      if a.pairs[i] == b.pairs[j] {
        shared += weights[a.pairs[i]] ?? most
        i += 1
        j += 1
      } else if a.pairs[i] < b.pairs[j] {
        i += 1
      } else {
        j += 1
      }
    }
    let all = first + second
    return all > 0 ? 2 * shared / all : 0
  }

  /// Natural logarithm by halving and a series: the module needs no library for one function.
  private static func logarithm(_ x: Double) -> Double {
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
