/// Finds tables that no lines draw: rows of words that keep to columns.
struct GapTableFinder {
  let joiner: WordJoiner

  /// Gap between two cells in widths of a Chinese character.
  private static let gap = 1.1
  /// Rows with two cells or more that a table has at least.
  private static let fewest = 3

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
      guard pieces[index].count >= 2, let end = end(from: index, rows, pieces) else {
        index += 1
        continue
      }
      if let table = table(rows[index..<end], pieces[index..<end]) {
        found.append(Found(rows: index..<end, table: table))
        index = end
      } else {
        index += 1
      }
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

  /// The end of the rows that may be one table: those with several pieces, and those between
  /// them with one that does not reach over the columns.
  private func end(from first: Int, _ rows: [TextRow], _ pieces: [[TextRow]]) -> Int? {
    var end = first + 1
    var several = 1
    var index = first + 1
    while index < rows.count, index - end < 3 {
      let distance = rows[index].top - rows[index - 1].bottom
      guard distance < rows[index].em * 2.2 else { break }
      if pieces[index].count >= 2 {
        several += 1
        end = index + 1
      } else if rows[index].width > (rows[first].right - rows[first].left) * 0.75 {
        break
      }
      index += 1
    }
    // The last cell may go on for a line more.
    while end < rows.count, pieces[end].count == 1,
      rows[end].top - rows[end - 1].bottom < rows[end].em,
      rows[end].left > rows[first].left + rows[first].em,
      rows[end].width < (rows[first].right - rows[first].left) * 0.5
    {
      end += 1
    }
    return several >= Self.fewest ? end : nil
  }

  private func table(
    _ rows: ArraySlice<TextRow>, _ pieces: ArraySlice<[TextRow]>
  ) -> PDFTable? {
    let columns = columns(Array(pieces))
    guard columns.count >= 2, !isContents(pieces, columns) else { return nil }
    let starts = rowStarts(Array(rows), Array(pieces), columns)
    guard starts.count >= 2 else { return nil }
    var words: [[[PDFWord]]] = Array(
      repeating: Array(repeating: [], count: columns.count), count: starts.count)
    var spans: [[Int]] = Array(
      repeating: Array(repeating: 1, count: columns.count), count: starts.count)
    for (offset, row) in pieces.enumerated() {
      let place = starts.lastIndex { $0 <= offset } ?? 0
      for piece in row {
        let covered = columns.indices.filter {
          min(columns[$0].right, piece.right) - max(columns[$0].left, piece.left) > 0
        }
        guard let column = covered.first else { continue }
        words[place][column] += piece.words
        spans[place][column] = max(spans[place][column], covered.count)
      }
    }
    var cells: [PDFTable.Cell] = []
    for row in words.indices {
      for column in columns.indices where !words[row][column].isEmpty {
        cells.append(
          PDFTable.Cell(
            row: row, column: column, rowSpan: 1, columnSpan: spans[row][column],
            text: PDFTable.text(of: words[row][column], joiner)))
      }
    }
    var borders = [columns[0].left]
    for (one, other) in zip(columns, columns.dropFirst()) {
      borders.append((one.right + other.left) / 2)
    }
    borders.append(columns[columns.count - 1].right)
    guard let first = rows.first, let last = rows.last else { return nil }
    return PDFTable(
      columns: borders, rowCount: starts.count, cells: cells, top: first.top, bottom: last.bottom)
  }

  /// Where the columns lie: what the pieces cover, but for those few that reach over a gap.
  private func columns(_ pieces: [[TextRow]]) -> [(left: Double, right: Double)] {
    let all = pieces.filter { $0.count >= 2 }.flatMap(\.self)
    guard let left = all.map(\.left).min(), let right = all.map(\.right).max() else { return [] }
    var counts = Array(repeating: 0, count: min(Int(right - left) + 2, 4_000))
    for piece in all {
      let from = Int(piece.left - left)
      let to = min(Int(piece.right - left), counts.count - 1)
      if from <= to { for place in from...to { counts[place] += 1 } }
    }
    let rows = pieces.count { $0.count >= 2 }
    let few = rows / 12
    let em = all.map(\.em).sorted()[all.count / 2]
    var columns: [(left: Double, right: Double)] = []
    var start: Int?
    for (place, count) in (counts + [0]).enumerated() {
      if count > few {
        if start == nil { start = place }
      } else if let from = start {
        columns.append((left + Double(from), left + Double(place)))
        start = nil
      }
    }
    // Gaps narrower than a blank are none.
    var merged: [(left: Double, right: Double)] = []
    for column in columns {
      if let last = merged.last, column.left - last.right < em * 0.6 {
        merged[merged.count - 1].right = column.right
      } else {
        merged.append(column)
      }
    }
    return merged
  }

  /// Titles with leaders or page numbers behind them.
  private func isContents(
    _ pieces: ArraySlice<[TextRow]>, _ columns: [(left: Double, right: Double)]
  ) -> Bool {
    var numbers: [Int] = []
    var rows = 0
    for row in pieces {
      let text = row.map { joiner.text($0) }
      if text.contains(where: { LeaderLine.holdsLeaders($0) }) { return true }
      rows += 1
      if row.count == 2, let number = Int(text[1]) { numbers.append(number) }
    }
    guard columns.count == 2, numbers.count * 10 >= rows * 7 else { return false }
    return zip(numbers, numbers.dropFirst()).allSatisfy { $0 <= $1 }
  }

  /// Lines that begin a row of the table, as offsets; the first is 0.
  private func rowStarts(
    _ rows: [TextRow], _ pieces: [[TextRow]], _ columns: [(left: Double, right: Double)]
  ) -> [Int] {
    let gaps = zip(rows, rows.dropFirst()).map { $1.top - $0.bottom }
    let em = rows[0].em
    if let threshold = Self.threshold(gaps, em: em) {
      return [0] + gaps.indices.filter { gaps[$0] > threshold }.map { $0 + 1 }
    }
    // Lines at one distance: a line with the first cells of a row, or with most of its cells,
    // begins a row.
    var starts = [0]
    for index in rows.indices.dropFirst() {
      let filled = columns.indices.filter { column in
        pieces[index].contains {
          min(columns[column].right, $0.right) - max(columns[column].left, $0.left) > 0
        }
      }
      if filled.contains(0) && filled.count >= 2 || filled.count * 2 > columns.count {
        starts.append(index)
      }
    }
    return starts
  }

  /// The distance that parts rows from lines of one row; nil where all distances are alike.
  private static func threshold(_ gaps: [Double], em: Double) -> Double? {
    let sorted = gaps.sorted()
    guard sorted.count >= 2 else { return nil }
    var best: (jump: Double, place: Double)?
    for (one, other) in zip(sorted, sorted.dropFirst()) {
      let jump = other - one
      if jump > best?.jump ?? em * 0.25 { best = (jump, (one + other) / 2) }
    }
    return best?.place
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
