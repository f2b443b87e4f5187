import Foundation
import GRDB
import PlanDocument

/// A connection that reads a catalog and never changes what is in it.
package struct CatalogReader: Sendable {
  private let queue: DatabaseQueue
  package let path: String

  /// Opens an existing catalog.
  ///
  /// The connection may write files, though it never writes data: only then does SQLite remove the
  /// shared memory of the write-ahead log when the last reader closes. Where the folder cannot be
  /// written it cannot be made either, so there the file is opened as one that does not change.
  package init(path: String) throws(CatalogError) {
    self.path = path
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    var configuration = Configuration()
    configuration.label = "catalog"
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase {
      // Kilobytes of pages that are kept in memory, and bytes of the file that are read where they
      // are instead of being copied: a search looks at some 80 pages, each of them once.
      try $0.execute(
        sql: "PRAGMA query_only = ON; PRAGMA cache_size = -16000; PRAGMA mmap_size = 4000000000")
    }
    var frozen = Configuration()
    frozen.label = "catalog"
    frozen.readonly = true
    let found: Int
    do {
      (queue, found) = try Self.open(path, configuration)
    } catch {
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
      guard !FileManager.default.isWritableFile(atPath: folder) else { throw error }
      (queue, found) = try Self.open("file:\(Self.escaped(path))?immutable=1", frozen)
    }
    guard found == CatalogSchema.version else {
      throw .version(path: path, found: found, known: CatalogSchema.version)
    }
  }

  private static func open(
    _ path: String, _ configuration: Configuration
  ) throws(CatalogError) -> (DatabaseQueue, Int) {
    try attempt(path) {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      return (queue, try queue.read(version))
    }
  }

  /// Runs several reads on one state of the catalog.
  package func read<R>(_ body: (CatalogView) throws -> R) throws -> R {
    try queue.read { try body(CatalogView(database: $0, path: path)) }
  }

  /// A path inside a URI: `?`, `#` and `%` would end it or be read as codes.
  private static func escaped(_ path: String) -> String {
    path.replacing("%", with: "%25").replacing("?", with: "%3f").replacing("#", with: "%23")
  }

  static func version(_ database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
  }

  static func documents(_ database: Database) throws -> [CatalogDocument] {
    let sql = """
      SELECT document.*, manifest_digest FROM document JOIN source_text USING (key) ORDER BY key
      """
    return try Row.fetchAll(database, sql: sql).map {
      CatalogDocument(
        key: $0["key"], record: try DocumentRecord(row: $0),
        manifestDigest: $0["manifest_digest"])
    }
  }

  static func commitPoint(_ database: Database) throws -> [UInt8]? {
    try Data.fetchOne(database, sql: "SELECT commit_point FROM index_state WHERE id = 1")
      .map { [UInt8]($0) }
  }

  static func attempt<R>(_ path: String, _ body: () throws -> R) throws(CatalogError) -> R {
    do {
      return try body()
    } catch let error as CatalogError {
      throw error
    } catch let error as DatabaseError {
      throw .database(path: path, message: error.message ?? "\(error.resultCode)")
    } catch {
      throw .database(path: path, message: "\(error)")
    }
  }
}
