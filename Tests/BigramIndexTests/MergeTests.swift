import BigramIndex
import TestSupport
import Testing
import TextFolding

@Suite("Merging")
struct MergeTests {
  private static func randomText(using random: inout SplitMix64) -> String {
    let pieces = ["发", "展", "经", "济", "5", "g ", "ai", "%", "，", "\n", "b"]
    return (0..<Int.random(in: 0...30, using: &random))
      .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  @Test("gives the bytes of a segment built from what remains", arguments: 0..<20)
  func equalsBuilding(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let folder = try TemporaryFolder()
    var point = CommitPoint()
    var expected = SegmentBuilder(attributeCount: 1)
    for _ in 0..<3 {
      var builder = SegmentBuilder(attributeCount: 1)
      let texts = (0..<6).map { _ in Self.randomText(using: &random) }
      let start = Int.random(in: 0...6, using: &random)
      let deleted = start..<Int.random(in: start...6, using: &random)
      for (number, text) in texts.enumerated() {
        let attribute = UInt32.random(in: 0...9, using: &random)
        try builder.add(TokenStream(text), attributes: [attribute], id: "\(seed)-\(number)")
        guard !deleted.contains(number) else { continue }
        try expected.add(TokenStream(text), attributes: [attribute], id: "\(seed)-\(number)")
      }
      let name = point.takeName()
      var entry = try SegmentWriter.write(builder, to: folder.path, name: name)
      entry.delete(deleted, in: try Segment(path: folder.path + "/" + name))
      point.segments.append(entry)
    }
    let snapshot = try IndexSnapshot(folder: folder.path, commitPoint: point)
    let merger = try SegmentMerger(
      snapshot.segments, deleted: point.segments.map(\.deleted))
    #expect(try merger.encode() == expected.encode())
    #expect(snapshot.liveDocuments == expected.documentCount)
  }

  @Test("of deleted documents alone gives no segment")
  func nothingLeft() throws {
    let folder = try TemporaryFolder()
    var builder = SegmentBuilder(attributeCount: 0)
    try builder.add(TokenStream("一"))
    var point = CommitPoint()
    var entry = try SegmentWriter.write(builder, to: folder.path, name: point.takeName())
    entry.delete(0..<1, in: try Segment(path: folder.path + "/000001.seg"))
    point.segments = [entry]
    let snapshot = try IndexSnapshot(folder: folder.path, commitPoint: point)
    #expect(
      try SegmentMerger.merge(0..<1, of: snapshot, to: folder.path, name: point.takeName()) == nil)
  }

  @Test("keeps the number of segments logarithmic and moves each document rarely")
  func policy() {
    var point = CommitPoint()
    var moved = 0
    for _ in 0..<2000 {
      point.segments.append(
        .init(name: point.takeName(), checksum: 0, documents: 1, tokens: 50_000))
      while let range = SegmentMerger.mergeCandidates(in: point) {
        let tokens = point.segments[range].reduce(0) { $0 + $1.tokens }
        let documents = point.segments[range].reduce(0) { $0 + $1.documents }
        moved += documents
        point.segments.replaceSubrange(
          range,
          with: [
            .init(name: point.takeName(), checksum: 0, documents: documents, tokens: tokens)
          ])
      }
    }
    #expect(point.segments.count <= 4 * 8)
    #expect(point.segments.reduce(0) { $0 + $1.documents } == 2000)
    #expect(moved <= 2000 * 5)
  }

  @Test("takes a segment alone when most of it is deleted")
  func mostlyDeleted() {
    var point = CommitPoint()
    for deleted in [[], [0..<6], []] as [[Range<Int>]] {
      point.segments.append(
        .init(
          name: point.takeName(), checksum: 0, documents: 10, tokens: 100, deleted: deleted,
          deletedTokens: deleted.isEmpty ? 0 : 60))
    }
    #expect(SegmentMerger.mergeCandidates(in: point) == 1..<2)
  }
}
