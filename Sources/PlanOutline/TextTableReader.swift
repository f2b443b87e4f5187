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
  func table(at index: Int, stop: (Int) -> Bool) -> TextTable? {
    let cutter = TokenCutter(source: source, lines: lines)
    let head = cutter.tokens(from: index, limit: Self.longestHead) { line, tokens in
      line > index && (isSerial(tokens.first, 1) || isSerial(tokens.first, 0) || stop(line))
    }
    guard head.tokens.count >= 2, head.end < lines.count, !stop(head.end),
      lines[head.end].number > 0
    else { return nil }
    let rows = rows(
      from: head.end, width: TableHead(head.tokens, second: nil, count: nil).columns.count,
      stop: stop)
    guard rows.count >= 2 else { return nil }
    return assemble(head: head.tokens, rows: rows, from: index)
  }

  /// The rows of a table whose head has `width` columns.
  ///
  /// A value may be the next serial number by chance. So many tokens are asked of a row as make
  /// most rows about as long as the head.
  private func rows(from start: Int, width: Int, stop: (Int) -> Bool) -> [[TableToken]] {
    var best: [[TableToken]] = []
    var bestRegular = -1
    for least in stride(from: max(width, 2), through: 2, by: -1) {
      let rows = rows(from: start, least: least, stop: stop)
      let regular = rows.count { (width - 1...width + 6).contains($0.count) }
      if regular > bestRegular {
        bestRegular = regular
        best = rows
      }
      if rows.count >= 2, regular == rows.count { break }
    }
    return best
  }

  /// The tokens from one serial number to the next, from 1 on.
  private func rows(from start: Int, least: Int, stop: (Int) -> Bool) -> [[TableToken]] {
    let cutter = TokenCutter(source: source, lines: lines)
    var rows: [[TableToken]] = []
    var current: [TableToken] = []
    var position = start
    while position < lines.count, !stop(position) {
      let tokens = cutter.tokens(ofLine: position)
      let isFirst = rows.isEmpty && current.isEmpty
      if isSerial(tokens.first, rows.count + (isFirst ? 1 : 2)), isFirst || current.count >= least {
        if !isFirst { rows.append(current) }
        current = tokens
      } else {
        guard !isFirst, !isSentence(lines[position]) else { break }
        current += tokens
        if current.count > Self.longestRow { break }
      }
      position += 1
    }
    if !current.isEmpty { rows.append(current) }
    return rows
  }

  /// How many cells most rows have, where every cell has a line of its own.
  private func usualCount(_ rows: [[TableToken]]) -> Int? {
    guard rows.count >= 2, rows.allSatisfy({ $0.allSatisfy(\.isWholeLine) }) else { return nil }
    let counts = Dictionary(grouping: rows.map(\.count), by: { $0 })
    return counts.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
  }

  private func assemble(head: [TableToken], rows: [[TableToken]], from index: Int) -> TextTable? {
    // Words above the first row that introduce rows (“十二五”期间：) are a row of their own.
    var headTokens = head
    var body: [TableRow] = []
    if let last = headTokens.last, last.text.hasSuffix("：") || standsApart(last) {
      headTokens.removeLast()
      body.append(whole(last))
    }
    let count = usualCount(rows)
    // A second row of heads stands apart from the first.
    let second = headTokens.indices.dropFirst(2).first { standsApart(headTokens[$0]) }
    var tableHead = TableHead(headTokens, second: second, count: nil)
    var columns = tableHead.columns
    let hasCategory = columns.contains { $0.kind == .category }
    if let least = count, !hasCategory || columns.count > least + 1 {
      tableHead = TableHead(
        headTokens, second: second, count: hasCategory ? least + 1 : least)
      columns = tableHead.columns
    }
    guard columns.count >= 2 else { return nil }
    let aligner = CellAligner(columns: columns)
    var end = index
    for (number, tokens) in rows.enumerated() {
      let isLast = number == rows.count - 1
      let (cells, rest) = split(tokens, aligner: aligner, isLast: isLast, columns: columns.count)
      if let intro = rest.last, !isLast, rest.count == 1 {
        body.append(row(cells, columns))
        body.append(whole(intro, columns.count))
        end = intro.line + 1
        continue
      }
      body.append(row(cells, columns))
      end = (cells.last { !$0.isEmpty }?.last?.line ?? end - 1) + 1
    }
    spanCategories(&body, columns)
    return TextTable(
      header: headerRows(tableHead), rows: body, columnCount: columns.count, end: end)
  }

  /// The tokens of a row by column, and those that are no part of it.
  private func split(
    _ tokens: [TableToken], aligner: CellAligner, isLast: Bool, columns: Int
  ) -> (cells: [ArraySlice<TableToken>], rest: ArraySlice<TableToken>) {
    var best: (cells: [ArraySlice<TableToken>], rest: ArraySlice<TableToken>, cost: Double)?
    var lengths = [tokens.count]
    if isLast {
      // The table ends with a line.
      lengths = (min(2, tokens.count)...min(tokens.count, columns * 3)).filter {
        $0 == tokens.count || tokens[$0].isFirst
      }
    } else if let last = tokens.last, last.isWholeLine, tokens.count > 2,
      last.text.hasSuffix("：") || standsApart(last)
    {
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

  private func headerRows(_ head: TableHead) -> [TableRow] {
    var cells = head.columns.enumerated().map { index, column in
      TableCell(text: text(column.tokens), column: index)
    }
    guard let spanning = head.spanning else { return [TableRow(cells: cells)] }
    let below = Array(cells[spanning.column...])
    cells.removeLast(below.count)
    for index in cells.indices { cells[index].rowSpan = 2 }
    cells.append(
      TableCell(text: text(spanning.tokens), column: spanning.column, columnSpan: below.count))
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

  /// Whether a gap parts the line of a token from the cells before it.
  private func standsApart(_ token: TableToken) -> Bool {
    token.isFirst && lines[token.line].gap >= layout.commonGap + 3
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
