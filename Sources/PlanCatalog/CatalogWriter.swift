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
      // Pages of a new file: large ones, since indices are read in long pieces.
      try database.execute(
        sql: "PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
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

  /// Writes the log back into the file and empties it.
  ///
  /// - Returns: false where a reader kept an older state for two seconds more; then the last reader
  ///   that closes does it.
  package func writeBack() -> Bool {
    let answer = try? queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA busy_timeout = 2000")
      return try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        .map { (busy: $0[0] as Int, log: $0[1] as Int) }
    }
    return answer.flatMap { $0 }.map { $0.busy == 0 && $0.log == 0 } ?? false
  }

  /// Closes the connection; SQLite writes the log back into the file.
  package func close() throws(CatalogError) {
    try Self.attempt(path) { try queue.close() }
  }

  package func documents() throws(CatalogError) -> [CatalogDocument] {
    try Self.attempt(path) { try queue.read(CatalogReader.documents) }
  }

  package func commitPoint() throws(CatalogError) -> [UInt8]? {
    try Self.attempt(path) { try queue.read(CatalogReader.commitPoint) }
  }

  /// Whether SQLite finds the file's structure sound; reads all of it.
  package func isSound() -> Bool {
    let answer = try? queue.read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
    return answer == "ok"
  }

  /// Runs one transaction: all that `body` changes is there afterwards, or nothing of it where it
  /// throws or the process ends. Readers see the state before until it has ended.
  package func write<R>(_ body: (CatalogTransaction) throws -> R) throws -> R {
    do {
      return try queue.write { try body(CatalogTransaction($0)) }
    } catch let error as DatabaseError {
      throw CatalogError.database(path: path, message: error.message ?? "\(error.resultCode)")
    }
  }

  private static func attempt<R>(
    _ path: String, _ body: () throws -> R
  ) throws(CatalogError) -> R {
    try CatalogReader.attempt(path, body)
  }
}
