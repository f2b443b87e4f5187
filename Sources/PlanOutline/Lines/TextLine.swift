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
}
