/// A way of numbering headings, from the outermost that a plan can use to the innermost.
enum NumberingStyle: Int, CaseIterable, Comparable {
  /// 第一篇, 第一部分, 第一编
  case part
  /// 第一章
  case chapter
  /// 第一节
  case section
  /// 第一条
  case article
  /// 一、
  case comma
  /// （一）
  case bracket
  /// 1. 1、
  case number
  /// 1 in front of a title, where the next level is 1.1
  case dottedOne
  /// 1.1
  case dottedTwo
  /// 1.1.1
  case dottedThree
  /// 1.1.1.1
  case dottedFour
  /// （1）
  case numberBracket

  static func < (a: NumberingStyle, b: NumberingStyle) -> Bool { a.rawValue < b.rawValue }

  /// Words behind 第 and a number that make a heading.
  static let named: [(word: String, style: NumberingStyle)] = [
    ("篇", .part),
    ("编", .part),
    ("部分", .part),
    ("章", .chapter),
    ("节", .section),
    ("条", .article),
  ]

  /// Whether the label alone, in front of a line, makes a heading likely.
  var isNamed: Bool { self <= .article }
  /// Whether the number shows its place by dots: 1.1, 1.1.1.
  var isDotted: Bool { self >= .dottedTwo && self <= .dottedFour }
}

/// What a heading's label says.
enum LabelKind: Hashable {
  case numbered(NumberingStyle)
  case box
  case table
  case figure
  case appendix
}

/// A label in front of a line, read.
struct PrintedLabel {
  var kind: LabelKind
  /// Nil where it carries no number.
  var number: Int?
  /// Without white space and trailing punctuation.
  var text: String
  /// Index of the first character of the title in the run.
  var end: Int
  /// Whether a blank or a mark parts it from the title.
  var isParted: Bool
}
