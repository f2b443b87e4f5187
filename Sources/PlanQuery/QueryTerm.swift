import BigramIndex
import TextFolding

/// What one term of a query asks for: tokens that stand one behind another, some of them open.
package struct QueryTerm: Hashable, Sendable {
  package enum Element: Hashable, Sendable {
    /// Folded code points of a token that has to stand here.
    case token([UInt32])
    /// One of several tokens, the one that was written first.
    case anyOf([[UInt32]])
    /// A word that begins with these folded code points.
    case prefix([UInt32])
    /// Any one token.
    case anyToken
    /// Up to `gapLimit` Han characters and words, or none.
    case gap
  }

  /// Most tokens that a `*` inside a Han run stands for.
  package static let gapLimit = 8

  package let elements: [Element]
  /// Fewest tokens that it stands for: its elements without gaps.
  let fewestTokens: Int

  package init(elements: [Element]) {
    self.elements = elements
    fewestTokens = elements.count { $0 != .gap }
  }

  package init(_ phrase: Phrase) { self.init(elements: phrase.tokens.map(Element.token)) }

  /// Whether it stands for as many tokens wherever it stands.
  var hasFixedLength: Bool { fewestTokens == elements.count }

  /// The phrase, where nothing in the term is open.
  package var phrase: Phrase? {
    var tokens: [[UInt32]] = []
    for element in elements {
      guard case .token(let token) = element else { return nil }
      tokens.append(token)
    }
    return Phrase(tokens: tokens)
  }

  /// The term as it was written, where it stands for several writings.
  var asWritten: QueryTerm {
    QueryTerm(
      elements: elements.map { element in
        if case .anyOf(let tokens) = element { .token(tokens.first ?? []) } else { element }
      })
  }

  /// Its runs of tokens without anything open, in order.
  package var literalRuns: [Phrase] {
    var runs: [[[UInt32]]] = [[]]
    for element in elements {
      if case .token(let token) = element {
        runs[runs.count - 1].append(token)
      } else {
        runs.append([])
      }
    }
    return runs.filter { !$0.isEmpty }.map(Phrase.init(tokens:))
  }
}
