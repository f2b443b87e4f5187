import PlanDocument

/// A table that was found in lines of text: its rows, each cell with its column.
struct TextTable {
  var header: [TableRow]
  var rows: [TableRow]
  var columnCount: Int
  /// Index behind the last line.
  var end: Int
  /// Lines inside that repeat the head on a new page, by index.
  var repeatedHead: [Int] = []
}
