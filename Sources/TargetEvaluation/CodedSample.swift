/// A sample with the verdicts of a person.
///
/// A sample of records has the columns `right_place` … (1 or 0: is the record right in this);
/// a sample of sentences has `claims` (how many claims the sentence makes) and `right` (how many
/// of the found ones are among them). Rows without a verdict are left out of its figure.
package struct CodedSample: Sendable {
  /// Cells by column, with the line of the row.
  package typealias Row = (line: Int, cells: [String: String])

  /// Columns for verdicts on a record, in order.
  package static let recordVerdicts = [
    "right_place", "right_kind", "right_indicator", "right_change", "right_op", "right_value",
    "right_unit", "right_year", "right_per",
  ]
  /// Columns for counts in a sentence.
  package static let sentenceVerdicts = ["claims", "right"]

  private let rows: [Row]

  package init(_ rows: [Row]) { self.rows = rows }

  /// The names of rows, by which two coders' files are laid side by side.
  package static func key(_ cells: [String: String]) -> String {
    cells["id"] ?? (cells["document"] ?? "") + "@" + (cells["offset"] ?? "")
  }

  /// - Throws: where a verdict cannot be read, or where there is none at all.
  package func figures() throws(EvaluationError) -> [Figure] {
    var figures: [Figure] = []
    var strict: [Int: Bool] = [:]
    for column in Self.recordVerdicts {
      var right = 0
      var count = 0
      for (index, row) in rows.enumerated() {
        guard let verdict = try Self.verdict(row, column) else { continue }
        count += 1
        right += verdict ? 1 : 0
        strict[index] = (strict[index] ?? true) && verdict
      }
      guard count > 0 else { continue }
      let field = String(column.dropFirst("right_".count))
      figures.append(Figure(field == "place" ? "detection" : field, "precision", right, of: count))
    }
    if !strict.isEmpty {
      figures.append(
        Figure("all coded fields", "precision", strict.values.count { $0 }, of: strict.count))
    }
    figures += try sentenceFigures()
    guard !figures.isEmpty else { throw .nothingToEvaluate }
    return figures
  }

  private func sentenceFigures() throws(EvaluationError) -> [Figure] {
    var claims: [(Double, Double)] = []
    var found: [(Double, Double)] = []
    for row in rows {
      guard let all = try Self.count(row, "claims"), let right = try Self.count(row, "right") else {
        continue
      }
      guard right <= all else {
        throw .verdict(line: row.line, column: "right", found: row.cells["right"] ?? "")
      }
      claims.append((right, all))
      if let printed = try Self.count(row, "found") { found.append((min(right, printed), printed)) }
    }
    guard !claims.isEmpty else { return [] }
    return [
      ClusteredShare(found).figure("detection", "precision"),
      ClusteredShare(claims).figure("detection", "recall"),
    ]
  }

  /// 1 or 0, y or n, 对 or 错; nil for an empty cell.
  static func verdict(_ row: Row, _ column: String) throws(EvaluationError) -> Bool? {
    let cell = (row.cells[column] ?? "").filter { !$0.isWhitespace }.lowercased()
    switch cell {
    case "": return nil
    case "1", "y", "yes", "true", "对", "是", "√": return true
    case "0", "n", "no", "false", "错", "否", "×": return false
    default: throw .verdict(line: row.line, column: column, found: cell)
    }
  }

  static func count(_ row: Row, _ column: String) throws(EvaluationError) -> Double? {
    let cell = (row.cells[column] ?? "").filter { !$0.isWhitespace }
    guard !cell.isEmpty else { return nil }
    guard let number = Double(cell), number >= 0, number.rounded() == number else {
      throw .verdict(line: row.line, column: column, found: cell)
    }
    return number
  }
}
