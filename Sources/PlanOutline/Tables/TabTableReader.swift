import PlanDocument

/// Reads a table of which each line is a row and a tab parts its cells.
struct TabTableReader {
  let source: SourceText
  let lines: [TextLine]

  /// Fewest cells of a row.
  private static let leastCells = 3

  /// - Returns: nil where the line and the next two have no tabs.
  func table(at index: Int) -> TextTable? {
    var rows: [[TextSpan]] = []
    var end = index
    while end < lines.count, case let cells = cells(ofLine: end), cells.count >= Self.leastCells {
      rows.append(cells)
      end += 1
    }
    guard rows.count >= 3 else { return nil }
    let found = rows.map(row)
    let head = max(1, MarkupTables.headRows(found))
    return TextTable(
      header: Array(found[..<head]), rows: Array(found[head...]),
      columnCount: rows.map(\.count).max() ?? 0, end: end)
  }

  private func row(_ spans: [TextSpan]) -> TableRow {
    var row = TableRow(cells: [])
    for (column, span) in spans.enumerated() where !span.isEmpty {
      row.cells.append(TableCell(text: MendedText(span, of: source), column: column))
    }
    return row
  }

  /// The cells between tabs, without blanks around them; tabs in front of the line count too.
  private func cells(ofLine index: Int) -> [TextSpan] {
    let whole = source.span(ofLine: lines[index].number)
    guard source.bytes[whole.range].contains(0x09) else { return [] }
    var cells: [TextSpan] = []
    var start = whole.start
    for byte in whole.start...whole.end where byte == whole.end || source.bytes[byte] == 0x09 {
      cells.append(trimmed(TextSpan(start, byte)))
      start = byte + 1
    }
    return cells
  }

  private func trimmed(_ span: TextSpan) -> TextSpan {
    var reader = ScalarReader(bytes: source.bytes, position: span.start, end: span.end)
    var first: Int?
    var last = span.start
    while true {
      let position = reader.position
      guard let scalar = reader.next() else { break }
      guard !scalar.isBlank else { continue }
      if first == nil { first = position }
      last = reader.position
    }
    return first.map { TextSpan($0, last) } ?? TextSpan(span.start, span.start)
  }
}
