import PlanDocument

/// Reads a table whose head says nothing that is known, below a caption (表5 …) that says that
/// there is one: only where the cells repeat row by row without a doubt.
struct CaptionedTableReader {
  let source: SourceText
  let lines: [TextLine]

  /// Most lines that are looked at.
  private static let mostLines = 2_000
  private static let columns = 2...8

  private struct Cell {
    var spans: [TextSpan]
    var line: Int
    /// Nil for an empty cell.
    var isValue: Bool?
  }

  func table(at index: Int, stop: (Int) -> Bool) -> TextTable? {
    var end = index
    while end < lines.count, end - index < Self.mostLines, !stop(end), !isProse(lines[end]) {
      end += 1
    }
    return wide(index..<end) ?? periodic(index..<end)
  }

  private func isProse(_ line: TextLine) -> Bool { line.endsSentence && line.width >= 30 * 4 }

  // MARK: - Rows of lines

  /// Lines that gaps part into equally many cells.
  private func wide(_ range: Range<Int>) -> TextTable? {
    let cutter = TokenCutter(source: source, lines: lines)
    var rows: [TableRow] = []
    var columns = 0
    var end = range.lowerBound
    while end < range.upperBound {
      let cells = cells(cutter.tokens(ofLine: end))
      if rows.isEmpty { columns = cells.count }
      guard cells.count == columns, columns >= 2 else { break }
      rows.append(
        TableRow(
          cells: cells.enumerated().map {
            TableCell(text: MendedText($0.element, of: source), column: $0.offset)
          }))
      end += 1
    }
    guard rows.count >= 3 else { return nil }
    return TextTable(
      header: [rows[0]], rows: Array(rows.dropFirst()), columnCount: columns, end: end)
  }

  private func cells(_ tokens: [TableToken]) -> [TextSpan] {
    var cells: [TextSpan] = []
    for token in tokens {
      if token.isFirst || token.isWide {
        cells.append(token.span)
      } else if let last = cells.indices.last {
        cells[last].end = token.span.end
      }
    }
    return cells
  }

  // MARK: - One cell a line

  private func periodic(_ range: Range<Int>) -> TextTable? {
    let cells = cells(range)
    for columns in Self.columns {
      for head in [columns, columns + 1] where fits(cells, columns: columns, head: head) {
        return table(cells, columns: columns, head: head, end: range.upperBound)
      }
    }
    return nil
  }

  private func cells(_ range: Range<Int>) -> [Cell] {
    var cells: [Cell] = []
    let gap = lines[range].dropFirst().map(\.gap).min() ?? 0
    for index in range {
      let line = lines[index]
      if index > range.lowerBound, gap > 0, line.gap > gap, (line.gap - gap) % (gap + 1) == 0 {
        for _ in 0..<min(8, (line.gap - gap) / (gap + 1)) {
          cells.append(Cell(spans: [], line: index, isValue: nil))
        }
      }
      if "（([［".unicodeScalars.contains(line.first), let last = cells.indices.last,
        cells[last].isValue == false
      {
        cells[last].spans.append(line.span)
        cells[last].line = index
        continue
      }
      let run = CharacterRun(line.span, of: source, limit: 24)
      var look = TokenLook()
      for scalar in run.scalars where !scalar.isBlank { look.append(scalar, .shared) }
      look.finish(.shared)
      cells.append(
        Cell(spans: [line.span], line: index, isValue: look.isNumber || look.isEmptyValue))
    }
    return cells
  }

  /// Whether every column holds nothing but words, or nothing but values.
  private func fits(_ cells: [Cell], columns: Int, head: Int) -> Bool {
    let rows = (cells.count - head) / columns
    guard cells.count > head, (cells.count - head) % columns == 0,
      rows >= (head == columns ? 1 : 2),
      cells[..<head].allSatisfy({ $0.isValue == false })
    else { return false }
    var values = 0
    for column in 0..<columns {
      var kind: Bool?
      for row in 0..<rows {
        guard let isValue = cells[head + row * columns + column].isValue else { continue }
        guard kind == nil || kind == isValue else { return false }
        kind = isValue
      }
      guard let kind, column > 0 || !kind else { return false }
      if kind { values += 1 }
    }
    return values > 0
  }

  private func table(_ cells: [Cell], columns: Int, head: Int, end: Int) -> TextTable {
    func cell(_ index: Int, _ column: Int, rows: Int = 1, columns: Int = 1) -> TableCell {
      var text = MendedText()
      let joiner = LineJoiner(source: source)
      for span in cells[index].spans { joiner.append(span, to: &text) }
      return TableCell(text: text, column: column, columnSpan: columns, rowSpan: rows)
    }
    var header = [TableRow(cells: (0..<columns).map { cell($0, $0) })]
    if head > columns {
      // One head more than columns: the second stands over all that follow.
      header = [
        TableRow(cells: [cell(0, 0, rows: 2), cell(1, 1, columns: columns - 1)]),
        TableRow(cells: (2..<head).map { cell($0, $0 - 1) }),
      ]
    }
    let rows = stride(from: head, to: cells.count, by: columns).map { start in
      TableRow(
        cells: (0..<columns).filter { cells[start + $0].isValue != nil }.map {
          cell(start + $0, $0)
        })
    }
    return TextTable(header: header, rows: rows, columnCount: columns, end: end)
  }
}
