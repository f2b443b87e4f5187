import BigramIndex
import TextFolding

/// A term outside quotes, in which `?` is one token, `*` behind a word any rest of the word, and
/// `*` between Han characters a gap.
struct OpenTerm {
  private let word: String
  private let position: Int
  private let query: String

  /// - Parameter position: code points of the query before the word.
  init(_ word: String, at position: Int, in query: String) {
    self.word = word
    self.position = position
    self.query = query
  }

  func term() throws(QueryError) -> QueryTerm {
    var elements: [QueryTerm.Element] = []
    var gapPlace: Int?
    var literal = String.UnicodeScalarView()
    func flush() {
      elements += Phrase(String(literal)).tokens.map(QueryTerm.Element.token)
      literal = String.UnicodeScalarView()
    }
    for (offset, scalar) in word.unicodeScalars.enumerated() {
      switch scalar {
      case "?":
        flush()
        elements.append(.anyToken)
      case "*":
        flush()
        guard case .token(let token) = elements.last else { throw misplacedStar(offset) }
        switch CharacterClass(of: token[0]) {
        case .word: elements[elements.count - 1] = .prefix(token)
        case .han: elements.append(.gap)
        default: throw misplacedStar(offset)
        }
        gapPlace = offset
      default: literal.append(scalar)
      }
    }
    flush()
    for (index, element) in elements.enumerated() where element == .gap {
      guard index + 1 < elements.count, case .token(let token) = elements[index + 1],
        CharacterClass(of: token[0]) != .mark
      else { throw misplacedStar(gapPlace ?? 0) }
    }
    return try checked(elements)
  }

  private func checked(_ elements: [QueryTerm.Element]) throws(QueryError) -> QueryTerm {
    if elements.isEmpty { throw error(0, .nothingToSearch) }
    guard elements.contains(where: { $0 != .anyToken }) else {
      throw error(0, .onlyOpenTokens)
    }
    return QueryTerm(elements: elements)
  }

  private func misplacedStar(_ offset: Int) -> QueryError {
    error(offset, .misplacedStar)
  }

  private func error(_ offset: Int, _ problem: QueryProblem) -> QueryError {
    QueryError(query: query, position: position + offset, problem)
  }
}
