/// Puts a table together out of rows of words that keep to columns.
struct GapTableBuilder {
  let joiner: WordJoiner
  let columns: GapColumns
  /// Lines of each column, and lines over several.
  private let lines: [[TextRow]]
  private let spanning: [GapCell]
  let rule: GapCellRule

  init(_ rows: [TextRow], columns: GapColumns, joiner: WordJoiner) {
    self.joiner = joiner
    self.columns = columns
    var words = Array(repeating: [PDFWord](), count: columns.columns.count)
    var spanning: [GapCell] = []
    for row in rows {
      for (range, piece) in Self.parts(of: row, columns) {
        if range.count == 1 {
          words[range.lowerBound] += piece
        } else {
          spanning.append(GapCell(columns: range, lines: [TextRow(piece)]))
        }
      }
    }
    lines = words.map { RowBuilder.rows(of: $0) }
    self.spanning = spanning
    rule = GapCellRule(lines, joiner: joiner)
  }

  /// The words of a row by the columns that they lie in. What touches a word over several columns
  /// belongs to it.
  private static func parts(
    of row: TextRow, _ columns: GapColumns
  ) -> [(columns: ClosedRange<Int>, words: [PDFWord])] {
    var parts: [(columns: ClosedRange<Int>, words: [PDFWord])] = []
    for word in row.words {
      let range = columns.covered(word.left, word.right)
      if let last = parts.last, let end = last.words.last?.right,
        last.columns == range
          || (word.left - end < row.em * GapColumns.narrowest
            && (last.columns.count > 1 || range.count > 1 || last.columns.overlaps(range)))
      {
        parts[parts.count - 1].words.append(word)
        parts[parts.count - 1].columns = last.columns.reaching(over: range)
      } else {
        parts.append((range, [word]))
      }
    }
    return parts
  }

  /// The cells of each column, from top to bottom, and then those over several.
  private func cells() -> [GapCell] {
    var cells: [GapCell] = []
    for (column, lines) in lines.enumerated() {
      for line in lines {
        if let last = cells.last, last.columns == column...column,
          rule.joins(
            line, to: last.lines[last.lines.count - 1], column: column,
            isParted: { isParted($0, but: column) })
        {
          cells[cells.count - 1].lines.append(line)
        } else {
          cells.append(GapCell(columns: column...column, lines: [line]))
        }
      }
    }
    return cells + spanning
  }

  /// Whether another column has an entry beside a line, so that it begins a row.
  private func isParted(_ row: TextRow, but column: Int) -> Bool {
    lines.indices.contains { index in
      index != column
        && lines[index].contains {
          abs($0.middle - row.middle) < row.em * 0.4 && rule.isEntry($0, column: index)
        }
    }
  }

  /// Distance of two rows of the table; 0 where there is one alone.
  func rowPitch() -> Double {
    let cells = self.cells()
    return GapRows.pitch(cells, GapRows.telling(cells, columnCount: columns.columns.count))
  }

  func table() -> PDFTable? {
    let cells = self.cells()
    let rows = GapRows(cells, columnCount: columns.columns.count)
    guard columns.columns.count >= 2, rows.count >= 1 else { return nil }
    var found: [PDFTable.Cell] = []
    var words: [[PDFWord]] = []
    for (cell, place) in zip(cells, rows.places) {
      let at = found.firstIndex {
        $0.row <= place.upperBound && place.lowerBound < $0.row + $0.rowSpan
          && $0.column <= cell.columns.upperBound
          && cell.columns.lowerBound < $0.column + $0.columnSpan
      }
      if let at {
        words[at] += cell.words
        continue
      }
      found.append(
        PDFTable.Cell(
          row: place.lowerBound, column: cell.columns.lowerBound, rowSpan: place.count,
          columnSpan: cell.columns.count, text: ""))
      words.append(cell.words)
    }
    for index in found.indices { found[index].text = PDFTable.text(of: words[index], joiner) }
    let order = found.indices.sorted {
      (found[$0].row, found[$0].column) < (found[$1].row, found[$1].column)
    }
    let centres = order.map { index in
      ((words[index].map(\.left).min() ?? 0) + (words[index].map(\.right).max() ?? 0)) / 2
    }
    var table = PDFTable(
      columns: columns.borders, rowCount: rows.count, cells: order.map { found[$0] },
      top: cells.map(\.top).min() ?? 0, bottom: cells.map(\.bottom).max() ?? 0)
    table.gaps = columns
    table.gaps?.rooms = columns.columns.indices.map { column in
      let index = cells.indices.last { cells[$0].columns == column...column }
      guard let index, rows.places[index].upperBound == rows.count - 1 else { return nil }
      return rule.room(behind: cells[index].lines[cells[index].lines.count - 1], column: column)
    }
    table.widenHead(centres)
    table.widenTitles(centres)
    return table
  }
}

extension PDFTable {
  /// Lets the title of a group, alone in its row and in the middle of the table, reach over it.
  fileprivate mutating func widenTitles(_ centres: [Double]) {
    guard let left = columns.first, let right = columns.last, columns.count > 3 else { return }
    for index in cells.indices
    where PDFTable.isCentred(centres[index], between: left, and: right) {
      let row = cells[index].row
      let isAlone = cells.indices.allSatisfy {
        $0 == index || !(cells[$0].row..<cells[$0].row + cells[$0].rowSpan).contains(row)
      }
      guard isAlone, cells[index].rowSpan == 1 else { continue }
      cells[index].column = 0
      cells[index].columnSpan = columns.count - 1
    }
  }

  /// Lets heads of several columns, each over the middle of its own, reach over all of them.
  ///
  /// - Parameter centres: of the text of each cell.
  fileprivate mutating func widenHead(_ centres: [Double]) {
    guard rowCount >= 3 else { return }
    var taken = Array(repeating: false, count: columns.count - 1)
    for cell in cells where cell.row == 0 {
      for column in cell.column..<cell.column + cell.columnSpan { taken[column] = true }
    }
    // Columns with a head in the second row alone need one in the first.
    let open = Set(
      cells.filter { $0.row == 1 && $0.columnSpan == 1 && !taken[$0.column] }.map(\.column))
    guard !open.isEmpty else { return }
    /// A head has columns below it.
    func isHead(_ cell: Cell) -> Bool {
      cell.row == 0 && cell.rowSpan == 1
        && cells.contains {
          $0.row == 1 && cell.column..<cell.column + cell.columnSpan ~= $0.column
        }
    }
    var isWidened = false
    for index in cells.indices where isHead(cells[index]) {
      let (own, ownEnd) = (cells[index].column, cells[index].column + cells[index].columnSpan)
      var first = own
      var end = ownEnd
      while open.contains(first - 1) { first -= 1 }
      while open.contains(end) { end += 1 }
      guard first < own || end > ownEnd else { continue }
      isWidened = true
      // Those on both sides may be its own, or those of its neighbours.
      let isAlone = !cells.contains {
        isHead($0) && ($0.column == end || $0.column + $0.columnSpan == first)
      }
      var best = (first, end)
      if !isAlone {
        var least = Double.infinity
        for from in first...own {
          for to in ownEnd...end {
            let off = abs((columns[from] + columns[to]) / 2 - centres[index])
            if off < least { (least, best) = (off, (from, to)) }
          }
        }
      }
      cells[index].column = best.0
      cells[index].columnSpan = best.1 - best.0
    }
    guard isWidened else { return }
    for index in cells.indices where cells[index].row == 0 && cells[index].rowSpan == 1 {
      let own = cells[index].column..<cells[index].column + cells[index].columnSpan
      let isTall = !cells.contains {
        $0.row == 1 && own.overlaps($0.column..<$0.column + $0.columnSpan)
      }
      if isTall { cells[index].rowSpan = 2 }
    }
  }
}
