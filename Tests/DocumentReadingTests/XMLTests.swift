import DocumentReading
import Foundation
import PlanDocument
import Testing

@Suite("XML")
struct XMLTests {
  private func lines(_ xml: String) throws -> [String] {
    try ReadingFixture.text(Array(xml.utf8), as: "plan.xml").split(separator: "\n").map(String.init)
  }

  @Test(
    "an element with text is a line, elements inside it are parts of the line, tags are no text")
  func blocks() throws {
    let xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE plan SYSTEM "plan.dtd">
      <!-- 2024 -->
      <plan id="7"><meta><title>某市规划</title><issuer>某市人民政府</issuer></meta>
        <chapter number="1"><head>一、总体
          目标</head>
          <p>到2025年，<term>森林</term>覆盖率<b>提高到<i>24.1%</i></b>。</p>
          <list><item>第一项&amp;<p>其中</p></item><item><![CDATA[第二项 <3]]></item></list>
        </chapter></plan>
      """
    #expect(
      try lines(xml) == [
        "某市规划", "某市人民政府", "一、总体目标", "到2025年，森林覆盖率提高到24.1%。", "第一项&", "其中",
        "第二项 <3",
      ])
    #expect(try ReadingFixture.read(Array(xml.utf8), as: "plan.xml").format == .xml)
    #expect(try ReadingFixture.read(Array(xml.utf8), as: "plan").format == .xml)
  }

  @Test("tables keep their cells, under the names of HTML and of CALS")
  func tables() throws {
    for (row, cell) in [("tr", "td"), ("row", "entry")] {
      let body = [["指标", "单位", "目标值"], ["森林覆盖率", "%", "24.1"], ["造林面积", "万亩", "5"]]
        .map { "<\(row)>" + $0.map { "<\(cell)>\($0)</\(cell)>" }.joined() + "</\(row)>" }.joined()
      let text = try ReadingFixture.read(
        Array("<plan><table><title>表1</title>\(body)</table></plan>".utf8), as: "plan.xml"
      ).text
      let cells = text.blocks.filter { if case .cell = $0.role { true } else { false } }
      #expect(cells.map { text.string($0.span) }.suffix(3) == ["造林面积", "万亩", "5"], "\(row)")
    }
  }

  @Test("is decoded as it declares")
  func encodings() throws {
    let xml = "<?xml version=\"1.0\" encoding=\"%\"?><plan><p>森林覆盖率</p></plan>"
    for (name, encoding) in [("gb2312", ReadingFixture.gb18030), ("UTF-16", .utf16)] {
      let bytes = ReadingFixture.encode(xml.replacing("%", with: name), encoding)
      #expect(try ReadingFixture.text(bytes, as: "plan.xml") == "森林覆盖率\n")
    }
  }

  @Test("XHTML and HTML under the name of XML are read as pages")
  func pages() throws {
    let page =
      "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>T</title></head><body><h1>规划</h1></body></html>"
    #expect(try lines("<?xml version=\"1.0\"?>" + page) == ["规划"])
    #expect(try lines("<html><body><p>一<br>二</body></html>") == ["一", "二"])
  }

  @Test("what is not well-formed is refused with its line, wherever it breaks off")
  func malformed() throws {
    for (xml, line) in [("<a>\n<b></a>", 2), ("<a>\n\n&x;</a>", 3), ("文字", 1), ("<a>一</a>二", 1)] {
      #expect {
        try lines(xml)
      } throws: { error in
        guard case ReadingError.malformedXML(_, let found, _) = error else { return false }
        return found == line
      }
    }
    let whole = Array("<?xml version='1.0'?><p><q>到2025年</q><r>二</r></p>".utf8)
    for end in 1..<whole.count {
      #expect(throws: ReadingError.self) {
        try ReadingFixture.read(Array(whole[..<end]), as: "plan.xml")
      }
    }
  }

  @Test("entities that a document declares are refused: no file is read, nothing is expanded")
  func entities() throws {
    let secret = FileManager.default.temporaryDirectory
      .appendingPathComponent("secret-\(UUID().uuidString)")
    try Data("秘密".utf8).write(to: secret)
    defer { try? FileManager.default.removeItem(at: secret) }
    var bomb = "<!ENTITY a0 \"一二三四五六七八九十\">"
    for level in 1...9 {
      bomb += "<!ENTITY a\(level) \"" + String(repeating: "&a\(level - 1);", count: 10) + "\">"
    }
    let subsets = [
      "<!ENTITY x SYSTEM \"file://\(secret.path)\">", "<!ENTITY x \"文字\">", bomb,
      "<!ENTITY % p SYSTEM \"file://\(secret.path)\"> %p;",
      "<!ENTITY x SYSTEM \"http://127.0.0.1:1/\">",
    ]
    for subset in subsets {
      for reference in ["&x;", "&a9;", ""] {
        #expect(throws: ReadingError.self, "\(subset.prefix(40)) \(reference)") {
          try lines("<!DOCTYPE p [\(subset)]><p>文\(reference)</p>")
        }
      }
    }
    // A name that only a DTD elsewhere would explain is no text that can be left out.
    #expect(throws: ReadingError.entity(path: "plan.xml", name: "nbsp")) {
      try lines("<!DOCTYPE p SYSTEM \"x.dtd\"><p>到2025&nbsp;年</p>")
    }
  }

  @Test("elements nested too deep are refused")
  func deep() throws {
    let xml = String(repeating: "<a>", count: 3000) + "文" + String(repeating: "</a>", count: 3000)
    #expect(throws: ReadingError.self) { try lines(xml) }
  }
}
