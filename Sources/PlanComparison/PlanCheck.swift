import PlanDocument

/// A plan with its claims.
package struct CheckedPlan: Sendable {
  package let document: DocumentRecord
  let claims: [Claim]

  package init(document: DocumentRecord, targets: [TargetRecord]) {
    self.document = document
    claims = targets.filter { $0.kind != "pledge" }.map { Claim($0, region: document.region) }
      .filter { !$0.key.bytes.isEmpty }
  }
}

/// Compares the claims of plans.
package struct PlanCheck: Sendable {
  /// Names less alike than this are not proposed.
  package var leastScore = 0.6

  package init() {}

  // MARK: - Two plans

  /// What B is against A, in the order of A, then of B; at last what only one of them has.
  package func verdicts(_ a: CheckedPlan, _ b: CheckedPlan) -> [Verdict] {
    let relation = PlanRelation.of(a.document, b.document)
    guard relation != .same else { return verdicts(within: a) }
    let judge = ClaimJudge(relation: relation)
    var byIdentity: [Claim.Identity: [Int]] = [:]
    for (number, claim) in b.claims.enumerated() {
      byIdentity[claim.identity, default: []].append(number)
    }
    var found: [Verdict] = []
    var pairedA: Set<Int> = []
    var pairedB: Set<Int> = []
    for (number, claim) in a.claims.enumerated() where claim.key.isSpecific {
      for other in byIdentity[claim.identity] ?? [] {
        let verdicts = judge.verdicts(claim, b.claims[other], score: 1)
        guard !verdicts.isEmpty else { continue }
        pairedA.insert(number)
        pairedB.insert(other)
        found += verdicts
      }
    }
    found = Self.nearestTimes(found)
    found += proposals(
      a.claims.indices.filter { !pairedA.contains($0) }.map { a.claims[$0] },
      b.claims.indices.filter { !pairedB.contains($0) }.map { b.claims[$0] }, judge)
    found.sort { ($0.a?.offset ?? 0, $0.b?.offset ?? 0) < ($1.a?.offset ?? 0, $1.b?.offset ?? 0) }
    guard relation == .territory else { return found }
    return found + missing(b, besides: pairedB)
  }

  /// Binding targets of the overall plan that none of the others takes up.
  package func untaken(_ overall: CheckedPlan, by others: [CheckedPlan]) -> [Verdict] {
    let names = Set(others.flatMap { $0.claims.map(\.identity) })
    return overall.claims.filter {
      $0.record.binding == "约束性" && $0.record.kind == "target" && !names.contains($0.identity)
    }.map {
      Verdict(
        status: .onlyInA, key: $0.key.name, score: 1, a: $0.record, b: nil, difference: nil,
        reason: .noneTakesUp)
    }
  }

  /// Rows of B's tables of indicators that A lacks.
  private func missing(_ b: CheckedPlan, besides paired: Set<Int>) -> [Verdict] {
    b.claims.indices.filter {
      !paired.contains($0) && b.claims[$0].record.tableKind == "indicator"
        && b.claims[$0].record.kind == "target"
    }.map {
      Verdict(
        status: .onlyInB, key: b.claims[$0].key.name, score: 1, a: nil, b: b.claims[$0].record,
        difference: nil, reason: .overallLacks)
    }
  }

  /// A value for another year says little where the other plan has one for the same year.
  private static func nearestTimes(_ verdicts: [Verdict]) -> [Verdict] {
    var answered: Set<String> = []
    let values: Set<Verdict.Status> = [.agree, .conflict, .stricter, .looser, .notComparable]
    for verdict in verdicts where values.contains(verdict.status) {
      if let b = verdict.b, b.kind == "target" { answered.insert(b.id) }
    }
    return verdicts.filter {
      $0.status != .yearDiffers || $0.isAlreadyMet || !answered.contains($0.b?.id ?? "")
    }
  }

  /// Pairs of near names, each claim in one pair at most.
  private func proposals(_ a: [Claim], _ b: [Claim], _ judge: ClaimJudge) -> [Verdict] {
    let near = NearNames((a + b).map(\.features))
    let weights = b.map { near.weight($0.features) }
    var byPair: [UInt64: [Int]] = [:]
    for (number, claim) in b.enumerated() where claim.key.isSpecific {
      for pair in claim.features.pairs { byPair[pair, default: []].append(number) }
    }
    var candidates: [(score: Double, a: Int, b: Int)] = []
    // The last claim of A that met each of B: one pair is looked at once.
    var met = [Int](repeating: -1, count: b.count)
    for (number, claim) in a.enumerated() where claim.key.isSpecific {
      let weight = near.weight(claim.features)
      for pair in claim.features.pairs {
        guard let others = byPair[pair], others.count <= Self.mostWithPair else { continue }
        for other in others where met[other] != number {
          met[other] = number
          guard Self.mayBeOne(claim, b[other]) else { continue }
          let score = near.score(
            claim.features, b[other].features, weights: weight, weights[other])
          if score >= leastScore, score < 1 { candidates.append((score, number, other)) }
        }
      }
    }
    candidates.sort { ($1.score, $0.a, $0.b) < ($0.score, $1.a, $1.b) }
    var takenA: Set<Int> = []
    var takenB: Set<Int> = []
    var found: [Verdict] = []
    for candidate in candidates
    where !takenA.contains(candidate.a) && !takenB.contains(candidate.b) {
      let score = (candidate.score * 1_000).rounded() / 1_000
      let verdicts = judge.verdicts(a[candidate.a], b[candidate.b], score: score)
      guard !verdicts.isEmpty else { continue }
      takenA.insert(candidate.a)
      takenB.insert(candidate.b)
      found += verdicts
    }
    return found
  }

  /// Whether two near names may be of one indicator: measured alike, of one scope, the same share of
  /// the same whole.
  private static func mayBeOne(_ a: Claim, _ b: Claim) -> Bool {
    guard a.identity.changeClass == b.identity.changeClass, a.features.scopes == b.features.scopes,
      a.features.whole == b.features.whole, let first = a.quantity, let second = b.quantity
    else { return false }
    return first.isComparable(to: second)
      && (!first.dimension.isEmpty || !second.dimension.isEmpty)
  }

  /// Pairs of characters that more names have than this tell nothing of one.
  private static let mostWithPair = 200

  // MARK: - A plan with itself

  /// Claims of one indicator in one plan, each pair once.
  package func verdicts(within plan: CheckedPlan) -> [Verdict] {
    let judge = ClaimJudge(relation: .same)
    var byIdentity: [Claim.Identity: [Claim]] = [:]
    for claim in plan.claims where claim.key.isSpecific {
      byIdentity[claim.identity, default: []].append(claim)
    }
    var found: [Verdict] = []
    for claims in byIdentity.values where claims.count > 1 && claims.count <= Self.mostMentions {
      for (number, a) in claims.enumerated() {
        for b in claims[(number + 1)...] {
          found += judge.verdicts(a, b, score: 1).filter { Self.tells($0, a, b) }
        }
      }
    }
    found.sort { ($0.a?.offset ?? 0, $0.b?.offset ?? 0) < ($1.a?.offset ?? 0, $1.b?.offset ?? 0) }
    return found
  }

  /// Names that stand more often than this are of many things.
  private static let mostMentions = 12

  /// Things that are counted in several places of one plan are several things, unless the numbers
  /// say that they are one.
  private static func tells(_ verdict: Verdict, _ a: Claim, _ b: Claim) -> Bool {
    guard verdict.status != .agree, verdict.status != .baselineAgrees else { return true }
    guard let first = a.quantity, let second = b.quantity else { return true }
    let isTable = a.record.tableKind == "indicator" || b.record.tableKind == "indicator"
    if isTable { return true }
    if verdict.status == .yearDiffers { return !first.isCount || verdict.isAlreadyMet }
    return first.isShare && second.isShare
  }
}
