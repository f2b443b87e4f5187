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
        == .unknownEncoding(path: "plan.txt", tried: ["UTF-8", "GB18030"], byte: 4))
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
