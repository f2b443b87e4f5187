import BigramIndex
import ByteAccess
import TestSupport
import Testing
import TextFolding

@Suite("Folder of an index")
struct IndexFolderTests {
  private let temporary: TemporaryFolder
  private let folder: IndexFolder

  init() throws {
    temporary = try TemporaryFolder()
    folder = IndexFolder(path: temporary.path + "/index/inner")
  }

  private func segment(_ text: String, _ point: inout CommitPoint) throws -> CommitPoint.Entry {
    var builder = SegmentBuilder(attributeCount: 0)
    try builder.add(TokenStream(text))
    return try SegmentWriter.write(builder, to: folder.path, name: point.takeName())
  }

  @Test("holds no index at first")
  func none() throws { #expect(try folder.open() == nil) }

  @Test("shows what was committed last and removes what it does not name")
  func commit() throws {
    let lock = try folder.lock(command: "test")
    var point = CommitPoint()
    point.segments = [try segment("一", &point)]
    try folder.commit(point)
    let before = try #require(try folder.open())
    point.segments = [try segment("二三", &point)]
    try folder.commit(point)
    #expect(try SmallFile.names(in: folder.path) == ["000002.seg", "commit", "lock"])
    #expect(try folder.open()?.liveTokens == 2)
    // A reader that was there before goes on reading.
    #expect(try before.segments[0].occurrences(of: Phrase("一")).documents == [0])
    withExtendedLifetime(lock) {}
  }

  @Test("keeps a second writer out")
  func locked() throws {
    let lock = try folder.lock(command: "first")
    #expect(throws: FileLock.Held.self) { try folder.lock(command: "second") }
    withExtendedLifetime(lock) {}
  }

  @Test("says that a segment is missing, or is another")
  func wrongSegment() throws {
    let lock = try folder.lock(command: "test")
    var point = CommitPoint()
    let entry = try segment("一", &point)
    let other = try segment("二", &point)
    point.segments = [entry]
    point.segments[0].checksum = other.checksum
    #expect(throws: IndexError.self) {
      try IndexSnapshot(folder: folder.path, commitPoint: point)
    }
    point.segments = [entry]
    try folder.commit(point)
    try SmallFile.remove(folder.path + "/" + entry.name)
    #expect {
      _ = try folder.open()
    } throws: { error in
      guard case IndexError.file(let problem) = error else { return false }
      return problem.isMissing
    }
    withExtendedLifetime(lock) {}
  }
}
