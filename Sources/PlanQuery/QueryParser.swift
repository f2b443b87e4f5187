import BigramIndex
import TextFolding

/// Reads the query language: OR binds least, then AND (or a blank), then NOT (or `-`), then NEAR.
struct QueryParser {
  /// Most parentheses and NOTs inside one another.
  private static let depthLimit = 100

  let text: String
  /// Nil where there is no library: a query without conditions.
  let units: (any UnitReader)?
  private var lexemes: [QueryLexer.Placed] = []
  private var next = 0
  private var depth = 0
  private var terms: [QueryTerm] = []
  private var numbers: [QueryTerm: Int] = [:]
  var conditions: [PlacedCondition] = []
  /// The field between whose parentheses the parser is.
  var field: QueryField?

  init(text: String, units: (any UnitReader)?) {
    self.text = text
    self.units = units
  }

  mutating func parse() throws(QueryError) -> SearchQuery {
    var lexer = QueryLexer(text: text)
    lexemes = try lexer.lexemes()
    guard !lexemes.isEmpty else { throw error(0, .empty) }
    let root = try alternatives()
    if let rest = current { throw error(rest.position, .closesNothing) }
    return SearchQuery(text: text, root: root, terms: terms, conditions: conditions)
  }

  var current: QueryLexer.Placed? { next < lexemes.count ? lexemes[next] : nil }

  /// Code points before the current lexeme, or all of the query.
  private var position: Int { current?.position ?? text.unicodeScalars.count }

  private mutating func alternatives() throws(QueryError) -> QueryNode {
    var nodes = [try conjunction()]
    while current?.lexeme == .or {
      next += 1
      nodes.append(try conjunction())
    }
    return nodes.count == 1 ? nodes[0] : .any(nodes)
  }

  private mutating func conjunction() throws(QueryError) -> QueryNode {
    var nodes: [QueryNode] = []
    /// Whether the last node is a condition on a target that the next one may join.
    var isOpenTarget = false
    repeat {
      if !nodes.isEmpty, current?.lexeme == .and { next += 1 }
      let isTarget =
        if case .field(let field) = current?.lexeme { field.isOfTarget } else { false }
      let node = try negation()
      if isTarget, isOpenTarget, let last = nodes.last, join(last, node) { continue }
      nodes.append(node)
      isOpenTarget = isTarget
    } while current.map { $0.lexeme != .or && $0.lexeme != .closing } ?? false
    return nodes.count == 1 ? nodes[0] : .all(nodes)
  }

  private mutating func negation() throws(QueryError) -> QueryNode {
    guard let placed = current, placed.lexeme == .not || placed.lexeme == .minus else {
      return try nearby()
    }
    next += 1
    if placed.lexeme == .minus, position != placed.position + 1 {
      throw error(placed.position, .misplacedMinus)
    }
    try enter(placed)
    defer { depth -= 1 }
    return .not(try negation())
  }

  private mutating func nearby() throws(QueryError) -> QueryNode {
    let node = try primary()
    guard let placed = current, case .near(let distance) = placed.lexeme else { return node }
    next += 1
    guard field == nil, case .term(let first) = node, case .term(let second) = try primary()
    else {
      throw error(placed.position, .nearNeedsTerms)
    }
    if case .near = current?.lexeme { throw error(position, .nearChain) }
    return .near(first, second, distance: distance)
  }

  mutating func primary() throws(QueryError) -> QueryNode {
    guard let placed = current else { throw error(position, .missingAtEnd) }
    next += 1
    switch placed.lexeme {
    case .opening:
      try enter(placed)
      defer { depth -= 1 }
      let node = try alternatives()
      guard current?.lexeme == .closing else {
        throw error(placed.position, .openParenthesis)
      }
      next += 1
      return node
    case .pattern(let source):
      if let field { throw error(placed.position, .noValue(field: field.rawValue)) }
      return try pattern(source, at: placed.position)
    case .field(let field): return try condition(field, at: placed.position)
    case .value(let value): return try condition(value, isQuoted: false, at: placed.position)
    case .quoted(let literal) where field != nil:
      return try condition(literal, isQuoted: true, at: placed.position)
    case .open(let word) where field != nil:
      return try condition(word, isQuoted: false, at: placed.position)
    case .quoted(let literal):
      let phrase = Phrase(literal)
      guard !phrase.isEmpty else {
        throw error(placed.position, .emptyQuotes)
      }
      return term(QueryTerm(phrase))
    case .open(let word):
      return term(try OpenTerm(word, at: placed.position, in: text).term())
    case .closing: throw error(placed.position, .missingBeforeParenthesis)
    case .and, .or, .near:
      throw error(placed.position, .missingBeforeOperator)
    case .not, .minus: throw error(placed.position, .nearNeedsTerms)
    }
  }

  private mutating func term(_ term: QueryTerm) -> QueryNode {
    if let number = numbers[term] { return .term(number) }
    numbers[term] = terms.count
    terms.append(term)
    return .term(terms.count - 1)
  }

  private mutating func enter(_ placed: QueryLexer.Placed) throws(QueryError) {
    depth += 1
    guard depth <= Self.depthLimit else {
      throw error(placed.position, .tooDeep(limit: Self.depthLimit))
    }
  }

  func error(_ position: Int, _ problem: QueryProblem) -> QueryError {
    QueryError(query: text, position: position, problem)
  }
}
