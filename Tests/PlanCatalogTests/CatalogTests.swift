import Foundation
import PlanCatalog
import PlanDocument
import TestSupport
import Testing

@Suite("Catalog")
struct CatalogTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("catalog-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private var path: String { folder.appendingPathComponent("catalog.sqlite").path }

  private func entry(_ name: String, text: String = "甲\n乙") -> CatalogEntry {
    let source = SourceText(text)
    var metadata = PlanMetadata()
    metadata.title = .init("题")
    return CatalogEntry(
      record: DocumentRecord(
        document: DocumentID(name), path: "/x/\(name)", metadata: metadata, checksum: "sha256:0",
        format: "text", encoding: "UTF-8", characters: source.codePointCount, units: 0,
        passages: 1, targets: 0),
      sourceText: source.bytes, digest: "d", divisions: [],
      passages: [
        PassageRecord(
          Passage(
            kind: .paragraph, text: MendedText(source.span(ofLine: 2), of: source), division: nil),
          of: Outline(), source: source, document: DocumentID(name))
      ], targets: [])
  }

  private func add(_ name: String, commitPoint: [UInt8], to writer: CatalogWriter) throws {
    try writer.write { transaction in
      _ = try transaction.insert(entry(name))
      try transaction.set(commitPoint: commitPoint)
    }
  }

  @Test("gives back what was stored, in the order of the library")
  func roundTrip() throws {
    let writer = try CatalogWriter(path: path)
    let entries = [entry("乙"), entry("甲", text: "\u{0}丙\n丁")]
    let key = try writer.write { transaction in
      let key = try transaction.nextKey()
      #expect(try entries.map(transaction.insert) == [key, key + 1])
      try transaction.set(commitPoint: [1, 2, 3])
      return key
    }
    try writer.close()
    let reader = try CatalogReader(path: path)
    try reader.read { view throws in
      #expect(try view.documents().map(\.record) == entries.map(\.record))
      #expect(try view.sourceText(of: key + 1) == entries[1].sourceText)
      #expect(try view.passages(of: key) == entries[0].passages)
      #expect(try view.passage(0, of: key + 1) == entries[1].passages[0])
      #expect(try view.passage(1, of: key) == nil)
      #expect(try view.commitPoint() == [1, 2, 3])
      #expect(try view.faults().isEmpty)
    }
  }

  @Test("never gives a key twice, and takes all rows of a document with it")
  func removal() throws {
    let writer = try CatalogWriter(path: path)
    #expect(try writer.write { try $0.insert(entry("甲")) } == 1)
    try writer.write { try $0.remove(key: 1) }
    #expect(try writer.write { try $0.nextKey() } == 2)
    #expect(try writer.documents().isEmpty)
    try CatalogReader(path: path).read { view throws in
      #expect(try view.passages(of: 1).isEmpty)
      #expect(try view.sourceText(of: 1) == nil)
    }
  }

  @Test("a commit that fails leaves everything as it was")
  func atomic() throws {
    let writer = try CatalogWriter(path: path)
    try add("甲", commitPoint: [1], to: writer)
    #expect(throws: CatalogError.self) {
      try writer.write { transaction in
        try transaction.remove(key: 1)
        try transaction.set(commitPoint: [2])
        _ = try transaction.insert(entry("乙"))
        _ = try transaction.insert(entry("乙"))
      }
    }
    #expect(try writer.documents().map(\.key) == [1])
    #expect(try writer.commitPoint() == [1])
  }

  @Test("a reader sees the state before while a writer adds")
  func readersAreUndisturbed() throws {
    let writer = try CatalogWriter(path: path)
    try add("甲", commitPoint: [1], to: writer)
    try CatalogReader(path: path).read { view throws in
      #expect(try view.documents().count == 1)
      try add("乙", commitPoint: [2], to: writer)
      #expect(try view.documents().count == 1)
      #expect(try view.commitPoint() == [1])
    }
  }

  @Test("says that there is no library, or that it is another version's, or no database")
  func faults() throws {
    #expect(throws: CatalogError.missing(path: path)) { try CatalogReader(path: path) }
    try Data("not a database, but long enough to have a header of one".utf8)
      .write(to: URL(fileURLWithPath: path))
    #expect(throws: CatalogError.self) { try CatalogReader(path: path) }
    #expect(throws: CatalogError.self) { try CatalogWriter(path: path) }
  }
}
