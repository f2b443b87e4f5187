import BigramIndex
import TestSupport
import Testing
import TextFolding

@Suite("Commit point")
struct CommitPointTests {
  private static func example() -> CommitPoint {
    var point = CommitPoint()
    point.nextNumber = 300
    point.segments = [
      .init(
        name: "000007.seg", checksum: 0xDEAD_BEEF, documents: 500, tokens: 70_000,
        deleted: [0..<3, 200..<201], deletedTokens: 90),
      .init(name: "1234567.seg", checksum: 1, documents: 0, tokens: 0),
    ]
    return point
  }

  @Test("reads what it wrote")
  func roundTrip() throws {
    #expect(try CommitPoint(Self.example().encode()) == Self.example())
    #expect(try CommitPoint(CommitPoint().encode()) == CommitPoint())
  }

  @Test("refuses every flipped byte and every truncation")
  func damage() throws {
    let good = Self.example().encode()
    for index in good.indices {
      var bytes = good
      bytes[index] ^= 0x41
      #expect(throws: IndexError.self) { try CommitPoint(bytes) }
      #expect(throws: IndexError.self) { try CommitPoint(Array(good[..<index])) }
    }
    #expect(throws: IndexError.self) { try CommitPoint(good + [0]) }
  }

  @Test("gives names in order and never again")
  func names() {
    var point = CommitPoint()
    #expect(point.takeName() == "000001.seg")
    #expect(point.takeName() == "000002.seg")
    #expect(CommitPoint.name(ofNumber: 1_000_000) == "1000000.seg")
    #expect(CommitPoint.isSegmentName("000012.seg"))
    for other in ["12.seg", "000000.seg", "000012.seg.new", "-00012.seg", "../001.seg"] {
      #expect(!CommitPoint.isSegmentName(other))
    }
  }

  @Test("counts deleted documents and their tokens once")
  func deletion() throws {
    let folder = try TemporaryFolder()
    var builder = SegmentBuilder(attributeCount: 0)
    for text in ["一", "一二", "一二三", "一二三四"] { try builder.add(TokenStream(text)) }
    var point = CommitPoint()
    var entry = try SegmentWriter.write(builder, to: folder.path, name: point.takeName())
    let segment = try Segment(path: folder.path + "/000001.seg")
    entry.delete(1..<2, in: segment)
    entry.delete(1..<3, in: segment)
    entry.delete(3..<99, in: segment)
    #expect(entry.deleted == [1..<4])
    #expect((entry.liveDocuments, entry.liveTokens) == (1, 1))
  }
}
