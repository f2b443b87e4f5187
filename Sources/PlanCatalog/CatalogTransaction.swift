import Foundation
import GRDB
import PlanDocument

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
    try database.execute(sql: "DELETE FROM document WHERE key = ?", arguments: [key])
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
