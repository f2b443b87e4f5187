import GRDB
import PlanDocument

/// What documents are put into groups by.
package struct DocumentGrouping: Sendable, Equatable {
  package let key: Int
  /// The document's id.
  package let document: String
  package let title: String?
  package let region: String?
  package let level: String?
  /// First year of the plan's period, else the year of its date.
  package let year: String?
}

extension CatalogView {
  /// Calls `body` with keys of documents in the order of their names (by code point, as SQLite
  /// compares UTF-8), until it returns false.
  ///
  /// - Parameter keys: those that are wanted; others may come too.
  package func forEachKeyByName(
    among keys: [Int], _ body: (Int) -> Bool
  ) throws(CatalogError) {
    guard !keys.isEmpty else { return }
    try CatalogReader.attempt(path) {
      // A few are looked up; for many, the index of names is read through, which is smaller.
      let isFew = keys.count < 100
      let condition = isFew ? "WHERE key IN (SELECT value FROM json_each(?))" : ""
      let found = try Int.fetchCursor(
        database, sql: "SELECT key FROM document \(condition) ORDER BY document",
        arguments: isFew ? [JSONList.text(of: keys)] : [])
      while let key = try found.next(), body(key) {}
    }
  }

  /// What documents are grouped by, in the order of their names (by code point).
  package func groupings() throws(CatalogError) -> [DocumentGrouping] {
    try CatalogReader.attempt(path) {
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT key, document, title, region, level,
            period, delivered, adopted, issued, dates, published
          FROM document ORDER BY document
          """)
      var groupings: [DocumentGrouping] = []
      while let row = try rows.next() {
        let years = (5..<11).compactMap { row[$0] as String? }
        groupings.append(
          DocumentGrouping(
            key: row[0], document: row[1], title: row[2], region: row[3], level: row[4],
            year: years.lazy.compactMap { Self.year(in: $0) }.first))
      }
      return groupings
    }
  }

  /// The first four digits of a period or date.
  private static func year(in text: String) -> String? {
    let digits = text.drop { !$0.isASCII || !$0.isNumber }.prefix(4)
    return digits.count == 4 && digits.allSatisfy { $0.isASCII && $0.isNumber }
      ? String(digits) : nil
  }
}
