/// What a token is; decided by its first folded code point.
package enum TokenKind: UInt8, Sendable {
  case han, word, mark

  /// The kind of a token that begins with a folded code point.
  package init(of scalar: UInt32) {
    self =
      switch CharacterClass(of: scalar) {
      case .han: .han
      case .word: .word
      default: .mark
      }
  }
}

/// Folded text cut into tokens. Blanks are left out: they only separate words.
package struct TokenStream: Sendable, Equatable {
  /// Folded code points of all tokens, one after another.
  package internal(set) var scalars: [UInt32] = []
  /// Token i is `scalars[starts[i] ..< starts[i + 1]]`; one more entry than tokens.
  package internal(set) var starts: [UInt32] = [0]
  /// Tokens that a line end precedes, ascending, each once: no phrase crosses them.
  package internal(set) var lineStarts: [UInt32] = []

  package init() {}

  /// The tokens of a text.
  package init(_ text: String) { append(text) }

  /// Tokens: the length of a document.
  @inlinable package var count: Int { starts.count - 1 }

  @inlinable package func range(_ index: Int) -> Range<Int> {
    Int(starts[index])..<Int(starts[index + 1])
  }

  /// Folded code points of one token.
  package func scalars(of index: Int) -> ArraySlice<UInt32> { scalars[range(index)] }

  package func kind(_ index: Int) -> TokenKind { TokenKind(of: scalars[Int(starts[index])]) }

  package mutating func removeAll(keepingCapacity: Bool) {
    scalars.removeAll(keepingCapacity: keepingCapacity)
    starts.removeAll(keepingCapacity: keepingCapacity)
    starts.append(0)
    lineStarts.removeAll(keepingCapacity: keepingCapacity)
  }

  /// Appends the tokens of UTF-8 text as if a line end stood before it, unless this is empty.
  ///
  /// Ill-formed bytes become U+FFFD, one for each maximal part (Unicode Standard, section 3.9).
  package mutating func append(utf8 bytes: Span<UInt8>) {
    var cutter = TokenCutter()
    cutter.resume(self)
    var decoder = UTF8Reader()
    while true {
      while let scalar = decoder.han(in: bytes), cutter.feedHan(scalar, into: &self) {
        decoder.skip(3)
      }
      guard let scalar = decoder.next(in: bytes) else { break }
      cutter.feed(scalar, into: &self)
    }
    cutter.finish(&self)
  }

  package mutating func append(_ text: String) {
    var cutter = TokenCutter()
    cutter.resume(self)
    for scalar in text.unicodeScalars { cutter.feed(scalar.value, into: &self) }
    cutter.finish(&self)
  }

  /// Makes room for tokens that are to be appended, each of one code point or with as many as they have in
  /// all.
  package mutating func reserveCapacity(_ count: Int) {
    scalars.reserveCapacity(count)
    starts.reserveCapacity(count + 1)
  }

  /// Appends a token of one folded code point.
  @inline(__always)
  package mutating func append(token scalar: UInt32, afterLineEnd: Bool) {
    if afterLineEnd, count > 0 { lineStarts.append(UInt32(count)) }
    scalars.append(scalar)
    starts.append(UInt32(scalars.count))
  }

  /// Appends a token that is folded already.
  ///
  /// - Parameters:
  ///   - token: folded code points, at least one.
  ///   - afterLineEnd: whether a line end stands before it.
  package mutating func append(token: ArraySlice<UInt32>, afterLineEnd: Bool = false) {
    guard !token.isEmpty else { return }
    if afterLineEnd, count > 0 { lineStarts.append(UInt32(count)) }
    scalars.append(contentsOf: token)
    starts.append(UInt32(scalars.count))
  }
}
