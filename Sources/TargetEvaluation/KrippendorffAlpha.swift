/// Agreement of coders beyond chance: 1 is perfect, 0 what chance gives, below 0 less.
///
/// α = 1 − Dₒ/Dₑ, with the disagreement observed within units and that expected when the values
/// are paired without regard to units, both from the matrix of coincidences. Any number of coders,
/// values may be missing; a unit with fewer than two values says nothing.
///
/// - SeeAlso: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011; the same,
///   "Content Analysis", chapter 11. Their example is the test.
package enum KrippendorffAlpha {
  /// - Parameter units: for each unit the values of the coders, nil where one has given none.
  /// - Returns: nil where fewer than two values can be compared, or all of them are the same
  ///   value (agreement beyond chance is not defined without variation).
  package static func nominal(_ units: [[String?]]) -> Double? {
    alpha(units) { $0 == $1 ? 0 : 1 }
  }

  /// For numbers whose distances mean something: the difference squared.
  package static func interval(_ units: [[Double?]]) -> Double? {
    alpha(units) { ($0 - $1) * ($0 - $1) }
  }

  private static func alpha<Value: Hashable>(
    _ units: [[Value?]], difference: (Value, Value) -> Double
  ) -> Double? {
    var coincidences: [Pair<Value>: Double] = [:]
    var totals: [Value: Double] = [:]
    for unit in units {
      let values = unit.compactMap { $0 }
      guard values.count > 1 else { continue }
      let weight = 1 / Double(values.count - 1)
      for (place, first) in values.enumerated() {
        totals[first, default: 0] += 1
        for (other, second) in values.enumerated() where other != place {
          coincidences[Pair(first: first, second: second), default: 0] += weight
        }
      }
    }
    let count = totals.values.reduce(0, +)
    guard count > 1 else { return nil }
    let observed = coincidences.reduce(0.0) {
      $0 + $1.value * difference($1.key.first, $1.key.second)
    }
    var expected = 0.0
    for (first, times) in totals {
      for (second, others) in totals { expected += times * others * difference(first, second) }
    }
    guard expected > 0 else { return nil }
    return 1 - (count - 1) * observed / expected
  }

  private struct Pair<Value: Hashable>: Hashable {
    let first: Value
    let second: Value
  }
}
