import PlanDocument

/// The cells of a table as sums need them: every row by columns, with its name and number.
struct SumGrid {
  struct Row {
    /// Of each column; a cell that reaches over rows or columns is no amount of one of them.
    var amounts: [CellAmount]
    /// The words in front of the first amount, without the row's number.
    var name = ""
    var ordinal: RowOrdinal?
    /// Of a row of a total, as `TotalName` has it.
    var level: Int?
    /// 其中：…, or an average: no part.
    var isAmong = false
    /// Whether it has an amount, or a mark for none; a row without is a title of those below it.
    var hasAmounts = false
  }

  let table: PlanTable
  let rows: [Row]
  /// Words above each column, from the whole head, without white space.
  let heads: [String]
  /// The columns under the same cell of the head above the lowest row; nil where there is none.
  let groups: [Range<Int>?]
  /// The column that says in what each row is measured.
  let unitColumn: Int?
  /// From 单位：… in the head or caption.
  let sharedUnit: String?

  init(_ table: PlanTable) {
    self.table = table
    let count = max(1, table.columnCount)
    var heads = [String](repeating: "", count: count)
    var groups = [Range<Int>?](repeating: nil, count: count)
    var notes = [table.title.string]
    for row in table.header {
      if row.cells.count == 1, count > 1 {
        notes.append(row.cells[0].text.string)
        continue
      }
      for cell in row.cells {
        let columns = Self.columns(of: cell, count)
        for column in columns {
          heads[column] += cell.text.string.squeezed
          if columns.count > 1, columns.count < count { groups[column] = columns }
        }
      }
    }
    self.heads = heads
    self.groups = groups
    unitColumn = heads.firstIndex { ["单位", "计量单位"].contains($0) }
    sharedUnit = notes.lazy.compactMap(Self.unit).first
    var open = [Int](repeating: 0, count: count)
    rows = table.rows.enumerated().map { index, row in
      Self.row(row, index, heads, &open)
    }
  }

  private static func columns(of cell: TableCell, _ count: Int) -> Range<Int> {
    let start = min(max(0, cell.column), count)
    return start..<max(start, min(count, start + max(1, cell.columnSpan)))
  }

  /// - Parameter open: for each column the row in front of which a cell that reaches down ends.
  private static func row(
    _ row: TableRow, _ index: Int, _ heads: [String], _ open: inout [Int]
  ) -> Row {
    var found = Row(amounts: heads.map { _ in .empty })
    for column in heads.indices where open[column] > index { found.amounts[column] = .words }
    for cell in row.cells {
      let columns = columns(of: cell, heads.count)
      let amount = CellAmount(cell.text.string)
      let isWide = columns.count > 1 || cell.rowSpan > 1
      for column in columns {
        found.amounts[column] = isWide && amount != .empty ? .words : amount
        if cell.rowSpan > 1 { open[column] = index + cell.rowSpan }
      }
    }
    name(&found, row, heads)
    return found
  }

  private static func name(_ found: inout Row, _ row: TableRow, _ heads: [String]) {
    for cell in row.cells where heads.indices.contains(cell.column) {
      let text = cell.text.string.squeezed
      if found.name.isEmpty {
        if text.isEmpty { continue }
        if found.ordinal == nil, let ordinal = RowOrdinal(text),
          cell.column == 0 || heads[cell.column].holds("序号")
            || ordinal.length < text.unicodeScalars.count
        {
          found.ordinal = ordinal
          found.amounts[cell.column] = .words
          found.name = String(text.unicodeScalars.dropFirst(ordinal.length))
        } else {
          guard found.amounts[cell.column] == .words else { break }
          found.name = text
        }
      }
    }
    found.hasAmounts = found.amounts.contains { $0.isNumber || $0 == .none }
    // 合 计 in a cell beside that of the group that it sums up.
    let words = row.cells.prefix(4).map(\.text.string).prefix { !CellAmount($0).isNumber }
    found.level = words.lazy.compactMap(TotalName.level).first
    found.isAmong = ["其中", "#", "平均", "人均"].contains(where: found.name.hasPrefix)
  }

  /// The unit of a column: in brackets at the end of its head, else that of the whole table.
  func unit(ofColumn column: Int) -> String {
    let head = heads[column]
    if let last = head.last, "）)".contains(last),
      let open = head.lastIndex(where: { "（(".contains($0) })
    {
      let unit = head[head.index(after: open)...].dropLast()
      if unit.count <= 6, !unit.utf8.contains(where: { (0x30...0x39).contains($0) }) {
        return String(unit)
      }
    }
    return sharedUnit ?? ""
  }

  /// What a row says that it is measured in.
  func unit(ofRow row: Int) -> String {
    unitColumn.flatMap { column in
      table.rows[row].cells.first { $0.column == column }?.text.string.squeezed
    } ?? ""
  }

  private static func unit(_ note: String) -> String? {
    let text = note.squeezed
    guard let mark = text.firstRange(of: "单位：") ?? text.firstRange(of: "单位:") else { return nil }
    let unit = text[mark.upperBound...].prefix { !"）)，,；;、".contains($0) }
    return unit.isEmpty || unit.count > 6 ? nil : String(unit)
  }
}
