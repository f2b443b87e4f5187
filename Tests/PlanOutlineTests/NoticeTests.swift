import PlanDocument
import PlanOutline
import TestSupport
import Testing

@Suite("What a plan says of itself: the notice that issues it")
struct NoticeTests {
  @Test("the title is that of the attached plan, the notice gives the rest")
  func notice() {
    let text = MetadataFixture.notice()
    let found = MetadataFixture.read(text)
    #expect(found.text(.title) == "甲州市水利发展“十四五”规划")
    #expect(found.text(.notice) == "甲州市人民政府关于印发甲州市水利发展“十四五”规划的通知")
    #expect(found.text(.kind) == "专项规划")
    #expect(found.text(.issuer) == "甲州市人民政府")
    #expect(found.text(.number) == "甲政发〔2021〕18号")
    #expect(found.text(.issued) == "2021-09-02")
    #expect(found.text(.status) == "final")
    #expect(found[.adopted] == nil)
    #expect(found[.published] == nil)
  }

  @Test("each value says where it was read")
  func offsets() throws {
    let text = MetadataFixture.notice()
    let source = SourceText(text)
    let found = MetadataFixture.read(text)
    let offsets = found.offsets(in: source)
    let scalars = Array(text.unicodeScalars)
    func at(_ field: MetadataField, _ count: Int) throws -> String {
      let start = try #require(offsets[field.rawValue])
      return String(String.UnicodeScalarView(scalars[start..<start + count]))
    }
    #expect(try at(.title, 3) == "甲州市")
    #expect(try at(.kind, 2) == "规划")
    #expect(try at(.number, 12) == "甲政发〔2021〕18号")
    #expect(try at(.issued, 9) == "2021年9月2日")
    #expect(try at(.status, 2) == "印发")
    #expect(try at(.period, 3) == "十四五")
  }

  @Test("a title over two lines and 《》 around the name change nothing")
  func tornTitle() {
    let found = MetadataFixture.read(
      MetadataFixture.notice(
        title: "甲 州 市 人 民 政 府\n关于印发《甲州市水利发展\n“十四五”规划》的\n通　　知",
        plan: "甲州市水利发展\n“十四五”规划"))
    #expect(found.text(.title) == "甲州市水利发展“十四五”规划")
    #expect(found.text(.notice) == "甲州市人民政府关于印发《甲州市水利发展“十四五”规划》的通知")
    #expect(found.text(.issuer) == "甲州市人民政府")
  }

  @Test("a plan without a title of its own has the one that the notice names")
  func untitledPlan() {
    let found = MetadataFixture.read(MetadataFixture.notice(plan: nil))
    #expect(found.text(.title) == "甲州市水利发展“十四五”规划")
  }

  @Test("a notice that issues nothing keeps its own title")
  func plainNotice() {
    let found = MetadataFixture.read(
      "国务院办公厅关于推广创新举措的通知\n国办发〔2018〕6号\n各省、自治区、直辖市人民政府：\n为推广举措，现就有关事项通知如下：\n一、举措\n文字。\n国务院办公厅\n2018年12月23日\n"
    )
    #expect(found.text(.title) == "国务院办公厅关于推广创新举措的通知")
    #expect(found.text(.kind) == "通知")
    #expect(found.notice == nil)
    #expect(found.text(.issued) == "2018-12-23")
    #expect(found.text(.region) == "全国")
  }

  @Test("of two plans that a notice issues, the first that follows gives the title")
  func twoPlans() {
    let found = MetadataFixture.read(
      MetadataFixture.notice(
        title: "安徽省人民政府关于印发支持水利若干政策和安徽省水利行动计划的通知",
        body: "《支持水利若干政策》《安徽省水利行动计划》已经省政府同意，现印发给你们。", plan: "支持水利若干政策"))
    #expect(found.text(.title) == "支持水利若干政策")
    #expect(found.text(.kind) == "政策")
    #expect(found.text(.region) == "安徽省")
  }

  @Test("a request for opinions makes a draft, and no final plan")
  func opinions() {
    let found = MetadataFixture.read(
      "关于公开征求《合肥市水利发展规划》意见的公告\n发布时间：2021-06-01 来源：水务局\n现将规划公开征求意见，期限至2021年6月30日。\n合肥市水务局\n2021年5月31日\n合肥市水利发展规划\n一、基础\n文字。\n"
    )
    #expect(found.text(.title) == "合肥市水利发展规划")
    #expect(found.text(.status) == "征求意见稿")
    #expect(found.text(.issuer) == "合肥市水务局")
    #expect(found.text(.issued) == "2021-05-31")
    #expect(found.text(.published) == "2021-06-01")
  }

  @Test("several bodies are named in their order")
  func severalIssuers() {
    let found = MetadataFixture.read(
      MetadataFixture.notice(
        title: "国家水利委员会 国家财政局关于印发全国水利规划的通知", number: "水规〔2021〕7号",
        body: "现将《全国水利规划》印发给你们。", signed: ["国家水利委员会", "国家财政局", "2021年8月26日"],
        plan: "全国水利规划"))
    #expect(found.text(.issuer) == "国家水利委员会 国家财政局")
    #expect(found.text(.region) == "全国")
    #expect(found.text(.issued) == "2021-08-26")
  }

  @Test(
    "document numbers in brackets of all kinds",
    arguments: [
      "国发〔2021〕5号", "国办函[2005]57号", "鲁政发（2021）5号", "皖政办秘﹝2021﹞82号", "发改社会［2021］1104号",
      "津政办发【2020】12号", "粤府〔2021〕第28号",
    ])
  func numbers(number: String) {
    #expect(MetadataFixture.read(MetadataFixture.notice(number: number)).text(.number) == number)
    let bracketed = MetadataFixture.notice(number: "（\(number)）")
    #expect(MetadataFixture.read(bracketed).text(.number) == number)
  }

  @Test("a number that a sentence cites is not the document's")
  func citedNumber() {
    let found = MetadataFixture.read("某县水利规划\n根据《条例》（水发〔2019〕12号）的规定，制定本规划。\n一、总则\n")
    #expect(found.number == nil)
    #expect(found.status == nil)
  }

  @Test(
    "notices whose verb stands in front, and resolutions",
    arguments: [
      "甲州市人民政府印发《关于发展水利的实施意见》的通知", "甲州市人民政府关于印发《关于发展水利的实施意见》的通知",
      "甲州市人民政府转发市水务局关于发展水利的实施意见的通知", "甲州市第六届人民代表大会关于批准关于发展水利的实施意见的决议",
    ])
  func otherNotices(title: String) {
    let found = MetadataFixture.read(
      MetadataFixture.notice(title: title, body: "现印发给你们，请认真贯彻执行。", plan: "关于发展水利的实施意见"))
    #expect(found.text(.title) == "关于发展水利的实施意见")
    #expect(found.text(.notice) == title)
    #expect(found.text(.issuer).hasPrefix("甲州市"))
  }

  @Test("names of pages above a title are no part of it")
  func navigation() {
    let found = MetadataFixture.read(
      "首页\n新闻中心\n政务公开\n甲州市“十四五”水利规划\n发布日期：2022/03/11\n为发展水利，制定本规划。\n一、基础\n"
        + String(repeating: "水利工作取得成效。\n", count: 40))
    #expect(found.text(.title) == "甲州市“十四五”水利规划")
    #expect(found.text(.published) == "2022-03-11")
  }

  @Test("a district whose prefecture only the sender names has the fuller name")
  func fullerRegion() {
    let found = MetadataFixture.read(
      MetadataFixture.notice(
        title: "绍兴市柯桥区人民政府关于印发《柯桥区水利规划》的通知", plan: "柯桥区水利规划"))
    #expect(found.text(.region) == "绍兴市柯桥区")
    #expect(found.regionCode == nil)
  }

  @Test("no first page makes it trap", arguments: 0..<200)
  func randomPages(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let pieces = [
      "关于", "印发", "《", "》", "的通知", "的决议", "规划", "甲州市", "人民政府", "\n", "\n", "\n", "（", "）", "2021年",
      "3月",
      "5日", "通过", "〔2021〕", "5号", "发布日期：", "发文字号", "：", "【", "】", "第十四个五年", "附件", "一、", "十", "我代表",
      "，向",
      "2021—2025", "规划期为", "展望", "制定《", "》（以下简称", "。", "征求意见", "届", "第", "-", "/", " ", "２０２１",
      "国务院", "县",
    ]
    let text = (0..<Int.random(in: 0..<60, using: &random)).map { _ in
      pieces.randomElement(using: &random) ?? ""
    }.joined()
    let source = SourceText(text)
    let outline = OutlineBuilder().outline(of: source)
    let found = MetadataFinder().metadata(of: outline, source: source)
    for (_, offset) in found.offsets(in: source) {
      #expect((0..<max(1, source.codePointCount)).contains(offset), "seed \(seed)")
    }
  }
}
