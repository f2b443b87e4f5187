import BigramIndex
import ByteAccess
import TestSupport
import Testing
import TextFolding

@Suite("Segment")
struct SegmentTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ texts: [String]) throws -> Segment {
    var builder = SegmentBuilder(attributeCount: 2)
    for (number, text) in texts.enumerated() {
      try builder.add(
        TokenStream(text), attributes: [UInt32(number) * 10], id: "id-\(number)")
    }
    _ = try SegmentWriter.write(builder, to: folder.path, name: "000001.seg")
    return try Segment(path: folder.path + "/000001.seg")
  }

  @Test("gives back lengths, attributes, ids and tokens")
  func columns() throws {
    let texts = ["数字经济\n5G 和 1.5%", "", "𠮷·①㎡ 2025年 hello world."]
    let segment = try write(texts)
    #expect(segment.documentCount == 3)
    for (ordinal, text) in texts.enumerated() {
      let tokens = TokenStream(text)
      #expect(segment.length(of: ordinal) == tokens.count)
      #expect(try segment.tokens(of: ordinal) == tokens)
      #expect(try segment.id(of: ordinal) == "id-\(ordinal)")
      #expect(try segment.attribute(0, of: ordinal) == UInt32(ordinal) * 10)
      #expect(try segment.attribute(1, of: ordinal) == 0)
      #expect(try segment.attribute(2, of: ordinal) == 0)
    }
    try segment.verify()
  }

  @Test("without documents can be read, too")
  func empty() throws {
    let segment = try write([])
    #expect(segment.documentCount == 0)
    #expect(try segment.occurrences(of: Phrase("经济")).isEmpty)
    try segment.verify()
  }

  @Test("gives back the tokens of every code point, alone and beside others")
  func everyCodePoint() throws {
    // Every seventh, so that a debug build is quick; all blocks are met.
    let scalars = stride(from: 0, to: 0x11_0000, by: 7).compactMap {
      Unicode.Scalar(UInt32($0))
    }
    let texts = stride(from: 0, to: scalars.count, by: 500).map { start in
      scalars[start..<min(start + 500, scalars.count)].map { "\($0)a\($0)年.\($0)1.\($0)" }.joined()
    }
    let segment = try write(texts)
    for (ordinal, text) in texts.enumerated() {
      #expect(try segment.tokens(of: ordinal) == TokenStream(text), "text \(ordinal)")
    }
  }

  @Test("does not replace a file that is there")
  func newFilesOnly() throws {
    _ = try write(["一"])
    #expect(throws: IndexError.self) { try write(["二"]) }
    #expect(try Segment(path: folder.path + "/000001.seg").tokens(of: 0) == TokenStream("一"))
  }

  @Test("says that a file is missing")
  func missing() {
    #expect {
      try Segment(path: folder.path + "/000009.seg")
    } throws: { error in
      guard case IndexError.file(let problem) = error else { return false }
      return problem.isMissing
    }
  }

  @Test("finds words by their beginning")
  func prefixes() throws {
    let segment = try write(["info information infra in 信息 inform"])
    #expect(segment.words(withPrefix: TokenStream("info").scalars).count == 3)
    #expect(segment.words(withPrefix: TokenStream("x").scalars).isEmpty)
    #expect(segment.words(withPrefix: TokenStream("in").scalars).count == 5)
  }
}
