/// A table with its cells, however its source gave it: markup, or lines of text put together
/// again.
package struct PlanTable: Sendable, Equatable {
  /// Caption; empty where there is none.
  package var title: MendedText
  /// Index into `Outline.divisions` of the table's own unit, else of the unit that holds it.
  package var division: Int?
  /// Head rows, then body rows; every cell says its columns.
  package var header: [TableRow]
  package var rows: [TableRow]
  /// At least the largest column + 1.
  package var columnCount: Int
  /// All of it in the source, caption included.
  package var span: TextSpan

  package init(
    title: MendedText, division: Int?, header: [TableRow], rows: [TableRow], columnCount: Int,
    span: TextSpan
  ) {
    self.title = title
    self.division = division
    self.header = header
    self.rows = rows
    self.columnCount = columnCount
    self.span = span
  }
}

package struct TableRow: Sendable, Equatable {
  /// Ascending by column. A cell that spans rows stands in its first row only.
  package var cells: [TableCell]

  package init(cells: [TableCell]) { self.cells = cells }
}

package struct TableCell: Sendable, Equatable {
  /// Mended where the cell was wrapped.
  package var text: MendedText
  /// From 0.
  package var column: Int
  package var columnSpan: Int
  package var rowSpan: Int

  package init(text: MendedText, column: Int, columnSpan: Int = 1, rowSpan: Int = 1) {
    self.text = text
    self.column = column
    self.columnSpan = columnSpan
    self.rowSpan = rowSpan
  }
}
