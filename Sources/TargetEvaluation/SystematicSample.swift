/// Draws a random sample that is spread over strata in proportion to their size.
///
/// Every item has the same chance, n/N: within a stratum the items are shuffled, the strata stand
/// one behind the other, and every (N/n)-th item from a random start is taken. A stratum therefore
/// gives its share of the sample to within one item, and shares can be estimated from the sample
/// without weights.
///
/// - SeeAlso: W. G. Cochran, "Sampling Techniques", third edition, chapter 8 (systematic sampling
///   as proportional stratification).
package enum SystematicSample {
  /// - Parameters:
  ///   - count: how many; all items where there are not more.
  ///   - seed: the same seed draws the same sample from the same items.
  ///   - stratum: strata are taken in the order in which they first occur.
  /// - Returns: the items drawn, in the order in which they were given.
  package static func draw<Item>(
    _ count: Int, from items: [Item], seed: UInt64, stratum: (Item) -> String
  ) -> [Item] {
    guard count > 0, count < items.count else { return count > 0 ? items : [] }
    var random = SeededRandom(seed: seed)
    var order: [String] = []
    var strata: [String: [Int]] = [:]
    for (index, item) in items.enumerated() {
      let name = stratum(item)
      if strata[name] == nil { order.append(name) }
      strata[name, default: []].append(index)
    }
    let row = order.flatMap { (strata[$0] ?? []).shuffled(using: &random) }
    let step = Double(items.count) / Double(count)
    let start = Double.random(in: 0..<step, using: &random)
    let drawn = (0..<count).map { row[min(row.count - 1, Int(start + Double($0) * step))] }
    return drawn.sorted().map { items[$0] }
  }
}

/// Random numbers that a seed repeats on every machine.
///
/// - SeeAlso: G. L. Steele, D. Lea, C. H. Flood, "Fast Splittable Pseudorandom Number Generators",
///   2014 (SplitMix64).
package struct SeededRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
