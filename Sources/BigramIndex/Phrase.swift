import TextFolding

/// Tokens that stand one behind another.
package struct Phrase: Hashable, Sendable {
  /// Folded code points of each token.
  package let tokens: [[UInt32]]

  package init(tokens: [[UInt32]]) { self.tokens = tokens }

  /// The tokens of a text. Line ends in it count as blanks.
  package init(_ text: String) { self.init(TokenStream(text)) }

  package init(_ stream: TokenStream) {
    // A loop: `map` calls the closure by way of its type.
    var tokens: [[UInt32]] = []
    tokens.reserveCapacity(stream.count)
    for index in 0..<stream.count { tokens.append(Array(stream.scalars(of: index))) }
    self.tokens = tokens
  }

  package var count: Int { tokens.count }
  package var isEmpty: Bool { tokens.isEmpty }

  package func kind(_ index: Int) -> TokenKind {
    switch CharacterClass(of: tokens[index].first ?? 0) {
    case .han: .han
    case .word: .word
    default: .mark
    }
  }

  package func part(_ range: Range<Int>) -> Phrase { Phrase(tokens: Array(tokens[range])) }

  /// Its tokens as folded text, with blanks where two words would run together.
  package var text: String {
    var text = String.UnicodeScalarView()
    for index in tokens.indices {
      if index > 0, kind(index) == .word, kind(index - 1) == .word { text.append(" ") }
      text.append(contentsOf: tokens[index].compactMap(Unicode.Scalar.init))
    }
    return String(text)
  }

  /// Its tokens as a stream.
  package var stream: TokenStream {
    var stream = TokenStream()
    for token in tokens { stream.append(token: token[...]) }
    return stream
  }
}
