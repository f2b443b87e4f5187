import PlanDocument
import PlanOutline
import Testing

@Suite("Numbering learnt from the document")
struct NumberingTests {
  @Test("（一） stands above 一、 where the numbers say so")
  func inverted() {
    let text = """
      （一）形势
      经济稳步增长。
      （二）方针
      一、农业
      稳定政策。
      二、能源
      增加供应。
      三、改革
      积极稳妥。
      （三）前景
      目标一定能够实现。
      """
    #expect(
      OutlineFixture.dump(text) == """
        chapter （一） 形势 @1
        chapter （二） 方针 @3
          section 一 农业 @4
          section 二 能源 @6
          section 三 改革 @8
        chapter （三） 前景 @10
        """)
  }

  @Test("a number may be missing where the next of its kind follows, and is missed by name")
  func gaps() {
    let outline = OutlineFixture.outline("一、内容\n说明。\n三、整合\n说明。\n四、共享\n说明。\n")
    #expect(outline.divisions.map(\.label) == ["一", "三", "四"])
    #expect(outline.warnings == [.missingHeadings(first: "二、", last: nil, afterLine: 1)])
  }

  @Test("numbered lines without any text below them are a list")
  func lists() {
    let text = "一、任务\n1.修路\n2.建桥\n3.种树\n二、措施\n1.组织\n成立专班。\n2.资金\n安排预算。\n"
    #expect(
      OutlineFixture.dump(text) == """
        chapter 一 任务 @1
        chapter 二 措施 @5
          section 1 组织 @6
          section 2 资金 @8
        """)
    #expect(OutlineFixture.outline(text).passages[1].isListItem)
  }

  @Test("a heading with a full stop of its own leads the text below it")
  func stopped() {
    let text = "一、回顾\n（一）产业更优、动能更足。\n新增企业42家。\n（二）城乡更美。\n新建公园9处。\n"
    #expect(
      OutlineFixture.dump(text) == """
        chapter 一 回顾 @1
          section （一） 产业更优、动能更足 @2
          section （二） 城乡更美 @4
        """)
  }

  @Test("a title whose book marks stand on lines of their own is one")
  func bookMarks() {
    let text = "一、回顾\n成绩显著。\n二、关于《\n规划纲要（草案）\n》的说明\n会议通过《\n纲要\n》的决定。\n"
    #expect(OutlineFixture.dump(text).contains("chapter 二 关于《规划纲要（草案）》的说明 @3"))
    #expect(OutlineFixture.passages(text).last == "会议通过《纲要》的决定。")
  }

  @Test("a bracket alone on its line belongs to the next")
  func loneBracket() {
    let text = "一、回顾\n（一）产业。\n新增企业42家。\n（\n二）城乡。\n新建公园9处。\n（三）民生。\n办好实事。\n"
    let outline = OutlineFixture.outline(text)
    #expect(outline.divisions.map(\.label) == ["一", "（一）", "（二）", "（三）"])
    #expect(outline.passages.map(\.text.string).contains("（二）城乡。"))
  }

  @Test("two headings on one line are two, but no sentence is cut")
  func glued() {
    let text = "第一篇推进改革第一章深化各项改革\n文字。\n第二章扩大开放\n按照第一篇第二章第一节的要求，继续推进。\n"
    #expect(
      OutlineFixture.dump(text) == """
        part 第一篇 推进改革 @1
          chapter 第一章 深化各项改革 @1
          chapter 第二章 扩大开放 @3
        """)
  }

  @Test("a heading behind the last sentence of a paragraph is one where its number comes next")
  func gluedBehindSentence() {
    let text = """
      第一章 总论
      第一节 形势
      形势复杂。第二节发展基础
      基础良好。
      第二章 任务
      任务繁重。第一节 目标
      目标明确，落实本纲要。第五节提出任务
      全面完成。第二节的要求
      """
    #expect(
      OutlineFixture.dump(text) == """
        chapter 第一章 总论 @1
          section 第一节 形势 @2
          section 第二节 发展基础 @3
        chapter 第二章 任务 @5
          section 第一节 目标 @6
        """)
  }

  @Test(
    "a section's title that runs into its text is cut where a sentence begins",
    arguments: [
      ("深化农村改革", "加快农村土地制度法制化建设，长期稳定以家庭承包经营为基础的双层经营体制，完善流转办法，"),
      ("加强水利建设", "水利建设要全面规划，统筹兼顾，标本兼治，综合治理，坚持兴利除害结合，开源节流并重，"),
      ("有重点地发展小城镇", "发展小城镇是推进城镇化的重要途径，要把引导乡镇企业合理集聚作为重点，"),
      ("优化能源结构", "能源建设要发挥资源优势，优化能源结构，提高利用效率，加强环境保护，推进技术进步，"),
    ])
  func gluedTitle(title: String, text: String) {
    let rest = text + String(repeating: "推动各项工作落到实处，", count: 3)
    let outline = OutlineFixture.outline("第一章 总论\n第一节\(title)\(rest)取得实效。\n第二节 其他\n")
    #expect(outline.divisions.dropFirst().first?.title.string == title)
  }

  @Test("contents are set aside without leaders, a preface behind them stays")
  func contents() {
    let text = """
      目录序言
      第一章发展环境第二章主要目标
      第三章保障措施
      今后五年是关键时期，本纲要是全体人民的行动纲领，必须认真组织实施。
      第一章发展环境
      环境复杂。
      第二章主要目标
      目标明确。
      第三章保障措施
      措施有力。
      """
    let outline = OutlineFixture.outline(text)
    #expect(outline.divisions.map(\.label) == ["第一章", "第二章", "第三章"])
    #expect(outline.noise.count { $0.reason == .contents } == 3)
    #expect(outline.passages.first?.text.string.hasPrefix("今后五年") == true)
  }

  @Test("no unit stands in one of its own or a lower level")
  func levels() {
    let text = "第二章 任务\n一、甲\n第一节 乙\n（一）丙\n第一篇 丁\n第三章 戊\n一、己\n1.庚。辛。\n"
    let outline = OutlineFixture.outline(text)
    #expect(OutlineFixture.levelErrors(outline) == [])
  }
}
