import PlanDocument

/// How found claims compare with those made by hand.
///
/// Claims are matched by place, the nearest first come; optional ones count neither when they
/// are found nor when they are missed.
package struct TargetScore: Sendable {
  /// Claims made by hand, without optional ones.
  package private(set) var gold = 0
  /// Claims found, without those that matched optional ones.
  package private(set) var predicted = 0
  /// Pairs of the same place.
  package private(set) var matched = 0
  /// Of those, pairs of the same kind: what counts as detected.
  package private(set) var pairs: [(gold: AnnotatedClaim, found: AnnotatedClaim)] = []
  /// Every counted claim that was found, and whether it is strictly right.
  package private(set) var verdicts: [(found: AnnotatedClaim, isRight: Bool)] = []

  /// Code points by which two places may differ.
  package static let slack = 2

  package init() {}

  package init(_ file: AnnotatedClaim.File, found: [AnnotatedClaim]) {
    let found = found.filter { file.isAnnotated($0.at) }.sorted { $0.at < $1.at }
    var used = [Bool](repeating: false, count: found.count)
    for claim in file.claims {
      if !claim.isOptional { gold += 1 }
      let first = found.partitionPoint { $0.at < claim.at - Self.slack }
      let near = found.indices[first...].prefix { found[$0].at <= claim.at + Self.slack }
        .filter { !used[$0] }
        .min { abs(found[$0].at - claim.at) < abs(found[$1].at - claim.at) }
      guard let near else { continue }
      used[near] = true
      guard !claim.isOptional else { continue }
      matched += 1
      predicted += 1
      if ClaimMatch.isSameKind(found[near], gold: claim) { pairs.append((claim, found[near])) }
      verdicts.append((found[near], ClaimMatch.isStrictlyRight(found[near], gold: claim)))
    }
    for (claim, isUsed) in zip(found, used) where !isUsed {
      predicted += 1
      verdicts.append((claim, false))
    }
  }

  /// The counts of several sources together.
  package mutating func add(_ other: TargetScore) {
    gold += other.gold
    predicted += other.predicted
    matched += other.matched
    pairs += other.pairs
    verdicts += other.verdicts
  }

  package var strictlyRight: Int { verdicts.count { $0.isRight } }

  /// Pairs with the right field, and those that it can be told of (binding and baseline: rows of
  /// indicator tables).
  package func right(_ field: String) -> (count: Int, of: Int) {
    let rows =
      field == "binding" || field == "baseline"
      ? pairs.filter { !($0.gold.binding ?? "").isEmpty || $0.gold.baseline != nil } : pairs
    return (rows.count { ClaimMatch.isRight(field, found: $0.found, gold: $0.gold) }, rows.count)
  }

  /// Mean likeness of the names of pairs; nil without pairs.
  package var meanLikeness: Double? {
    pairs.isEmpty
      ? nil
      : pairs.reduce(0) { $0 + ClaimMatch.likeness($1.found, gold: $1.gold) }
        / Double(pairs.count)
  }

  /// The harmonic mean of precision and recall; 0 where nothing is right.
  package func f1(_ right: Int) -> Double {
    gold + predicted == 0 ? 0 : 2 * Double(right) / Double(gold + predicted)
  }

  /// Found claims of at least a confidence: how many, and how many of them are strictly right.
  package func verdicts(from confidence: Double, to end: Double = .infinity)
    -> (right: Int, count: Int)
  {
    let chosen = verdicts.filter {
      ($0.found.confidence ?? 0) >= confidence && ($0.found.confidence ?? 0) < end
    }
    return (chosen.count { $0.isRight }, chosen.count)
  }
}
