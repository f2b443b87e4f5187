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
  case regularExpression
  /// `name` is what stands before the colon.
  case condition(name: String)
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
    case .regularExpression:
      "regular expressions are not supported; text with a '/' goes in quotes"
    case .condition(let name):
      "conditions like '\(name):' are not supported in a query; text with a ':' goes in quotes"
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
}
