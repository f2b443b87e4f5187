import DocumentReading
import Foundation
import PlanDocument
import Testing

@Suite("Automatic numbering of Word files")
struct WordNumberingTests {
  private typealias Word = WordFixture

  private func labels(_ format: String, _ count: Int, text: String = "%1、") throws -> [String] {
    let body = (0..<count).map { _ in Word.numbered("x", 1) }.joined()
    return try Word.lines(body, numbering: Word.numbering([(format, text)]))
      .map { String($0.dropLast(2)) }
  }

  @Test("numbers are written as the plan shows them, and begin again below a heading")
  func chapters() throws {
    let numbering = Word.numbering([
      ("chineseCountingThousand", "第%1章"), ("chineseCounting", "第%2节"),
      ("chineseCounting", "（%3）"), ("decimal", "%4."),
    ])
    let body = [0, 1, 2, 3, 3, 2, 1, 2, 0, 1].map { Word.numbered("题", 1, level: $0) }.joined()
    #expect(
      try Word.lines(body, numbering: numbering) == [
        "第一章 题", "第一节 题", "（一）题", "1. 题", "2. 题", "（二）题", "第二节 题", "（一）题", "第二章 题", "第一节 题",
      ])
  }

  @Test("each format counts as it does in Word")
  func formats() throws {
    #expect(try labels("chineseCounting", 12).suffix(3) == ["十", "十一", "十二"])
    #expect(try labels("ideographDigital", 11).suffix(2) == ["一〇", "一一"])
    #expect(try labels("chineseCountingThousand", 111).suffix(2) == ["一百一十", "一百一十一"])
    #expect(try labels("chineseCountingThousand", 103)[100] == "一百零一")
    #expect(try labels("decimalEnclosedCircle", 21).suffix(2) == ["⑳", "㉑"])
    #expect(try labels("upperLetter", 28).suffix(3) == ["Z", "AA", "BB"])
    #expect(try labels("lowerRoman", 4) == ["i", "ii", "iii", "iv"])
    #expect(try labels("chineseLegalSimplified", 12).suffix(2) == ["壹拾壹", "壹拾贰"])
    #expect(try labels("ideographTraditional", 11).suffix(2) == ["癸", "11"])
    #expect(try labels("decimalZero", 10).suffix(2) == ["09", "10"])
    #expect(try labels("decimalFullWidth", 10).suffix(1) == ["１０"])
    #expect(try labels("decimalEnclosedParen", 2) == ["⑴", "⑵"])
    #expect(try labels("unheardOf", 2) == ["1", "2"])
  }

  @Test("a style carries its numbering, at the level that names it; 0 takes it away")
  func styles() throws {
    let styles =
      "<w:style w:styleId=\"h1\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
      + "<w:style w:styleId=\"h2\"><w:basedOn w:val=\"h1\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/>"
      + "<w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
      + "<w:style w:styleId=\"h3\"><w:basedOn w:val=\"h2\"/></w:style>"
    let numbering =
      "<w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:lvlText w:val=\"第%1章\"/>"
      + "<w:pStyle w:val=\"h1\"/><w:suff w:val=\"nothing\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/>"
      + "<w:lvlText w:val=\"%1.%2\"/><w:pStyle w:val=\"h2\"/></w:lvl></w:abstractNum>"
      + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
    let none = "<w:numPr><w:numId w:val=\"0\"/></w:numPr>"
    #expect(
      try Word.lines(
        Word.p("甲", style: "h1") + Word.p("乙", style: "h2") + Word.p("丙", style: "h3")
          + Word.p("丁", style: "h1", properties: none) + Word.p("戊", style: "h1"),
        styles: styles, numbering: numbering)
        == ["第1章甲", "1.1 乙", "1.2 丙", "丁", "第2章戊"])
  }

  @Test("instances of one definition count on; one with a start of its own begins anew once")
  func instances() throws {
    let numbering = Word.numbering(
      [("decimal", "%1."), ("lowerLetter", "%2)")],
      instances: "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
        + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/></w:num>"
        + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\">"
        + "<w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>")
    let body = [1, 1, 2, 3, 3, 2].map { Word.numbered("x", $0) }.joined()
    #expect(
      try Word.lines(body, numbering: numbering).map { $0.prefix(2) } == [
        "1.", "2.", "3.", "5.", "6.", "7.",
      ])
  }

  @Test("a level begins again only where it is to, a level leapt over counts as begun")
  func restarts() throws {
    let never = Word.numbering(
      [("decimal", "%1."), ("decimal", "%1.%2.")], extra: "<w:lvlRestart w:val=\"0\"/>")
    let body = [0, 1, 1, 0, 1].map { Word.numbered("x", 1, level: $0) }.joined()
    #expect(
      try Word.lines(body, numbering: never) == ["1. x", "1.1. x", "1.2. x", "2. x", "2.3. x"])
    let three = Word.numbering([("decimal", "%1"), ("lowerLetter", "%2"), ("upperRoman", "%1%2%3")])
    let leap = [0, 2, 1].map { Word.numbered("x", 1, level: $0) }.joined()
    #expect(try Word.lines(leap, numbering: three) == ["1 x", "1aI x", "b x"])
  }

  @Test("legal numbers are decimal; bullets are entries of a list without text")
  func legalAndBullets() throws {
    let legal = Word.numbering(
      [("chineseCounting", "%1"), ("decimal", "%1.%2")], extra: "<w:isLgl/>")
    let body = [0, 1].map { Word.numbered("x", 1, level: $0) }.joined()
    #expect(try Word.lines(body, numbering: legal) == ["1 x", "1.1 x"])
    let bullets = try Word.source(
      Word.numbered("项", 1), numbering: Word.numbering([("bullet", "\u{F0B7}")]))
    #expect(bullets.blocks.map(\.role) == [.listItem])
    #expect(WordFixture.lines(bullets) == ["项"])
  }

  @Test("a numbering may stand in a style of its own")
  func linked() throws {
    let numbering =
      "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"L\"/></w:abstractNum>"
      + "<w:abstractNum w:abstractNumId=\"2\"><w:styleLink w:val=\"L\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
      + "<w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum>"
      + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"2\"/></w:num>"
    let styles =
      "<w:style w:type=\"numbering\" w:styleId=\"L\"><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>"
    #expect(
      try Word.lines(
        Word.numbered("甲", 1) + Word.numbered("乙", 2), styles: styles, numbering: numbering)
        == ["一、甲", "二、乙"])
  }

  private static let override = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent(
      "../../../shared/external/badinput/docx/tika__testWORD_override_list_numbering.docx")

  @Test(
    "a real file whose paragraphs say what Word shows in front of them",
    .enabled(if: FileManager.default.fileExists(atPath: override.path), "needs ../shared"))
  func realFile() throws {
    let source = try DocumentReader().read(path: Self.override.path).text
    let shown = WordFixture.lines(source).compactMap { line -> (Substring, Substring)? in
      let parts = line.split(separator: " ", maxSplits: 1)
      return parts.count == 2 && parts[0].first?.isNumber == true ? (parts[0], parts[1]) : nil
    }
    #expect(shown.count >= 30)
    // The first test of the file calls its entries 1st, 2nd.
    for (label, text) in shown where !text.contains("st") && !text.contains("d") {
      #expect(text.hasPrefix(label) || text.hasSuffix("th"), "\(label) \(text)")
    }
  }
}
