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
  /// Whether more than one blank, or a tab, parts it from the token before it in its line.
  var isWide = false
  /// Whether it stands for a cell without text, which empty lines show.
  var isEmpty = false
  /// Whether it counts like a heading (一、空间结构): a row of its own that says what the rows below
  /// it are about.
  var isSection = false
  var look = TokenLook()
}
