/// The kinds of structural units, in the words of CONTRACT.md.
package enum DivisionLevel: String, Sendable, CaseIterable, Codable {
  /// 篇
  case part
  /// 章
  case chapter
  /// 节
  case section
  /// 一、 （一） 1. and the like
  case item
  /// 专栏
  case box
  case table
  case figure
  case glossary
  case appendix
}

/// One structural unit: a 篇, 章, 节, 专栏, table …; the tree of them is the outline.
package struct Division: Sendable, Equatable {
  package var level: DivisionLevel
  /// The number that the label carries (第十一篇 is 11), nil where it carries none.
  package var number: Int?
  /// As printed without white space (`第二篇`, `专栏3`, `（一）`); empty where nothing is printed.
  package var label: String
  /// Without the label, mended where it was wrapped.
  package var title: MendedText
  /// Index of the unit that holds this one, smaller than its own; nil at the top.
  package var parent: Int?
  /// The heading itself, label and title.
  package var heading: TextSpan
  /// From the heading to the end of the unit.
  package var extent: TextSpan

  package init(
    level: DivisionLevel, number: Int?, label: String, title: MendedText, parent: Int?,
    heading: TextSpan, extent: TextSpan
  ) {
    self.level = level
    self.number = number
    self.label = label
    self.title = title
    self.parent = parent
    self.heading = heading
    self.extent = extent
  }

  /// How the unit is called in a path: its label, else the word for its level.
  package var pathComponent: String {
    if !label.isEmpty { return label.replacing("/", with: "／") }
    return switch level {
    case .part: "篇"
    case .chapter: "章"
    case .section: "节"
    case .item: "条"
    case .box: "专栏"
    case .table: "表"
    case .figure: "图"
    case .glossary: "名词解释"
    case .appendix: "附件"
    }
  }
}
