/// Folded text with its map back to the text it was made from.
package struct FoldedText: Sendable {
  package let tokens: TokenStream
  /// For each folded code point the half-open range of code points of the text it came from.
  package let sourceStarts: [UInt32]
  package let sourceEnds: [UInt32]

  package init(_ text: String) {
    var stream = TokenStream()
    var cutter = TokenCutter()
    cutter.sources = TokenCutter.SourceMap()
    for scalar in text.unicodeScalars { cutter.feed(scalar.value, into: &stream) }
    cutter.finish(&stream)
    tokens = stream
    sourceStarts = cutter.sources?.starts ?? []
    sourceEnds = cutter.sources?.ends ?? []
  }

  /// Code points of the text that tokens came from, from the first of the first to the last of
  /// the last; an empty range of tokens gives an empty range.
  package func sourceRange(ofTokens range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    let first = Int(tokens.starts[range.lowerBound])
    let last = Int(tokens.starts[range.upperBound]) - 1
    return Int(sourceStarts[first])..<Int(sourceEnds[last])
  }
}
