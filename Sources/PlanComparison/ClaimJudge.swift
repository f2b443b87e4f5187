import PlanDocument

/// Holds two claims of one indicator against each other.
struct ClaimJudge {
  /// How the plans stand to each other.
  let relation: PlanRelation
  var words = ComparisonWords.standard

  /// All verdicts on a pair: on its values, and on a base column that the other's value belongs to.
  /// None where they say nothing of each other.
  ///
  /// - Parameter match: how the names came together; only near names are proposed.
  func verdicts(
    _ a: Claim, _ b: Claim, score: Double, match: Verdict.Match = .name
  ) -> [Verdict] {
    judged(a, b, score).map { verdict in
      var verdict = verdict
      verdict.match = match
      verdict.isProposed = match == .near
      verdict.confidence = Self.confidence(a, b, score: score, match: match)
      if let one = a.record.binding, let other = b.record.binding, one != other {
        verdict.remarks.append(.otherBinding)
      }
      return verdict
    }
  }

  /// The product of what the records' own confidence, the match of their names and their times leave.
  static func confidence(
    _ a: Claim, _ b: Claim, score: Double, match: Verdict.Match
  ) -> Double {
    let names: Double =
      switch match {
      case .name, .mapping: 1
      case .value: 0.9
      case .context, .part: 0.8
      case .near: score * 0.8
      }
    let times = a.time.isCertain && b.time.isCertain ? 1 : 0.95
    let value = min(a.record.confidence, b.record.confidence) * names * times
    return (value * 100).rounded() / 100
  }

  private func judged(_ a: Claim, _ b: Claim, _ score: Double) -> [Verdict] {
    if relation == .peers { return peer(a, b, score).map { [$0] } ?? [] }
    var found: [Verdict] = []
    if let base = baseline(a, b, score) { found.append(base) }
    if let value = value(a, b, score) {
      // What a base column says of an actual value is all there is to say.
      if found.isEmpty || a.record.kind == b.record.kind { found.append(value) }
    }
    return found
  }

  func verdict(
    _ status: Verdict.Status, _ reason: Verdict.Reason, _ a: Claim, _ b: Claim, _ score: Double,
    difference: Double? = nil
  ) -> Verdict {
    Verdict(
      status: status, key: a.key.name, score: score, a: a.record, b: b.record,
      difference: difference, reason: reason)
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
      var found = verdict(.yearDiffers, .years, a, b, score, difference: difference)
      if let remark = path(a, b) ?? path(b, a) { found.remarks.append(remark) }
      return found
    }
    if relation == .nested, !first.isShare {
      return verdict(.partOf, .partOfTerritory, a, b, score, difference: difference)
    }
    if let basis = a.record.rateBasis, let other = b.record.rateBasis, basis != other,
      a.identity.changeClass == .rate
    {
      return verdict(.notComparable, .otherBasis, a, b, score)
    }
    if let prices = a.prices, let other = b.prices, prices != other {
      return verdict(.notComparable, .otherPrices, a, b, score)
    }
    if let flow = yearly(a, b, first, second, score) { return flow }
    if !first.equals(second), isStock(a, against: b) || isStock(b, against: a) {
      return verdict(.notComparable, .stockAgainstSum, a, b, score)
    }
    return compared(a, b, first, second, score)
  }

  /// What there is in one year against what was added over several: 累计 on one side alone.
  private func isStock(_ stock: Claim, against sum: Claim) -> Bool {
    sum.record.rateBasis == "cumulative" && stock.record.rateBasis == nil && sum.isAdditive
      && stock.isAdditive && !stock.time.isPeriod && stock.record.year != nil
      && stock.record.per == nil && stock.identity.changeClass == .level
  }

  /// Where a straight line from one's base value to its target is in the other's year.
  private func path(_ line: Claim, _ point: Claim) -> Verdict.Remark? {
    guard line.record.kind == "target", let base = line.record.baseline,
      let from = line.record.baselineYear.flatMap({ Int($0) }), let to = line.time.end,
      let year = point.time.end, from < year, year < to, line.time.isCertain, point.time.isCertain,
      let value = line.record.value, line.identity.changeClass == .level
    else { return nil }
    let share = Double(year - from) / Double(to - from)
    return .onPath(value: base + (value - base) * share, year: year)
  }

  /// A yearly amount against the sum of five years: five times the one is the other.
  private func yearly(
    _ a: Claim, _ b: Claim, _ first: ClaimQuantity, _ second: ClaimQuantity, _ score: Double
  ) -> Verdict? {
    let isYearly = (a.record.per == "year", b.record.per == "year")
    guard isYearly.0 != isYearly.1, a.isAdditive, b.isAdditive, !first.equals(second) else {
      return nil
    }
    let other = isYearly.0 ? b : a
    // What is said of one year is a yearly amount itself: 到2025年，接待游客600万人次.
    guard other.time.isPeriod || other.record.year == nil || other.record.rateBasis == "cumulative"
    else { return nil }
    let years = Double(other.time.length ?? 5)
    let sums = (first.value * (isYearly.0 ? years : 1), second.value * (isYearly.1 ? years : 1))
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

  func direction(
    _ a: Claim, _ first: ClaimQuantity, _ second: ClaimQuantity
  ) -> IndicatorDirection? {
    if let own = words.direction(of: a.key.name) { return own }
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

  // MARK: - Peers

  private func peer(_ a: Claim, _ b: Claim, _ score: Double) -> Verdict? {
    guard a.record.kind == b.record.kind, let first = a.quantity, let second = b.quantity,
      first.isComparable(to: second), a.time.mayBe(b.time), a.time.isPeriod == b.time.isPeriod,
      a.record.per == b.record.per,
      a.identity.changeClass != .rate || a.record.rateBasis == b.record.rateBasis
    else { return nil }
    return verdict(
      .peer, .twoJurisdictions, a, b, score, difference: second.value - first.value)
  }
}
