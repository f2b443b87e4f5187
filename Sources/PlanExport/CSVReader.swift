/// What can be wrong with CSV text.
package enum CSVError: Error, Equatable, CustomStringConvertible {
  case openQuote(line: Int)
  case afterQuote(line: Int, found: Character)
  case columns(line: Int, found: Int, expected: Int)

  package var description: String {
    switch self {
    case .openQuote(let line):
      "line \(line): a quoted cell begins here and never ends; close it with a double quote"
    case .afterQuote(let line, let found):
      "line \(line): '\(found)' follows a closing quote; write a quote inside a cell twice"
    case .columns(let line, let found, let expected):
      "line \(line): \(found) cells where the head has \(expected)"
    }
  }
}

/// Reads CSV as RFC 4180 defines it; line ends may be LF or CR LF, a byte-order mark is skipped.
package struct CSVReader: Sendable {
  /// One row: its cells by the names of the head, and its first line, 1-based.
  package struct Row: Sendable {
    package let line: Int
    package let cells: [String: String]
  }

  package let head: [String]
  package let rows: [Row]

  /// - Parameter text: a head and any number of rows as wide as it; blank lines are skipped.
  package init(_ text: String) throws(CSVError) {
    var table = try Self.table(text)
    guard !table.isEmpty else {
      (head, rows) = ([], [])
      return
    }
    let head = table.removeFirst().cells
    var rows: [Row] = []
    for (line, cells) in table {
      guard cells.count == head.count else {
        throw .columns(line: line, found: cells.count, expected: head.count)
      }
      rows.append(
        Row(
          line: line, cells: Dictionary(zip(head, cells), uniquingKeysWith: { first, _ in first }))
      )
    }
    (self.head, self.rows) = (head, rows)
  }

  private static func table(_ text: String) throws(CSVError) -> [(line: Int, cells: [String])] {
    var table: [(line: Int, cells: [String])] = []
    var cells: [String] = []
    var cell = ""
    var line = 1
    var rowLine = 1
    /// Line of the opening quote while inside a quoted cell.
    var quote: Int?
    var closed = false
    func endRow() {
      if !(cells.isEmpty && cell.isEmpty && !closed) { table.append((rowLine, cells + [cell])) }
      (cells, cell, closed) = ([], "", false)
      rowLine = line
    }
    var characters = Substring(text.hasPrefix(CSVLine.byteOrderMark) ? text.dropFirst() : text[...])
    while let character = characters.popFirst() {
      if character.isNewline { line += 1 }
      if quote != nil {
        guard character == "\"" else {
          cell.append(character)
          continue
        }
        if characters.first == "\"" {
          characters.removeFirst()
          cell.append("\"")
        } else {
          quote = nil
          closed = true
        }
      } else if character.isNewline {
        endRow()
      } else if character == "," {
        cells.append(cell)
        (cell, closed) = ("", false)
      } else if character == "\"" && cell.isEmpty && !closed {
        quote = line
      } else if closed {
        throw .afterQuote(line: line, found: character)
      } else {
        cell.append(character)
      }
    }
    if let quote { throw .openQuote(line: quote) }
    endRow()
    return table
  }
}
