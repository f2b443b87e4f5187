import DocumentReading
import Foundation
import PlanDocument
import TestSupport
import Testing

@Suite("Word files")
struct WordTests {
  private typealias Word = WordFixture

  @Test("a paragraph is a line; tabs, breaks and hyphens are what they show")
  func paragraphs() throws {
    #expect(
      try Word.lines(
        Word.p("　　正文") + "<w:p/>" + Word.p("  ")
          + "<w:p><w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:br/><w:t>三</w:t><w:cr/><w:t>四</w:t>"
          + "<w:noBreakHyphen/><w:t>五</w:t><w:softHyphen/><w:t>六</w:t></w:r></w:p>")
        == ["正文", "一\t二", "三", "四-五六"])
  }

  @Test("white space counts only where the file keeps it")
  func whiteSpace() throws {
    #expect(
      try Word.lines(
        "<w:p><w:r><w:t> 甲 </w:t></w:r>\n  <w:r>\n<w:t xml:space=\"preserve\"> 乙 \n丙</w:t></w:r></w:p>"
      )
        == ["甲 乙  丙"])
  }

  @Test("headings by style, by its base and by its name, and by the paragraph's own level")
  func headings() throws {
    let styles =
      "<w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style>"
      + "<w:style w:styleId=\"a\"><w:name w:val=\"x\"/><w:basedOn w:val=\"b\"/></w:style>"
      + "<w:style w:styleId=\"b\"><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr></w:style>"
      + "<w:style w:styleId=\"c\"><w:basedOn w:val=\"d\"/></w:style>"
      + "<w:style w:styleId=\"d\"><w:basedOn w:val=\"c\"/></w:style>"
    let source = try Word.source(
      Word.p("甲", style: "1") + Word.p("乙", style: "a") + Word.p("丙", style: "c")
        + Word.p("丁", properties: "<w:outlineLvl w:val=\"1\"/>")
        + Word.p("戊", style: "1", properties: "<w:outlineLvl w:val=\"9\"/>"), styles: styles)
    #expect(
      source.blocks.map(\.role) == [
        .heading(depth: 1), .heading(depth: 3), .paragraph, .heading(depth: 2), .paragraph,
      ])
  }

  @Test("changes are read as accepted")
  func changes() throws {
    let changed =
      "<w:p>\(Word.r("新增"))<w:ins w:id=\"1\">\(Word.r("20"))</w:ins>"
      + "<w:del w:id=\"2\"><w:r><w:delText>10</w:delText></w:r></w:del>"
      + "<w:moveFrom w:id=\"3\">\(Word.r("旧"))</w:moveFrom><w:moveTo w:id=\"4\">\(Word.r("家"))</w:moveTo></w:p>"
    let joined =
      "<w:p><w:pPr><w:rPr><w:del w:id=\"5\"/></w:rPr></w:pPr>\(Word.r("前半"))</w:p>" + Word.p("后半")
    let old =
      "<w:p><w:pPr><w:pPrChange><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange></w:pPr>"
      + "\(Word.r("段"))</w:p>"
    let rows = Word.table([
      Word.cell("甲") + Word.cell("1"),
      "<w:trPr><w:del w:id=\"6\"/></w:trPr>" + Word.cell("乙") + Word.cell("2"),
      Word.cell("丙") + Word.cell("3"),
    ])
    let document = try ReadingFixture.read(
      Word.file(changed + joined + old + rows), as: "plan.docx")
    #expect(Word.lines(document.text).prefix(3) == ["新增20家", "前半后半", "段"])
    #expect(document.text.blocks[2].role == .paragraph)
    #expect(Word.cells(document.text)["丙"]?.row == 1)
    #expect(Word.cells(document.text)["乙"] == nil)
    #expect(document.warnings.count == 1)
  }

  @Test("merged cells keep their place and size")
  func mergedCells() throws {
    let source = try Word.source(
      Word.table([
        "<w:trPr><w:tblHeader/></w:trPr>" + Word.cell("类别", "<w:vMerge w:val=\"restart\"/>")
          + Word.cell("值", "<w:gridSpan w:val=\"2\"/>"),
        "<w:trPr><w:tblHeader/></w:trPr>" + Word.cell("", "<w:vMerge/>") + Word.cell("2025")
          + Word.cell("2030"),
        Word.cell("绿色", "<w:vMerge w:val=\"restart\"/>") + Word.cell("1") + Word.cell("2"),
        Word.cell("", "<w:vMerge/>") + Word.cell("3") + Word.cell("4"),
        Word.cell("", "<w:vMerge w:val=\"continue\"/>")
          + Word.cell("5", "<w:hMerge w:val=\"restart\"/>")
          + Word.cell("", "<w:hMerge/>"),
        "<w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + Word.cell("6") + Word.cell("7"),
      ]))
    let cells = Word.cells(source)
    #expect(
      cells["类别"] == TableCellPlace(table: 0, row: 0, column: 0, rowSpan: 2, isHeader: true))
    #expect(
      cells["值"] == TableCellPlace(table: 0, row: 0, column: 1, columnSpan: 2, isHeader: true))
    #expect(cells["2030"] == TableCellPlace(table: 0, row: 1, column: 2, isHeader: true))
    #expect(cells["绿色"] == TableCellPlace(table: 0, row: 2, column: 0, rowSpan: 3))
    #expect(cells["4"] == TableCellPlace(table: 0, row: 3, column: 2))
    #expect(cells["5"] == TableCellPlace(table: 0, row: 4, column: 1, columnSpan: 2))
    #expect(cells["6"] == TableCellPlace(table: 0, row: 5, column: 1))
    #expect(cells["7"] == TableCellPlace(table: 0, row: 5, column: 2))
  }

  @Test("a table of one column is a box of text; of nested tables the inner one holds data")
  func boxesAndNesting() throws {
    let inner = Word.table([Word.cell("甲") + Word.cell("1"), Word.cell("乙") + Word.cell("2")])
    let source = try Word.source(
      Word.table([Word.cell("专栏1 工程"), Word.cell("内容。")])
        + Word.table([
          "<w:tc>\(Word.p("外"))\(inner)<w:p/></w:tc>" + Word.cell("旁")
        ]))
    #expect(Word.lines(source) == ["专栏1 工程", "内容。", "外", "甲", "1", "乙", "2", "旁"])
    #expect(source.blocks.prefix(3).allSatisfy { $0.role == .paragraph })
    #expect(Word.cells(source)["乙"] == TableCellPlace(table: 0, row: 1, column: 0))
  }

  @Test("notes stand behind their paragraph or table, endnotes at the end, apart from the text")
  func notes() throws {
    let note = { (id: Int, text: String) in
      "<w:footnote w:id=\"\(id)\">\(Word.p(text))</w:footnote>"
    }
    let reference = { (id: Int) in "<w:r><w:footnoteReference w:id=\"\(id)\"/></w:r>" }
    let source = try Word.source(
      "<w:p>\(Word.r("一"))\(reference(2))\(Word.r("二"))<w:r><w:endnoteReference w:id=\"1\"/></w:r></w:p>"
        + Word.table([
          "<w:tc><w:p>\(Word.r("甲"))\(reference(3))</w:p></w:tc>" + Word.cell("1")
        ]) + Word.p("三"),
      footnotes: "<w:footnote w:type=\"separator\" w:id=\"0\">\(Word.p("———"))</w:footnote>"
        + note(2, "脚注二") + note(3, "脚注三"),
      endnotes: "<w:endnote w:id=\"1\">\(Word.p("尾注"))</w:endnote>")
    #expect(Word.lines(source) == ["一二", "脚注二", "甲", "1", "脚注三", "三", "尾注"])
    #expect(source.blocks.filter { $0.role == .footnote }.count == 3)
  }

  @Test("a text box is read once, behind its paragraph, whichever form of it is known")
  func textBoxes() throws {
    let box = { (text: String) in "<w:txbxContent>\(Word.p(text))</w:txbxContent>" }
    let source = try Word.source(
      "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx>\(box("框一"))</wps:txbx>"
        + "</mc:Choice><mc:Fallback><v:textbox>\(box("框一"))</v:textbox></mc:Fallback>"
        + "</mc:AlternateContent></w:r>\(Word.r("锚"))</w:p>"
        + "<w:p>\(Word.r("前"))<w:r><mc:AlternateContent><mc:Choice Requires=\"new9\">\(box("不明"))</mc:Choice>"
        + "<mc:Fallback>\(box("框二"))</mc:Fallback></mc:AlternateContent></w:r>\(Word.r("后"))</w:p>")
    #expect(Word.lines(source) == ["锚", "框一", "前后", "框二"])
  }

  @Test("of a field the result is text, its instruction is not; hidden text is none")
  func fields() throws {
    let char = { (type: String) in "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
    let code = { (text: String) in "<w:r><w:instrText>\(text)</w:instrText></w:r>" }
    #expect(
      try Word.lines(
        "<w:p>\(Word.r("表"))\(char("begin"))\(code(" SEQ 表 "))\(Word.r("藏"))\(char("separate"))\(Word.r("3"))"
          + "\(char("end"))\(Word.r(" 指标"))<w:fldSimple w:instr=\"PAGE\">\(Word.r("9"))</w:fldSimple>"
          + "\(Word.r("密", properties: "<w:vanish/>"))\(Word.r("显", properties: "<w:vanish w:val=\"0\"/>"))</w:p>"
          + "<w:p>\(char("begin"))\(code("eq \\o\\ac(○,2)"))\(char("end"))\(Word.r("项"))</w:p>"
          + "<w:p>\(char("begin"))\(code("lost"))</w:p>" + Word.p("不丢"))
        == ["表3 指标9显", "②项", "不丢"])
  }

  @Test("the table of contents is set aside, by its field, its control or its styles")
  func contents() throws {
    let styles = "<w:style w:styleId=\"t\"><w:name w:val=\"toc 1\"/></w:style>"
    let source = try Word.source(
      "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr>"
        + "<w:sdtContent>\(Word.p("目录"))\(Word.p("第一章 总则"))</w:sdtContent></w:sdt>"
        + "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>"
        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(Word.r("第二章 目标"))</w:p>"
        + "<w:p>\(Word.r("第三章 任务"))<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
        + Word.p("第四章 保障", style: "t") + Word.p("第一章 总则"), styles: styles)
    #expect(source.blocks.dropLast().allSatisfy { $0.role == .contents })
    #expect(source.blocks.last?.role == .paragraph)
  }

  @Test("symbols, raised digits, readings and formulas")
  func signs() throws {
    let raised = "<w:vertAlign w:val=\"superscript\"/>"
    #expect(
      try Word.lines(
        "<w:p><w:r><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/></w:r>\(Word.r("90万m"))\(Word.r("3", properties: raised))"
          + "\(Word.r("和10"))\(Word.r("8", properties: raised))\(Word.r("见"))\(Word.r("注", properties: raised))</w:p>"
          + "<w:p><w:r><w:ruby><w:rt>\(Word.r("lǜ"))</w:rt><w:rubyBase>\(Word.r("绿"))</w:rubyBase></w:ruby></w:r></w:p>"
          + "<w:p><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath></w:p>"
      ) == ["≥90万m³和10⁸见注", "绿", "1/3"])
  }

  @Test("the strict form of the format is read like the other")
  func strict() throws {
    let bytes = Word.file(Word.p("规划"), namespace: Word.strict)
    #expect(try ReadingFixture.text(bytes, as: "plan.docx") == "规划\n")
    #expect(try ReadingFixture.read(bytes, as: "without-ending").format == .docx)
  }

  @Test("what is no Word file, is damaged or declares entities is refused as such")
  func refused() throws {
    let zip = StoredZip.bytes([("a.txt", Array("文".utf8))])
    #expect(ReadingFixture.error(zip, as: "a.docx") == .noWordDocument(path: "a.docx"))
    guard case .damagedArchive = ReadingFixture.error(Array(zip.prefix(20)), as: "a.docx") else {
      Issue.record("a ZIP cut off was read")
      return
    }
    let entity = StoredZip.bytes([
      (
        "word/document.xml",
        Array(
          "<!DOCTYPE d [<!ENTITY x \"文字\">]><w:document xmlns:w=\"\(Word.transitional)\"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
            .utf8)
      )
    ])
    #expect(
      ReadingFixture.error(entity, as: "a.docx")
        == .entity(path: "a.docx:word/document.xml", name: "x"))
    let open = StoredZip.bytes([("word/document.xml", Array("<w:document><w:body>".utf8))])
    guard case .malformedXML = ReadingFixture.error(open, as: "a.docx") else {
      Issue.record("XML cut off was read")
      return
    }
  }

  @Test("elements nested deeper than the limit end in an error")
  func depth() {
    let deep = String(repeating: "<w:sdt>", count: 5_000)
    let bytes = Word.file(deep + Word.p("深") + String(repeating: "</w:sdt>", count: 5_000))
    #expect(ReadingFixture.error(bytes, as: "a.docx") != nil)
  }

  @Test("cut and flipped copies end in a text or an error, never a trap", arguments: 0..<40)
  func damage(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let body =
      Word.numbered("总则", 1) + Word.table([Word.cell("甲") + Word.cell("1")]) + Word.p("文字")
    let good = Word.file(
      body, styles: "<w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style>",
      numbering: Word.numbering([("chineseCounting", "第%1章")]))
    var bytes = good
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      bytes[place] ^= UInt8.random(in: 1...255, using: &random)
    }
    if Bool.random(using: &random) {
      bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
    }
    if let document = try? DocumentReader().read(bytes, path: "plan.docx") {
      #expect(String(validating: document.text.bytes, as: UTF8.self) != nil)
    }
  }
}
