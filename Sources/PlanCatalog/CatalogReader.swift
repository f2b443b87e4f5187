import Foundation
import GRDB
import PlanDocument

/// A connection that reads a catalog and never writes, not even in its folder.
package struct CatalogReader: Sendable {
  private let queue: DatabaseQueue
  package let path: String

  /// Opens an existing catalog.
  ///
  /// Where the folder cannot be written and no writer is at work, SQLite cannot make the shared
  /// memory that a write-ahead log needs, so the file is opened as one that does not change.
  package init(path: String) throws(CatalogError) {
    self.path = path
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.label = "catalog"
    configuration.busyMode = .timeout(10)
    let open: (String) throws -> (DatabaseQueue, Int) = { path in
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      return (queue, try queue.read(Self.version))
    }
    let found: Int
    if let usual = try? open(path) {
      (queue, found) = usual
    } else {
      let address = "file:\(Self.escaped(path))?immutable=1"
      (queue, found) = try Self.attempt(path) { try open(address) }
    }
    guard found == CatalogSchema.version else {
      throw .version(path: path, found: found, known: CatalogSchema.version)
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
