import PlanDocument

/// Names that one plan says whole and the other in part.
extension ClaimPairs {
  /// 新材料产业产值 and 产值 in a paragraph on 新材料: what one name has more stands around the other.
  mutating func pairByContext() {
    // Names end alike in two characters at least.
    var byTail: [UInt64: [Int]] = [:]
    for number in a.claims.indices {
      if let tail = a.facts[number].tail { byTail[tail, default: []].append(number) }
    }
    for number in b.claims.indices where !pairedB.contains(number) {
      let facts = b.facts[number]
      guard let tail = facts.tail, facts.dimension != nil, let others = byTail[tail] else {
        continue
      }
      var best: (end: Int, a: Int)?
      var isOne = true
      for other in others where !pairedA.contains(other) {
        let theirs = a.facts[other]
        guard theirs.changeClass == facts.changeClass, theirs.isTarget == facts.isTarget,
          theirs.dimension == facts.dimension, isAllowed(other, number),
          let end = commonEnd(a.claims[other], b.claims[number])
        else { continue }
        if let known = best, known.end >= end {
          if known.end == end { isOne = false }
          continue
        }
        best = (end, other)
        isOne = true
      }
      guard let best, isOne else { continue }
      add(
        judge.verdicts(a.claims[best.a], b.claims[number], score: 1, match: .context), best.a,
        number)
    }
  }

  /// Bytes of the end that both names have, where the rest stands around the other claim.
  private func commonEnd(_ first: Claim, _ second: Claim) -> Int? {
    let names = (first.key.identity, second.key.identity)
    let end = names.0.commonEnd(with: names.1)
    guard end >= 6 else { return nil }
    let fronts = (Self.stem(names.0.droppingEnd(end)), Self.stem(names.1.droppingEnd(end)))
    switch (fronts.0.isEmpty, fronts.1.isEmpty) {
    case (true, true): return nil
    case (true, false):
      return isAround(fronts.1, of: first, in: a) ? end : nil
    case (false, true):
      return isAround(fronts.0, of: second, in: b) ? end : nil
    case (false, false):
      // 煤炭储备 and 煤炭应急储备: one has a word more inside.
      let common = fronts.0.commonBeginning(with: fronts.1)
      if common >= 6 {
        let more = (fronts.0.droppingBeginning(common), fronts.1.droppingBeginning(common))
        if more.0.isEmpty, isAround(more.1, of: first, in: a) { return end }
        if more.1.isEmpty, isAround(more.0, of: second, in: b) { return end }
      }
      // A borrowed subject is a guess: 产值 of the list's last thing and not of the paragraph's.
      if isBorrowed(names.0.droppingEnd(end), first), isAround(fronts.1, of: first, in: a) {
        return end
      }
      if isBorrowed(names.1.droppingEnd(end), second), isAround(fronts.0, of: second, in: b) {
        return end
      }
      return nil
    }
  }

  private func isAround(_ front: NameBytes, of claim: Claim, in plan: CheckedPlan) -> Bool {
    guard front.count >= 2, !Self.hasScope(front), !NameWordings.plainFronts.contains(front) else {
      return false
    }
    return plan.context.holds(front, around: claim)
  }

  private func isBorrowed(_ front: NameBytes, _ claim: Claim) -> Bool {
    guard let words = claim.record.subjectBorrowed else { return false }
    return self.words.normalized(words).opens(with: front)
  }

  /// 农村 and 城镇 tell another indicator, not a longer name.
  private static func hasScope(_ front: NameBytes) -> Bool {
    NameWordings.scopes.contains { $0.contains(where: front.holds) }
  }

  /// A front without the nouns that say what kind of thing it is.
  private static func stem(_ front: NameBytes) -> NameBytes {
    var front = front
    for end in stemEnds where front.ends(with: end, leaving: 1) {
      front.dropLast(end)
      break
    }
    return front
  }

  private static let stemEnds = ["新增", "产业", "行业", "工程", "项目", "资源", "业"].map { NameBytes($0) }

  // MARK: One value

  /// Near names with one value: 64座 of two names of 淤地坝.
  mutating func pairByValue() {
    let candidates = candidates(atLeast: Self.leastWithValue) { first, second in
      first.changeClass == second.changeClass && first.isTelling(second)
    }
    for candidate in candidates
    where !pairedA.contains(candidate.a) && !pairedB.contains(candidate.b) {
      let names = (a.claims[candidate.a].key.bytes, b.claims[candidate.b].key.bytes)
      guard
        candidate.score >= Self.surelyWithValue || names.0.commonBeginning(with: names.1) >= 9
      else { continue }
      add(
        judge.verdicts(
          a.claims[candidate.a], b.claims[candidate.b],
          score: (candidate.score * 1_000).rounded() / 1_000, match: .value),
        candidate.a, candidate.b)
    }
    pairOtherUnits()
  }

  /// Names that begin alike and have one number in two units.
  private mutating func pairOtherUnits() {
    var byNumber: [Double: [Int]] = [:]
    for number in a.claims.indices where a.facts[number].significantDigits >= 3 {
      byNumber[a.facts[number].written, default: []].append(number)
    }
    guard !byNumber.isEmpty else { return }
    for number in b.claims.indices where !pairedB.contains(number) {
      let facts = b.facts[number]
      guard facts.hasValue, let others = byNumber[facts.written] else { continue }
      let other = others.first {
        let theirs = a.facts[$0]
        return theirs.isShare != facts.isShare && theirs.isTarget && facts.isTarget
          && theirs.dimension != nil && facts.dimension != nil && theirs.mayBeOfOneTime(facts)
          && a.claims[$0].key.bytes.commonBeginning(with: b.claims[number].key.bytes) >= 9
      }
      guard let other else { continue }
      add([judge.otherUnit(a.claims[other], b.claims[number], score: 0.5)], other, number)
    }
  }

  /// Names less alike are left alone, and those in between where they begin differently.
  private static let leastWithValue = 0.15
  private static let surelyWithValue = 0.3
}
