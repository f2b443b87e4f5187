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
  /// The indicator is one of these, by its whole name.
  case indicators([String])
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
      return leaf(
        "first_year BETWEEN ? AND ? AND last_year BETWEEN ? AND ?",
        [range.lowerBound, range.upperBound, range.lowerBound, range.upperBound])
    case .indicators(let names):
      // One argument, however many there are.
      return ("(indicator IN (SELECT value FROM json_each(?)))", [JSONList.text(of: names)])
    case .all(let parts): return joined(parts, " AND ", none: "1")
    case .any(let parts): return joined(parts, " OR ", none: "0")
    case .not(let part):
      let (text, arguments) = part.sql(isNegated: true)
      return ("(NOT \(text))", arguments)
    }
  }

  /// Whether every target for which it holds meets a condition of some kind.
  private func needs(_ isOfKind: (TargetCriterion) -> Bool) -> Bool {
    if isOfKind(self) { return true }
    guard case .all(let parts) = self else { return false }
    return parts.contains { $0.needs(isOfKind) }
  }

  /// The index that narrows the rows most.
  var index: String {
    if needs({ if case .indicators = $0 { true } else { false } }) { return "target_indicators" }
    if needs({ if case .text(.binding, _) = $0 { true } else { false } }) {
      return "target_bindings"
    }
    if needs({ if case .years = $0 { true } else { false } }) { return "target_years" }
    if !needs({ if case .text = $0 { true } else { false } }),
      needs({ if case .number(.value, _) = $0 { true } else { false } })
    {
      return "target_values"
    }
    return "target_numbers"
  }
}

extension CatalogView {
  /// Where targets stand that meet a condition: pairs of document and passage, ascending; a pair may
  /// come more than once.
  package func targetPlaces(
    _ criterion: TargetCriterion
  ) throws(CatalogError) -> [(key: Int, passage: Int)] {
    try CatalogReader.attempt(path) {
      let (text, arguments) = criterion.sql()
      // As one number: there may be as many as a library has targets.
      let places = try Int.fetchCursor(
        database,
        sql: "SELECT key << 32 | passage FROM target INDEXED BY \(criterion.index) "
          + "WHERE kind = 'target' AND \(text)",
        arguments: arguments)
      var packed: [Int] = []
      while let place = try places.next() { packed.append(place) }
      packed.sort()
      return packed.map { ($0 >> 32, $0 & 0xFFFF_FFFF) }
    }
  }

  /// Where the numbers of some passages stand that meet a condition, in code points of their documents.
  ///
  /// - Parameter passages: keys of documents and places of passages in them.
  package func targetSpans(
    _ criterion: TargetCriterion, in passages: [(key: Int, passage: Int)]
  ) throws(CatalogError) -> [(key: Int, passage: Int, span: Range<Int>)] {
    try CatalogReader.attempt(path) {
      let (text, arguments) = criterion.sql()
      let statement = try database.cachedStatement(
        sql: """
          SELECT key, passage, offset, length(text)
          FROM (SELECT value >> 32 AS wanted_key, value & 0xFFFFFFFF AS wanted_passage
            FROM json_each(?))
          JOIN target INDEXED BY target_passages
            ON key = wanted_key AND passage = wanted_passage
          WHERE kind = 'target' AND \(text)
          """)
      let list = JSONList.text(of: passages.map { $0.key << 32 | $0.passage })
      let rows = try Row.fetchCursor(statement, arguments: [list] + arguments)
      var spans: [(key: Int, passage: Int, span: Range<Int>)] = []
      while let row = try rows.next() {
        let (offset, length): (Int, Int) = (row[2], row[3])
        spans.append((row[0], row[1], offset..<offset + length))
      }
      return spans
    }
  }

  /// Names of the indicators of targets that can hold some runs of tokens; those of a run stand one
  /// behind another.
  package func indicators(
    holding runs: [[[UInt32]]]
  ) throws(CatalogError) -> [String] {
    try CatalogReader.attempt(path) {
      let parts = runs.reduce(into: Set<Int64>()) { $0.formUnion(IndicatorPart.wanted(in: $1)) }
        .sorted()
      let conditions = parts.map { _ in
        "id IN (SELECT id FROM indicator_part WHERE part = ?)"
      }
      let sql =
        "SELECT name FROM indicator"
        + (parts.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "))
      return try String.fetchAll(database, sql: sql, arguments: StatementArguments(parts))
    }
  }
}
