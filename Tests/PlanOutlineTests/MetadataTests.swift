import PlanDocument
import PlanOutline
import Testing

@Suite("What a plan says of itself")
struct MetadataTests {
  private func metadata(_ text: String) -> PlanMetadata {
    let source = SourceText(text)
    return MetadataFinder().metadata(of: OutlineBuilder().outline(of: source), source: source)
  }

  @Test("kind, region, level, period and horizon come from the title")
  func title() {
    let found = metadata("某某市甲乙区国民经济和社会发展\n第十四个五年规划和二〇三五年远景目标纲要\n\n第一篇 总论\n")
    #expect(found.kind?.text == "规划纲要")
    #expect(found.region?.text == "某某市甲乙区")
    #expect(found.level?.text == "county")
    #expect(found.period?.text == "2021-2025")
    #expect(found.horizon?.text == "2035")
    #expect(found.title?.start == 0)
  }

  @Test(
    "titles of several kinds",
    arguments: [
      ("河南省“十三五”教育规划", "专项规划", "河南省", "province", "2016-2020"),
      ("内蒙古自治区水利发展规划（2021—2030年）", "专项规划", "内蒙古自治区", "province", "2021-2030"),
      ("2024年成都市政府工作报告", "政府工作报告", "成都市", "city", ""),
      ("全国医疗卫生服务体系规划", "专项规划", "", "national", ""),
      ("新区高质量发展规划", "专项规划", "", "", ""),
    ])
  func titles(title: String, kind: String, region: String, level: String, period: String) {
    let found = metadata(title + "\n\n一、总则\n")
    #expect(found.kind?.text == kind)
    #expect(found.region?.text ?? "" == region)
    #expect(found.level?.text ?? "" == level)
    #expect(found.period?.text ?? "" == period)
  }

  @Test("document number, day, issuer and state of a draft are read where they are printed")
  func notice() {
    let found = metadata(
      "某省水网规划\n（征求意见稿）\n某政发〔2021〕15号\n某省人民政府办公厅\n2021年9月2日\n一、总则\n文字。\n")
    #expect(found.number?.text == "某政发〔2021〕15号")
    #expect(found.status?.text == "征求意见稿")
    #expect(found.dates?.text == "2021-09-02")
    #expect(found.issuer?.text == "某省人民政府办公厅")
  }

  @Test("a first line that says so makes a plan a sample")
  func sample() {
    #expect(metadata("（示例文件：非政府文件）\n\n某市教育规划\n\n一、总则\n").status?.text == "sample")
  }

  @Test("what is not printed is not found")
  func nothing() {
    #expect(metadata("各位代表：\n今年工作如下。全市粮食产量增长。\n") == PlanMetadata())
  }
}
