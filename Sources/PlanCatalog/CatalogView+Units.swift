import GRDB

/// A unit of a document's outline, with as much as a condition on parts needs.
package struct DivisionPlace: Sendable, Equatable {
  package let key: Int
  package let ordinal: Int

  package init(key: Int, ordinal: Int) {
    self.key = key
    self.ordinal = ordinal
  }
}

extension CatalogView {
  /// Units whose path holds labels one after another, in the form of `PathSelection`.
  package func units(onPath path: String) throws(CatalogError) -> [DivisionPlace] {
    try places(
      "SELECT key, ordinal FROM division WHERE instr('/' || path || '/', ?) > 0",
      ["/\(path)/"])
  }

  /// All boxes with their heads, which `holds` takes or not.
  package func boxes(where holds: (String) -> Bool) throws(CatalogError) -> [DivisionPlace] {
    try CatalogReader.attempt(path) {
      let rows = try Row.fetchCursor(
        database,
        sql: "SELECT key, ordinal, label, title FROM division WHERE level = 'box'")
      var places: [DivisionPlace] = []
      while let row = try rows.next() {
        let label: String? = row[2]
        let title: String? = row[3]
        if holds([label, title].compactMap { $0 }.joined(separator: " ")) {
          places.append(DivisionPlace(key: row[0], ordinal: row[1]))
        }
      }
      return places
    }
  }

  /// Head of one unit, the place of the unit above it, and whether it is a box; nil where there is none.
  package func unitHead(
    _ ordinal: Int, of key: Int
  ) throws(CatalogError) -> (text: String, parent: Int?, isBox: Bool)? {
    try CatalogReader.attempt(path) {
      let statement = try database.cachedStatement(
        sql: "SELECT label, title, parent, level = 'box' FROM division "
          + "WHERE key = ? AND ordinal = ?")
      guard let row = try Row.fetchOne(statement, arguments: [key, ordinal]) else { return nil }
      let label: String? = row[0]
      let title: String? = row[1]
      return ([label, title].compactMap { $0 }.joined(separator: " "), row[2], row[3])
    }
  }

  /// Name and title of a document; nil where there is none.
  package func nameAndTitle(
    of key: Int
  ) throws(CatalogError) -> (name: String, title: String?)? {
    try CatalogReader.attempt(path) {
      let statement = try database.cachedStatement(
        sql: "SELECT document, title FROM document WHERE key = ?")
      guard let row = try Row.fetchOne(statement, arguments: [key]) else { return nil }
      return (row[0], row[1])
    }
  }

  /// Parents of a document's units by their places, nil at the top.
  package func parents(of key: Int) throws(CatalogError) -> [Int?] {
    try CatalogReader.attempt(path) {
      let rows = try Row.fetchCursor(
        database, sql: "SELECT parent FROM division WHERE key = ? ORDER BY ordinal",
        arguments: [key])
      var parents: [Int?] = []
      while let row = try rows.next() { parents.append(row[0]) }
      return parents
    }
  }

  /// All paths of units, each once.
  package func paths() throws(CatalogError) -> [String] {
    try CatalogReader.attempt(path) {
      try String.fetchAll(database, sql: "SELECT DISTINCT path FROM division ORDER BY path")
    }
  }

  /// Of each document what conditions on documents ask about.
  package func documentFacts() throws(CatalogError) -> [DocumentFacts] {
    try CatalogReader.attempt(path) {
      let rows = try Row.fetchCursor(
        database, sql: "SELECT key, document, title, region, region_code, level FROM document")
      var facts: [DocumentFacts] = []
      while let row = try rows.next() {
        facts.append(
          DocumentFacts(
            key: row[0], document: row[1], title: row[2], region: row[3], regionCode: row[4],
            level: row[5]))
      }
      return facts
    }
  }

  private func places(
    _ sql: String, _ arguments: StatementArguments
  ) throws(CatalogError) -> [DivisionPlace] {
    try CatalogReader.attempt(path) {
      let rows = try Row.fetchCursor(database, sql: sql, arguments: arguments)
      var places: [DivisionPlace] = []
      while let row = try rows.next() {
        places.append(DivisionPlace(key: row[0], ordinal: row[1]))
      }
      return places
    }
  }
}

/// What conditions on documents ask about.
package struct DocumentFacts: Sendable, Equatable {
  package let key: Int
  package let document: String
  package let title: String?
  package let region: String?
  package let regionCode: String?
  package let level: String?
}
