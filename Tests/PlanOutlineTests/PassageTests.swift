import PlanDocument
import PlanOutline
import Testing

@Suite("Mended passages and boxes")
struct PassageTests {
  /// A paragraph long enough to show how the text is set.
  private let long =
    String(repeating: "深入实施创新驱动发展战略，加快建设现代化产业体系，", count: 8) + "取得明显成效。"

  @Test("hard line ends are removed, a short line ends its paragraph")
  func lineEnds() {
    let text =
      OutlineFixture.wrapped(long, width: 28) + "\n" + OutlineFixture.wrapped(long, width: 28)
    #expect(OutlineFixture.passages(text) == [long, long])
  }

  @Test("an indent begins a paragraph where a text has indents")
  func indents() {
    let wrapped = OutlineFixture.wrapped("　　" + long, width: 28)
    #expect(
      OutlineFixture.passages(wrapped + "\n" + wrapped + "\n" + wrapped) == [long, long, long])
  }

  @Test("a blank comes between two Latin words and nowhere else")
  func latin() {
    let lines = OutlineFixture.wrapped(
      String(repeating: "深入实施创新驱动发展战略加快建设现代化产业体系推动全", count: 8), width: 26)
    let text = lines + "\n建设工业互联网平台推动企业上云用数赋智打造 Smart\nCity 示范项目。\n"
    let passages = OutlineFixture.passages(text)
    #expect(passages.count == 1)
    #expect(passages.first?.contains("Smart City 示范项目") == true)
    #expect(passages.first?.contains("推动全深入") == true)
  }

  @Test("a form feed inside a word is set aside")
  func formFeeds() {
    let outline = OutlineFixture.outline("坚持发挥地\u{0C}方积极性。\n各项工作取得明显成效。\n")
    #expect(outline.passages.first?.text.string == "坚持发挥地方积极性。")
    #expect(
      OutlineFixture.accountErrors(
        outline, of: SourceText("坚持发挥地\u{0C}方积极性。\n各项工作取得明显成效。\n")) == [])
  }

  @Test("a page number inside a sentence is set aside and the sentence is one")
  func pageNumbers() {
    var lines = OutlineFixture.wrapped(long, width: 28).split(separator: "\n").map(String.init)
    lines.insert("- 7 -", at: 3)
    let outline = OutlineFixture.outline(lines.joined(separator: "\n"))
    #expect(outline.passages.map(\.text.string) == [long])
    #expect(outline.noise.contains { $0.reason == .pageNumber })
  }

  @Test("a sentence that a box interrupts is one passage, which stands where it begins")
  func interrupted() throws {
    let lines = OutlineFixture.wrapped(long, width: 28).split(separator: "\n").map(String.init)
    let bullet = OutlineFixture.wrapped(
      "●创新工程。" + String(repeating: "加快建设科技创新平台和企业研发中心，", count: 3) + "见效。", width: 32)
    let text =
      (["第一章 总则"] + lines[..<4] + ["专栏1 重点工程"] + [bullet] + lines[4...]
      + [OutlineFixture.wrapped(long, width: 28)]).joined(separator: "\n")
    let outline = OutlineFixture.outline(text)
    #expect(outline.divisions.map(\.label) == ["第一章", "专栏1"])
    try #require(outline.passages.map(\.kind) == [.heading, .paragraph, .box, .box, .paragraph])
    #expect(outline.passages[1].text.string == long)
    #expect(outline.passages[1].division == 0)
    #expect(outline.passages[3].division == 1)
    #expect(outline.passages[4].division == 0)
  }

  @Test("bullets are passages of their own in their box; text without one ends it")
  func bullets() throws {
    let outline = OutlineFixture.outline(
      "一、任务\n任务繁重。\n专栏 重点工程\n● 甲工程。建设。\n● 乙工程。改造。\n加强组织领导，落实责任。\n")
    try #require(
      outline.passages.map(\.kind) == [.heading, .paragraph, .box, .box, .box, .paragraph])
    #expect(outline.passages[3].isListItem)
    #expect(outline.divisions[1].title.string == "重点工程")
  }

  @Test("numbered entries of a box are its items, the next section closes it")
  func numberedBox() {
    #expect(
      OutlineFixture.dump(
        "一、任务\n（一）建设\n文字。\n专栏1 工程\n1. 管网。建设管网。\n2. 泵站。建设泵站。\n（二）管护\n文字。\n") == """
          chapter 一 任务 @1
            section （一） 建设 @2
              box 专栏1 工程 @4
                item 1 管网 @5
                item 2 泵站 @6
            section （二） 管护 @7
          """)
  }

  @Test("captions of figures are units, with a number or by their last word")
  func figures() {
    let text = "第一章 布局\n构建新格局。\n图1 空间格局\n文字一。\n全市综合交通布局示意图\n文字二。\n"
    let outline = OutlineFixture.outline(text)
    #expect(outline.divisions.map(\.level) == [.chapter, .figure, .figure])
    #expect(outline.passages.filter { $0.kind == .caption }.count == 2)
  }

  @Test("what surrounds a plan on a web page is set aside")
  func wrapper() {
    let outline = OutlineFixture.outline("首页\n>\n政务公开\n下载\n打印\n某市“十四五”规划\n来源：某报\n一、总则\n文字。\n")
    #expect(outline.title.string == "某市“十四五”规划")
    #expect(outline.noise.filter { $0.reason == .wrapper }.count == 6)
  }
}
