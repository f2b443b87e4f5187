import PlanDocument

/// Conditions on targets: what the filters of `gangyao targets` mean.
package struct TargetSelection: Sendable {
  /// Nil takes targets and actual values, not pledges.
  package var kind: PlanTarget.Kind? = .target
  /// Part of the indicator, white space left out.
  package var indicator: String?
  package var unit: String?
  package var year: String?
  package var includesGuessedYears = false
  package var binding: String?
  package var value: ValueCondition?
  package var path: PathSelection?

  package init() {}

  package func contains(_ record: TargetRecord) -> Bool {
    if let kind {
      guard record.kind == kind.rawValue else { return false }
    } else if record.kind == PlanTarget.Kind.pledge.rawValue {
      return false
    }
    if let indicator {
      let wanted = indicator.filter { !$0.isWhitespace }
      guard record.indicator.filter({ !$0.isWhitespace }).contains(wanted) else { return false }
    }
    if let unit, record.unit != unit { return false }
    if let year, !matches(year: year, record) { return false }
    if let binding, record.binding != binding { return false }
    if let value, !value.holds(for: record) { return false }
    if let path, !path.contains(record.path) { return false }
    return true
  }

  private func matches(year: String, _ record: TargetRecord) -> Bool {
    var years = [record.year, record.yearInherited]
    if includesGuessedYears { years.append(record.yearGuess) }
    return years.contains(year)
  }
}
