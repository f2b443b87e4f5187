/// A half-open range of UTF-8 bytes in a source text as stored.
///
/// Spans are how stages point into a text; what leaves the program counts code points instead
/// (`SourceText.codePointOffset(ofByte:)`).
package struct TextSpan: Sendable, Hashable, Comparable, BitwiseCopyable {
  /// First byte, 0-based.
  package var start: Int
  /// The byte after the last one, at least `start`.
  package var end: Int

  package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  package init(_ range: Range<Int>) { self.init(range.lowerBound, range.upperBound) }

  package var count: Int { end - start }
  package var isEmpty: Bool { start == end }
  package var range: Range<Int> { start..<end }

  package func contains(_ byte: Int) -> Bool { byte >= start && byte < end }

  /// Whether both hold a byte in common.
  package func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }

  /// The smallest span that holds both.
  package func union(_ other: TextSpan) -> TextSpan {
    TextSpan(min(start, other.start), max(end, other.end))
  }

  package static func < (a: TextSpan, b: TextSpan) -> Bool {
    (a.start, a.end) < (b.start, b.end)
  }
}
