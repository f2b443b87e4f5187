import BigramIndex
import TextFolding

/// Reads the query language: OR binds least, then AND (or a blank), then NOT (or `-`), then NEAR.
struct QueryParser {
  /// Most parentheses and NOTs inside one another.
  private static let depthLimit = 100

  let text: String
  /// Nil where there is no library: a query without conditions.
  let units: (any UnitReader)?
  /// Nil for those that the project ships.
  private let synonyms: SynonymTable?
  private var lexemes: [QueryLexer.Placed] = []
  private var next = 0
  private var depth = 0
  private var terms: [QueryTerm] = []
  var conditions: [PlacedCondition] = []
  /// The field between whose parentheses the parser is.
  var field: QueryField?

  /// Terms that were asked for with what says the same.
  private var expansions: [SearchQuery.Expansion] = []

  init(text: String, units: (any UnitReader)?, synonyms: SynonymTable?) {
    self.text = text
    self.units = units
    self.synonyms = synonyms
  }

  mutating func parse() throws(QueryError) -> SearchQuery {
    var lexer = QueryLexer(text: text)
    lexemes = try lexer.lexemes()
    guard !lexemes.isEmpty else { throw error(0, .empty) }
    let root = try alternatives()
    if let rest = current { throw error(rest.position, .closesNothing) }
    var query = SearchQuery(text: text, root: root, terms: terms, conditions: conditions)
    query.expansions = expansions
    return query
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
    let (node, firsts) = try nearSide()
    guard let placed = current, case .near(let distance) = placed.lexeme else { return node }
    next += 1
    guard field == nil, let firsts, let seconds = try nearSide().terms else {
      throw error(placed.position, .nearNeedsTerms)
    }
    if case .near = current?.lexeme { throw error(position, .nearChain) }
    let pairs = firsts.flatMap { first in
      seconds.map { QueryNode.near(first, $0, distance: distance) }
    }
    return pairs.count == 1 ? pairs[0] : .any(pairs)
  }

  /// What may stand beside NEAR, with the terms that it is then: one, or those that say the same.
  private mutating func nearSide() throws(QueryError) -> (node: QueryNode, terms: [Int]?) {
    let isExpanded = current?.lexeme == .tilde
    let node = try primary()
    switch node {
    case .term(let term): return (node, [term])
    case .any(let nodes) where isExpanded:
      return (node, nodes.compactMap { if case .term(let term) = $0 { term } else { nil } })
    default: return (node, nil)
    }
  }

  /// What says the same as the text behind a `~`.
  private mutating func expansion(at start: Int) throws(QueryError) -> QueryNode {
    guard field == nil, let placed = current, placed.position == start + 1 else {
      throw error(start, .misplacedTilde)
    }
    let phrase: Phrase?
    switch placed.lexeme {
    case .quoted(let literal): phrase = Phrase(literal)
    case .open(let word):
      phrase = try OpenTerm(word, at: placed.position, in: text).term().phrase
    default: phrase = nil
    }
    guard let phrase, !phrase.isEmpty else { throw error(start, .misplacedTilde) }
    next += 1
    guard let writings = (synonyms ?? .shipped).writings(of: phrase) else {
      throw error(start, .tooManyWritings(limit: SynonymTable.writingLimit))
    }
    expansions.append(
      SearchQuery.Expansion(written: phrase.text, others: writings.dropFirst().map(\.text)))
    let nodes = writings.map { term(QueryTerm($0)) }
    return nodes.count == 1 ? nodes[0] : .any(nodes)
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
    case .tilde: return try expansion(at: placed.position)
    case .not, .minus: throw error(placed.position, .nearNeedsTerms)
    }
  }

  private mutating func term(_ term: QueryTerm) -> QueryNode {
    // Of a few terms a search is faster than a hash, which goes over every code point.
    if let number = terms.firstIndex(of: term) { return .term(number) }
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
