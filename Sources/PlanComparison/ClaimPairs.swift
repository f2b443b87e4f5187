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
  let near: NearNames
  let series: YearSeries
  /// The specific claims of B by each pair of characters of their names.
  private let byPair: [UInt64: [Int]]
  private let weights: [Double]

  init(
    _ a: CheckedPlan, _ b: CheckedPlan, judge: ClaimJudge, mapping: PairMapping,
    words: ComparisonWords
  ) {
    self.a = a
    self.b = b
    self.judge = judge
    self.mapping = mapping
    self.words = words
    near = NearNames(a.claims.map(\.features) + b.claims.map(\.features))
    series = YearSeries(b.claims)
    var byPair: [UInt64: [Int]] = [:]
    var weights: [Double] = []
    weights.reserveCapacity(b.claims.count)
    for number in b.claims.indices {
      weights.append(near.weight(b.claims[number].features))
      guard b.facts[number].isSpecific else { continue }
      for pair in b.claims[number].features.pairs { byPair[pair, default: []].append(number) }
    }
    self.byPair = byPair
    self.weights = weights
  }

  // MARK: One name

  /// Claims with one key.
  mutating func pairNames() {
    var byIdentity: [Claim.Identity: [Int]] = [:]
    for (number, claim) in b.claims.enumerated() {
      byIdentity[claim.identity, default: []].append(number)
    }
    var pairs: [Verdict] = []
    for (number, claim) in a.claims.enumerated() {
      for other in byIdentity[claim.identity] ?? [] where isAllowed(number, other) {
        let theirs = b.claims[other]
        if !claim.key.isSpecific, claim.key.identity == theirs.key.identity {
          guard judge.relation != .peers, a.facts[number].isTelling(b.facts[other]) else {
            continue
          }
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
    mapping.isEmpty || !mapping.forbids(a.claims[first], b.claims[second], words: words)
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
    let candidates = candidates(atLeast: leastScore) { $0.mayBeNear($1) }
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
    atLeast leastScore: Double, where mayBe: (ClaimFacts, ClaimFacts) -> Bool
  ) -> [Candidate] {
    var candidates: [Candidate] = []
    // The last claim of A that met each of B: one pair is looked at once.
    var met = [Int](repeating: -1, count: b.claims.count)
    for number in a.claims.indices where !pairedA.contains(number) && a.facts[number].isSpecific {
      let facts = a.facts[number]
      let features = a.claims[number].features
      var weight: Double?
      for pair in features.pairs {
        guard let others = byPair[pair], others.count <= Self.mostWithPair else { continue }
        for other in others where met[other] != number {
          met[other] = number
          guard mayBe(facts, b.facts[other]), !pairedB.contains(other), isAllowed(number, other)
          else { continue }
          let own = weight ?? near.weight(features)
          weight = own
          let score = near.score(
            features, b.claims[other].features, weights: own, weights[other])
          if score >= leastScore, score < 1 {
            candidates.append(Candidate(score: score, a: number, b: other))
          }
        }
      }
    }
    return candidates.sorted { ($1.score, $0.a, $0.b) < ($0.score, $1.a, $1.b) }
  }

  /// Pairs of characters that more names have than this tell nothing of one.
  private static let mostWithPair = 200
}
