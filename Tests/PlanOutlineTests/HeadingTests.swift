import PlanDocument
import PlanOutline
import Testing

@Suite("Headings")
struct HeadingTests {
  @Test("篇, 章 and 节 are what they are called, 一、 below them items")
  func named() {
    let text = """
      第一篇 总论
      第一章　发展环境
      第一节 机遇
      一、国际环境
      环境复杂。
      第 2 节 挑战
      第二章
      发展目标
      目标明确。
      """
    #expect(
      OutlineFixture.dump(text) == """
        part 第一篇 总论 @1
          chapter 第一章 发展环境 @2
            section 第一节 机遇 @3
              item 一 国际环境 @4
            section 第2节 挑战 @6
          chapter 第二章 发展目标 @7
        """)
  }

  @Test("without 篇 and 章 the outermost style is the chapter, the next the section")
  func unnamed() {
    let text = """
      一、总体要求
      （一）指导思想。坚持高质量发展，坚持以人民为中心。
      （二）基本原则
      1．坚持统筹
      统筹城乡。
      2．坚持创新
      （1）投入
      加大投入。
      二、保障措施
      (一)加强领导
      """
    #expect(
      OutlineFixture.dump(text) == """
        chapter 一 总体要求 @1
          section （一） 指导思想 @2
          section （二） 基本原则 @3
            item 1 坚持统筹 @4
            item 2 坚持创新 @6
              item （1） 投入 @7
        chapter 二 保障措施 @9
          section (一) 加强领导 @10
        """)
  }

  @Test("a run-in heading gives its title and leaves the text")
  func runIn() {
    let passages = OutlineFixture.passages("一、总则\n（一）指导思想。坚持创新发展。坚持协调发展。\n")
    #expect(passages == ["一、总则", "（一）指导思想。", "坚持创新发展。坚持协调发展。"])
  }

  @Test("numbered clauses, mentions of headings and dates are no headings")
  func noHeadings() {
    let text = """
      一、总则
      第三章的规定适用于本章，由主管部门负责解释。
      第四节所列项目按年度实施，每年开展评估并公布结果。
      2021年建成20个示范点，2022年建成30个。
      3个百分点以上，比上年提高1.5个百分点。
      1.研究拟订全市教育改革与发展的方针政策；
      2.负责各级各类教育的统筹规划和协调管理；
      """
    #expect(OutlineFixture.dump(text) == "chapter 一 总则 @1")
  }

  @Test("dotted numbers are headings where a plan counts 1.1, 1.2")
  func dotted() {
    let text = "1 总则\n1.1 目的\n说明目的。\n1.2 范围\n说明范围。\n2 任务\n2.1 建设\n3.46万亿元为总量。\n"
    #expect(
      OutlineFixture.dump(text) == """
        chapter 1 总则 @1
          section 1.1 目的 @2
          section 1.2 范围 @4
        chapter 2 任务 @6
          section 2.1 建设 @7
        """)
  }

  @Test("items may count on over the sections of a plan")
  func countingOn() {
    let text = "一、任务\n（一）学前教育\n1.扩大供给。新建园所。\n2.提高质量。培训教师。\n（二）义务教育\n3.均衡发展。集团办学。\n"
    #expect(OutlineFixture.dump(text).contains("item 3 均衡发展 @6"))
  }

  @Test("a gap in the numbering is a warning that says where")
  func gaps() {
    let outline = OutlineFixture.outline("第一章 总则\n文字。\n第二章 目标\n文字。\n第四章 任务\n第八章 附则\n")
    #expect(
      outline.warnings.map(\.description) == [
        "第三章 is missing after line 3", "第五章 to 第七章 are missing after line 5",
      ])
  }

  @Test("a heading that fills its line goes on over the next")
  func wrapped() {
    let body = OutlineFixture.wrapped(
      String(repeating: "坚持把高质量发展作为首要任务持续推进，", count: 20) + "取得成效。", width: 28)
    let text = "第一章 总则\n\(body)\n第二章 深入实施创新驱动发展战略全面塑造更高质量发展的\n新优势\n\(body)\n"
    #expect(OutlineFixture.dump(text).contains("战略全面塑造更高质量发展的新优势 @"))
  }

  @Test("a table of contents is set aside, with leaders or without")
  func contents() {
    let text = """
      某市“十四五”规划
      目　录
      第一章 总则 ………… 1
      第二章 任务 ………… 5
      第一章 总则
      文字。
      第二章 任务
      文字。
      """
    let outline = OutlineFixture.outline(text)
    #expect(outline.divisions.map(\.label) == ["第一章", "第二章"])
    #expect(outline.noise.filter { $0.reason == .contents }.count == 3)
    let plain = text.replacing(" ………… 1", with: "").replacing(" ………… 5", with: "")
    #expect(OutlineFixture.outline(plain).divisions.count == 2)
  }

  @Test("the title of a plan is its own passage, over two lines too")
  func title() {
    let outline = OutlineFixture.outline("某某市国民经济和社会发展\n第十四个五年规划纲要\n\n第一章 总则\n")
    #expect(outline.title.string == "某某市国民经济和社会发展第十四个五年规划纲要")
    #expect(outline.passages.first?.kind == .heading)
    #expect(outline.passages.first?.division == nil)
  }

  @Test("an annex and explained words stand at the top, their entries are no units")
  func annexes() {
    let text = "一、总则\n文字。\n附件1 重点项目\n文字。\n名词解释\n1.海绵城市：指城市像海绵。\n2.双碳：指碳达峰、碳中和。\n"
    #expect(
      OutlineFixture.dump(text) == "chapter 一 总则 @1\nappendix 附件1 重点项目 @3\nglossary 名词解释 @5")
  }

  @Test("a report without numbering has passages and no units")
  func unstructured() {
    let text = "各位代表：\n现在，我代表市人民政府向大会报告工作。\n——经济平稳增长。\n——民生持续改善。\n"
    let outline = OutlineFixture.outline(text)
    #expect(outline.divisions.isEmpty)
    #expect(outline.passages.count == 4)
    #expect(outline.passages.map(\.isListItem) == [false, false, true, true])
  }

  @Test("every unit reaches to the next of its rank or above")
  func extents() {
    let text = "第一章 总则\n第一节 甲\n文字。\n第二节 乙\n文字二。\n第二章 任务\n文字三。\n"
    let source = SourceText(text)
    let outline = OutlineBuilder().outline(of: source)
    #expect(
      outline.divisions.map { source.string($0.extent) } == [
        "第一章 总则\n第一节 甲\n文字。\n第二节 乙\n文字二。", "第一节 甲\n文字。", "第二节 乙\n文字二。",
        "第二章 任务\n文字三。",
      ])
  }
}
