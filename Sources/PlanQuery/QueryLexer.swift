/// Cuts a query into what the parser reads. Operators are ASCII and are read before folding.
struct QueryLexer {
  enum Lexeme: Equatable {
    case opening, closing
    case and, or, not
    case minus
    case near(Int)
    /// Text between quotes.
    case quoted(String)
    /// Text with `?` and `*` in it as operators.
    case open(String)
  }

  struct Placed {
    let lexeme: Lexeme
    /// Code points of the query before it.
    let position: Int
  }

  /// Most tokens that NEAR can be asked to reach over.
  static let nearLimit = 1000
  /// Names before a colon that are conditions, not text.
  private static let fieldNames: Set<String> = [
    "title", "heading", "doc", "region", "level", "kind", "year", "plan-year", "in", "box",
    "value", "unit", "indicator", "binding",
  ]
  private static let quotes: [Unicode.Scalar: Unicode.Scalar] = [
    "\"": "\"", "\u{201C}": "\u{201D}", "\u{300C}": "\u{300D}",
  ]

  private let text: String
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(text: String) {
    self.text = text
    scalars = Array(text.unicodeScalars)
  }

  mutating func lexemes() throws(QueryError) -> [Placed] {
    var result: [Placed] = []
    while position < scalars.count {
      let start = position
      if Self.isBlank(scalars[position]) {
        position += 1
      } else {
        result.append(Placed(lexeme: try next(), position: start))
      }
    }
    return result
  }

  private mutating func next() throws(QueryError) -> Lexeme {
    let scalar = scalars[position]
    if let end = Self.quotes[scalar] { return .quoted(try quotedText(until: end)) }
    switch scalar {
    case "(": return take(.opening)
    case ")": return take(.closing)
    case "-": return take(.minus)
    case "/":
      throw error(position, .regularExpression)
    default: return try word()
    }
  }

  private mutating func take(_ lexeme: Lexeme) -> Lexeme {
    position += 1
    return lexeme
  }

  private mutating func quotedText(until end: Unicode.Scalar) throws(QueryError) -> String {
    guard let close = scalars[(position + 1)...].firstIndex(of: end) else {
      throw error(position, .openQuote(mark: end))
    }
    defer { position = close + 1 }
    return Self.string(scalars[(position + 1)..<close])
  }

  /// Text up to a blank, a parenthesis or a quote; some of it are operators.
  private mutating func word() throws(QueryError) -> Lexeme {
    let start = position
    while position < scalars.count, !Self.isBlank(scalars[position]),
      scalars[position] != "(", scalars[position] != ")", Self.quotes[scalars[position]] == nil
    {
      position += 1
    }
    let word = Self.string(scalars[start..<position])
    switch word {
    case "AND": return .and
    case "OR": return .or
    case "NOT": return .not
    default: break
    }
    if word.hasPrefix("NEAR/") {
      guard let distance = Int(word.dropFirst(5)), (0...Self.nearLimit).contains(distance) else {
        throw error(start + 5, .nearDistance(limit: Self.nearLimit))
      }
      return .near(distance)
    }
    if let colon = word.firstIndex(of: ":"), Self.fieldNames.contains(String(word[..<colon])) {
      throw error(start, .condition(name: String(word[..<colon])))
    }
    return .open(word)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || ("\t"..."\r").contains(scalar)
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  private func error(_ position: Int, _ problem: QueryProblem) -> QueryError {
    QueryError(query: text, position: position, problem)
  }
}
