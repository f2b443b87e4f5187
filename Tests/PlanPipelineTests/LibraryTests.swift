import Foundation
import PlanCatalog
import PlanDocument
import PlanPipeline
import PlanQuery
import Testing

@Suite("Library")
struct LibraryTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("a.txt", plan("林业"))
    try place.write("b.txt", plan("水利"))
    try place.write("c.txt", plan("教育"))
    try place.ingest()
  }

  @Test("removes documents from catalog and index")
  func removal() throws {
    #expect(try LibraryWriter.remove(["b", "b"], from: place.library) == ["b"])
    #expect(try place.names() == ["a", "c"])
    #expect(try place.matches("组织领导") == ["a", "c"])
    #expect(try place.faults().isEmpty)
    #expect(try LibraryWriter.remove(["a", "c"], from: place.library) == ["a", "c"])
    #expect(try place.names().isEmpty)
    #expect(try place.segmentNames().isEmpty)
    #expect(try place.faults().isEmpty)
  }

  @Test("removes nothing where one name is unknown, and says what was perhaps meant")
  func unknown() throws {
    try place.write("forest-plan.txt", plan("草原"))
    try place.ingest()
    let error = PipelineError.unknownDocument(
      "forest-plam", library: place.library, near: ["forest-plan"])
    #expect(throws: error) { try LibraryWriter.remove(["a", "forest-plam"], from: place.library) }
    #expect(try place.names().count == 4)
    #expect(throws: CatalogError.self) {
      try LibraryWriter.remove(["a"], from: place.root.appendingPathComponent("none").path)
    }
  }

  @Test("says that a segment is lost instead of calling its documents unchanged")
  func lostSegment() throws {
    for name in try place.segmentNames() {
      try FileManager.default.removeItem(atPath: place.segments + "/" + name)
    }
    #expect(throws: PipelineError.self) { try place.ingest() }
    #expect(throws: PipelineError.self) { try LibraryWriter.remove(["a"], from: place.library) }
    #expect(
      try place.ingest(options: .init(isRebuild: true)).map(\.status)
        == Array(repeating: .replaced, count: 3))
    #expect(try place.faults().isEmpty)
  }

  @Test("has one writer at a time: the second is told who the first is")
  func locked() throws {
    let writer = try LibraryWriter(folder: place.library, command: "first")
    let error = #expect(throws: PipelineError.self) { try place.ingest() }
    guard case .locked(let library, let holder) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(library == place.library)
    #expect(holder.contains("first") && holder.contains("\(getpid())"))
    // Readers do not mind.
    #expect(try place.matches("林业覆盖率") == ["a"])
    try writer.close()
  }

  @Test("a reader keeps what it has seen while a writer replaces everything")
  func undisturbed() throws {
    for name in ["a", "b", "c"] { try place.write("\(name).txt", plan("矿业")) }
    try LibraryReader(folder: place.library).read { view throws in
      #expect(try Workplace.matches("组织领导", in: view) == ["a", "b", "c"])
      #expect(try place.ingest().map(\.status) == [.replaced, .replaced, .replaced])
      #expect(try Workplace.matches("林业覆盖率", in: view) == ["a"])
      #expect(try Workplace.matches("矿业", in: view).isEmpty)
      #expect(try view.catalog.documents().map(\.record.document) == ["a", "b", "c"])
    }
    #expect(try place.matches("矿业覆盖率") == ["a", "b", "c"])
    #expect(try place.faults().isEmpty)
  }

  @Test(
    "is as before or as after when a writer ends at any step", arguments: CommitStep.allCases)
  func stopped(step: CommitStep) throws {
    struct Stop: Error {}
    try place.write("a.txt", plan("矿业"))
    #expect(throws: Stop.self) {
      try place.ingest { if $0 == step { throw Stop() } }
    }
    #expect(try place.faults().isEmpty)
    let isAfter = step == .committed
    #expect(try place.matches("矿业覆盖率") == (isAfter ? ["a"] : []))
    #expect(try place.matches("林业覆盖率") == (isAfter ? [] : ["a"]))
    #expect(try place.ingest()[0].status == (isAfter ? .unchanged : .replaced))
    #expect(try place.matches("矿业覆盖率") == ["a"])
  }

  @Test("is as before or as after when a writer's process dies at any step")
  func killed() async throws {
    for step in CommitStep.allCases {
      try place.write("a.txt", plan("矿业\(step)"))
      await #expect(processExitsWith: .exitCode(7)) {
        [
          library = place.library as String, plans = place.plans.path as String,
          step = step.rawValue as String
        ] in
        var run = IngestRun(folder: library)
        run.atStep = { if $0.rawValue == step { _exit(7) } }
        _ = try run.ingest([plans])
      }
      let report = try LibraryVerifier(folder: place.library).verify()
      #expect(report.faults.isEmpty, "\(step)")
      #expect(report.leftovers.isEmpty == false, "\(step)")
      let isAfter = step == .committed
      #expect(try place.matches("矿业\(step)覆盖率") == (isAfter ? ["a"] : []), "\(step)")
      #expect(try place.ingest()[0].status == (isAfter ? .unchanged : .replaced), "\(step)")
      #expect(try LibraryVerifier(folder: place.library).verify().leftovers.isEmpty, "\(step)")
      #expect(try place.faults().isEmpty, "\(step)")
    }
  }

  @Test("loses what an interrupted writer left, and never uses its names again")
  func leftovers() throws {
    let left = place.segments + "/000099.seg"
    try Data("half".utf8).write(to: URL(fileURLWithPath: left))
    try Data("mine".utf8).write(to: URL(fileURLWithPath: place.segments + "/notes.txt"))
    #expect(try LibraryVerifier(folder: place.library).verify().leftovers == [left])
    #expect(try place.matches("林业覆盖率") == ["a"])
    try place.write("d.txt", plan("矿业"))
    try place.ingest()
    let names = try place.segmentNames()
    #expect(!names.contains("000099.seg") && names.contains("000100.seg"))
    #expect(names.contains("notes.txt"))
  }

  @Test("verify finds a byte that was changed in a segment, wherever it is")
  func flippedSegment() throws {
    let name = try #require(try place.segmentNames().first)
    let path = URL(fileURLWithPath: place.segments + "/" + name)
    let sound = try Data(contentsOf: path)
    for offset in stride(from: 5, to: sound.count, by: max(1, sound.count / 40)) {
      var damaged = sound
      damaged[offset] ^= 0x10
      guard damaged[offset] != sound[offset], !Self.isPadding(sound, offset) else { continue }
      try damaged.write(to: path)
      #expect(try !place.faults().isEmpty, "byte \(offset)")
    }
    try sound.write(to: path)
    #expect(try place.faults().isEmpty)
  }

  /// Zeros that align a section stand between others and belong to none.
  private static func isPadding(_ data: Data, _ offset: Int) -> Bool {
    data[offset] == 0
      && (offset - 7...offset + 7).allSatisfy { index in
        index < 0 || index >= data.count || index / 8 != offset / 8 || index < offset
          || data[index] == 0
      }
  }

  @Test("verify finds text that was changed in the catalog")
  func flippedCatalog() throws {
    let path = URL(fileURLWithPath: place.library + "/catalog.sqlite")
    let sound = try Data(contentsOf: path)
    let places = sound.ranges(of: Data("落实责任".utf8))
    #expect(!places.isEmpty)
    for range in places {
      var damaged = sound
      damaged[range.upperBound - 1] ^= 0x01
      try damaged.write(to: path)
      #expect(try !place.faults().isEmpty)
    }
    try sound.write(to: path)
    #expect(try place.faults().isEmpty)
  }

  @Test("verify finds a segment that has gone")
  func missingSegment() throws {
    let name = try #require(try place.segmentNames().first)
    try FileManager.default.removeItem(atPath: place.segments + "/" + name)
    #expect(try !place.faults().isEmpty)
  }

  @Test("looks only where a filter lets it")
  func filters() throws {
    var filter = PassageFilter()
    filter.documents = ["c", "a"]
    #expect(try place.matches("组织领导", filter) == ["a", "c"])
    filter.path = PathSelection("第二篇")
    #expect(try place.matches("组织领导", filter) == ["a", "c"])
    filter.path = PathSelection("第二篇/第一章")
    #expect(try place.matches("组织领导", filter).isEmpty)
    #expect(try place.matches("覆盖率", filter) == ["a", "c"])
    filter.path = nil
    filter.division = .chapter
    #expect(try place.matches("组织领导", filter) == ["a", "c"])
    filter.division = .part
    #expect(try place.matches("组织领导", filter).isEmpty)
    filter = PassageFilter()
    filter.level = "national"
    #expect(try place.matches("组织领导", filter).isEmpty)
    filter = PassageFilter()
    filter.path = PathSelection("第三篇")
    #expect(throws: PipelineError.unknownPart("第三篇", near: ["第一篇", "第二篇"])) {
      try place.matches("组织领导", filter)
    }
    filter.path = PathSelection("第九篇/第二章")
    #expect(throws: PipelineError.unknownPart("第九篇/第二章", near: ["第二篇/第二章"])) {
      try place.matches("组织领导", filter)
    }
    filter = PassageFilter()
    filter.documents = ["none"]
    #expect(throws: PipelineError.self) { try place.matches("组织领导", filter) }
  }
}
