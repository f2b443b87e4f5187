/// One line of CSV as RFC 4180 defines it: comma, double quotes where needed, CR LF.
package enum CSVLine {
  /// The mark that tells Excel that a file is UTF-8.
  package static let byteOrderMark = "\u{FEFF}"

  package static func encode(_ cells: [String]) -> String {
    cells.map(quoted).joined(separator: ",") + "\r\n"
  }

  private static func quoted(_ cell: String) -> String {
    let special = cell.unicodeScalars.contains {
      $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r"
    }
    return special ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
  }

  /// A text cell that a spreadsheet would run as a formula gets an apostrophe in front; a number
  /// and a bare sign of comparison (`=`, `>=`) stay as they are.
  package static func guarded(_ cell: String) -> String {
    guard let first = cell.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else {
      return cell
    }
    if Double(cell) != nil || cell == "=" { return cell }
    return "'" + cell
  }
}
