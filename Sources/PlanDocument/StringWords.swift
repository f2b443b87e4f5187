extension String {
  /// Whether a word stands in the text, code point by code point.
  ///
  /// The standard library's `contains` compares by canonical equivalence, which takes a hundred
  /// times as long for Chinese.
  package func holds(_ word: String) -> Bool {
    word.utf8.isEmpty || utf8.span.place(of: word.utf8.span, from: 0, before: utf8.count) != nil
  }

  /// Whether the text begins with a word, code point by code point.
  package func opens(with word: String) -> Bool {
    let text = utf8.span
    let wanted = word.utf8.span
    guard wanted.count <= text.count else { return false }
    var length = 0
    while length < wanted.count, text[length] == wanted[length] { length += 1 }
    return length == wanted.count
  }

  /// Without white space, code point by code point.
  package var squeezed: String {
    var kept = String.UnicodeScalarView()
    // The last of all is the ideographic space, U+3000.
    for scalar in unicodeScalars where scalar.value > 0x3000 || !scalar.properties.isWhitespace {
      kept.append(scalar)
    }
    return String(kept)
  }
}
