import PlanDocument

/// A plan with its claims.
package struct CheckedPlan: Sendable {
  package let document: DocumentRecord
  let claims: [Claim]
  /// Of each claim.
  let facts: [ClaimFacts]
  let context: ClaimContext
  /// Of its tables; empty where they were not read.
  package let tables: TableSums

  /// How many claims may be compared.
  package var claimCount: Int { claims.count }

  /// - Parameters:
  ///   - passages: of the document, where names are told from what stands around them; may be empty.
  ///   - divisions: those that the passages name.
  ///   - tables: what its tables add up to, where it is held against itself.
  package init(
    document: DocumentRecord, targets: [TargetRecord], passages: [PassageRecord] = [],
    divisions: [DivisionRecord] = [], tables: TableSums = TableSums(),
    words: ComparisonWords = .standard,
    mapping: PairMapping = PairMapping()
  ) {
    self.document = document
    self.tables = tables
    var claims = targets.filter { $0.kind != "pledge" }
      .map { Claim($0, region: document.region, words: words, mapping: mapping) }
      .filter { !$0.key.bytes.isEmpty }
    Self.keepOneBase(&claims)
    self.claims = claims
    facts = claims.map(ClaimFacts.init)
    context = ClaimContext(
      claims: claims, passages: passages, divisions: divisions, words: words)
  }

  /// Of several columns of one row the last year has the base value.
  private static func keepOneBase(_ claims: inout [Claim]) {
    struct Row: Hashable {
      let passage: Int
      let sentence: String
      let identity: Claim.Identity
    }
    var last: [Row: Int] = [:]
    for (number, claim) in claims.enumerated() where claim.baseline != nil {
      let row = Row(
        passage: claim.record.passage, sentence: claim.record.sentence, identity: claim.identity)
      guard let other = last[row] else {
        last[row] = number
        continue
      }
      let isLater = (claim.time.end ?? 0) >= (claims[other].time.end ?? 0)
      claims[isLater ? other : number].baseline = nil
      if isLater { last[row] = number }
    }
  }
}
