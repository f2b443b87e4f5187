import PlanDocument

/// Sums and shares of one plan that do not add up.
struct SumCheck {
  private let claims: [Claim]

  init(_ claims: [Claim]) { self.claims = claims }

  func verdicts() -> [Verdict] { [] }
}
