import Foundation
import GRDB
import PlanDocument

/// The one connection that writes a catalog. Whoever opens it holds the library's lock.
package struct CatalogWriter: Sendable {
  private let queue: DatabaseQueue
  private let path: String

  /// Opens the catalog, making it where there is none.
  package init(path: String) throws(CatalogError) {
    self.path = path
    var configuration = Configuration()
    configuration.label = "catalog"
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
    }
    queue = try Self.attempt(path) { try DatabaseQueue(path: path, configuration: configuration) }
    try Self.attempt(path) {
      try queue.write { database in
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        if tables == 0 { try CatalogSchema.create(database) }
      }
    }
    let found = try Self.attempt(path) { try queue.read(CatalogReader.version) }
    guard found == CatalogSchema.version else {
      throw .version(path: path, found: found, known: CatalogSchema.version)
    }
  }

  /// Closes the connection; SQLite writes the log back into the file.
  package func close() throws(CatalogError) {
    try Self.attempt(path) { try queue.close() }
  }

  /// The keys that the next documents get, without taking them.
  package func nextKey() throws(CatalogError) -> Int {
    try Self.attempt(path) {
      try queue.read { database in
        let last = try Int.fetchOne(
          database, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'document'")
        return (last ?? 0) + 1
      }
    }
  }

  package func documents() throws(CatalogError) -> [CatalogDocument] {
    try Self.attempt(path) { try queue.read(CatalogReader.documents) }
  }

  package func commitPoint() throws(CatalogError) -> [UInt8]? {
    try Self.attempt(path) { try queue.read(CatalogReader.commitPoint) }
  }

  /// Removes and adds documents and stores the index's commit point, all in one transaction.
  ///
  /// - Parameters:
  ///   - removing: keys of documents that go.
  ///   - adding: documents with the keys that `nextKey` gave, ascending.
  ///   - commitPoint: the bytes that name the index's live segments.
  package func commit(
    removing: [Int], adding: [(key: Int, entry: CatalogEntry)], commitPoint: [UInt8]
  ) throws(CatalogError) {
    try Self.attempt(path) {
      try queue.write { database in
        for key in removing {
          try database.execute(sql: "DELETE FROM document WHERE key = ?", arguments: [key])
        }
        for (key, entry) in adding { try Self.insert(entry, key: key, into: database) }
        try database.execute(
          sql: "INSERT OR REPLACE INTO index_state (id, commit_point) VALUES (1, ?)",
          arguments: [Data(commitPoint)])
      }
    }
  }

  private static func insert(_ entry: CatalogEntry, key: Int, into database: Database) throws {
    try KeyedRecord(key: key, ordinal: nil, record: entry.record).insert(database)
    try database.execute(
      sql: "INSERT INTO source_text (key, bytes, digest) VALUES (?, ?, ?)",
      arguments: [key, Data(entry.sourceText), entry.digest])
    for (ordinal, record) in entry.divisions.enumerated() {
      try KeyedRecord(key: key, ordinal: ordinal, record: record).insert(database)
    }
    for (ordinal, record) in entry.passages.enumerated() {
      try KeyedRecord(key: key, ordinal: ordinal, record: record).insert(database)
    }
    for (ordinal, record) in entry.targets.enumerated() {
      try KeyedRecord(key: key, ordinal: ordinal, record: record).insert(database)
    }
  }

  private static func attempt<R>(
    _ path: String, _ body: () throws -> R
  ) throws(CatalogError) -> R {
    try CatalogReader.attempt(path, body)
  }
}
