import PlanDocument

/// Parts against wholes, and rates against levels.
extension ClaimPairs {
  /// 义务教育阶段学校 is a part of 学校; 高新技术企业 one of 高新技术企业和科技型中小企业.
  mutating func pairParts() {
    var byName: [NameBytes: [Int]] = [:]
    var byCoordinate: [NameBytes: [Int]] = [:]
    for number in a.claims.indices where a.facts[number].isAdditive && a.facts[number].isTarget {
      byName[a.claims[number].key.identity, default: []].append(number)
      for name in Self.coordinates(a.claims[number].record.indicator, words) {
        byCoordinate[name, default: []].append(number)
      }
    }
    for number in b.claims.indices
    where !pairedB.contains(number) && b.facts[number].isAdditive && b.facts[number].isTarget {
      let name = b.claims[number].key.identity
      // Itself, what it may be a narrower kind of, and what names it beside others.
      var wholes = byName[name] ?? []
      for length in stride(from: name.bytes.count - 3, through: 6, by: -3) {
        wholes += byName[NameBytes(bytes: name.bytes.suffix(length))] ?? []
      }
      wholes += byCoordinate[name] ?? []
      var seen: Set<Int> = []
      for other in wholes.sorted() where seen.insert(other).inserted && isAllowed(other, number) {
        let (whole, part) = (a.claims[other], b.claims[number])
        guard let reason = partReason(part, of: whole, sum: series.sum(number)) else { continue }
        add(
          [judge.part(whole, part, score: 1, reason: reason, match: .part)], other, number)
      }
    }
  }

  private func partReason(_ part: Claim, of whole: Claim, sum: Double?) -> Verdict.Reason? {
    guard part.record.kind == "target", whole.record.kind == "target", let all = whole.quantity,
      let one = part.quantity, all.isComparable(to: one), !all.dimension.isEmpty,
      !one.dimension.isEmpty, one.value < all.value, !one.isRange, !all.isRange
    else { return nil }
    // The years of a list that add up to the whole.
    if whole.key.identity == part.key.identity {
      guard let sum, abs(sum - all.value) <= 1e-6 * all.value else { return nil }
      return .oneYearOfSeveral
    }
    guard part.identity.changeClass == whole.identity.changeClass else { return nil }
    if Self.coordinates(whole.record.indicator, words).contains(part.key.identity) {
      return part.time.mayBe(whole.time) ? .partOfWhole : nil
    }
    guard Self.isNarrower(part, than: whole) else { return nil }
    return .partOfWhole
  }

  /// The names that 和 and 、 join in one.
  private static func coordinates(_ name: String, _ words: ComparisonWords) -> [NameBytes] {
    let parts = name.split { "和及与、".contains($0) }.map(String.init)
    guard parts.count > 1 else { return [] }
    return parts.map { ComparisonKey(name: $0, words: words).identity }
  }

  /// One name is the other with more in front, and that is a phase of it; or both are additions of a
  /// plain noun.
  private static func isNarrower(_ part: Claim, than whole: Claim) -> Bool {
    let (narrow, wide) = (part.key.identity, whole.key.identity)
    guard narrow.ends(with: wide), narrow.count > wide.count, wide.count >= 2 else { return false }
    let front = narrow.droppingEnd(wide.bytes.count)
    if phases.contains(front) { return true }
    return part.identity.changeClass == .increase && part.time.mayBe(whole.time)
  }

  private static let phases = Set(
    ["一期", "二期", "三期", "四期", "五期", "首期", "一期工程", "二期工程"].map { NameBytes($0) })

  // MARK: Growth

  /// A rate of growth of one plan against base value and target in the other's table.
  mutating func pairGrowth() {
    var rates: [NameBytes: [(Int, Claim)]] = [:]
    for (number, claim) in b.claims.enumerated() where claim.identity.changeClass == .rate {
      rates[claim.key.bytes, default: []].append((number, claim))
    }
    for (number, level) in a.claims.enumerated() where level.baseline != nil {
      for (other, rate) in rates[level.key.bytes] ?? [] {
        if let verdict = judge.growth(rate, of: level, isReversed: true) {
          add([verdict], number, other)
        }
      }
    }
    rates = [:]
    for (number, claim) in a.claims.enumerated() where claim.identity.changeClass == .rate {
      rates[claim.key.bytes, default: []].append((number, claim))
    }
    for (number, level) in b.claims.enumerated() where level.baseline != nil {
      for (other, rate) in rates[level.key.bytes] ?? [] {
        if let verdict = judge.growth(rate, of: level, isReversed: false) {
          add([verdict], other, number)
        }
      }
    }
  }
}
