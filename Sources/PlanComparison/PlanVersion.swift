import PlanDocument

/// One version of a plan, as far as a comparison of versions reads it.
package struct PlanVersion: Sendable {
  package let document: DocumentRecord
  let divisions: [DivisionRecord]
  /// Passages of each division itself, not of those in it; the last entry is what stands in none.
  let passages: [[PassageRecord]]
  let claims: [Claim]

  package init(
    document: DocumentRecord, divisions: [DivisionRecord], passages: [PassageRecord],
    targets: [TargetRecord], words: ComparisonWords = .standard,
    mapping: PairMapping = PairMapping()
  ) {
    self.document = document
    self.divisions = divisions
    var own = Array(repeating: [PassageRecord](), count: divisions.count + 1)
    for passage in passages where passage.kind != .heading {
      let number = passage.division.flatMap { divisions.indices.contains($0) ? $0 : nil }
      own[number ?? divisions.count].append(passage)
    }
    self.passages = own
    claims =
      CheckedPlan(document: document, targets: targets, words: words, mapping: mapping).claims
  }

  /// The words of a division's own passages, without blanks.
  func text(_ division: Int) -> String { passages[division].map(\.text.squeezed).joined() }
}
