import PlanDocument
import TargetExtraction

/// A condition on a target's value: `>=90`, `<5%`, `=1亿元`.
///
/// A bare number is compared with the value as written; a number with a unit with the value in
/// the base unit, and only where the base units are the same. Of a range all of it has to hold.
package struct ValueCondition: Sendable, Equatable {
  package enum Relation: String, CaseIterable, Sendable {
    case atLeast = ">="
    case atMost = "<="
    case above = ">"
    case below = "<"
    case equal = "="

    /// Numbers that differ by less than a billionth are equal: units are converted in binary.
    func holds(_ value: Double, _ bound: Double) -> Bool {
      let isEqual = abs(value - bound) <= 1e-9 * abs(bound)
      return switch self {
      case .atLeast: isEqual || value > bound
      case .atMost: isEqual || value < bound
      case .above: !isEqual && value > bound
      case .below: !isEqual && value < bound
      case .equal: isEqual
      }
    }
  }

  package var relation: Relation
  package var number: Double
  /// Nil where a bare number was given.
  package var unit: BaseUnit?

  /// - Parameter text: a relation (`=` where none stands), a number, perhaps a unit; `≥` and `≤`
  ///   and full-width signs are taken as well. Nil where it is none of that.
  package init?(_ text: String) {
    let squeezed = text.filter { !$0.isWhitespace }
      .replacing("≥", with: ">=").replacing("≤", with: "<=")
      .replacing("＞", with: ">").replacing("＜", with: "<").replacing("＝", with: "=")
    var rest = squeezed[...]
    let relation = Relation.allCases.first { rest.hasPrefix($0.rawValue) }
    if let relation { rest = rest.dropFirst(relation.rawValue.count) }
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-" || $0 == ",") }
    guard let number = Double(digits.replacing(",", with: "")) else { return nil }
    rest = rest.dropFirst(digits.count)
    self.relation = relation ?? .equal
    self.number = number
    if rest.isEmpty {
      unit = nil
    } else {
      guard let unit = BaseUnit(written: String(rest)) else { return nil }
      self.unit = unit
    }
  }

  package func holds(for record: TargetRecord) -> Bool {
    if let unit {
      guard record.unitBase == unit.name, let value = record.valueBase else { return false }
      let bound = number * unit.factor
      return relation.holds(value, bound)
        && (record.valueMaxBase.map { relation.holds($0, bound) } ?? true)
    }
    guard let value = record.value else { return false }
    return relation.holds(value, number)
      && (record.valueMax.map { relation.holds($0, number) } ?? true)
  }
}
