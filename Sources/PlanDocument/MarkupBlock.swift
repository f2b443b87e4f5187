/// A stretch of a source text and what the markup of its format says of it.
///
/// Plain text has none; there the outline finds structure from the text alone.
package struct MarkupBlock: Sendable, Equatable, BitwiseCopyable {
  package enum Role: Sendable, Equatable, BitwiseCopyable {
    case paragraph
    /// A heading of the markup (`<h2>`, a heading style); `depth` from 1.
    case heading(depth: Int)
    case listItem
    case caption
    case footnote
    /// An entry of a table of contents.
    case contents
    /// What pages print beside their text.
    case pageNumber
    case runningHead
    case cell(TableCellPlace)
  }

  /// Whole lines of the source text, without the last line end.
  package var span: TextSpan
  package var role: Role

  package init(span: TextSpan, role: Role) {
    self.span = span
    self.role = role
  }
}

/// Where a cell stands in a table of the markup.
package struct TableCellPlace: Sendable, Equatable, BitwiseCopyable {
  /// Number of the table in the document, from 0.
  package var table: Int
  /// Row and column, from 0, after row and column spans before it are counted in.
  package var row: Int
  package var column: Int
  /// How many rows and columns it covers, at least 1.
  package var rowSpan: Int
  package var columnSpan: Int
  /// Marked up as a head cell (`<th>`, in `<thead>`).
  package var isHeader: Bool

  package init(
    table: Int, row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, isHeader: Bool = false
  ) {
    self.table = table
    self.row = row
    self.column = column
    self.rowSpan = rowSpan
    self.columnSpan = columnSpan
    self.isHeader = isHeader
  }
}
