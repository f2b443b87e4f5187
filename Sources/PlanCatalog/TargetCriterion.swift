import GRDB

/// A condition on rows of targets, as SQL.
package indirect enum TargetCriterion: Sendable {
  package enum Number: String, Sendable {
    case value
    case valueMax = "value_max"
    case valueBase = "value_base"
    case valueMaxBase = "value_max_base"
  }

  package enum Text: String, Sendable {
    case unit
    case unitBase = "unit_base"
    case binding
  }

  case number(Number, ClosedRange<Double>)
  case isNull(Number)
  case text(Text, String)
  /// The year, or that which is carried over; of a period both years.
  case years(ClosedRange<Double>)
  /// The indicator is one for which the function at this place of `functions` is true.
  case indicator(Int)
  case all([TargetCriterion])
  case any([TargetCriterion])
  case not(TargetCriterion)

  /// The condition, never null where it stands below a NOT.
  func sql(isNegated: Bool = false) -> (text: String, arguments: StatementArguments) {
    func leaf(
      _ text: String, _ arguments: StatementArguments
    ) -> (String, StatementArguments) {
      (isNegated ? "coalesce(\(text), 0)" : "(\(text))", arguments)
    }
    func joined(
      _ parts: [TargetCriterion], _ joint: String, none: String
    ) -> (String, StatementArguments) {
      guard !parts.isEmpty else { return (none, []) }
      var arguments = StatementArguments()
      let texts = parts.map { part in
        let (text, own) = part.sql(isNegated: isNegated)
        arguments += own
        return text
      }
      return ("(\(texts.joined(separator: joint)))", arguments)
    }
    switch self {
    case .number(let column, let range):
      return leaf("\(column.rawValue) BETWEEN ? AND ?", [range.lowerBound, range.upperBound])
    case .isNull(let column): return ("(\(column.rawValue) IS NULL)", [])
    case .text(let column, let text): return leaf("\(column.rawValue) = ?", [text])
    case .years(let range):
      let bounds: StatementArguments = [range.lowerBound, range.upperBound]
      let parts = ["year", "year_inherited"].map { column in
        "coalesce(CAST(substr(\(column), 1, 4) AS REAL) BETWEEN ? AND ? "
          + "AND CAST(substr(\(column), -4) AS REAL) BETWEEN ? AND ?, 0)"
      }
      return ("(\(parts.joined(separator: " OR ")))", bounds + bounds + bounds + bounds)
    case .indicator(let number): return ("indicator_holds_\(number)(indicator)", [])
    case .all(let parts): return joined(parts, " AND ", none: "1")
    case .any(let parts): return joined(parts, " OR ", none: "0")
    case .not(let part):
      let (text, arguments) = part.sql(isNegated: true)
      return ("(NOT \(text))", arguments)
    }
  }
}

extension CatalogView {
  /// Where targets stand that meet a condition: pairs of document and passage, in no order.
  ///
  /// - Parameter functions: what `TargetCriterion.indicator` names.
  package func targetPlaces(
    _ criterion: TargetCriterion, functions: [@Sendable (String) -> Bool]
  ) throws(CatalogError) -> [(key: Int, passage: Int)] {
    try CatalogReader.attempt(path) {
      let own = functions.enumerated().map { number, function in
        DatabaseFunction("indicator_holds_\(number)", argumentCount: 1, pure: true) { values in
          String.fromDatabaseValue(values[0]).map(function) ?? false
        }
      }
      for function in own { database.add(function: function) }
      defer { for function in own { database.remove(function: function) } }
      let (text, arguments) = criterion.sql()
      let rows = try Row.fetchCursor(
        database,
        sql: "SELECT key, passage FROM target INDEXED BY target_numbers "
          + "WHERE kind = 'target' AND \(text)",
        arguments: arguments)
      var places: [(key: Int, passage: Int)] = []
      while let row = try rows.next() { places.append((row[0], row[1])) }
      return places
    }
  }
}
