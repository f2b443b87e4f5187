/// What one target has to be.
package indirect enum TargetPredicate: Hashable, Sendable {
  case test(TargetTest)
  case all([TargetPredicate])
  case any([TargetPredicate])
  case not(TargetPredicate)

  /// All of some parts; a bare number beside a unit is a number of that unit.
  static func joining(_ parts: [TargetPredicate]) -> TargetPredicate {
    let flat = parts.flatMap { part -> [TargetPredicate] in
      if case .all(let inner) = part { inner } else { [part] }
    }
    let unit = flat.lazy.compactMap { part -> QueryUnit? in
      if case .test(.unit(let unit)) = part { unit } else { nil }
    }.first
    let paired = flat.map { part in unit.map { part.measured(in: $0) } ?? part }
    return paired.count == 1 ? paired[0] : .all(paired)
  }

  /// The same with bare numbers taken as numbers of a unit.
  private func measured(in unit: QueryUnit) -> TargetPredicate {
    switch self {
    case .test(.value(let interval, nil)): .test(.value(interval, unit))
    case .test: self
    case .all(let parts): .all(parts.map { $0.measured(in: unit) })
    case .any(let parts): .any(parts.map { $0.measured(in: unit) })
    case .not(let part): .not(part.measured(in: unit))
    }
  }
}

/// One condition on a target.
package enum TargetTest: Hashable, Sendable {
  /// Without a unit the value as written is compared, else the value in the base unit. Of a range
  /// all of it has to lie in the interval.
  case value(QueryInterval, QueryUnit?)
  /// Any unit that can be converted into this one.
  case unit(QueryUnit)
  case unitAsWritten(String)
  /// The year that the text gives or that is carried over from an earlier sentence, not a guessed
  /// one; of a period (2021-2025) both years.
  case year(QueryInterval)
  /// Part of the indicator's name.
  case indicator(QueryTerm)
  case binding(String)
}

/// A unit that a query names, led back to the one in which values are compared.
package struct QueryUnit: Hashable, Sendable {
  /// Name of the base unit.
  package let base: String
  /// Base units in one of it.
  package let factor: Double

  package init(base: String, factor: Double) {
    self.base = base
    self.factor = factor
  }
}
