import DocumentReading
import Foundation
import PlanDocument
import TestSupport
import Testing

@Suite("Encodings")
struct EncodingTests {
  private let plan = "东胜区“十四五”规划\n第一章 总则\n森林覆盖率提高到24.1%，新增2家。\n"

  @Test("reads UTF-8 with and without a byte-order mark")
  func utf8() throws {
    #expect(try ReadingFixture.text(Array(plan.utf8)) == plan)
    #expect(try ReadingFixture.text([0xEF, 0xBB, 0xBF] + Array(plan.utf8)) == plan)
    #expect(try ReadingFixture.read(Array(plan.utf8)).encoding == "UTF-8")
  }

  @Test("reads GB18030 with characters of one, two and four bytes")
  func gb18030() throws {
    let text = plan + "㐀𠀀镕€\n"
    let bytes = ReadingFixture.encode(text, ReadingFixture.gb18030)
    #expect(try ReadingFixture.text(bytes) == text)
    #expect(try ReadingFixture.read(bytes).encoding == "GB18030")
  }

  @Test("reads a text of GB18030 that is longer than its buffer")
  func longGB18030() throws {
    let text = String(repeating: plan, count: 4_000)
    #expect(try ReadingFixture.text(ReadingFixture.encode(text, ReadingFixture.gb18030)) == text)
  }

  @Test("reads UTF-16 of both byte orders, with and without a byte-order mark")
  func utf16() throws {
    let little = ReadingFixture.encode(plan, .utf16LittleEndian)
    let big = ReadingFixture.encode(plan, .utf16BigEndian)
    #expect(try ReadingFixture.text(little) == plan)
    #expect(try ReadingFixture.text(big) == plan)
    #expect(try ReadingFixture.text([0xFF, 0xFE] + little) == plan)
    #expect(try ReadingFixture.text([0xFE, 0xFF] + big) == plan)
    #expect(try ReadingFixture.read(big).encoding == "UTF-16BE")
  }

  @Test("turns CR LF and a lone CR into one line end, in every encoding")
  func lineEnds() throws {
    let text = "一\r\n二\r三\n\r\n四"
    let wanted = "一\n二\n三\n\n四"
    #expect(try ReadingFixture.text(Array(text.utf8)) == wanted)
    #expect(try ReadingFixture.text(ReadingFixture.encode(text, ReadingFixture.gb18030)) == wanted)
    let wide = [0xFF, 0xFE] + ReadingFixture.encode(text, .utf16LittleEndian)
    #expect(try ReadingFixture.text(wide) == wanted)
  }

  @Test("says at which byte a text is valid in no encoding")
  func invalidBytes() {
    let utf8 = [0xEF, 0xBB, 0xBF] + Array("规划".utf8) + [0xFF, 0x0A]
    #expect(
      ReadingFixture.error(utf8) == .unknownEncoding(path: "plan.txt", tried: ["UTF-8"], byte: 9))
    let neither = ReadingFixture.encode("规划", ReadingFixture.gb18030) + [0xFF, 0xFF]
    #expect(
      ReadingFixture.error(neither)
        == .unknownEncoding(path: "plan.txt", tried: ["GB18030"], byte: 4))
    let cut = [0xFF, 0xFE] + ReadingFixture.encode("规划", .utf16LittleEndian) + [0x41]
    #expect(
      ReadingFixture.error(cut)
        == .unknownEncoding(path: "plan.txt", tried: ["UTF-16LE"], byte: 6))
  }

  @Test("takes what a page declares only where the bytes are not UTF-8")
  func declared() throws {
    let head = "<html><head><meta charset=\"gb2312\"></head><body><p>朱镕基规划</p></body></html>"
    #expect(try ReadingFixture.text(Array(head.utf8), as: "a.html") == "朱镕基规划\n")
    let honest = ReadingFixture.encode(head, ReadingFixture.gb18030)
    #expect(try ReadingFixture.text(honest, as: "a.html") == "朱镕基规划\n")
    let lying = head.replacingOccurrences(of: "gb2312", with: "utf-8")
    let bytes = ReadingFixture.encode(lying, ReadingFixture.gb18030)
    #expect(try ReadingFixture.text(bytes, as: "a.html") == "朱镕基规划\n")
    let silent = "<html><body><p>朱镕基规划</p></body></html>"
    let undeclared = ReadingFixture.encode(silent, ReadingFixture.gb18030)
    #expect(try ReadingFixture.text(undeclared, as: "a.html") == "朱镕基规划\n")
    let equiv =
      "<html><head><meta http-equiv='Content-Type' content='text/html; charset=big5'></head>"
      + "<body><p>計畫</p></body></html>"
    let big5 = ReadingFixture.encode(equiv, String.Encoding(rawValue: 0x8000_0A03))
    #expect(try ReadingFixture.text(big5, as: "a.html") == "計畫\n")
  }

  private static let big5 = String.Encoding(rawValue: 0x8000_0A03)
  private let traditional = "國家發展規劃綱要，第一章總則。到二〇三〇年，森林覆蓋率達到百分之三十五，實現綠色發展。\n"

  @Test("tells Big5 from GB18030, for traditional and for simplified text")
  func big5() throws {
    for text in [traditional, String(repeating: traditional, count: 400)] {
      let big = try ReadingFixture.read(
        ReadingFixture.encode(text.replacing("〇", with: "零"), Self.big5))
      #expect(big.encoding == "Big5")
      #expect(ReadingFixture.string(big.text) == text.replacing("〇", with: "零"))
      let gb = try ReadingFixture.read(ReadingFixture.encode(text, ReadingFixture.gb18030))
      #expect(gb.encoding == "GB18030")
      #expect(ReadingFixture.string(gb.text) == text)
    }
    #expect(
      try ReadingFixture.read(ReadingFixture.encode(plan, ReadingFixture.gb18030)).encoding
        == "GB18030")
  }

  @Test("reads UTF-32 of both byte orders, with and without a byte-order mark")
  func utf32() throws {
    let little = ReadingFixture.encode(plan, .utf32LittleEndian)
    let big = ReadingFixture.encode(plan, .utf32BigEndian)
    #expect(try ReadingFixture.text(little) == plan)
    #expect(try ReadingFixture.text(big) == plan)
    #expect(try ReadingFixture.text([0xFF, 0xFE, 0, 0] + little) == plan)
    #expect(try ReadingFixture.text([0, 0, 0xFE, 0xFF] + big) == plan)
    #expect(try ReadingFixture.read(big).encoding == "UTF-32BE")
  }

  @Test("reads HZ, and takes a tilde in ASCII for what it is")
  func hz() throws {
    let hz = Array("~{9f;.~} ~~ A~{#,~}\n~{5ZR;UB~}\n".utf8)
    #expect(try ReadingFixture.text(hz) == "规划 ~ A，\n第一章\n")
    #expect(try ReadingFixture.read(hz).encoding == "HZ")
    #expect(try ReadingFixture.text(Array("a ~{ b\n".utf8)) == "a ~{ b\n")
  }

  @Test("a few undecodable bytes are told with their place and shown as U+FFFD, in every encoding")
  func undecodable() throws {
    let long = String(repeating: plan, count: 8)
    func check(_ bytes: [UInt8], _ encoding: String, _ places: [Int]) throws {
      let document = try ReadingFixture.read(bytes)
      #expect(document.encoding == encoding)
      #expect(ReadingFixture.string(document.text).count { $0 == "\u{FFFD}" } == places.count)
      let warning = document.warnings.first?.english ?? ""
      #expect(
        warning.contains(places.prefix(5).map(String.init).joined(separator: ", ")), "\(warning)")
    }
    var utf8 = Array(long.utf8)
    utf8[60] = 0xFF
    utf8[600] = 0xFE
    try check(utf8, "UTF-8", UTF8.invalid(utf8))
    let gb = ReadingFixture.encode(long, ReadingFixture.gb18030)
    try check(gb + [0xFF, 0x0A], "GB18030", [gb.count])
    try check(gb + [0xB9], "GB18030", [gb.count])
    let wide = [0xFF, 0xFE] + ReadingFixture.encode(long, .utf16LittleEndian)
    try check(wide + [0x00, 0xD8, 0x0A, 0x00], "UTF-16LE", [wide.count])
  }

  @Test("many undecodable bytes are refused: more than ten and one in a hundred, or one in eight")
  func tooMany() {
    func file(_ bad: Int, _ good: Int) -> [UInt8] {
      (0..<good).flatMap { [UInt8]("规".utf8) + ($0 < bad ? [0xFF] : []) }
    }
    #expect(ReadingFixture.error(file(10, 300)) == nil)
    #expect(ReadingFixture.error(file(12, 300)) != nil)
    #expect(ReadingFixture.error(file(30, 4_000)) == nil)
    #expect(ReadingFixture.error(file(3, 9)) != nil)
  }

  @Test("lines of GB18030 in a file of UTF-8 are read, and told")
  func mixed() throws {
    let gb = ReadingFixture.encode(plan, ReadingFixture.gb18030)
    let document = try ReadingFixture.read(Array((plan + plan).utf8) + gb + Array(plan.utf8))
    #expect(ReadingFixture.string(document.text) == plan + plan + plan + plan)
    #expect(document.warnings.count == 1)
  }

  @Test("a single line of noise takes no longer than its length asks for")
  func longNoise() {
    var random = SplitMix64(seed: 7)
    let noise = (0..<400_000).map { _ in UInt8.random(in: 0x80...0xFF, using: &random) }
    #expect(ReadingFixture.error(Array(String(repeating: "规划", count: 30_000).utf8) + noise) != nil)
  }

  @Test("the encoding that a user names is taken, whatever the bytes look like")
  func named() throws {
    var options = ReadingOptions()
    options.encoding = "Big5"
    let bytes = ReadingFixture.encode("規劃", Self.big5)
    let reader = DocumentReader(options: options)
    #expect(ReadingFixture.string(try reader.read(bytes, path: "a.txt").text) == "規劃")
    options.encoding = "utf-16"
    let marked = [0xFE, 0xFF] + ReadingFixture.encode("规划", .utf16BigEndian)
    #expect(
      ReadingFixture.string(
        try DocumentReader(options: options).read(marked, path: "a.txt").text) == "规划")
    options.encoding = "klingon"
    #expect(
      throws: ReadingError.unknownEncodingName(
        path: "a.txt", name: "klingon",
        known: ["utf-8", "utf-16", "utf-32", "gb18030", "gbk", "gb2312", "big5", "hz"])
    ) { try DocumentReader(options: options).read(bytes, path: "a.txt") }
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../shared/external/badinput/encoding")

  @Test(
    "files of known encodings come out as their reference text",
    .enabled(if: FileManager.default.fileExists(atPath: folder.path), "needs ../shared"))
  func manifest() throws {
    struct Entry: Decodable {
      var file: String
      var encoding: String
      var note: String

      enum CodingKeys: String, CodingKey {
        case file, note
        case encoding = "true_encoding"
      }
    }
    let entries = try JSONDecoder().decode(
      [Entry].self, from: Data(contentsOf: Self.folder.appendingPathComponent("manifest.json")))
    let families = [
      ("utf-8", "UTF-8"), ("utf-16", "UTF-16"), ("utf-32", "UTF-32"), ("gb", "GB18030"),
      ("hz", "HZ"),
      ("cp950", "Big5"), ("big5", "Big5"),
    ]
    var right = 0
    for entry in entries {
      let name = entry.file.replacing("encoding/", with: "")
      let document = try DocumentReader().read(
        path: Self.folder.appendingPathComponent(name).path)
      let family = families.first { entry.encoding.hasPrefix($0.0) }?.1 ?? "?"
      var isRight = document.encoding.hasPrefix(family)
      if let reference = entry.note.firstMatch(of: /reference text is (\S+)/)?.1 {
        let wanted = try Data(
          contentsOf: Self.folder.appendingPathComponent("derived/\(reference)"))
        isRight = isRight && document.text.bytes == [UInt8](wanted).filter { $0 != 0x0D }
      }
      right += isRight ? 1 : 0
    }
    #expect(right * 100 >= entries.count * 95, "\(right) of \(entries.count)")
  }

  @Test(
    "cut and flipped copies of a good file are read or refused, never a trap", arguments: 0..<60)
  func damage(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let page =
      "<html><body><p>\(plan)</p><table><tr><td>一</td><td>2</td></tr></table></body></html>"
    let files: [(String, [UInt8])] = [
      ("a.txt", ReadingFixture.encode(plan, ReadingFixture.gb18030)),
      ("a.txt", [0xFF, 0xFE] + ReadingFixture.encode(plan, .utf16LittleEndian)),
      ("a.txt", ReadingFixture.encode(plan, .utf16BigEndian)), ("a.txt", Array(plan.utf8)),
      ("a.html", Array(page.utf8)), ("a.html", ReadingFixture.encode(page, ReadingFixture.gb18030)),
    ]
    for (name, good) in files {
      var bytes = good
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] ^= UInt8.random(in: 1...255, using: &random)
      }
      if Bool.random(using: &random) {
        bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
      }
      if let document = try? DocumentReader().read(bytes, path: name) {
        #expect(String(validating: document.text.bytes, as: UTF8.self) != nil)
        #expect(!document.text.bytes.contains(0x0D))
      }
    }
  }
}

extension UTF8 {
  /// Bytes that stand in no well-formed sequence, as the standard library finds them.
  fileprivate static func invalid(_ bytes: [UInt8]) -> [Int] {
    var places: [Int] = []
    var index = 0
    while index < bytes.count {
      let length = (1...4).first { length in
        index + length <= bytes.count
          && String(validating: bytes[index..<index + length], as: UTF8.self)?.unicodeScalars.count
            == 1
      }
      if length == nil { places.append(index) }
      index += length ?? 1
    }
    return places
  }
}
