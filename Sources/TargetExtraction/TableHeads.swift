import PlanDocument

/// The words above each column of a table, and what a note above them says (单位：万元).
struct TableHeads {
  /// One text a column, from all rows of the head, without white space.
  let texts: [String]
  /// The first column of the head cell that stands over each column in the lowest row of the head.
  let groups: [Int]
  /// From 单位：… in a row of its own or in the caption.
  let sharedUnit: String?

  init(_ table: PlanTable) {
    let count = max(1, table.columnCount)
    var texts = [String](repeating: "", count: count)
    var groups = Array(0..<count)
    var unit = Self.unit(in: table.title.string)
    for row in table.header {
      if row.cells.count == 1, table.columnCount > 1 {
        // A title or note over the whole table.
        unit = unit ?? Self.unit(in: row.cells[0].text.string)
        continue
      }
      for cell in row.cells {
        let words = Self.plain(cell.text.string)
        let end = min(count, cell.column + max(1, cell.columnSpan))
        guard cell.column < end else { continue }
        for column in cell.column..<end {
          texts[column] += words
          groups[column] = cell.column
        }
      }
    }
    self.texts = texts
    self.groups = groups
    sharedUnit = unit
  }

  /// A head without white space and without what it says in brackets of its cells: 指标（单位）.
  private static func plain(_ head: String) -> String {
    let text = head.squeezed
    for bracket in ["（单位）", "(单位)", "（计量单位）"] where text.holds(bracket) && text != bracket {
      return text.replacing(bracket, with: "")
    }
    return text
  }

  /// The unit behind 单位：, where it is one.
  private static func unit(in note: String) -> String? {
    let text = note.squeezed
    guard let mark = text.firstRange(of: "单位：") ?? text.firstRange(of: "单位:") else { return nil }
    let rest = text[mark.upperBound...].prefix { !"）)，,；;".contains($0) }
    let unit = String(rest)
    return BaseUnit(written: unit) == nil ? nil : unit
  }
}
