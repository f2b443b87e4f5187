/// What the index calls a document: a paragraph, heading, box paragraph, caption or table row.
package enum PassageKind: String, Sendable, CaseIterable, Codable {
  case paragraph
  /// The heading of a part, chapter, section or item, and the plan's own title.
  case heading
  /// A paragraph or bullet inside a box, and the box's heading.
  case box
  /// The caption of a table or figure.
  case caption
  /// A row of a table, its cells separated by one blank.
  case row
}

/// A stretch of text that is one thought: what a search finds and a target stands in.
package struct Passage: Sendable, Equatable {
  package var kind: PassageKind
  /// Mended: no line ends inside.
  package var text: MendedText
  /// Index into `Outline.divisions` of the smallest unit that holds it (for a heading: the unit
  /// it is the heading of); nil in front of the first unit.
  package var division: Int?
  /// Index into `Outline.tables` and the row there, for `row`; header rows have negative numbers,
  /// −1 being the last of them.
  package var row: TableRowPlace?
  /// Whether it is a bullet or numbered entry of a list (● ◆ —— 1.).
  package var isListItem: Bool

  package init(
    kind: PassageKind, text: MendedText, division: Int?, row: TableRowPlace? = nil,
    isListItem: Bool = false
  ) {
    self.kind = kind
    self.text = text
    self.division = division
    self.row = row
    self.isListItem = isListItem
  }
}

/// A row of a table of the outline.
package struct TableRowPlace: Sendable, Hashable {
  package var table: Int
  package var row: Int

  package init(table: Int, row: Int) {
    self.table = table
    self.row = row
  }
}
