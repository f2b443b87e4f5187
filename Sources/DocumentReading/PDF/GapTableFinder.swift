/// Finds tables that no lines draw: rows of words that keep to columns.
struct GapTableFinder {
  let joiner: WordJoiner
  /// Columns of the table that the page before ends with.
  var before: GapColumns?
  /// Columns of the table that the next page begins with.
  var behind: GapColumns?

  init(joiner: WordJoiner, before: GapColumns? = nil, behind: GapColumns? = nil) {
    self.joiner = joiner
    self.before = before
    self.behind = behind
  }

  /// Gap between two cells in widths of a Chinese character.
  private static let gap = 1.1
  /// Rows with two cells or more that a table has at least.
  private static let fewest = 3
  /// Distance of two rows of a table in ems.
  private static let widest = 2.6
  /// Lines of one cell that stand alone, one below the other.
  private static let longest = 60
  /// Lines of a cell that go on alone on the next page.
  private static let longestRest = 12

  struct Found {
    /// Of the rows that were given.
    var rows: Range<Int>
    var table: PDFTable
  }

  /// - Parameter rows: of one column of text, from top to bottom.
  func tables(in rows: [TextRow]) -> [Found] {
    let pieces = rows.map { cells($0) }
    var found: [Found] = []
    var index = 0
    while index < rows.count {
      guard pieces[index].count >= 2,
        let table = table(from: index, above: found.last?.rows.upperBound ?? 0, rows, pieces)
      else {
        index += 1
        continue
      }
      found.append(table)
      index = table.rows.upperBound
    }
    return found
  }

  /// A row cut where its gaps are; bullets and labels stay with what they stand in front of.
  private func cells(_ row: TextRow) -> [TextRow] {
    var cells: [TextRow] = []
    for piece in row.pieces(gap: Self.gap) {
      if let last = cells.last, ParagraphRule.isLabel(joiner.text(last)) {
        cells[cells.count - 1] = TextRow(last.words + piece.words)
      } else {
        cells.append(piece)
      }
    }
    return cells
  }

  private func table(
    from first: Int, above: Int, _ rows: [TextRow], _ pieces: [[TextRow]]
  ) -> Found? {
    guard let region = region(from: first, above: above, rows, pieces) else { return nil }
    let known = known(for: region, above: above, in: rows)
    let columns = GapColumns(Array(rows[region]), known: known)
    guard columns.columns.count >= 2,
      !isContents(pieces[region], columns.columns.count)
    else { return nil }
    let builder = GapTableBuilder(Array(rows[region]), columns: columns, joiner: joiner)
    let whole = extended(region, above: above, rows, builder)
    var table =
      whole == region
      ? builder.table()
      : GapTableBuilder(Array(rows[whole]), columns: columns, joiner: joiner).table()
    // The head alone, of several lines, may stand at the foot of a column.
    let isHead = whole.count >= 3 && whole.upperBound == rows.count && columns.columns.count >= 5
    guard let found = table, found.rowCount >= 2 || known != nil || isHead else { return nil }
    guard above == 0, isRest(rows[..<whole.lowerBound], before: rows[whole.lowerBound]) else {
      return table.map { Found(rows: whole, table: $0) }
    }
    table?.begin(with: rows[..<whole.lowerBound].flatMap(\.words), joiner)
    return table.map { Found(rows: 0..<whole.upperBound, table: $0) }
  }

  /// Columns of the same table on another page.
  private func known(
    for region: Range<Int>, above: Int, in rows: [TextRow]
  ) -> GapColumns? {
    if let before, above == 0, region.lowerBound <= Self.longest,
      fits(before, rows[..<region.upperBound])
    {
      return before
    }
    if let behind, region.upperBound == rows.count, fits(behind, rows[region]) { return behind }
    return nil
  }

  private func fits(_ columns: GapColumns, _ rows: ArraySlice<TextRow>) -> Bool {
    // Titles of groups may stand anywhere.
    let telling = rows.filter { $0.pieces(gap: GapColumns.narrowest).count >= 2 }
    return !telling.isEmpty && telling.count { columns.fit($0) } * 10 >= telling.count * 9
  }

  /// The rows that may be one table: those with several pieces, and those between them with one
  /// that does not reach over the columns.
  private func region(
    from first: Int, above: Int, _ rows: [TextRow], _ pieces: [[TextRow]]
  ) -> Range<Int>? {
    var end = first + 1
    var several = 1
    var left = rows[first].left
    var right = rows[first].right
    var bottom = rows[first].bottom
    var index = first + 1
    while index < rows.count, index - end < Self.longest {
      let row = rows[index]
      guard row.top - bottom < row.em * Self.widest else { break }
      bottom = max(bottom, row.bottom)
      if pieces[index].count >= 2 || isFull(row, rows[first..<end]) {
        several += 1
        end = index + 1
        left = min(left, row.left)
        right = max(right, row.right)
      } else {
        let limit = index - end < 3 ? 0.75 : 0.5
        guard row.width <= (right - left) * limit, row.size < rows[first].size * 1.25,
          !Self.isCaption(joiner.text(row))
        else { break }
      }
      index += 1
    }
    if several >= Self.fewest { return first..<end }
    // A head and a row of many cells.
    if several == 2, pieces[first..<end].allSatisfy({ $0.count >= 3 }),
      pieces[first].count == pieces[end - 1].count
    {
      return first..<end
    }
    if let before, above == 0, first <= Self.longest, fits(before, rows[..<end]) {
      return first..<end
    }
    if let behind, end == rows.count, fits(behind, rows[first..<end]) { return first..<end }
    return nil
  }

  /// Whether cells that are full stand side by side, with no more than their margins between them.
  private func isFull(_ row: TextRow, _ above: ArraySlice<TextRow>) -> Bool {
    guard row.pieces(gap: GapColumns.narrowest).count >= 3, above.count >= 2 else { return false }
    let columns = GapColumns(Array(above))
    return columns.columns.count >= 3 && columns.fit(row)
  }

  private static func isCaption(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, "附表图专".unicodeScalars.contains(first) else {
      return false
    }
    return text.prefixMatch(of: /(附?表|附?图|专栏|附件) ?[\d一二三四五六七八九十]/) != nil
  }

  /// With lines above and below that go on with cells of the first and the last row.
  private func extended(
    _ region: Range<Int>, above: Int, _ rows: [TextRow], _ builder: GapTableBuilder
  ) -> Range<Int> {
    var region = region
    let gap = GapColumns.narrowest
    let pitch = builder.rowPitch()
    func column(of row: TextRow) -> Int? {
      guard row.pieces(gap: gap).count == 1 else { return nil }
      let covered = builder.columns.covered(row.left, row.right)
      let column = builder.columns.columns[covered.lowerBound]
      guard covered.count == 1, row.left > column.left - row.em * 0.5,
        row.right < column.right + row.em * 0.5
      else { return nil }
      return covered.lowerBound
    }
    func part(of row: TextRow, in column: Int) -> TextRow? {
      let words = row.words.filter {
        builder.columns.covered($0.left, $0.right) == column...column
      }
      return words.isEmpty ? nil : TextRow(words)
    }
    /// Whether a row stands between the lines of its neighbour, as no line of text does, or in
    /// the columns.
    func isBeside(_ row: TextRow, _ neighbour: TextRow) -> Bool {
      let distance = abs(row.middle - neighbour.middle)
      guard row.em < neighbour.em * 1.2, neighbour.em < row.em * 1.2,
        !Self.isCaption(joiner.text(row))
      else { return false }
      return distance < max(row.em, min(pitch * 0.7, row.em * 1.25))
        || (distance < max(row.em * 1.6, pitch * 1.1) && row.pieces(gap: gap).count >= 2
          && builder.columns.fit(row))
    }
    /// Whether a row is a head over several columns and not over all of them.
    func isHead(_ row: TextRow, _ neighbour: TextRow) -> Bool {
      let borders = builder.columns.borders
      guard borders.count > 3, !Self.isCaption(joiner.text(row)), row.pieces(gap: gap).count == 1,
        max(row.size, neighbour.size) < min(row.size, neighbour.size) * 1.05,
        neighbour.middle - row.middle < pitch * 1.15
      else { return false }
      return borders.indices.contains { from in
        borders.indices.dropFirst(from + 2).contains { to in
          to - from < borders.count - 1
            && abs((borders[from] + borders[to]) / 2 - row.centre) < row.em * 0.4
            && row.left > borders[from] && row.right < borders[to]
        }
      }
    }
    while region.upperBound < rows.count {
      let row = rows[region.upperBound]
      let column = column(of: row)
      let last = column.flatMap { column in
        rows[region].reversed().lazy.compactMap { part(of: $0, in: column) }.first
      }
      guard
        isBeside(row, rows[region.upperBound - 1])
          || last.map({ builder.rule.continues(row, after: $0, column: column ?? 0) }) == true
      else { break }
      region = region.lowerBound..<region.upperBound + 1
    }
    while region.lowerBound > above {
      let row = rows[region.lowerBound - 1]
      let column = column(of: row)
      let first = column.flatMap { column in
        rows[region].lazy.compactMap { part(of: $0, in: column) }.first
      }
      guard
        isBeside(row, rows[region.lowerBound]) || isHead(row, rows[region.lowerBound])
          || first.map({ builder.rule.continues($0, after: row, column: column ?? 0) }) == true
      else { break }
      region = region.lowerBound - 1..<region.upperBound
    }
    if region.upperBound == rows.count - 1,
      isTitle(rows[rows.count - 1], of: builder.columns, beside: rows[rows.count - 2])
    {
      region = region.lowerBound..<rows.count
    }
    if let before, above == 0, region.lowerBound > 0,
      !isRest(rows[..<region.lowerBound], before: rows[region.lowerBound]),
      rows[..<region.lowerBound].allSatisfy({
        isTitle($0, of: before, beside: rows[region.lowerBound])
      }), fits(before, rows[region])
    {
      region = 0..<region.upperBound
    }
    return region
  }

  /// Whether a line at the head or the foot of a page is the title of a group of rows: in the middle
  /// of a table that goes on there, in type of its cells.
  private func isTitle(_ line: TextRow, of table: GapColumns, beside row: TextRow) -> Bool {
    let borders = table.borders
    guard let left = borders.first, let right = borders.last, borders.count > 3 else {
      return false
    }
    return line.pieces(gap: Self.gap).count == 1
      && PDFTable.isCentred(line.centre, between: left, and: right)
      && line.left > left - line.em && line.right < right + line.em
      && max(line.size, row.size) < min(line.size, row.size) * 1.1
      && max(line.top, row.top) - min(line.bottom, row.bottom) < line.em * Self.widest
      && !Self.isCaption(joiner.text(line))
  }

  /// Whether lines at the head of a page go on with a cell of the row that the page before ends
  /// with: in the column of one that is full.
  private func isRest(_ lines: ArraySlice<TextRow>, before row: TextRow) -> Bool {
    guard let before, let first = lines.first, (1...Self.longestRest).contains(lines.count) else {
      return false
    }
    let column = before.covered(first.left, first.right)
    guard column.count == 1, before.rooms.indices.contains(column.lowerBound),
      let room = before.rooms[column.lowerBound], room < joiner.firstUnit(first) + first.em * 0.2
    else { return false }
    let place = before.columns[column.lowerBound]
    var bottom = first.top
    for line in Array(lines) + [row] {
      guard line.top - bottom < line.em * Self.widest else { return false }
      bottom = max(bottom, line.bottom)
    }
    return lines.allSatisfy { line in
      line.left > place.left - line.em * 0.5 && line.right < place.right + line.em * 0.5
        && max(line.size, row.size) < min(line.size, row.size) * 1.1
        && !Self.isCaption(joiner.text(line))
    }
  }

  /// Titles with leaders or page numbers behind them.
  private func isContents(_ pieces: ArraySlice<[TextRow]>, _ columnCount: Int) -> Bool {
    var numbers: [Int] = []
    var rows = 0
    for row in pieces {
      let text = row.map { joiner.text($0) }
      if text.contains(where: { LeaderLine.holdsLeaders($0) }) { return true }
      rows += 1
      if row.count == 2, let number = Int(text[1]) { numbers.append(number) }
    }
    guard columnCount == 2, numbers.count * 10 >= rows * 7 else { return false }
    return zip(numbers, numbers.dropFirst()).allSatisfy { $0 <= $1 }
  }
}

/// Lines of a table of contents.
enum LeaderLine {
  /// Leaders, three dots or more: 总则……3, 总则 . . . . 3.
  static func holdsLeaders(_ text: String) -> Bool {
    var dots = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "…", "⋯": dots += 2
      case ".", "·", "．", "・", "_": dots += 1
      case " ": continue
      default: dots = 0
      }
      if dots >= 4 { return true }
    }
    return false
  }
}
