import PlanDocument

/// Counts out the rows and columns of a table's cells, spans of earlier rows included.
///
/// As the table model of HTML does it ("Forming a table" in the HTML Standard, section 4.9.12).
struct TableGrid {
  let table: Int
  var isInHead = false
  private var isHeaderRow = false
  private var row = -1
  private var column = 0
  /// Rows below the current one that each column is still covered for.
  private var covered: [Int] = []
  private var place: TableCellPlace?

  /// Spans that pages claim are cut to this.
  static let largestSpan = 1_000
  /// Columns that spans may reach to.
  private static let mostColumns = 4_000

  init(table: Int) { self.table = table }

  mutating func beginRow(isHeader: Bool = false) {
    if row >= 0 {
      for index in covered.indices where covered[index] > 0 { covered[index] -= 1 }
    }
    row += 1
    column = 0
    isHeaderRow = isHeader
  }

  /// Leaves columns without a cell.
  mutating func skip(columns: Int) {
    if row < 0 { beginRow() }
    column = min(column + max(0, columns), Self.mostColumns - 1)
  }

  /// - Parameters: spans as the format gives them; whatever they are, they are cut to what there
  ///   can be.
  mutating func beginCell(isHeader: Bool, rowSpan: Int, columnSpan: Int) {
    if row < 0 { beginRow() }
    while column < covered.count, covered[column] > 0 { column += 1 }
    let columns = max(1, min(Self.span(columnSpan), Self.mostColumns - column))
    let rows = Self.span(rowSpan)
    place = TableCellPlace(
      table: table, row: row, column: column, rowSpan: rows, columnSpan: columns,
      isHeader: isHeader || isInHead || isHeaderRow)
    while covered.count < column + columns { covered.append(0) }
    for index in column..<column + columns { covered[index] = rows }
    column += columns
  }

  mutating func endCell() -> TableCellPlace? {
    defer { place = nil }
    return place
  }

  private static func span(_ count: Int) -> Int { min(max(count, 1), largestSpan) }
}
