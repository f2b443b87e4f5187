import GRDB
import PlanDocument

/// A unit of a document's outline, with as much as a condition on parts needs.
package struct DivisionPlace: Sendable, Hashable {
  package let key: Int
  package let ordinal: Int

  package init(key: Int, ordinal: Int) {
    self.key = key
    self.ordinal = ordinal
  }
}

/// What a unit is called, and what it is part of.
package struct UnitHead: Sendable, Equatable {
  package let place: DivisionPlace
  /// Label and title.
  package let text: String
  /// Ordinal of the unit above it; nil at the top.
  package let parent: Int?
  package let isBox: Bool
}

extension CatalogView {
  /// Units whose path holds labels one after another, in the form of `PathSelection`.
  package func units(onPath path: String) throws(CatalogError) -> [DivisionPlace] {
    // Most paths do not hold the labels at all, which is seen without making a text of each.
    try places(
      """
      SELECT key, ordinal FROM division
      WHERE CASE WHEN instr(path, ?) THEN instr('/' || path || '/', ?) ELSE 0 END
      """,
      [path, "/\(path)/"])
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

  /// Heads of units and of all units above them, each once, in no order.
  ///
  /// Asked for together: a question a unit took as long as all the rest of a search.
  package func unitHeads(_ units: [DivisionPlace]) throws(CatalogError) -> [UnitHead] {
    try CatalogReader.attempt(path) {
      let statement = try database.cachedStatement(
        sql: """
          WITH RECURSIVE wanted(key, ordinal) AS (
            SELECT value >> 32, value & 0xFFFFFFFF FROM json_each(?)
            UNION
            SELECT key, parent FROM wanted JOIN division USING (key, ordinal)
            WHERE parent IS NOT NULL)
          SELECT key, ordinal, label, title, parent, level = 'box'
          FROM wanted JOIN division USING (key, ordinal)
          """)
      let list = JSONList.text(of: units.map { $0.key << 32 | $0.ordinal })
      let rows = try Row.fetchCursor(statement, arguments: [list])
      var heads: [UnitHead] = []
      while let row = try rows.next() {
        let label: String? = row[2]
        let title: String? = row[3]
        heads.append(
          UnitHead(
            place: DivisionPlace(key: row[0], ordinal: row[1]),
            text: [label, title].compactMap { $0 }.joined(separator: " "), parent: row[4],
            isBox: row[5]))
      }
      return heads
    }
  }

  /// Names and titles of documents by their keys; none for keys that no document has.
  package func namesAndTitles(
    of keys: [Int]
  ) throws(CatalogError) -> [Int: (name: String, title: String?)] {
    try CatalogReader.attempt(path) {
      let statement = try database.cachedStatement(
        sql: "SELECT key, document, title FROM document "
          + "WHERE key IN (SELECT value FROM json_each(?))")
      let rows = try Row.fetchCursor(statement, arguments: [JSONList.text(of: keys)])
      var found: [Int: (name: String, title: String?)] = [:]
      while let row = try rows.next() { found[row[0]] = (row[1], row[2]) }
      return found
    }
  }

  /// Kinds and parents of the units of documents by their places, nil at the top.
  ///
  /// - Parameter keys: some documents; nil for all.
  package func levels(
    of keys: [Int]?
  ) throws(CatalogError) -> [Int: [(level: DivisionLevel, parent: Int?)]] {
    try CatalogReader.attempt(path) {
      let condition = keys == nil ? "" : "WHERE key IN (SELECT value FROM json_each(?))"
      let rows = try Row.fetchCursor(
        database,
        sql: "SELECT key, level, parent FROM division INDEXED BY division_tree "
          + "\(condition) ORDER BY key, ordinal",
        arguments: StatementArguments(keys.map { [JSONList.text(of: $0)] } ?? []))
      var levels: [Int: [(level: DivisionLevel, parent: Int?)]] = [:]
      var last: Int?
      var outline: [(level: DivisionLevel, parent: Int?)] = []
      while let row = try rows.next() {
        let key: Int = row[0]
        if key != last {
          if let last { levels[last] = outline }
          last = key
          outline.removeAll(keepingCapacity: true)
        }
        guard let level = DivisionLevel(rawValue: row[1]) else {
          throw CatalogError.database(path: path, message: "a unit of no known kind")
        }
        outline.append((level, row[2]))
      }
      if let last { levels[last] = outline }
      return levels
    }
  }

  /// All paths of units, each once.
  package func paths() throws(CatalogError) -> [String] {
    try CatalogReader.attempt(path) {
      try String.fetchAll(database, sql: "SELECT DISTINCT path FROM division ORDER BY path")
    }
  }

  /// Paths of the units of some documents, each once.
  package func paths(of keys: [Int]) throws(CatalogError) -> [String] {
    try CatalogReader.attempt(path) {
      try String.fetchAll(
        database,
        sql: """
          SELECT DISTINCT path FROM division WHERE key IN (SELECT value FROM json_each(?))
          ORDER BY path
          """,
        arguments: [JSONList.text(of: keys)])
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
