import PlanDocument

/// Finds the claims of two plans that are of one indicator, the surest ways first.
struct ClaimPairs {
  let a: CheckedPlan
  let b: CheckedPlan
  let judge: ClaimJudge
  let mapping: PairMapping
  let words: ComparisonWords
  var found: [Verdict] = []
  /// Numbers of the claims that are in a pair.
  var pairedA: Set<Int> = []
  var pairedB: Set<Int> = []

  init(
    _ a: CheckedPlan, _ b: CheckedPlan, judge: ClaimJudge, mapping: PairMapping,
    words: ComparisonWords
  ) {
    self.a = a
    self.b = b
    self.judge = judge
    self.mapping = mapping
    self.words = words
  }

  // MARK: One name

  /// Claims with one key.
  mutating func pairNames() {
    var byIdentity: [Claim.Identity: [Int]] = [:]
    for (number, claim) in b.claims.enumerated() {
      byIdentity[claim.identity, default: []].append(number)
    }
    let series = YearSeries(b.claims)
    var pairs: [Verdict] = []
    for (number, claim) in a.claims.enumerated() {
      for other in byIdentity[claim.identity] ?? [] where isAllowed(number, other) {
        let theirs = b.claims[other]
        if !claim.key.isSpecific, claim.key.identity == theirs.key.identity {
          guard judge.relation != .peers, Self.isTelling(claim, theirs) else { continue }
        }
        let verdicts: [Verdict]
        let match: Verdict.Match =
          claim.key.identity == theirs.key.identity ? .name : .mapping
        if judge.relation != .peers, series.isMember(other), isSum(claim, of: theirs) {
          verdicts = [
            judge.part(claim, theirs, score: 1, reason: .oneYearOfSeveral, match: match)
          ]
        } else {
          verdicts = judge.verdicts(claim, theirs, score: 1, match: match)
        }
        guard !verdicts.isEmpty else { continue }
        pairedA.insert(number)
        pairedB.insert(other)
        pairs += verdicts
      }
    }
    found += Self.nearestTimes(pairs)
  }

  /// A whole of several years, as far as it tells its time.
  private func isSum(_ whole: Claim, of part: Claim) -> Bool {
    guard whole.isAdditive, whole.record.per == nil, whole.record.kind == part.record.kind,
      whole.time.isPeriod || whole.record.year == nil,
      let all = whole.quantity, let one = part.quantity, all.isComparable(to: one)
    else { return false }
    return one.value < all.value
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

  func isAllowed(_ first: Int, _ second: Int) -> Bool {
    !mapping.forbids(a.claims[first], b.claims[second], words: words)
  }

  /// Equal values that are not equal by chance: two digits at least, or a measure.
  static func isTelling(_ a: Claim, _ b: Claim) -> Bool {
    guard a.record.kind == b.record.kind, a.time.mayBe(b.time), let first = a.quantity,
      let second = b.quantity, !first.isShare, first.dimension == second.dimension,
      !first.dimension.isEmpty, !first.isRange, !second.isRange, first.equals(second)
    else { return false }
    return !first.isCount || first.value >= 1_000 || first.significantDigits >= 2
  }

  mutating func add(_ verdicts: [Verdict], _ first: Int, _ second: Int) {
    guard !verdicts.isEmpty else { return }
    pairedA.insert(first)
    pairedB.insert(second)
    found += verdicts
  }

  // MARK: Near names

  /// Pairs of near names, each claim in one pair at most.
  mutating func proposeNear(atLeast leastScore: Double) {
    let near = NearNames((a.claims + b.claims).map(\.features))
    let candidates = candidates(near, atLeast: leastScore) { Self.mayBeOne($0, $1) }
    for candidate in candidates
    where !pairedA.contains(candidate.a) && !pairedB.contains(candidate.b) {
      let score = (candidate.score * 1_000).rounded() / 1_000
      add(
        judge.verdicts(
          a.claims[candidate.a], b.claims[candidate.b], score: score, match: .near),
        candidate.a, candidate.b)
    }
  }

  struct Candidate {
    let score: Double
    let a: Int
    let b: Int
  }

  /// Pairs of unpaired claims by how near their names are, the nearest first.
  func candidates(
    _ near: NearNames, atLeast leastScore: Double, where mayBe: (Claim, Claim) -> Bool
  ) -> [Candidate] {
    let weights = b.claims.map { near.weight($0.features) }
    var byPair: [UInt64: [Int]] = [:]
    for (number, claim) in b.claims.enumerated()
    where !pairedB.contains(number) && claim.key.isSpecific {
      for pair in claim.features.pairs { byPair[pair, default: []].append(number) }
    }
    var candidates: [Candidate] = []
    // The last claim of A that met each of B: one pair is looked at once.
    var met = [Int](repeating: -1, count: b.claims.count)
    for (number, claim) in a.claims.enumerated()
    where !pairedA.contains(number) && claim.key.isSpecific {
      let weight = near.weight(claim.features)
      for pair in claim.features.pairs {
        guard let others = byPair[pair], others.count <= Self.mostWithPair else { continue }
        for other in others where met[other] != number {
          met[other] = number
          guard mayBe(claim, b.claims[other]), isAllowed(number, other) else { continue }
          let score = near.score(
            claim.features, b.claims[other].features, weights: weight, weights[other])
          if score >= leastScore, score < 1 {
            candidates.append(Candidate(score: score, a: number, b: other))
          }
        }
      }
    }
    return candidates.sorted { ($1.score, $0.a, $0.b) < ($0.score, $1.a, $1.b) }
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
}
