import PlanDocument

/// Tables that the markup of a format gave, cell by cell.
struct MarkupTables {
  let source: SourceText

  /// A table of the markup and where it lies.
  struct Found {
    var header: [TableRow]
    var rows: [TableRow]
    var columnCount: Int
    var span: TextSpan
  }

  /// In the order of the text. Where other text stands between the cells of a table it is two.
  func tables() -> [Found] {
    var tables: [Found] = []
    var cells: [(place: TableCellPlace, span: TextSpan)] = []
    for block in source.blocks {
      if case .cell(let place) = block.role,
        cells.last.map({ $0.place.table == place.table }) ?? true
      {
        cells.append((place, block.span))
        continue
      }
      if !cells.isEmpty { tables.append(table(cells)) }
      cells = []
      if case .cell(let place) = block.role { cells.append((place, block.span)) }
    }
    if !cells.isEmpty { tables.append(table(cells)) }
    return tables
  }

  private func table(_ cells: [(place: TableCellPlace, span: TextSpan)]) -> Found {
    var rows: [TableRow] = []
    var headers = 0
    var current = -1
    var columns = 0
    var isHeader = true
    var span = cells[0].span
    for (place, cellSpan) in cells {
      span = span.union(cellSpan)
      if place.row != current {
        if isHeader, !rows.isEmpty { headers += 1 }
        current = place.row
        rows.append(TableRow(cells: []))
      }
      isHeader = isHeader && place.isHeader
      columns = max(columns, place.column + place.columnSpan)
      rows[rows.count - 1].cells.append(
        TableCell(
          text: text(cellSpan), column: place.column, columnSpan: place.columnSpan,
          rowSpan: place.rowSpan))
    }
    if isHeader, rows.count > 1 { headers = max(headers, 1) }
    if headers == 0 { headers = Self.headRows(rows) }
    for index in rows.indices { rows[index].cells.sort { $0.column < $1.column } }
    return Found(
      header: Array(rows[..<headers]), rows: Array(rows[headers...]), columnCount: columns,
      span: span)
  }

  /// Rows in front that hold no value and that the rows below do: the head. A title or note over
  /// the whole table may stand above it.
  static func headRows(_ rows: [TableRow]) -> Int {
    guard rows.count > 1 else { return 0 }
    var count = 0
    while count < min(rows.count - 2, 2), rows[count].cells.count == 1,
      rows[count + 1].cells.count > 1 || rows[count + 2].cells.count > 1
    {
      count += 1
    }
    let first = count
    var covered = count
    while count < min(rows.count - 1, first + 4) {
      let row = rows[count]
      let isOpen = count < covered
      if !isOpen, row.cells.contains(where: { isValue($0.text.string) }) { break }
      if count > first, !isOpen, !isHeadOnly(row) { break }
      covered = max(covered, count + (row.cells.map(\.rowSpan).max() ?? 1))
      count += 1
    }
    // A title alone is no head.
    return min(count == first ? 0 : count, rows.count - 1)
  }

  /// A number that is no year.
  private static func isValue(_ text: String) -> Bool {
    guard CellCost.isNumber(text) else { return false }
    let digits = text.squeezed
    return !(digits.count == 4 && (digits.hasPrefix("20") || digits.hasPrefix("19")))
  }

  /// Nothing but words of heads, in a second row of them.
  private static func isHeadOnly(_ row: TableRow) -> Bool {
    row.cells.allSatisfy { cell in
      cell.text.isEmpty || TableColumn.isHeadWord(cell.text.string.squeezed)
    } && row.cells.contains { !$0.text.isEmpty }
  }

  /// The lines of a cell, as one.
  private func text(_ span: TextSpan) -> MendedText {
    var text = MendedText()
    var start = span.start
    let joiner = LineJoiner(source: source)
    for index in span.range where source.bytes[index] == 0x0A {
      joiner.append(TextSpan(start, index), to: &text)
      start = index + 1
    }
    joiner.append(TextSpan(start, span.end), to: &text)
    return text
  }
}
