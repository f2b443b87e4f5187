import PlanDocument

/// Compares the claims of plans.
package struct PlanCheck: Sendable {
  /// Names less alike than this are not proposed.
  package var leastScore = 0.6
  /// What a user has confirmed and forbidden.
  package var mapping: PairMapping
  package var words: ComparisonWords

  package init(
    mapping: PairMapping = PairMapping(), words: ComparisonWords = .standard
  ) {
    self.mapping = mapping
    self.words = words
  }

  // MARK: - Two plans

  /// What B is against A, in the order of A, then of B; at last what only one of them has.
  package func verdicts(_ a: CheckedPlan, _ b: CheckedPlan) -> [Verdict] {
    let relation = PlanRelation.of(a.document, b.document)
    guard relation != .same else { return verdicts(within: a) }
    let judge = ClaimJudge(relation: relation, words: words)
    var pairs = ClaimPairs(a, b, judge: judge, mapping: mapping, words: words)
    pairs.pairNames()
    if relation != .peers {
      pairs.pairParts()
      pairs.pairByContext()
      pairs.pairByValue()
      pairs.pairGrowth()
    }
    pairs.proposeNear(atLeast: leastScore)
    var found = pairs.found
    found.sort { ($0.a?.offset ?? 0, $0.b?.offset ?? 0) < ($1.a?.offset ?? 0, $1.b?.offset ?? 0) }
    return relation == .territory ? found + missing(b, besides: pairs.pairedB, from: a) : found
  }

  /// Binding targets of the overall plan that none of the others takes up.
  ///
  /// - Parameter verdicts: on the overall plan and the others; a target that is in one of them is
  ///   taken up under another name.
  package func untaken(
    _ overall: CheckedPlan, by others: [CheckedPlan], besides verdicts: [Verdict] = []
  ) -> [Verdict] {
    let names = Set(others.flatMap { $0.claims.map(\.identity) })
    let taken = Set(verdicts.filter { !$0.isProposed && $0.b != nil }.compactMap { $0.a?.id })
    let fields = others.map { ($0.document.document, PlanField.fields(of: $0.document)) }
    return overall.claims.filter {
      $0.record.binding == "约束性" && $0.record.kind == "target" && !names.contains($0.identity)
        && !taken.contains($0.record.id)
    }.map { claim in
      var verdict = Verdict(
        status: .onlyInA, key: claim.key.name, score: 1, a: claim.record, b: nil, difference: nil,
        reason: .noneTakesUp)
      let own = PlanField.fields(of: claim, in: overall)
      let whose = fields.filter { !$0.1.isDisjoint(with: own) }.map(\.0)
      verdict.remarks = whose.isEmpty ? [] : [.inFieldOf(whose)]
      verdict.confidence = claim.record.confidence
      return verdict
    }
  }

  /// Rows of B's tables of indicators that A lacks, and its binding targets, as far as they are of
  /// B's own field.
  private func missing(
    _ b: CheckedPlan, besides paired: Set<Int>, from a: CheckedPlan
  ) -> [Verdict] {
    var named = Set(a.claims.map(\.identity))
    let fields = PlanField.fields(of: b.document)
    return b.claims.indices.compactMap { number in
      let claim = b.claims[number]
      guard !paired.contains(number), claim.record.kind == "target",
        claim.record.tableKind == "indicator" || claim.record.binding == "约束性"
      else { return nil }
      let own = PlanField.fields(of: claim, in: b)
      guard fields.isEmpty || own.isEmpty || !fields.isDisjoint(with: own),
        named.insert(claim.identity).inserted
      else { return nil }
      var verdict = Verdict(
        status: .onlyInB, key: claim.key.name, score: 1, a: nil, b: claim.record, difference: nil,
        reason: .overallLacks)
      verdict.confidence = claim.record.confidence
      return verdict
    }
  }

  // MARK: - A plan with itself

  /// Claims of one indicator in one plan, each pair once.
  package func verdicts(within plan: CheckedPlan) -> [Verdict] {
    let judge = ClaimJudge(relation: .same, words: words)
    var byIdentity: [Claim.Identity: [Claim]] = [:]
    for claim in plan.claims where claim.key.isSpecific {
      byIdentity[claim.identity, default: []].append(claim)
    }
    var found: [Verdict] = []
    for claims in byIdentity.values where claims.count > 1 && claims.count <= Self.mostMentions {
      for (number, a) in claims.enumerated() {
        for b in claims[(number + 1)...] where !mapping.forbids(a, b, words: words) {
          found += judge.verdicts(a, b, score: 1).filter { Self.tells($0, a, b) }
        }
      }
    }
    found += SumCheck(plan.claims).verdicts()
    found += plan.tables.verdicts
    found += met(plan, judge, besides: found)
    found.sort { ($0.a?.offset ?? 0, $0.b?.offset ?? 0) < ($1.a?.offset ?? 0, $1.b?.offset ?? 0) }
    return found
  }

  /// Rows of tables whose own base value is better than the target: marked where a verdict has the
  /// target, else said of the row alone.
  private func met(
    _ plan: CheckedPlan, _ judge: ClaimJudge, besides found: [Verdict]
  ) -> [Verdict] {
    plan.claims.compactMap { claim in
      let isSaid = found.contains {
        $0.isAlreadyMet && ($0.a?.id == claim.record.id || $0.b?.id == claim.record.id)
      }
      return isSaid ? nil : judge.ownBase(claim)
    }
  }

  /// Names that stand more often than this are of many things.
  private static let mostMentions = 12

  /// Things that are counted in several places of one plan are several things, unless the numbers
  /// say that they are one.
  private static func tells(_ verdict: Verdict, _ a: Claim, _ b: Claim) -> Bool {
    guard verdict.status != .agree, verdict.status != .baselineAgrees else { return true }
    guard let first = a.quantity, let second = b.quantity else { return true }
    let isTable = a.record.tableKind == "indicator" || b.record.tableKind == "indicator"
    if verdict.status == .conflict, !isSure(a, b) { return false }
    if isTable { return true }
    if verdict.status == .yearDiffers { return !first.isCount || verdict.isAlreadyMet }
    return first.isShare && second.isShare
  }

  /// Whether two values of one plan are surely for one time: one paragraph tells of a change (由…提高到…),
  /// of a year beside a period, or of two things that 分别 joins.
  private static func isSure(_ a: Claim, _ b: Claim) -> Bool {
    let isTable = (a.record.tableKind == "indicator", b.record.tableKind == "indicator")
    // Without a unit nobody knows what a cell counts.
    if a.quantity?.dimension != b.quantity?.dimension { return false }
    if a.record.passage == b.record.passage, a.record.sentence == b.record.sentence { return false }
    if a.record.passage == b.record.passage, !isTable.0, !isTable.1 { return false }
    if a.isAdditive, WorkActs(a.record).isOther(than: WorkActs(b.record)) { return false }
    let isRate = a.identity.changeClass == .rate
    guard isRate || a.record.kind == "actual" else { return true }
    return a.time.isCertain && b.time.isCertain && a.record.year == b.record.year
      && (!isRate || a.record.rateBasis == b.record.rateBasis)
  }
}
