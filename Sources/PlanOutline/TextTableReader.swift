import PlanDocument

/// Puts a table together again that a converter wrote out as lines of words.
///
/// What carries it is the serial number in front of each row, which rises one by one; what
/// stands between two of them is one row, and its words are given to the columns by what the
/// columns hold.
struct TextTableReader {
  let source: SourceText
  let lines: [TextLine]
  let layout: TextLayout

  /// Rows of a table, each cell with its column.
  struct Found {
    var header: [TableRow]
    var rows: [TableRow]
    var columnCount: Int
    /// Index behind the last line.
    var end: Int
  }

  /// Most words of one row; what has more is no row.
  private static let longestRow = 60
  /// Most words of a head.
  private static let longestHead = 40

  /// Whether a table's head begins with a line: 序号 in front.
  func beginsHead(at index: Int) -> Bool {
    let line = lines[index]
    guard line.first == "序" || line.first == "编", line.width < 240 else { return false }
    let run = CharacterRun(line.span, of: source, limit: 12)
    var word = ""
    for scalar in run.scalars {
      if scalar.isBlank, OutlineWords.serialHeads.contains(word) { break }
      if !scalar.isBlank { word.unicodeScalars.append(scalar) }
    }
    return OutlineWords.serialHeads.contains(word)
  }

  /// Reads the table whose head begins at a line; `stop` says of a line that the table ends
  /// before it at the latest.
  func table(at index: Int, stop: (Int) -> Bool) -> Found? {
    let cutter = TokenCutter(source: source, lines: lines)
    let head = cutter.tokens(from: index, limit: Self.longestHead) { line, tokens in
      line > index && (isSerial(tokens.first, 1) || isSerial(tokens.first, 0) || stop(line))
    }
    guard head.tokens.count >= 2, head.end < lines.count, !stop(head.end),
      lines[head.end].number > 0
    else { return nil }
    var rows: [[TableToken]] = []
    var current: [TableToken] = []
    var serial = 0
    var position = head.end
    let least = head.tokens.count > 4 ? 3 : 2
    while position < lines.count {
      if stop(position) { break }
      let tokens = cutter.tokens(ofLine: position)
      guard let first = tokens.first else { break }
      if isSerial(first, serial + 1), serial == 0 || current.count >= least {
        if serial > 0 { rows.append(current) }
        current = tokens
        serial += 1
      } else {
        guard serial > 0, !isSentence(lines[position]) else { break }
        current += tokens
        if current.count > Self.longestRow { break }
      }
      position += 1
    }
    guard serial >= 2 else { return nil }
    rows.append(current)
    return assemble(head: head.tokens, rows: rows, from: index)
  }

  private func assemble(head: [TableToken], rows: [[TableToken]], from index: Int) -> Found? {
    // Words above the first row that introduce rows (“十二五”期间：) are a row of their own.
    var headTokens = head
    var body: [TableRow] = []
    if let last = headTokens.last, last.text.hasSuffix("：") {
      headTokens.removeLast()
      body.append(whole(last))
    }
    let isCellPerLine = rows.allSatisfy { $0.allSatisfy(\.isWholeLine) }
    var count: Int?
    if isCellPerLine {
      let counts = Dictionary(grouping: rows.map(\.count), by: { $0 })
      count = counts.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
    }
    var columns = TableHead(headTokens, count: nil).columns
    let hasCategory = columns.contains { $0.kind == .category }
    if let least = count, !hasCategory || columns.count > least + 1 {
      columns = TableHead(headTokens, count: hasCategory ? least + 1 : least).columns
    }
    guard columns.count >= 2 else { return nil }
    let aligner = CellAligner(columns: columns)
    var end = index
    for (number, tokens) in rows.enumerated() {
      let isLast = number == rows.count - 1
      var (cells, rest) = split(tokens, aligner: aligner, isLast: isLast, columns: columns.count)
      let intro = rest.last { $0.text.hasSuffix("：") }
      if let intro, !isLast, rest.count == 1 {
        body.append(row(cells, columns))
        body.append(whole(intro, columns.count))
        end = intro.line + 1
        continue
      }
      if !isLast, !rest.isEmpty {
        cells.append(contentsOf: [])
        rest = []
      }
      body.append(row(cells, columns))
      end = (cells.last { !$0.isEmpty }?.last?.line ?? end - 1) + 1
    }
    spanCategories(&body, columns)
    return Found(
      header: [headerRow(columns)], rows: body, columnCount: columns.count, end: end)
  }

  /// The tokens of a row by column, and those that are no part of it.
  private func split(
    _ tokens: [TableToken], aligner: CellAligner, isLast: Bool, columns: Int
  ) -> (cells: [ArraySlice<TableToken>], rest: ArraySlice<TableToken>) {
    var best: (cells: [ArraySlice<TableToken>], rest: ArraySlice<TableToken>, cost: Double)?
    var lengths = [tokens.count]
    if isLast {
      lengths = Array(min(2, tokens.count)...tokens.count)
    } else if let last = tokens.last, last.isWholeLine, last.text.hasSuffix("："), tokens.count > 2 {
      lengths = [tokens.count - 1]
    }
    for length in lengths {
      let part = Array(tokens[..<length])
      guard let alignment = aligner.align(part) else { continue }
      // The longer of two that fit alike, but nothing that does not fit.
      let cost = alignment.cost - Double(length) * 0.01
      if best == nil || cost < best?.cost ?? .infinity {
        best = (alignment.ranges.map { tokens[$0] }, tokens[length...], cost)
      }
    }
    return best.map { ($0.cells, $0.rest) } ?? ([tokens[...]], [])
  }

  private func row(_ cells: [ArraySlice<TableToken>], _ columns: [TableColumn]) -> TableRow {
    var row = TableRow(cells: [])
    for (column, tokens) in cells.enumerated() where !tokens.isEmpty {
      row.cells.append(TableCell(text: text(Array(tokens)), column: column))
    }
    return row
  }

  private func whole(_ token: TableToken, _ columns: Int = 1) -> TableRow {
    TableRow(cells: [
      TableCell(text: MendedText(token.span, of: source), column: 0, columnSpan: columns)
    ])
  }

  private func headerRow(_ columns: [TableColumn]) -> TableRow {
    TableRow(
      cells: columns.enumerated().map { index, column in
        TableCell(text: text(column.tokens), column: index)
      })
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

  private func text(_ tokens: [TableToken]) -> MendedText {
    var text = MendedText()
    for (index, token) in tokens.enumerated() {
      if index > 0, tokens[index - 1].line == token.line {
        text.append(TextSpan(tokens[index - 1].span.end, token.span.end), of: source)
      } else {
        LineJoiner(source: source).append(token.span, to: &text)
      }
    }
    return text
  }

  private func isSerial(_ token: TableToken?, _ number: Int) -> Bool {
    guard let token, token.isFirst else { return false }
    return token.text == String(number)
  }

  /// A line that is prose, not a cell.
  private func isSentence(_ line: TextLine) -> Bool {
    line.endsSentence && line.width >= 60 * 4
  }
}
