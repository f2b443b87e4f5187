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

  /// A text cell that a spreadsheet would run as a formula gets an apostrophe in front: what
  /// begins with `=`, `+`, `@`, a tab or CR, or with `-` and is no negative amount. A bare `=`
  /// (the bound of a value) runs nothing and stays.
  ///
  /// - SeeAlso: OWASP, "CSV Injection".
  package static func guarded(_ cell: String) -> String {
    guard let first = cell.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first),
      cell != "=", !(first == "-" && isAmount(cell.dropFirst()))
    else { return cell }
    return "'" + cell
  }

  /// A number, perhaps with a unit: nothing in it that a formula goes on with.
  private static func isAmount(_ text: Substring) -> Bool {
    guard let first = text.unicodeScalars.first, ("0"..."9").contains(first) else { return false }
    return !text.unicodeScalars.contains {
      "+-*/^&=<>!|'\"(){},;:\t\r\n".unicodeScalars.contains($0)
    }
  }
}
