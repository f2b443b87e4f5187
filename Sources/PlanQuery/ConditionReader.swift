import BigramIndex

/// Reads the value of a field.
struct ConditionReader {
  let field: QueryField
  let value: String
  /// Whether it stands between quotes, so that `*` and `?` are text.
  let isQuoted: Bool
  /// Code points of the query before the value.
  let position: Int
  let query: String
  let units: any UnitReader

  func condition() throws(QueryError) -> QueryCondition {
    switch field {
    case .title: .title(try term())
    case .heading: .heading(try term())
    case .box: .box(!isQuoted && value == "*" ? nil : try term())
    case .region:
      try isDigits ? .regionCode(value) : .region(term())
    case .document:
      !isQuoted && value.hasSuffix("*")
        ? .document(String(value.dropLast()), isPrefix: true)
        : .document(value, isPrefix: false)
    case .level: .level(try choice(QueryField.levels))
    case .kind: .kind(try choice(QueryField.kinds))
    case .planYear: .planYear(try year())
    case .part: .part(value)
    case .value, .unit, .year, .indicator, .binding: .target(.test(try test()))
    }
  }

  private func test() throws(QueryError) -> TargetTest {
    switch field {
    case .value:
      guard let (interval, rest) = QueryInterval.reading(value) else { throw badNumber }
      return .value(interval, rest.isEmpty ? nil : try unit(rest))
    case .unit:
      if value.hasPrefix("=") { return .unitAsWritten(String(value.dropFirst())) }
      return .unit(try unit(value))
    case .year: return .year(try year())
    case .binding: return .binding(try choice(QueryField.bindings))
    default: return .indicator(try term())
    }
  }

  private var isDigits: Bool {
    value.allSatisfy { $0.isASCII && $0.isNumber }
  }

  private var badNumber: QueryError { error(.badNumber(field: field.rawValue, text: value)) }

  private func term() throws(QueryError) -> QueryTerm {
    guard isQuoted else { return try OpenTerm(value, at: position, in: query).term() }
    let phrase = QueryTerm.phrase(of: value)
    guard !phrase.elements.isEmpty else { throw error(.emptyQuotes) }
    return phrase
  }

  private func year() throws(QueryError) -> QueryInterval {
    guard let (interval, rest) = QueryInterval.reading(value), rest.isEmpty || rest == "年" else {
      throw badNumber
    }
    return interval
  }

  private func unit(_ written: String) throws(QueryError) -> QueryUnit {
    if let unit = units.unit(written) { return unit }
    let start = position + value.unicodeScalars.count - written.unicodeScalars.count
    throw QueryError(
      query: query, position: max(position, start),
      .unknownUnit(written, near: units.units(near: written)))
  }

  private func choice(_ choices: [(name: String, value: String)]) throws(QueryError) -> String {
    if let found = choices.first(where: { $0.name == value.lowercased() }) { return found.value }
    throw error(.unknownChoice(field: field.rawValue, text: value, of: choices.map(\.name)))
  }

  private func error(_ problem: QueryProblem) -> QueryError {
    QueryError(query: query, position: position, problem)
  }
}

extension QueryTerm {
  static func phrase(of text: String) -> QueryTerm { QueryTerm(Phrase(text)) }
}
