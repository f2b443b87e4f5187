import PlanDocument

/// A word of a table that a converter wrote out as lines: what stands between two blanks.
struct TableToken {
  var span: TextSpan
  /// Index of its line.
  var line: Int
  /// Whether its line holds nothing else.
  var isWholeLine: Bool
  /// Whether it is the first of its line.
  var isFirst: Bool
  var text: String
  /// Whether the text is a number with its marks.
  let isNumber: Bool

  init(span: TextSpan, line: Int, isWholeLine: Bool, isFirst: Bool, text: String) {
    self.span = span
    self.line = line
    self.isWholeLine = isWholeLine
    self.isFirst = isFirst
    self.text = text
    isNumber = CellCost.isNumber(text)
  }
}
