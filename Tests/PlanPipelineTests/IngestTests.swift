import Foundation
import PlanCatalog
import PlanDocument
import PlanPipeline
import Testing

@Suite("Ingest")
struct IngestTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test("reads the files of a folder by name, however many at a time", arguments: [1, 3])
  func order(jobs: Int) throws {
    for name in ["丙", "甲", "乙", "a", "B"] { try place.write("\(name).txt", plan(name)) }
    let outcomes = try place.ingest(options: .init(jobs: jobs))
    let expected = ["B", "a", "丙", "乙", "甲"]
    #expect(outcomes.map(\.document) == expected)
    #expect(outcomes.allSatisfy { $0.status == .added && ($0.characters ?? 0) > 50 })
    #expect(try place.names() == expected)
    #expect(try place.matches("组织领导") == expected)
    #expect(try place.faults().isEmpty)
  }

  @Test("reads a folder that is named by a link, and follows no link out of it")
  func links() throws {
    let inside = try place.write("a/plan.txt", plan("林业"))
    let outside = try place.write("b/other.txt", plan("水利"))
    let folder = place.plans.path
    let files = FileManager.default
    try files.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "a")
    try files.createSymbolicLink(atPath: folder + "/a/out.txt", withDestinationPath: outside)
    try files.createSymbolicLink(atPath: folder + "/a/again", withDestinationPath: ".")
    try files.createSymbolicLink(atPath: folder + "/a/same.txt", withDestinationPath: inside)
    var notes: [IngestNote] = []
    let outcomes = try IngestRun(folder: place.library).ingest([folder + "/link"]) { event in
      if case .note(let note) = event { notes.append(note) }
    }
    #expect(outcomes.map(\.document) == ["plan", "plan"])
    #expect(
      notes == [
        .linkOutside(path: folder + "/link/out.txt"),
        .copy(path: folder + "/link/same.txt", of: folder + "/link/plan.txt"),
      ])
  }

  @Test("skips what has not changed, replaces what has, keeps the rest")
  func replacement() throws {
    try place.write("a.txt", plan("林业"))
    try place.write("b.txt", plan("水利"))
    try place.ingest()
    try place.write("a.txt", plan("教育"))
    let outcomes = try place.ingest()
    #expect(outcomes.map(\.status) == [.replaced, .unchanged])
    #expect(try place.matches("林业").isEmpty)
    #expect(try place.matches("教育覆盖率") == ["a"])
    #expect(try place.matches("组织领导") == ["b", "a"])
    #expect(try place.faults().isEmpty)
    let before = try place.contents()
    #expect(try place.ingest().map(\.status) == [.unchanged, .unchanged])
    #expect(try place.contents() == before)
  }

  @Test("a file that gets another id takes the place of what it was")
  func renamed() throws {
    try place.write("m/d.txt", plan("林业"))
    try place.write("m/e.txt", plan("水利"))
    try place.ingest()
    try place.write("m/manifest.csv", "path,id\nd.txt,named\n")
    var notes: [IngestNote] = []
    let outcomes = try IngestRun(folder: place.library).ingest([place.plans.path]) { event in
      if case .note(let note) = event { notes.append(note) }
    }
    #expect(outcomes.map(\.status) == [.replaced, .unchanged])
    #expect(notes.count == 1 && "\(notes)".contains("named"))
    #expect(try place.names() == ["e", "named"])
    #expect(try place.matches("林业覆盖率") == ["named"])
    // Two files that change their ids with one another.
    try place.write("m/manifest.csv", "path,id\nd.txt,e\ne.txt,named\n")
    #expect(try place.ingest().map(\.status) == [.replaced, .replaced])
    #expect(try place.names() == ["e", "named"])
    #expect(try place.matches("林业覆盖率") == ["e"])
    #expect(try place.matches("水利覆盖率") == ["named"])
    #expect(try place.ingest().map(\.status) == [.unchanged, .unchanged])
    #expect(try place.faults().isEmpty)
  }

  @Test("says which rows of a manifest have no file, and whose checksum is another")
  func manifestNotes() throws {
    let path = try place.write("a.txt", plan("林业"))
    try place.write("b.txt", plan("水利"))
    let manifest = try place.write(
      "manifest.csv",
      "path,id,checksum\na.txt,a,sha256:\(String(repeating: "0", count: 64))\ngone.txt,c,\n")
    for _ in 0..<2 {
      var notes: [IngestNote] = []
      let outcomes = try IngestRun(folder: place.library).ingest([place.plans.path]) { event in
        if case .note(let note) = event { notes.append(note) }
      }
      #expect(outcomes.allSatisfy { $0.status != .failed })
      #expect(
        notes == [
          .rowWithoutFile(
            manifest: manifest, line: 3, path: place.plans.appendingPathComponent("gone.txt").path),
          .otherChecksum(path: path, manifest: manifest, line: 2),
        ])
    }
  }

  @Test("takes ids from the manifest, the folder of a source file, the file's stem")
  func ids() throws {
    try place.write("manifest.csv", "path,id,level\nx.txt,named,city\n")
    try place.write("x.txt", plan("林业"))
    try place.write("folder/source.txt", plan("水利"))
    try place.write("stem.v2.txt", plan("教育"))
    #expect(try place.ingest().map(\.document) == ["folder", "stem.v2", "named"])
    let levels = try LibraryReader(folder: place.library).documents().map(\.record.level)
    #expect(levels.last == "city")
  }

  @Test("refuses a second file with an id, and names both")
  func twins() throws {
    let first = try place.write("a/plan.txt", plan("林业"))
    let second = try place.write("b/plan.txt", plan("水利"))
    let outcomes = try place.ingest()
    #expect(outcomes.map(\.status) == [.added, .failed])
    let error = try #require(outcomes[1].error)
    #expect(error.contains(first) && error.contains(second))
    // Neither does a later run put it in the place of the first, which is still there …
    #expect(try place.ingest([second]).map(\.status) == [.failed])
    #expect(try place.matches("林业覆盖率") == ["plan"])
    // … until the first has gone: then it was moved.
    try FileManager.default.removeItem(atPath: first)
    #expect(try place.ingest([second]).map(\.status) == [.replaced])
  }

  @Test("reads a document again when the manifest says something else of it")
  func manifest() throws {
    try place.write("x.txt", plan("林业"))
    try place.write("manifest.csv", "path,region\nx.txt,甲市\n")
    try place.ingest()
    #expect(try place.ingest().map(\.status) == [.unchanged])
    try place.write("manifest.csv", "path,region\nx.txt,乙市\n")
    #expect(try place.ingest().map(\.status) == [.replaced])
    try place.write("manifest.csv", "path,region\nx.txt\n")
    #expect(throws: PipelineError.self) { try place.ingest() }
  }

  @Test("reports what cannot be read and does the rest")
  func badFiles() throws {
    let good = try place.write("good.txt", plan("林业"))
    let empty = try place.write("empty.txt", "")
    let missing = place.plans.path + "/missing.txt"
    let outcomes = try place.ingest([missing, empty, good])
    #expect(outcomes.map(\.status) == [.failed, .failed, .added])
    #expect(outcomes[0].error?.contains(missing) == true)
    #expect(outcomes[1].error?.contains(empty) == true)
    #expect(try place.names() == ["good"])
  }

  @Test("makes no library where nothing was found to read")
  func nothing() throws {
    #expect(try place.ingest().map(\.status) == [.failed])
    #expect(!FileManager.default.fileExists(atPath: place.library))
  }

  @Test("a dry run says the same and writes nothing")
  func dryRun() throws {
    try place.write("a.txt", plan("林业"))
    #expect(try place.ingest(options: .init(isDryRun: true)).map(\.status) == [.added])
    #expect(!FileManager.default.fileExists(atPath: place.library))
    try place.ingest()
    let before = try place.contents()
    try place.write("a.txt", plan("教育"))
    try place.write("b.txt", plan("水利"))
    let outcomes = try place.ingest(options: .init(isDryRun: true))
    #expect(outcomes.map(\.status) == [.replaced, .added])
    #expect(try place.contents() == before)
  }

  @Test("a rebuild reads everything anew and drops what is not named any more")
  func rebuild() throws {
    let a = try place.write("a.txt", plan("林业"))
    try place.write("b.txt", plan("水利"))
    try place.ingest()
    let outcomes = try place.ingest([a], options: .init(isRebuild: true))
    #expect(outcomes.map(\.status) == [.replaced])
    #expect(try place.names() == ["a"])
    #expect(try place.matches("水利").isEmpty)
    #expect(try place.faults().isEmpty)
  }

  @Test("a rebuild that reads nothing leaves the library as it was")
  func fruitlessRebuild() throws {
    let path = try place.write("a.txt", plan("林业"))
    try place.ingest()
    try place.write("a.txt", "")
    #expect(try place.ingest([path], options: .init(isRebuild: true)).map(\.status) == [.failed])
    #expect(try place.names() == ["a"])
  }

  @Test("a rebuild makes a library of one whose catalog is damaged")
  func rebuildOfRuin() throws {
    try place.write("a.txt", plan("林业"))
    try place.ingest()
    try Data("no database, though long enough to be one".utf8)
      .write(to: URL(fileURLWithPath: place.library + "/catalog.sqlite"))
    #expect(throws: CatalogError.self) { try place.ingest() }
    #expect(try place.ingest(options: .init(isRebuild: true)).map(\.status) == [.added])
    #expect(try place.matches("林业覆盖率") == ["a"])
    #expect(try place.faults().isEmpty)
  }

  @Test("many small commits leave few segments, and the order of the library")
  func merging() throws {
    let names = (10..<30).map { "p\($0)" }
    for name in names {
      let path = try place.write("\(name).txt", plan(name))
      try place.ingest([path])
    }
    #expect(try place.segmentNames().count < 8)
    #expect(try place.matches("组织领导") == names)
    #expect(try place.faults().isEmpty)
  }
}
