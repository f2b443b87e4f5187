import PlanDocument

/// The cells of each body row by column, with those of rows above that reach down to it.
struct TableGrid {
  struct Cell {
    var text: PassageText
    var columnSpan: Int
    /// Whether it began in a row above.
    var isCarried: Bool
  }

  let rows: [[Int: Cell]]

  init(_ table: PlanTable) {
    var open: [Int: (cell: Cell, end: Int)] = [:]
    var rows: [[Int: Cell]] = []
    rows.reserveCapacity(table.rows.count)
    for (index, row) in table.rows.enumerated() {
      var cells: [Int: Cell] = [:]
      for cell in row.cells where cells[cell.column] == nil {
        let found = Cell(
          text: PassageText(cell.text), columnSpan: max(1, cell.columnSpan), isCarried: false)
        cells[cell.column] = found
        open[cell.column] = cell.rowSpan > 1 ? (found, index + cell.rowSpan) : nil
      }
      for (column, holder) in open where cells[column] == nil {
        guard index < holder.end else {
          open[column] = nil
          continue
        }
        cells[column] = holder.cell
        cells[column]?.isCarried = true
      }
      rows.append(cells)
    }
    self.rows = rows
  }
}
