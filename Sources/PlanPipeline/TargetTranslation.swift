import BigramIndex
import PlanCatalog
import PlanQuery

/// Conditions on targets as the catalog takes them.
struct TargetTranslation {
  let catalog: CatalogView

  func criterion(of predicate: TargetPredicate) throws -> TargetCriterion {
    switch predicate {
    case .test(let test): try criterion(of: test)
    case .all(let parts): .all(try parts.map { try criterion(of: $0) })
    case .any(let parts): .any(try parts.map { try criterion(of: $0) })
    case .not(let part): .not(try criterion(of: part))
    }
  }

  private func criterion(of test: TargetTest) throws -> TargetCriterion {
    switch test {
    case .value(let interval, let unit):
      guard let unit else { return Self.range(interval.closed(), .value, .valueMax) }
      return .all([
        .text(.unitBase, unit.base),
        Self.range(interval.closed(scaledBy: unit.factor), .valueBase, .valueMaxBase),
      ])
    case .unit(let unit): return .text(.unitBase, unit.base)
    case .unitAsWritten(let unit): return .text(.unit, unit)
    case .year(let interval): return .years(interval.closed())
    case .binding(let binding): return .text(.binding, binding)
    case .indicator(let term):
      let names = try catalog.indicators(holding: term.literalRuns.map(\.tokens))
      return .indicators(names.filter { FieldText($0).contains(term) })
    }
  }

  private static func range(
    _ range: ClosedRange<Double>, _ value: TargetCriterion.Number,
    _ most: TargetCriterion.Number
  ) -> TargetCriterion {
    .all([.number(value, range), .any([.isNull(most), .number(most, range)])])
  }
}
