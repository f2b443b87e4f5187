import PlanDocument

extension TextTableReader {
  /// The table as values: every token of its head and rows in a cell.
  func assemble(
    _ head: TableHead, _ rows: [RowAligner.Row], _ body: Body, _ intro: TableToken?
  ) -> TextTable? {
    let columns = head.columns
    var found: [TableRow] = []
    if let intro { found.append(whole(intro.span, 1)) }
    for row in rows {
      if row.isWhole {
        found.append(whole(body.tokens[row.tokens.lowerBound].span, columns.count))
        continue
      }
      var cells = TableRow(cells: [])
      for (column, range) in row.cells.enumerated() where !range.isEmpty {
        cells.cells.append(TableCell(text: text(body.tokens[range]), column: column))
      }
      if !cells.cells.isEmpty { found.append(cells) }
    }
    guard let last = rows.last else { return nil }
    let lines = body.tokens[last.tokens].lazy.filter { !$0.isEmpty }.map(\.line)
    guard let end = lines.max().map({ $0 + 1 }) else { return nil }
    spanCategories(&found, columns)
    return TextTable(
      header: headerRows(head), rows: found, columnCount: columns.count, end: end,
      repeatedHead: body.repeatedHead.filter { $0 < end })
  }

  private func whole(_ span: TextSpan, _ columns: Int) -> TableRow {
    TableRow(cells: [
      TableCell(text: MendedText(span, of: source), column: 0, columnSpan: columns)
    ])
  }

  private func headerRows(_ head: TableHead) -> [TableRow] {
    var cells = head.columns.enumerated().compactMap { index, column in
      column.tokens.isEmpty
        ? nil : TableCell(text: text(column.tokens[...]), column: index)
    }
    for index in cells.indices {
      let next = index + 1 < cells.count ? cells[index + 1].column : head.columns.count
      cells[index].columnSpan = next - cells[index].column
    }
    guard let spanning = head.spanning else { return [TableRow(cells: cells)] }
    let below = cells.filter { $0.column >= spanning.column }
    cells.removeLast(below.count)
    for index in cells.indices { cells[index].rowSpan = 2 }
    cells.append(
      TableCell(
        text: text(spanning.tokens[...]), column: spanning.column,
        columnSpan: head.columns.count - spanning.column))
    return [TableRow(cells: cells), TableRow(cells: below)]
  }

  /// A category stands for all rows up to the next one.
  private func spanCategories(_ rows: inout [TableRow], _ columns: [TableColumn]) {
    for (column, head) in columns.enumerated() where head.kind == .category {
      var open: (row: Int, cell: Int)?
      for index in rows.indices {
        if let cell = rows[index].cells.firstIndex(where: { $0.column == column }) {
          open = (index, cell)
        } else if let holder = open, rows[index].cells.count > 1 {
          rows[holder.row].cells[holder.cell].rowSpan = index - holder.row + 1
        }
      }
    }
  }

  func text(_ tokens: ArraySlice<TableToken>) -> MendedText {
    var text = MendedText()
    var before: TableToken?
    for token in tokens where !token.isEmpty {
      if let before, before.line == token.line {
        text.append(TextSpan(before.span.end, token.span.end), of: source)
      } else {
        LineJoiner(source: source).append(token.span, to: &text)
      }
      before = token
    }
    return text
  }
}
