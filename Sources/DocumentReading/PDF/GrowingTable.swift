/// A table that may go on on the next page.
struct GrowingTable {
  private(set) var cells: [PDFTable.Cell]
  /// Pages that begin inside it: the first cell on them.
  private(set) var pages: [(cell: Int, number: Int)] = []
  private let columns: [Double]
  private let gaps: GapColumns?
  private var rowCount: Int
  /// Texts of the first rows, which a page may repeat.
  private let head: [[String]]

  /// How far a border may move from page to page, in points.
  private static let drift = 6.0
  private static let headRows = 4

  /// - Parameter page: that begins with it.
  init(_ table: PDFTable, page: Int?) {
    cells = table.cells
    columns = table.columns
    gaps = table.gaps
    rowCount = table.rowCount
    head = (0..<min(Self.headRows, table.rowCount)).map { table.texts(ofRow: $0) }
    if let page { pages.append((0, page)) }
  }

  /// Whether a table has the columns of this one.
  func takes(_ part: PDFTable) -> Bool {
    part.columns.count >= 3 && places(of: part) != nil
  }

  /// For each border of a part the column that begins there.
  private func places(of part: PDFTable) -> [Int]? {
    guard let gaps, let others = part.gaps else {
      return places(of: part.columns, mayMove: part.mayGoOn)
    }
    let shift =
      part.mayGoOn ? (gaps.columns.first?.left ?? 0) - (others.columns.first?.left ?? 0) : 0
    // Words cover more or less of a column on each page, and never what lies between two.
    guard gaps.columns.count == others.columns.count else { return nil }
    for (index, column) in others.columns.enumerated() {
      guard gaps.covered(column.left + shift, column.right + shift) == index...index else {
        return nil
      }
    }
    return Array(part.columns.indices)
  }

  /// For each border of a part the column that begins there.
  private func places(of borders: [Double], mayMove: Bool) -> [Int]? {
    // On pages of a left and a right side all of it moves.
    let shift = (borders.first ?? 0) - (columns.first ?? 0)
    guard abs(shift) < 40 || mayMove else { return nil }
    var places: [Int] = []
    for border in borders {
      let near = columns.firstIndex { abs($0 + shift - border) <= Self.drift }
      guard let near, near > places.last ?? -1 else { return nil }
      places.append(near)
    }
    guard places.first == 0, places.last == columns.count - 1 else { return nil }
    return places
  }

  /// Goes on with the rows of a part.
  ///
  /// - Returns: texts of the head that the page repeats.
  mutating func append(_ part: PDFTable, page: Int?) -> [String] {
    guard let places = places(of: part) else { return [] }
    var repeated = 0
    while repeated < min(head.count, part.rowCount - 1),
      part.texts(ofRow: repeated) == head[repeated]
    {
      repeated += 1
    }
    var dropped: [String] = []
    var isFirst = true
    for var cell in part.cells {
      if cell.row < repeated {
        dropped.append(cell.text)
        continue
      }
      let end = places[cell.column + cell.columnSpan]
      cell.column = places[cell.column]
      cell.columnSpan = end - cell.column
      cell.row += rowCount - repeated
      if isFirst, let page { pages.append((cells.count, page)) }
      isFirst = false
      cells.append(cell)
    }
    let first = rowCount
    rowCount += part.rowCount - repeated
    if !joinCutRow(first, isCut: part.beginsWithRest) { extendSpans(to: first) }
    return dropped
  }

  /// Cells that stand for several rows in front of the first row's go on on the page as empty ones.
  private mutating func extendSpans(to row: Int) {
    guard let filled = cells.filter({ $0.row == row }).map(\.column).min() else { return }
    for index in cells.indices
    where cells[index].row < row && cells[index].row + cells[index].rowSpan == row {
      let columns = cells[index].column..<cells[index].column + cells[index].columnSpan
      guard cells[index].column < filled ? !isRowNumber(index) : isOfGroups(cells[index].column),
        !cells.contains(where: {
          $0.row == row && $0.column < columns.upperBound
            && $0.column + $0.columnSpan > columns.lowerBound
        })
      else { continue }
      let next = cells.filter { $0.row > row && columns.contains($0.column) }.map(\.row).min()
      cells[index].rowSpan = (next ?? rowCount) - cells[index].row
    }
  }

  /// Whether most cells of a column stand for several rows.
  private func isOfGroups(_ column: Int) -> Bool {
    let own = cells.filter { $0.column == column && $0.columnSpan == 1 && $0.row > 0 }
    return own.count { $0.rowSpan > 1 } * 2 > own.count
  }

  /// Whether a cell numbers its row alone, as all in its column do: a sum below has no number.
  private func isRowNumber(_ index: Int) -> Bool {
    let marks = "（）()".unicodeScalars
    return cells[index].text.unicodeScalars.allSatisfy { $0.isDigit || marks.contains($0) }
      && !cells.contains { $0.column == cells[index].column && $0.rowSpan > 1 && $0.row > 0 }
  }

  /// Joins a row that the page has cut to its first half: cells go on, none begins.
  ///
  /// - Parameter isCut: whether the row is known to be one.
  /// - Returns: whether the row was one.
  private mutating func joinCutRow(_ row: Int, isCut: Bool) -> Bool {
    let rest = cells.indices.filter { cells[$0].row == row }
    let above = cells.indices.filter { cells[$0].row == row - 1 }
    guard !rest.isEmpty, isCut || rest.count < above.count,
      let firstAbove = above.map({ cells[$0].column }).min(),
      isCut || !rest.contains(where: { cells[$0].column == firstAbove })
    else { return false }
    var pairs: [(part: Int, whole: Int)] = []
    for index in rest {
      guard let whole = above.first(where: { cells[$0].column == cells[index].column }),
        cells[index].rowSpan == 1,
        isCut
          || (!cells[index].text.unicodeScalars.allSatisfy({ $0.isOfNumber })
            && !ParagraphRule.endsSentence(cells[whole].text))
      else { return false }
      pairs.append((index, whole))
    }
    for pair in pairs { WordJoiner.append(cells[pair.part].text, to: &cells[pair.whole].text) }
    let removed = pairs.map(\.part)
    pages = pages.map { page in
      (page.cell - removed.count { $0 < page.cell }, page.number)
    }
    cells = cells.indices.filter { !removed.contains($0) }.map { cells[$0] }
    for index in cells.indices where cells[index].row > row { cells[index].row -= 1 }
    rowCount -= 1
    return true
  }
}
