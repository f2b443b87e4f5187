import PlanDocument
import PlanOutline
import Testing

@Suite("What a plan says of itself: its title")
struct MetadataTests {
  @Test("kind, region, level, period and horizon come from the title")
  func title() {
    let found = MetadataFixture.read("某某市甲乙区国民经济和社会发展\n第十四个五年规划和二〇三五年远景目标纲要\n\n第一篇 总论\n")
    #expect(found.text(.kind) == "规划纲要")
    #expect(found.text(.region) == "某某市甲乙区")
    #expect(found.text(.level) == "county")
    #expect(found.text(.period) == "2021-2025")
    #expect(found.text(.horizon) == "2035")
    #expect(found.title?.start == 0)
  }

  @Test(
    "titles of several kinds",
    arguments: [
      ("河南省“十三五”教育规划", "专项规划", "河南省", "department", "2016-2020"),
      ("内蒙古自治区水利发展规划（2021—2030年）", "专项规划", "内蒙古自治区", "department", "2021-2030"),
      ("2024年成都市政府工作报告", "政府工作报告", "成都市", "city", "2024"),
      ("成都市2024年政府工作报告", "政府工作报告", "成都市", "city", "2024"),
      ("全国医疗卫生服务体系规划", "专项规划", "全国", "department", ""),
      ("新区高质量发展规划", "专项规划", "", "department", ""),
      ("河北省国民经济和社会发展第十个五年计划纲要", "规划纲要", "河北省", "province", "2001-2005"),
      ("中华人民共和国国民经济和社会发展第七个五年计划", "五年计划", "全国", "national", "1986-1990"),
      ("中共河北省委关于制定国民经济和社会发展第十四个五年规划的建议", "建议", "河北省", "province", "2021-2025"),
      ("包头市数字政府建设考评办法", "办法", "包头市", "department", ""),
      ("石家庄市“十四五”规划纲要", "规划纲要", "石家庄市", "city", "2021-2025"),
      ("国家突发事件应急预案", "预案", "全国", "department", ""),
    ])
  func titles(title: String, kind: String, region: String, level: String, period: String) {
    let found = MetadataFixture.title(title)
    #expect(found.text(.title) == title)
    #expect(found.text(.kind) == kind)
    #expect(found.text(.region) == region)
    #expect(found.text(.level) == level)
    #expect(found.text(.period) == period)
  }

  @Test(
    "years and five-year plans as titles print them",
    arguments: [
      ("某县“十一五”水利规划", "2006-2010"), ("某县\"十五\"水利规划", "2001-2005"),
      ("某县十四五水利规划", "2021-2025"), ("某县“十五五”水利规划", "2026-2030"),
      ("某县水利规划（２０１１—２０１５年）", "2011-2015"), ("某县水利规划（2021 年-2035 年）", "2021-2035"),
      ("某县水利规划（二〇二一至二〇三〇年）", "2021-2030"), ("某县“九五”水利计划", "1996-2000"),
      ("某县2020年发展二十五条措施", "2020"), ("某县水利十五条措施", ""),
    ])
  func periods(title: String, period: String) {
    let found = MetadataFixture.title(title)
    #expect(found.text(.period) == period)
  }

  @Test("lines in brackets below a title belong to it")
  func brackets() {
    let found = MetadataFixture.read(
      "武汉市水系规划\n（2021 年-2035 年）\n（征求意见稿）\n武汉市水务局\n2021 年 9 月\n前    言\n文字。\n")
    #expect(found.text(.title) == "武汉市水系规划（2021年-2035年）（征求意见稿）")
    #expect(found.text(.status) == "征求意见稿")
    #expect(found.text(.period) == "2021-2035")
    #expect(found.text(.issuer) == "武汉市水务局")
    #expect(found.text(.issued) == "2021-09")
  }

  @Test("a draft goes before a trial, wherever it stands")
  func draftOfTrial() {
    let found = MetadataFixture.read("水系规划编制指南\n（试行）\n征求意见稿\n\n一、总则\n")
    #expect(found.text(.status) == "征求意见稿")
    #expect(MetadataFixture.title("水系规划编制指南（试行）").text(.status) == "试行")
    #expect(MetadataFixture.title("水系规划编制指南（2022年修订）").text(.status) == "修订")
    #expect(MetadataFixture.title("水系规划编制指南").text(.status) == "")
  }

  @Test("a plan that is cited in the text is not the title")
  func citedPlan() {
    let found = MetadataFixture.read(
      "为加快发展，根据《乙州市国民经济和社会发展第十四个五年规划纲要》，制定本方案。\n一、总则\n依据《水利规划》。\n")
    #expect(found.title == nil)
    #expect(found.region == nil)
    #expect(found.period == nil)
    #expect(found.text(.kind) == "方案")
  }

  @Test("a plan without a title is called what its first sentence calls it")
  func ownName() {
    let found = MetadataFixture.read(
      "根据《中共中央关于制定规划的建议》，制定《山西省国民经济和社会发展“九五”计划纲要》（以下简称《纲要》）。\n一、总则\n")
    #expect(found.text(.title) == "山西省国民经济和社会发展“九五”计划纲要")
    #expect(found.title?.start == "根据《中共中央关于制定规划的建议》，制定《".utf8.count)
    #expect(found.text(.regionCode) == "140000")
  }

  @Test("a first line that says so makes a plan a sample")
  func sample() {
    let found = MetadataFixture.read("（示例文件：非政府文件）\n\n某市教育规划\n\n一、总则\n")
    #expect(found.text(.status) == "sample")
  }

  @Test("what is not printed is not found")
  func nothing() {
    #expect(MetadataFixture.read("各位代表：\n今年工作如下。全市粮食产量增长。\n") == PlanMetadata())
  }

  @Test("the sentence on a plan's years gives period and horizon")
  func years() {
    let found = MetadataFixture.read(
      "某县水利规划\n\n一、总则\n本规划依据法律编制。规划期限为2021—2025年，展望到2035年。\n")
    #expect(found.text(.period) == "2021-2025")
    #expect(found.text(.horizon) == "2035")
    let outlook = MetadataFixture.read("某县“十四五”水利规划\n\n一、目标\n展望2030年，水利基本实现现代化。\n")
    #expect(outlook.text(.horizon) == "2030")
    let target = MetadataFixture.read("某县“十四五”水利规划\n\n一、目标\n到2035年，水利基本实现现代化。\n")
    #expect(target.horizon == nil)
  }
}
