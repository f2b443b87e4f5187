import Foundation
import GRDB
import PlanDocument
import TextFolding

/// The changes of one transaction; valid inside `CatalogWriter.write` only.
package struct CatalogTransaction {
  let database: Database
  /// Rows that the connection had changed before.
  private let changesBefore: Int

  init(_ database: Database) {
    self.database = database
    changesBefore = database.totalChangesCount
  }

  /// Whether anything was changed so far.
  package var hasChanges: Bool { database.totalChangesCount != changesBefore }

  /// The key that the next document gets.
  package func nextKey() throws -> Int {
    let last = try Int.fetchOne(
      database, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'document'")
    return (last ?? 0) + 1
  }

  /// Takes a document out with everything that belongs to it.
  package func remove(key: Int) throws {
    let names = try String.fetchAll(
      database, sql: "SELECT DISTINCT indicator FROM target WHERE key = ?", arguments: [key])
    try database.execute(sql: "DELETE FROM document WHERE key = ?", arguments: [key])
    for name in names { try removeIndicator(name) }
  }

  /// Takes a name out that no target has any longer.
  private func removeIndicator(_ name: String) throws {
    let isUsed = try database.cachedStatement(
      sql: "SELECT 1 FROM target WHERE indicator = ? AND kind = 'target' LIMIT 1")
    guard try Int.fetchOne(isUsed, arguments: [name]) == nil else { return }
    let number = try database.cachedStatement(sql: "SELECT id FROM indicator WHERE name = ?")
    guard let id = try Int.fetchOne(number, arguments: [name]) else { return }
    let remove = try database.cachedStatement(
      sql: "DELETE FROM indicator_part WHERE part = ? AND id = ?")
    for part in IndicatorPart.all(of: TokenStream(name)) {
      try remove.execute(arguments: [part, id])
    }
    try database.execute(sql: "DELETE FROM indicator WHERE id = ?", arguments: [id])
  }

  private func addIndicator(_ name: String) throws {
    let add = try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO indicator (name) VALUES (?)")
    let before = database.totalChangesCount
    try add.execute(arguments: [name])
    guard database.totalChangesCount > before else { return }
    let id = database.lastInsertedRowID
    let insert = try database.cachedStatement(
      sql: "INSERT INTO indicator_part (part, id) VALUES (?, ?)")
    for part in IndicatorPart.all(of: TokenStream(name)) {
      try insert.execute(arguments: [part, id])
    }
  }

  /// Adds a document under the key that `nextKey` gives.
  package func insert(_ entry: CatalogEntry) throws -> Int {
    let key = try nextKey()
    try KeyedRecord(key: key, ordinal: nil, record: entry.record).insert(database)
    try database.execute(
      sql: "INSERT INTO source_text (key, bytes, digest, manifest_digest) VALUES (?, ?, ?, ?)",
      arguments: [key, Data(entry.sourceText), entry.digest, entry.manifestDigest])
    for (ordinal, record) in entry.divisions.enumerated() {
      try KeyedRecord(key: key, ordinal: ordinal, record: record).insert(database)
    }
    for (ordinal, record) in entry.passages.enumerated() {
      try KeyedRecord(key: key, ordinal: ordinal, record: record).insert(database)
    }
    for (ordinal, record) in entry.targets.enumerated() {
      try KeyedRecord(key: key, ordinal: ordinal, record: record).insert(database)
      if record.kind == "target" { try addIndicator(record.indicator) }
    }
    return key
  }

  /// Stores the bytes that name the index's live segments.
  package func set(commitPoint: [UInt8]) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO index_state (id, commit_point) VALUES (1, ?)",
      arguments: [Data(commitPoint)])
  }
}
