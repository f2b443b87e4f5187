import BigramIndex
import ByteAccess
import TestSupport
import Testing
import TextFolding

/// A reader of a damaged file returns or throws; it never traps.
@Suite("Damaged segments")
struct DamageTests {
  private static let texts = [
    "数字经济发展，数字经济核心产业增加值占比达到10%\n5G和2025年", "经济 经济 经济", "R&D经费 hello world",
    "", "𠮷①㎡数字", "发展数字经济发展数字经济发展",
  ]
  private static let phrases = [
    "数字经济", "经济", "经", "10%", "2025年", "hello world", "R&D经费", "，", "发展数字", "没有",
  ].map { Phrase($0) }

  private let folder: TemporaryFolder
  private let good: [UInt8]

  init() throws {
    folder = try TemporaryFolder()
    var builder = SegmentBuilder(attributeCount: 1)
    for _ in 0..<4 {
      for text in Self.texts { try builder.add(TokenStream(text), attributes: [7], id: "一") }
    }
    good = builder.encode()
  }

  /// Opens a file of these bytes and reads all that can be read.
  private func readAll(_ bytes: [UInt8]) throws {
    let path = folder.path + "/damaged.seg"
    try SmallFile.replace(path, bytes)
    let segment = try Segment(path: path)
    for phrase in Self.phrases { _ = try? segment.occurrences(of: phrase) }
    for ordinal in 0..<segment.documentCount {
      _ = try? segment.id(of: ordinal)
      _ = try? segment.tokens(of: ordinal)
      _ = try? segment.attribute(0, of: ordinal)
    }
    _ = segment.words(withPrefix: [0x68])
    _ = try? SegmentMerger([segment, segment], deleted: [[], [1..<3]]).encode()
    try segment.verify()
  }

  @Test("are reported for every flipped byte, also those that only fill up", arguments: 0..<4)
  func flipped(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    for _ in 0..<150 {
      let place = Int.random(in: good.indices, using: &random)
      var bytes = good
      bytes[place] ^= UInt8.random(in: 1...255, using: &random)
      #expect(throws: IndexError.self, "seed \(seed), byte \(place)") { try readAll(bytes) }
    }
  }

  @Test("with a flipped byte give the right answers or an error", arguments: 0..<8)
  func rightOrReported(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let expected = try Self.answers(try open(good))
    var reported = 0
    for _ in 0..<100 {
      let place = Int.random(in: good.indices, using: &random)
      var bytes = good
      bytes[place] ^= UInt8.random(in: 1...255, using: &random)
      let path = folder.path + "/damaged.seg"
      try SmallFile.replace(path, bytes)
      do throws(IndexError) {
        let found = try Self.answers(try Segment(path: path))
        #expect(found == expected, "seed \(seed), byte \(place)")
      } catch {
        reported += 1
        switch error {
        case .damaged, .notASegment, .version: break
        default: Issue.record("seed \(seed), byte \(place): \(error)")
        }
      }
    }
    #expect(reported > 50)
  }

  /// All that a segment answers, as text.
  private static func answers(_ segment: Segment) throws(IndexError) -> [String] {
    var answers: [String] = []
    for phrase in phrases {
      let list = try segment.occurrences(of: phrase)
      answers.append("\(list.documents) \(list.frequencies)")
    }
    for ordinal in 0..<segment.documentCount {
      let tokens = try segment.tokens(of: ordinal)
      answers.append("\(tokens.scalars) \(tokens.starts) \(segment.length(of: ordinal))")
      answers.append(try segment.id(of: ordinal))
      answers.append("\(try segment.attribute(0, of: ordinal))")
    }
    return answers
  }

  @Test("are reported for every truncation", arguments: 0..<2)
  func truncated(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    for length in [0, 1, 15, 16, good.count - 9]
      + (0..<60).map({ _ in Int.random(in: 0..<good.count - 8, using: &random) })
    {
      #expect(throws: IndexError.self, "length \(length)") { try readAll(Array(good[..<length])) }
    }
  }

  @Test("with checksums that were made to fit do not trap", arguments: 0..<4)
  func hostile(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let segment = try open(good)
    for _ in 0..<100 {
      var bytes = good
      let sections = segment.header.sections.filter { $0.value.length > 0 }
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        guard let section = sections.values.randomElement(using: &random) else { continue }
        let place = section.offset + Int.random(in: 0..<section.length, using: &random)
        bytes[place] = [0xFF, 0x80, 0x7F, 0x00, 0x01].randomElement(using: &random) ?? 0
      }
      try? readAll(Self.repaired(bytes, segment.header))
    }
  }

  @Test("of another version say so")
  func otherVersion() throws {
    var bytes = good
    bytes[8] = 9
    let error = IndexError.version(
      path: folder.path + "/damaged.seg", found: 9, known: SegmentHeader.version)
    #expect(throws: error) {
      try readAll(bytes)
    }
  }

  private func open(_ bytes: [UInt8]) throws -> Segment {
    let path = folder.path + "/good.seg"
    try SmallFile.replace(path, bytes)
    return try Segment(path: path)
  }

  /// The same bytes with checksums of the sections and the header that fit them.
  private static func repaired(_ bytes: [UInt8], _ header: SegmentHeader) -> [UInt8] {
    var result = bytes
    func put(_ value: UInt32, at offset: Int) {
      for lane in 0..<4 {
        result[offset + lane] = UInt8(truncatingIfNeeded: value >> UInt32(8 * lane))
      }
    }
    if let sums = header.sections[.checksums], let first = header.sections[.lengths]?.offset {
      var blocks = RunningBlockSums()
      Array(result[first..<sums.offset]).withLittleEndianBytes { blocks.append($0) }
      for (index, sum) in blocks.sums.enumerated() { put(sum, at: sums.offset + 4 * index) }
    }
    for (index, section) in SegmentSection.allCases.enumerated() {
      guard let place = header.sections[section] else { continue }
      let content = Array(bytes[place.offset..<place.offset + place.length])
      put(CRC32C.checksum(content), at: 40 + 24 * index + 4)
    }
    let end = 40 + 24 * SegmentSection.allCases.count
    put(CRC32C.checksum(Array(result[..<end])), at: end)
    return result
  }

  @Test("are noticed by bytes behind the last section")
  func addedBytes() throws {
    #expect(throws: IndexError.self) { try open(good + [0]) }
    #expect(throws: IndexError.self) { try open(good + good) }
  }
}
