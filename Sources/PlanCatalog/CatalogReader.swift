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
    try Row.fetchAll(database, sql: "SELECT * FROM document ORDER BY key").map {
      CatalogDocument(key: $0["key"], record: try DocumentRecord(row: $0))
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

/// One state of a catalog; valid inside `CatalogReader.read` only.
package struct CatalogView {
  let database: Database
  let path: String

  /// All documents in the order of the library.
  package func documents() throws(CatalogError) -> [CatalogDocument] {
    try attempt { try CatalogReader.documents($0) }
  }

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

  /// The digest that was stored with a document.
  package func digest(of key: Int) throws(CatalogError) -> String? {
    try attempt {
      try String.fetchOne(
        $0, sql: "SELECT digest FROM source_text WHERE key = ?", arguments: [key])
    }
  }

  /// Everything of one document, read back; nil where there is none.
  package func entry(of key: Int) throws(CatalogError) -> CatalogEntry? {
    let document = try attempt {
      try DocumentRecord.fetchOne($0, sql: "SELECT * FROM document WHERE key = ?", arguments: [key])
    }
    guard let document, let text = try sourceText(of: key) else { return nil }
    return CatalogEntry(
      record: document, sourceText: text, digest: try digest(of: key) ?? "",
      divisions: try divisions(of: key), passages: try passages(of: key),
      targets: try targets(of: key))
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
      try PassageRecord.fetchOne(
        $0, sql: "SELECT * FROM passage WHERE key = ? AND ordinal = ?", arguments: [key, ordinal])
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
