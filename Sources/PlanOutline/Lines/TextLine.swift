import PlanDocument

/// A line that holds text.
struct TextLine {
  /// 1-based number in the source.
  var number: Int
  /// Without white space at both ends.
  var span: TextSpan
  /// Width of the white space in front, in quarters of a Chinese character.
  var indent: Int
  /// Width of the text, in quarters of a Chinese character.
  var width: Int
  /// Empty lines in front of it.
  var gap: Int
  /// Whether a page begins with it, or between it and the line before.
  var startsPage: Bool
  var first: Unicode.Scalar
  var last: Unicode.Scalar
  /// What markup says of it.
  var role: MarkupBlock.Role?
  /// Whether its last mark, or the one before a closing bracket or quote, ends a sentence.
  var endsSentence: Bool

  /// Whether a full stop was lost at its end: each line of the text is a sentence.
  var isSentence = false

  /// Whether it is of a table that markup gives.
  var isCell: Bool {
    guard case .cell(_) = role else { return false }
    return true
  }

  /// A part of the line, measured; without white space at its end.
  ///
  /// - Parameters:
  ///   - run: the characters of the whole line.
  ///   - isFirst: whether nothing of the line's text stands in front of the part.
  func part(_ range: Range<Int>, of run: CharacterRun, isFirst: Bool) -> TextLine {
    var end = range.upperBound
    while end > range.lowerBound + 1, run.scalars[end - 1].isBlank { end -= 1 }
    var part = self
    part.span = run.span(range.lowerBound..<end)
    part.width = run.scalars[range.lowerBound..<end].reduce(0) { $0 + $1.width }
    part.first = run.scalars[range.lowerBound]
    part.last = run.scalars[end - 1]
    if !isFirst {
      part.gap = 0
      part.startsPage = false
    }
    return part
  }
}
