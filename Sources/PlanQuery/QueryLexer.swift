/// Cuts a query into what the parser reads. Operators are ASCII and are read before folding.
struct QueryLexer {
  enum Lexeme: Equatable {
    case opening, closing
    case and, or, not
    case minus
    /// Asks for what says the same as the text behind it.
    case tilde
    case near(Int)
    /// Text between quotes.
    case quoted(String)
    /// The name of a field; its value, a quote or a parenthesis stands right behind it.
    case field(QueryField)
    /// The value of a field without quotes.
    case value(String)
    /// A regular expression without its slashes.
    case pattern(String)
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

  /// The mark that ends what another one begins; nil for what is no such mark.
  private static func end(ofQuote scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "\"": "\""
    case "\u{201C}": "\u{201D}"
    case "\u{300C}": "\u{300D}"
    default: nil
    }
  }

  private let text: String
  private let scalars: [Unicode.Scalar]
  private var position = 0
  /// Where the value of a field begins that was just read.
  private var valueStart: Int?

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
        if let value = takeValue() { result.append(value) }
      }
    }
    return result
  }

  private mutating func next() throws(QueryError) -> Lexeme {
    let scalar = scalars[position]
    if let end = Self.end(ofQuote: scalar) { return .quoted(try quotedText(until: end)) }
    switch scalar {
    case "(": return take(.opening)
    case ")": return take(.closing)
    case "-": return take(.minus)
    case "~": return take(.tilde)
    case "/":
      return .pattern(try patternText())
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

  /// What stands up to the next slash without a backslash in front of it.
  private mutating func patternText() throws(QueryError) -> String {
    let start = position
    position += 1
    while position < scalars.count, scalars[position] != "/" {
      position += scalars[position] == "\\" ? 2 : 1
    }
    guard position < scalars.count else { throw error(start, .openExpression) }
    defer { position += 1 }
    return Self.string(scalars[(start + 1)..<position])
  }

  /// Text up to a blank, a parenthesis or a quote; some of it are operators.
  private mutating func word() throws(QueryError) -> Lexeme {
    let start = position
    skipWord()
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
    if let field = try field(word, at: start) { return .field(field) }
    return .open(word)
  }

  /// The field that a word begins with; the position is then behind the colon.
  private mutating func field(_ word: String, at start: Int) throws(QueryError) -> QueryField? {
    guard let colon = word.firstIndex(of: ":") else { return nil }
    let name = word[..<colon]
    guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "-") }) else {
      return nil
    }
    guard let field = QueryField(rawValue: String(name)) else {
      let near = QueryField.near(String(name))
      guard near.isEmpty else { throw error(start, .unknownField(String(name), near: near)) }
      return nil
    }
    position = start + name.unicodeScalars.count + 1
    guard position < scalars.count, !Self.isBlank(scalars[position]), scalars[position] != ")"
    else { throw error(start, .missingValue(field: String(name))) }
    valueStart = position
    return field
  }

  /// The value behind a field's colon; nil where a quote or a parenthesis stands there.
  private mutating func takeValue() -> Placed? {
    guard let start = valueStart else { return nil }
    valueStart = nil
    skipWord()
    guard position > start else { return nil }
    return Placed(lexeme: .value(Self.string(scalars[start..<position])), position: start)
  }

  /// To the next blank, parenthesis or quote.
  private mutating func skipWord() {
    while position < scalars.count, !Self.isBlank(scalars[position]),
      scalars[position] != "(", scalars[position] != ")",
      Self.end(ofQuote: scalars[position]) == nil
    {
      position += 1
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || ("\t"..."\r").contains(scalar)
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(3 * scalars.count)
    for scalar in scalars { bytes.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func error(_ position: Int, _ problem: QueryProblem) -> QueryError {
    QueryError(query: text, position: position, problem)
  }
}
