import Foundation
import GRDB
import PlanDocument

/// One state of a catalog; valid inside `CatalogReader.read` only.
package struct CatalogView {
  let database: Database
  /// Of the catalog's file.
  package let path: String

  /// All documents in the order of the library.
  package func documents() throws(CatalogError) -> [CatalogDocument] {
    try attempt { try CatalogReader.documents($0) }
  }

  /// The document of that name; nil where there is none.
  package func document(named name: String) throws(CatalogError) -> CatalogDocument? {
    try attempt { database in
      let row = try Row.fetchOne(
        database, sql: "SELECT * FROM document WHERE document = ?", arguments: [name])
      return try row.map { CatalogDocument(key: $0["key"], record: try DocumentRecord(row: $0)) }
    }
  }

  /// What is known of a document; nil where there is none.
  package func document(withKey key: Int) throws(CatalogError) -> DocumentRecord? {
    try attempt {
      try DocumentRecord.fetchOne($0, sql: "SELECT * FROM document WHERE key = ?", arguments: [key])
    }
  }

  /// Keys of all documents, ascending.
  package func keys() throws(CatalogError) -> [Int] {
    // Without an order they are read from an index, which is smaller than the rows.
    try attempt { try Int.fetchAll($0, sql: "SELECT key FROM document") }.sorted()
  }

  /// Keys of the documents of an administrative level, ascending.
  package func keys(ofLevel level: String) throws(CatalogError) -> [Int] {
    try attempt {
      try Int.fetchAll(
        $0, sql: "SELECT key FROM document WHERE level = ? ORDER BY key", arguments: [level])
    }
  }

  /// The index's commit point as it was stored; nil where nothing was committed yet.
  package func commitPoint() throws(CatalogError) -> [UInt8]? {
    try attempt { try CatalogReader.commitPoint($0) }
  }

  /// The source text's bytes; nil where there is no such document.
  package func sourceText(of key: Int) throws(CatalogError) -> [UInt8]? {
    try attempt {
      try Data.fetchOne($0, sql: "SELECT bytes FROM source_text WHERE key = ?", arguments: [key])
        .map { [UInt8]($0) }
    }
  }

  /// Everything of one document, read back; nil where there is none.
  package func entry(of key: Int) throws(CatalogError) -> CatalogEntry? {
    let row = try attempt {
      try Row.fetchOne($0, sql: "SELECT * FROM source_text WHERE key = ?", arguments: [key])
    }
    guard let document = try document(withKey: key), let row, let text: Data = row["bytes"] else {
      return nil
    }
    return CatalogEntry(
      record: document, sourceText: [UInt8](text), digest: row["digest"],
      manifestDigest: row["manifest_digest"], divisions: try divisions(of: key),
      passages: try passages(of: key), targets: try targets(of: key))
  }

  package func divisions(of key: Int) throws(CatalogError) -> [DivisionRecord] {
    try attempt { try DivisionRecord.fetchAll($0, sql: DivisionRecord.rows(of: key)) }
  }

  package func passages(of key: Int) throws(CatalogError) -> [PassageRecord] {
    try attempt { try PassageRecord.fetchAll($0, sql: PassageRecord.rows(of: key)) }
  }

  /// Calls `body` with each passage of a document in order, holding one at a time.
  package func forEachPassage(
    of key: Int, _ body: (PassageRecord) throws -> Void
  ) throws {
    let cursor = try PassageRecord.fetchCursor(database, sql: PassageRecord.rows(of: key))
    while let record = try cursor.next() { try body(record) }
  }

  /// One passage; nil where there is none.
  package func passage(_ ordinal: Int, of key: Int) throws(CatalogError) -> PassageRecord? {
    try attempt {
      // Asked once a hit: the statement is prepared once.
      let statement = try $0.cachedStatement(
        sql: "SELECT * FROM passage WHERE key = ? AND ordinal = ?")
      return try PassageRecord.fetchOne(statement, arguments: [key, ordinal])
    }
  }

  package func targets(of key: Int) throws(CatalogError) -> [TargetRecord] {
    try attempt { try TargetRecord.fetchAll($0, sql: TargetRecord.rows(of: key)) }
  }

  /// SQLite's own check of the whole file.
  ///
  /// - Returns: one sentence for each fault, none where all is well.
  package func faults() throws(CatalogError) -> [String] {
    try attempt { database in
      let answers = try String.fetchAll(database, sql: "PRAGMA integrity_check")
      let orphans = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").count
      return answers.filter { $0 != "ok" }
        + (orphans == 0 ? [] : ["\(orphans) rows belong to no document"])
    }
  }

  private func attempt<R>(_ body: (Database) throws -> R) throws(CatalogError) -> R {
    try CatalogReader.attempt(path) { try body(database) }
  }
}
