/// A table for people: columns line up with wide characters, the last ones are cut to the width of
/// the terminal.
package struct TextTable {
  package struct Column: Sendable {
    package var title: String
    /// Numbers stand right.
    package var isNumber: Bool
    /// A column that gives way first when the table is too wide.
    package var isElastic: Bool

    package init(_ title: String, isNumber: Bool = false, isElastic: Bool = false) {
      self.title = title
      self.isNumber = isNumber
      self.isElastic = isElastic
    }
  }

  private let columns: [Column]
  private var rows: [[String]] = []

  package init(_ columns: [Column]) { self.columns = columns }

  /// - Parameter cells: as many as there are columns; line ends become blanks.
  package mutating func append(_ cells: [String]) {
    rows.append(cells.map { $0.replacing("\n", with: " ") })
  }

  /// The lines of the table.
  ///
  /// - Parameter width: columns of the terminal; nil leaves everything as wide as it is.
  package func lines(width: Int?) -> [String] {
    var widths = columns.map { DisplayWidth.of($0.title) }
    for row in rows {
      for (index, cell) in row.enumerated() where index < widths.count {
        widths[index] = max(widths[index], DisplayWidth.of(cell))
      }
    }
    if let width { shrink(&widths, to: width) }
    let head = columns.map(\.title)
    return ([head] + rows).map { line($0, widths: widths) }
  }

  private func shrink(_ widths: inout [Int], to width: Int) {
    let gaps = 2 * max(0, widths.count - 1)
    var excess = widths.reduce(gaps, +) - width
    for index in columns.indices.reversed() where columns[index].isElastic && excess > 0 {
      let least = max(8, DisplayWidth.of(columns[index].title))
      let taken = min(excess, max(0, widths[index] - least))
      widths[index] -= taken
      excess -= taken
    }
  }

  private func line(_ cells: [String], widths: [Int]) -> String {
    var text = ""
    for (index, cell) in cells.enumerated() where index < widths.count {
      if index > 0 { text += "  " }
      let shown = DisplayWidth.cut(cell, to: widths[index])
      let isLast = index == cells.count - 1 && !columns[index].isNumber
      text +=
        isLast
        ? shown : DisplayWidth.pad(shown, to: widths[index], right: columns[index].isNumber)
    }
    return text
  }
}
