import PlanDocument

/// Targets that one version has and the other has not, or has otherwise.
struct TargetDiff {
  private let old: PlanVersion
  private let new: PlanVersion
  private let judge: ClaimJudge

  init(_ old: PlanVersion, _ new: PlanVersion, words: ComparisonWords) {
    self.old = old
    self.new = new
    judge = ClaimJudge(relation: .territory, words: words)
  }

  func changes() -> [VersionChange] {
    var byIdentity: [Claim.Identity: [Int]] = [:]
    let firsts = old.claims.indices.filter { old.claims[$0].record.kind == "target" }
    let seconds = new.claims.indices.filter { new.claims[$0].record.kind == "target" }
    for number in seconds { byIdentity[new.claims[number].identity, default: []].append(number) }
    var partner: [Int: Int] = [:]
    // What is the same goes first, so that a repeated name is not paired across.
    for isClose in [Self.isSame, Self.isOfOneTime, { _, _ in true }] {
      for first in firsts where partner[first] == nil {
        let claim = old.claims[first]
        guard
          let place = byIdentity[claim.identity]?.firstIndex(where: {
            isClose(claim, new.claims[$0])
          })
        else { continue }
        partner[first] = byIdentity[claim.identity]?.remove(at: place)
      }
    }
    let kept = Set(partner.values)
    var changes: [VersionChange] = firsts.compactMap { first in
      guard let second = partner[first] else {
        return change(.removed, old.claims[first], nil)
      }
      let (before, after) = (old.claims[first], new.claims[second])
      return Self.isSame(before, after) ? nil : change(.changed, before, after)
    }
    changes += seconds.filter { !kept.contains($0) }.map { change(.added, nil, new.claims[$0]) }
    return changes.enumerated().sorted {
      (line($0.element), $0.offset) < (line($1.element), $1.offset)
    }.map(\.element)
  }

  private func line(_ change: VersionChange) -> Int { change.new?.line ?? change.old?.line ?? 0 }

  private static func isSame(_ a: Claim, _ b: Claim) -> Bool {
    a.record.value == b.record.value && a.record.valueMax == b.record.valueMax
      && a.record.unit == b.record.unit && a.record.op == b.record.op
      && a.record.year == b.record.year && a.record.binding == b.record.binding
      && a.record.baseline == b.record.baseline
      && (a.record.value != nil || a.record.text == b.record.text)
  }

  private static func isOfOneTime(_ a: Claim, _ b: Claim) -> Bool {
    a.record.year == b.record.year && a.record.tableKind == b.record.tableKind
  }

  private func change(
    _ status: VersionChange.Status, _ before: Claim?, _ after: Claim?
  ) -> VersionChange {
    var verdict: Verdict?
    if let before, let after { verdict = judge.verdicts(before, after, score: 1).last }
    return VersionChange(
      kind: .target, status: status, name: (after ?? before)?.record.indicator ?? "",
      old: before.map(side), new: after.map(side), verdict: verdict)
  }

  private func side(_ claim: Claim) -> VersionChange.Side {
    VersionChange.Side(
      path: claim.record.path, line: claim.record.line, text: claim.record.sentence,
      target: claim.record)
  }
}
