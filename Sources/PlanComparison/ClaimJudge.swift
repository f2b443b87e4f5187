import PlanDocument

/// Holds two claims of one indicator against each other.
struct ClaimJudge {
  /// How the plans stand to each other.
  let relation: PlanRelation

  /// All verdicts on a pair: on its values, and on a base column that the other's value belongs to.
  /// None where they say nothing of each other.
  func verdicts(_ a: Claim, _ b: Claim, score: Double) -> [Verdict] {
    if relation == .peers { return peer(a, b, score).map { [$0] } ?? [] }
    var found: [Verdict] = []
    if let base = baseline(a, b, score) { found.append(base) }
    if let value = value(a, b, score) {
      // What a base column says of an actual value is all there is to say.
      if found.isEmpty || a.record.kind == b.record.kind { found.append(value) }
    }
    return found
  }

  private func verdict(
    _ status: Verdict.Status, _ reason: Verdict.Reason, _ a: Claim, _ b: Claim, _ score: Double,
    difference: Double? = nil
  ) -> Verdict {
    Verdict(
      status: status, key: a.key.name, score: score, a: a.record, b: b.record,
      difference: difference, reason: reason, isProposed: score < 1)
  }

  // MARK: - Values

  private func value(_ a: Claim, _ b: Claim, _ score: Double) -> Verdict? {
    guard let first = a.quantity, let second = b.quantity else {
      guard a.record.kind == b.record.kind, a.time.mayBe(b.time) else { return nil }
      if a.quantity == nil, b.quantity == nil {
        return a.record.text == b.record.text
          ? verdict(.agree, .sameValue, a, b, score) : verdict(.notComparable, .words, a, b, score)
      }
      return verdict(.notComparable, .words, a, b, score)
    }
    if first.isOtherMoney(than: second) {
      return verdict(.notComparable, .otherCurrency, a, b, score)
    }
    guard first.isComparable(to: second) else { return nil }
    let difference = second.value - first.value
    if a.record.kind != b.record.kind {
      var found = verdict(.yearDiffers, .reachedAgainstTarget, a, b, score, difference: difference)
      found.isAlreadyMet = isMet(a, b)
      // Between plans a value reached and one wanted are worth a line where the second is the lower.
      return relation == .same || found.isAlreadyMet ? found : nil
    }
    guard a.time.mayBe(b.time) else {
      return verdict(.yearDiffers, .years, a, b, score, difference: difference)
    }
    if relation == .nested, !first.isShare {
      return verdict(.partOf, .partOfTerritory, a, b, score, difference: difference)
    }
    if let basis = a.record.rateBasis, let other = b.record.rateBasis, basis != other {
      return verdict(.notComparable, .otherBasis, a, b, score)
    }
    if let flow = yearly(a, b, first, second, score) { return flow }
    return compared(a, b, first, second, score)
  }

  /// A yearly amount against the sum of five years: five times the one is the other.
  private func yearly(
    _ a: Claim, _ b: Claim, _ first: ClaimQuantity, _ second: ClaimQuantity, _ score: Double
  ) -> Verdict? {
    let isYearly = (a.record.per == "year", b.record.per == "year")
    guard isYearly.0 != isYearly.1 else { return nil }
    guard (isYearly.0 ? b : a).time.isPeriod else { return nil }
    let sums = (first.value * (isYearly.0 ? 5 : 1), second.value * (isYearly.1 ? 5 : 1))
    let isSame = abs(sums.0 - sums.1) <= 1e-9 * max(abs(sums.0), abs(sums.1))
    return verdict(
      isSame ? .agree : .notComparable, .yearlyAgainstSum, a, b, score,
      difference: sums.1 - sums.0)
  }

  private func compared(
    _ a: Claim, _ b: Claim, _ first: ClaimQuantity, _ second: ClaimQuantity, _ score: Double
  ) -> Verdict? {
    let difference = second.value - first.value
    if first.equals(second), !opposes(first.bound, second.bound) {
      let isExact = first.value == second.value
      return verdict(
        .agree, isExact ? .sameValue : .sameAfterRounding, a, b, score, difference: difference)
    }
    let overlap = first.low <= second.high && second.low <= first.high
    if overlap, first.isRange || second.isRange || first.bound == "~" || second.bound == "~" {
      return verdict(.agree, .insideRange, a, b, score, difference: difference)
    }
    if a.record.kind == "actual" {
      if overlap { return verdict(.agree, .bounds, a, b, score, difference: difference) }
      return verdict(.conflict, .values, a, b, score, difference: difference)
    }
    let direction = direction(a, first, second)
    if relation == .same {
      // One plan asks for one value, unless the bounds leave room for both.
      guard overlap, let direction else {
        return verdict(.conflict, .values, a, b, score, difference: difference)
      }
      return verdict(
        isStricter(first, second, direction) ? .stricter : .looser, .bounds, a, b, score,
        difference: difference)
    }
    guard let direction else {
      // Things that are counted may be others in either plan.
      guard !first.isCount || overlap else { return nil }
      return verdict(
        overlap ? .agree : .conflict, overlap ? .bounds : .values, a, b, score,
        difference: difference)
    }
    return verdict(
      isStricter(first, second, direction) ? .stricter : .looser, .values, a, b, score,
      difference: difference)
  }

  private func isStricter(
    _ first: ClaimQuantity, _ second: ClaimQuantity, _ direction: IndicatorDirection
  ) -> Bool {
    let isMore = second.isRange ? second.low > first.value : second.value > first.value
    return direction == .more ? isMore : !isMore
  }

  private func direction(
    _ a: Claim, _ first: ClaimQuantity, _ second: ClaimQuantity
  ) -> IndicatorDirection? {
    let bounds = Set([first.bound, second.bound])
    let isMore = !bounds.isDisjoint(with: [">=", ">"])
    let isLess = !bounds.isDisjoint(with: ["<=", "<"])
    if isMore != isLess { return isMore ? .more : .less }
    return IndicatorDirection.of(
      a.key.name, isRateOfChange: a.key.isRateOfChange,
      written: a.record.indicator + (a.record.change == "decrease" ? "下降" : ""))
  }

  private func opposes(_ a: String, _ b: String) -> Bool {
    let more: Set<String> = [">=", ">"]
    let less: Set<String> = ["<=", "<"]
    return (more.contains(a) && less.contains(b)) || (less.contains(a) && more.contains(b))
  }

  // MARK: - Base values

  /// The base column of one against an actual value of the other, or against its base column.
  private func baseline(_ a: Claim, _ b: Claim, _ score: Double) -> Verdict? {
    guard relation != .nested else { return nil }
    let first = baseQuantity(a, for: b)
    let second = baseQuantity(b, for: a)
    guard let first, let second, a.baseline != nil || b.baseline != nil,
      first.isComparable(to: second)
    else { return nil }
    let difference = second.value - first.value
    return verdict(
      first.equals(second) || (first.low <= second.high && second.low <= first.high)
        ? .baselineAgrees : .baselineDiffers, .baseYear, a, b, score,
      difference: difference)
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
  private func isMet(_ a: Claim, _ b: Claim) -> Bool {
    let (target, actual) = a.record.kind == "target" ? (a, b) : (b, a)
    guard target.record.kind == "target", actual.record.kind == "actual",
      !(actual.record.year?.contains("-") ?? false), actual.record.rateBasis == nil,
      target.record.change == "level", target.record.per == actual.record.per,
      let wanted = target.quantity, let reached = actual.quantity,
      let direction = direction(target, wanted, reached)
    else { return false }
    return direction == .more ? reached.value > wanted.value : reached.value < wanted.value
  }

  // MARK: - Peers

  private func peer(_ a: Claim, _ b: Claim, _ score: Double) -> Verdict? {
    guard a.record.kind == b.record.kind, let first = a.quantity, let second = b.quantity,
      first.isComparable(to: second), a.time.mayBe(b.time), a.time.isPeriod == b.time.isPeriod,
      a.record.per == b.record.per
    else { return nil }
    return verdict(
      .peer, .twoJurisdictions, a, b, score, difference: second.value - first.value)
  }
}
