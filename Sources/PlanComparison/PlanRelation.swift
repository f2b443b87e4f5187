import PlanDocument

/// How two plans stand to each other, by whose they are: it decides which verdicts may be given.
package enum PlanRelation: String, Sendable {
  /// A plan with itself, or two texts of one.
  case same
  /// Of one territory: a departmental plan against the overall plan.
  case territory
  /// A territory inside another: amounts are parts.
  case nested
  /// Two jurisdictions of one level.
  case peers

  /// By codes of GB/T 2260, else by names and levels; plans that say nothing of whose they are count
  /// as of one territory.
  package static func of(_ a: DocumentRecord, _ b: DocumentRecord) -> PlanRelation {
    if a.document == b.document { return .same }
    guard let first = place(a), let second = place(b) else { return .territory }
    if first == second { return .territory }
    if first.isInside(second) || second.isInside(first) { return .nested }
    return first.depth == second.depth ? .peers : .nested
  }

  private struct Place: Equatable {
    /// Digits of the code without the zeros at its end; empty for the whole country.
    var code: String

    var depth: Int { (code.count + 1) / 2 }

    func isInside(_ other: Place) -> Bool { code != other.code && code.hasPrefix(other.code) }
  }

  private static func place(_ record: DocumentRecord) -> Place? {
    if record.region == "全国" { return Place(code: "") }
    guard let code = record.regionCode else { return nil }
    var digits = code[...]
    while digits.count > 2, digits.hasSuffix("00") { digits.removeLast(2) }
    return Place(code: String(digits))
  }
}
