import PlanDocument

/// What base columns, growth and parts say.
extension ClaimJudge {
  /// The base column of one against an actual value of the other, or against its base column.
  func baseline(_ a: Claim, _ b: Claim, _ score: Double) -> Verdict? {
    guard relation != .nested else { return nil }
    if let missing = missingBase(a, b, score) { return missing }
    let first = baseQuantity(a, for: b)
    let second = baseQuantity(b, for: a)
    guard let first, let second, a.baseline != nil || b.baseline != nil,
      first.isComparable(to: second)
    else { return nil }
    var found = verdict(
      first.equals(second) || (first.low <= second.high && second.low <= first.high)
        ? .baselineAgrees : .baselineDiffers, .baseYear, a, b, score,
      difference: second.value - first.value)
    found.isAlreadyMet = a.record.kind == b.record.kind ? false : isMet(a, b)
    return found
  }

  /// The base cell of one is filled, and that of the other says that its value is to come.
  private func missingBase(_ a: Claim, _ b: Claim, _ score: Double) -> Verdict? {
    guard (a.baseline == nil) != (b.baseline == nil) else { return nil }
    let empty = a.baseline == nil ? a : b
    guard empty.record.tableKind == "indicator",
      Self.toCome.contains(where: empty.record.sentence.holds)
    else { return nil }
    return verdict(.notComparable, .baseMissing, a, b, score)
  }

  private static let toCome = ["待反馈", "待定", "待核定", "待统计", "待公布", "待发布", "待核实"]

  /// Whether a row's own base value is better than its target.
  func isMetByBase(_ claim: Claim) -> Bool {
    guard claim.record.kind == "target", claim.identity.changeClass == .level,
      let wanted = claim.quantity, let base = claim.baseline, wanted.isComparable(to: base),
      let direction = direction(claim, wanted, base)
    else { return false }
    return direction == .more ? base.value > wanted.value : base.value < wanted.value
  }

  func ownBase(_ claim: Claim) -> Verdict? {
    guard isMetByBase(claim) else { return nil }
    var found = verdict(
      .yearDiffers, .ownBase, claim, claim, 1,
      difference: claim.quantity.flatMap { value in claim.baseline.map { value.value - $0.value } })
    found.isAlreadyMet = true
    found.confidence = claim.record.confidence
    return found
  }

  /// A rate of growth of one against base value and target of the other.
  ///
  /// Growth of amounts of money is told in constant prices, levels are not: those are left alone.
  func growth(_ rate: Claim, of level: Claim, isReversed: Bool) -> Verdict? {
    guard rate.identity.changeClass == .rate, level.identity.changeClass == .level,
      rate.record.kind == "target", level.record.kind == "target",
      let told = rate.quantity, told.dimension == "%", let wanted = level.quantity,
      let base = level.baseline, base.value > 0, wanted.value > 0, !wanted.isShare,
      !wanted.dimension.contains("元"), !told.isRange, !wanted.isRange,
      rate.time.mayBe(level.time), let end = level.time.end,
      let start = level.record.baselineYear.flatMap({ Int($0) }), end > start
    else { return nil }
    let ratio = wanted.value / base.value
    let derived: Double
    switch rate.record.rateBasis {
    case "annual_average":
      var root = 1 + (ratio - 1) / Double(end - start)
      // Newton's method for the root of the number of years.
      for _ in 0..<40 {
        var power = 1.0
        for _ in 1..<(end - start) { power *= root }
        root -= (power * root - ratio) / (Double(end - start) * power)
      }
      derived = (root - 1) * 100
    case "cumulative": derived = (ratio - 1) * 100
    default: return nil
    }
    let value = rate.record.change == "decrease" ? -told.value : told.value
    let isNear = abs(derived - value) <= 0.5 + 0.02 * abs(value)
    let (a, b) = isReversed ? (level, rate) : (rate, level)
    var found = verdict(
      isNear ? .agree : .conflict, .growthOfLevels((derived * 100).rounded() / 100), a, b, 1)
    found.confidence = (Self.confidence(a, b, score: 1, match: .name) * 0.7 * 100).rounded() / 100
    return found
  }

  /// A part against its whole.
  func part(
    _ a: Claim, _ b: Claim, score: Double, reason: Verdict.Reason, match: Verdict.Match
  ) -> Verdict {
    var found = verdict(
      .partOf, reason, a, b, score,
      difference: a.quantity.flatMap { first in b.quantity.map { $0.value - first.value } })
    found.match = match
    found.confidence = Self.confidence(a, b, score: score, match: match)
    return found
  }

  /// Equal numbers with other units: near names that must not be taken for one indicator.
  func otherUnit(_ a: Claim, _ b: Claim, score: Double) -> Verdict {
    var found = verdict(.notComparable, .otherUnit, a, b, score)
    found.match = .value
    found.confidence = Self.confidence(a, b, score: score, match: .value)
    return found
  }

  /// What a claim says of the base year of the other; nil where it says nothing of it.
  private func baseQuantity(_ claim: Claim, for other: Claim) -> ClaimQuantity? {
    let year = other.record.baselineYear.flatMap { Int($0) }
    if let baseline = claim.baseline {
      guard let own = claim.record.baselineYear.flatMap({ Int($0) }), let year, own != year else {
        return baseline
      }
      return nil
    }
    guard claim.record.kind == "actual", other.baseline != nil else { return nil }
    // A sum of several years is no value of its last one.
    guard !(claim.record.year?.contains("-") ?? false), claim.record.rateBasis == nil else {
      return nil
    }
    if let end = claim.time.end, let year, end != year { return nil }
    return claim.quantity
  }

  /// Whether the target of a pair of a target and an actual value lies at or below what was reached.
  func isMet(_ a: Claim, _ b: Claim) -> Bool {
    let (target, actual) = a.record.kind == "target" ? (a, b) : (b, a)
    guard target.record.kind == "target", actual.record.kind == "actual",
      !(actual.record.year?.contains("-") ?? false), actual.record.rateBasis == nil,
      target.record.change == "level", target.record.per == actual.record.per,
      // Of what is done anew each year (造林, 改造, 培训) a smaller amount is none that was reached.
      !target.isAdditive || target.record.tableKind == "indicator",
      let wanted = target.quantity, let reached = actual.quantity,
      let direction = direction(target, wanted, reached)
    else { return false }
    return direction == .more ? reached.value > wanted.value : reached.value < wanted.value
  }
}
