/// The piece of a text that is shown for a hit.
package struct Snippet: Sendable, Equatable {
  package let text: String
  /// In code points of `text`.
  package let highlights: [Range<Int>]
  /// Code points of the whole text before the snippet.
  package let start: Int
  /// Whether text was left out before it and behind it.
  package let isCutBefore: Bool
  package let isCutAfter: Bool

  /// The window with the most highlighted text, as early as possible, with its highlights in the
  /// middle.
  ///
  /// - Parameters:
  ///   - highlights: in code points of `text`, sorted and disjoint.
  ///   - length: code points to show, at least 1.
  package init(_ text: String, highlights: [Range<Int>], length: Int) {
    let scalars = Array(text.unicodeScalars)
    let length = min(max(1, length), scalars.count)
    let core = Self.densest(highlights, length)
    let spare = max(0, length - core.count)
    let begin = min(max(0, core.lowerBound - spare / 2), scalars.count - length)
    let end = begin + length
    self.text = String(String.UnicodeScalarView(scalars[begin..<end]))
    self.highlights = highlights.compactMap { highlight in
      let shown = highlight.clamped(to: begin..<end)
      return shown.isEmpty ? nil : shown.lowerBound - begin..<shown.upperBound - begin
    }
    start = begin
    isCutBefore = begin > 0
    isCutAfter = end < scalars.count
  }

  /// From the first to the last of the highlights that fit a window best.
  private static func densest(_ highlights: [Range<Int>], _ length: Int) -> Range<Int> {
    var best = 0..<0
    var bestCount = 0
    var last = 0
    var marked = 0
    for (first, highlight) in highlights.enumerated() {
      if last < first { (last, marked) = (first, 0) }
      while last < highlights.count, highlights[last].upperBound - highlight.lowerBound <= length {
        marked += highlights[last].count
        last += 1
      }
      if marked > bestCount {
        bestCount = marked
        best = highlight.lowerBound..<highlights[last - 1].upperBound
      }
      marked -= last > first ? highlight.count : 0
    }
    // A single highlight longer than the window: its beginning.
    if bestCount == 0, let first = highlights.first {
      return first.lowerBound..<min(first.upperBound, first.lowerBound + length)
    }
    return best
  }
}
