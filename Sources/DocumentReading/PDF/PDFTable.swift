/// A table of one page, put together from the places of its words.
struct PDFTable {
  struct Cell: Equatable {
    var row: Int
    var column: Int
    var rowSpan: Int
    var columnSpan: Int
    var text: String
  }

  /// Borders of its columns, ascending, in points.
  var columns: [Double]
  var rowCount: Int
  /// By row, then column; empty ones are left out.
  var cells: [Cell]
  var top: Double
  var bottom: Double
  /// What its words cover of each column, where no lines draw them.
  var gaps: GapColumns?
  /// Whether it stands at the head of a column, where one of the column before may go on.
  var mayGoOn = false

  /// Whether its first row is the rest of the row that the page before ends with.
  var beginsWithRest = false

  /// Longest text of a data cell in bytes, some 1,300 characters.
  private static let longestCell = 4_000

  /// The table that lines draw; nil where they only frame text.
  ///
  /// - Parameter words: those of each cell of the grid.
  init?(_ grid: RuledGrid, words: [[PDFWord]], joiner: WordJoiner) {
    var cells: [Cell] = []
    for (cell, words) in zip(grid.cells, words) where !words.isEmpty {
      cells.append(
        Cell(
          row: cell.row, column: cell.column, rowSpan: cell.rowSpan,
          columnSpan: cell.columnSpan, text: Self.text(of: words, joiner)))
    }
    guard Set(cells.map(\.column)).count >= 2,
      cells.allSatisfy({ $0.text.utf8.count <= Self.longestCell })
    else { return nil }
    columns = grid.columns
    rowCount = grid.rows.count - 1
    self.cells = cells
    top = grid.top
    bottom = grid.bottom
  }

  init(columns: [Double], rowCount: Int, cells: [Cell], top: Double, bottom: Double) {
    self.columns = columns
    self.rowCount = rowCount
    self.cells = cells
    self.top = top
    self.bottom = bottom
  }

  /// Puts the rest of a row, in one column, in front of the first row of a table without lines.
  mutating func begin(with rest: [PDFWord], _ joiner: WordJoiner) {
    guard let gaps, let left = rest.map(\.left).min(), let right = rest.map(\.right).max() else {
      return
    }
    for index in cells.indices { cells[index].row += 1 }
    rowCount += 1
    let column = gaps.covered(left, right).lowerBound
    cells.insert(
      Cell(row: 0, column: column, rowSpan: 1, columnSpan: 1, text: Self.text(of: rest, joiner)),
      at: 0)
    top = min(top, rest.map(\.top).min() ?? top)
    beginsWithRest = true
  }

  /// The lines of a cell as one.
  static func text(of words: [PDFWord], _ joiner: WordJoiner) -> String {
    var text = ""
    for row in RowBuilder.rows(of: words) { WordJoiner.append(joiner.text(row), to: &text) }
    return text
  }

  /// Without rows and columns that hold nothing, as double lines and margins make them.
  mutating func dropEmpty() {
    let rows = Self.used(rowCount, cells.map { $0.row })
    let columnsUsed = Self.used(columns.count - 1, cells.map { $0.column })
    for index in cells.indices {
      let cell = cells[index]
      cells[index].row = rows[cell.row]
      cells[index].rowSpan = max(1, rows[cell.row + cell.rowSpan] - rows[cell.row])
      cells[index].column = columnsUsed[cell.column]
      cells[index].columnSpan = max(
        1, columnsUsed[cell.column + cell.columnSpan] - columnsUsed[cell.column])
    }
    rowCount = rows[rows.count - 1]
    var kept: [Double] = []
    for index in 0..<columns.count - 1 where columnsUsed[index + 1] > columnsUsed[index] {
      kept.append(columns[index])
    }
    kept.append(columns[columns.count - 1])
    columns = kept
  }

  /// For each place of 0 ... count how many places before it are used.
  private static func used(_ count: Int, _ places: [Int]) -> [Int] {
    var isUsed = Array(repeating: false, count: count)
    for place in places where isUsed.indices.contains(place) { isUsed[place] = true }
    var before = [0]
    for used in isUsed { before.append(before[before.count - 1] + (used ? 1 : 0)) }
    return before
  }

  /// Whether a place is the middle of a table: what its words cover may leave a cell's width free.
  static func isCentred(_ place: Double, between left: Double, and right: Double) -> Bool {
    abs((left + right) / 2 - place) < max(12, (right - left) * 0.04)
  }

  /// Texts of a row from left to right.
  func texts(ofRow row: Int) -> [String] { cells.filter { $0.row == row }.map(\.text) }
}
