import PlanDocument

extension OutlineWalk {
  /// Takes the table that begins at a line under its caption, if one does.
  mutating func takeTable(at index: Int, caption: Int?) -> Int? {
    guard index < lines.count else { return nil }
    if lines[index].isCell { return takeMarkupTable(at: index, caption: caption) }
    if tables.beginsHead(at: index) { return takeTextTable(at: index, caption: caption) }
    if let caption, isUnitLine(index), tables.beginsHead(at: index + 1) {
      let note = lines[index].span
      return takeTextTable(at: index + 1, caption: caption, note: note)
    }
    let reader = CaptionedTableReader(source: source, lines: lines)
    guard let caption, let found = reader.table(at: index, stop: endsTable) else { return nil }
    return take(found, at: index, caption: caption)
  }

  /// 单位：万元 between a caption and its table.
  private func isUnitLine(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.first == "单" || line.first == "（" || line.first == "(", line.width <= 120,
      index + 1 < lines.count
    else { return false }
    let run = CharacterRun(line.span, of: source, limit: 5)
    let start = line.first == "单" ? 0 : 1
    return run.has("单位", at: start)
      && (run[start + 2] == "：" || run[start + 2] == ":")
  }

  /// - Parameter note: a line between caption and table, which becomes a row of its head.
  mutating func takeTextTable(at index: Int, caption: Int?, note: TextSpan? = nil) -> Int? {
    let tabbed = TabTableReader(source: source, lines: lines).table(at: index)
    guard let found = tabbed ?? tables.table(at: index, stop: endsTable) else { return nil }
    return take(found, at: index, caption: caption, note: note)
  }

  private mutating func take(
    _ found: TextTable, at index: Int, caption: Int?, note: TextSpan? = nil
  ) -> Int {
    interrupt()
    let end = lines[found.end - 1].span.end
    var header = found.header
    if let note {
      let cell = TableCell(
        text: MendedText(note, of: source), column: 0, columnSpan: found.columnCount)
      header.insert(TableRow(cells: [cell]), at: 0)
    }
    addTable(
      header: header, rows: found.rows, columnCount: found.columnCount,
      span: TextSpan(note?.start ?? lines[index].span.start, end), caption: caption)
    for line in found.repeatedHead {
      outline.noise.append(NoisePiece(span: lines[line].span, reason: .runningHead))
    }
    lastLine = found.end - 1
    return found.end
  }

  mutating func takeMarkupTable(at index: Int, caption: Int? = nil) -> Int? {
    let start = lines[index].span.start
    let after = markupTables.partitionPoint { $0.span.start <= start }
    guard after > 0, markupTables[after - 1].span.contains(start) else { return nil }
    let found = markupTables[after - 1]
    interrupt()
    addTable(
      header: found.header, rows: found.rows, columnCount: found.columnCount, span: found.span,
      caption: caption)
    var next = index
    while next < lines.count, lines[next].span.start < found.span.end { next += 1 }
    lastLine = next - 1
    return next
  }

  /// Whether a table of text ends before a line at the latest.
  private func endsTable(_ index: Int) -> Bool {
    let line = lines[index]
    if line.first == "注" {
      let run = CharacterRun(line.span, of: source, limit: 3)
      if run.has("注：", at: 0) || run.has("注:", at: 0) { return true }
    }
    if line.isCell { return true }
    // 1. and 1.1 stand in front of rows too.
    if line.first.digit != nil { return false }
    guard let heading = headings.labelled(at: index) else { return false }
    switch heading.kind {
    case .numbered(let style): return style <= .bracket
    default: return true
    }
  }

  private mutating func addTable(
    header: [TableRow], rows: [TableRow], columnCount: Int, span: TextSpan, caption: Int?
  ) {
    let table = outline.tables.count
    let own = caption ?? (stack.top?.kind == .appendix ? stack.top?.division : nil)
    outline.tables.append(
      PlanTable(
        title: own.map { outline.divisions[$0].title } ?? MendedText(),
        division: caption ?? stack.top?.division, header: header, rows: rows,
        columnCount: columnCount,
        span: caption.map { span.union(outline.divisions[$0].heading) } ?? span))
    if let caption { outline.divisions[caption].extent.end = span.end }
    for (number, row) in (header + rows).enumerated() {
      var text = MendedText()
      for (index, cell) in row.cells.enumerated() {
        if index > 0 { text.insert(" ") }
        text.append(cell.text)
      }
      addPassage(
        .row, text, division: outline.tables[table].division,
        row: TableRowPlace(table: table, row: number - header.count))
    }
    contentEnd = max(contentEnd, span.end)
    isCut = true
    open = nil
  }
}
