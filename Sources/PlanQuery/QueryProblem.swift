/// What can be wrong with a query.
package enum QueryProblem: Error, Equatable, CustomStringConvertible {
  case empty
  /// White space or nothing that is a token.
  case nothingToSearch
  /// `?` without text beside it.
  case onlyOpenTokens
  case misplacedStar
  /// `-` with a blank behind it.
  case misplacedMinus
  /// `~` with something else behind it than text.
  case misplacedTilde
  /// Synonyms and numbers of a term give too many writings.
  case tooManyWritings(limit: Int)
  /// A '/' that begins an expression, without one that ends it.
  case openExpression
  /// PCRE2's reason, and the number that it has there.
  case badExpression(String, code: Int)
  case unsupportedExpression(String)
  /// An expression that matches empty text.
  case matchesEverything
  /// Matching reached its limits.
  case expressionTooCostly
  /// A condition where there is no library to ask; `name` is what stands before the colon.
  case condition(name: String)
  /// `near` has the fields that were perhaps meant.
  case unknownField(String, near: [String])
  /// Nothing stands behind a field's colon.
  case missingValue(field: String)
  case badNumber(field: String, text: String)
  case unknownUnit(String, near: [String])
  case unknownChoice(field: String, text: String, of: [String])
  /// Something else than values between the parentheses behind a field.
  case noValue(field: String)
  /// A document or part that the library does not have.
  case unknownDocument(String, near: [String])
  case unknownPart(String, near: [String])
  /// `mark` is the one that would close it.
  case openQuote(mark: Unicode.Scalar)
  case emptyQuotes
  case openParenthesis, closesNothing
  case missingAtEnd, missingBeforeParenthesis, missingBeforeOperator
  case nearDistance(limit: Int)
  /// NEAR beside something else than a term.
  case nearNeedsTerms
  case nearChain
  /// More parentheses and NOTs within one another than the limit.
  case tooDeep(limit: Int)

  package var description: String {
    switch self {
    case .empty: "the query is empty"
    case .nothingToSearch: "this holds nothing that can be searched"
    case .onlyOpenTokens:
      "'?' stands for one token beside text; alone it finds everything"
    case .misplacedStar:
      "'*' stands behind a word (info*) or between Han characters (数字*平台); as text it goes in "
        + "quotes"
    case .misplacedMinus:
      "'-' excludes the term that it stands before; as text it goes in quotes"
    case .misplacedTilde:
      "'~' asks for what says the same as the text right behind it, without '?' and '*'; as text it "
        + "goes in quotes"
    case .tooManyWritings(let limit):
      "synonyms and numbers give this more than \(limit) writings; ask for its parts"
    case .openExpression:
      "this regular expression is not closed by '/'; text that begins with '/' goes in quotes"
    case .badExpression(let reason, _): "this is no regular expression: \(reason)"
    case .unsupportedExpression(let part):
      "'\(part)' is not supported in a regular expression here"
    case .matchesEverything:
      "this regular expression matches empty text, so it finds everything"
    case .expressionTooCostly:
      "this regular expression takes too many steps; make it shorter or more definite (repetitions "
        + "inside repetitions are what costs)"
    case .condition(let name):
      "conditions like '\(name):' need a library of plans; text with a ':' goes in quotes"
    case .unknownField(let name, let near):
      "there is no field '\(name):'; did you mean \(Self.list(near.map { "\($0):" })) (text with a "
        + "':' goes in quotes)?"
    case .missingValue(let field):
      "a value is missing right behind '\(field):'; text with a ':' goes in quotes"
    case .badNumber(let field, let text):
      "'\(text)' is no number for '\(field):'; write \(field):>=\(Self.example(field)), "
        + "\(field):<\(Self.example(field)), \(field):\(Self.example(field)) or a range with '..'"
    case .unknownUnit(let unit, let near):
      "the unit '\(unit)' is not known" + Self.hint(near)
    case .unknownChoice(let field, let text, let choices):
      "'\(field):' knows no '\(text)'; it takes \(Self.list(choices))"
    case .noValue(let field):
      "between the parentheses of '\(field):' stand values, AND, OR, NOT and nothing else"
    case .unknownDocument(let name, let near):
      "the library has no document '\(name)'" + Self.hint(near)
    case .unknownPart(let path, let near):
      "no document has a part '\(path)'" + Self.hint(near)
    case .openQuote(let mark): "this quote is not closed by \(mark)"
    case .emptyQuotes: "there is nothing between these quotes"
    case .openParenthesis: "this '(' is not closed"
    case .closesNothing: "this ')' closes nothing"
    case .missingAtEnd: "a term is missing at the end"
    case .missingBeforeParenthesis: "a term is missing before this ')'"
    case .missingBeforeOperator: "a term is missing before this operator"
    case .nearDistance(let limit): "NEAR/ needs a number of tokens from 0 to \(limit)"
    case .nearNeedsTerms: "NEAR stands between two terms"
    case .nearChain: "NEAR joins two terms, not more"
    case .tooDeep(let limit): "more than \(limit) levels inside one another"
    }
  }

  /// A number that a field could have.
  package static func example(_ field: String) -> String {
    field == QueryField.value.rawValue ? "100亿元" : "2025"
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  private static func hint(_ near: [String]) -> String {
    near.isEmpty ? "" : "; did you mean \(list(near))?"
  }
}
