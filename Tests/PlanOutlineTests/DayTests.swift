import PlanDocument
import PlanOutline
import Testing

@Suite("What a plan says of itself: its days")
struct DayTests {
  private let title = "浙江省国民经济和社会发展第十四个五年规划纲要\n"

  @Test(
    "a line that says that a plan was passed gives the day of adoption",
    arguments: [
      "（2021年1月30日浙江省第十三届人民代表大会第五次会议通过）", "(2 0 2 1年1月3 0日浙江省第十三届人民代表大会审议批准)",
      "浙江省第十三届人民代表大会第五次会议2021年1月30日审查批准", "二〇二一年一月三十日省十三届人大五次会议通过",
    ])
  func adopted(line: String) {
    let found = MetadataFixture.read(title + line + "\n\n一、总则\n")
    #expect(found.text(.adopted) == "2021-01-30")
    #expect(found[.issued] == nil)
    #expect(found.text(.status) == "final")
  }

  @Test("the day of a law or of another plan is none of this one's")
  func lawsDay() {
    let found = MetadataFixture.read(
      title + "根据《水法》（1988年1月21日第六届全国人民代表大会常务委员会第24次会议通过），制定本纲要。\n"
        + "一、总则\n2016年3月1日，省人大批准了上一个规划。\n")
    #expect(found[.adopted] == nil && found[.issued] == nil && found[.published] == nil)
    #expect(found.status == nil)
  }

  @Test("a notice that says when the assembly passed a plan gives both days")
  func adoptedInNotice() {
    let found = MetadataFixture.read(
      MetadataFixture.notice(
        body: "《规划》已经2021年1月26日甲州市第十三届人民代表大会第四次会议审议批准，现印发给你们，请认真组织实施。"))
    #expect(found.text(.adopted) == "2021-01-26")
    #expect(found.text(.issued) == "2021-09-02")
  }

  @Test("a page's table keeps the days of signing and of publication apart")
  func labels() {
    let found = MetadataFixture.read(
      "索 引 号：\n000014349/2018-00223\n发文机关：\n国务院\n成文日期：\n2018年12月21日\n发文字号：\n国发〔2018〕42号\n"
        + "发布日期：\n2018年12月29日\n国务院关于加快发展的指导意见\n一、总则\n"
        + String(repeating: "发展是大事。\n", count: 40))
    #expect(found.text(.issuer) == "国务院")
    #expect(found.text(.number) == "国发〔2018〕42号")
    #expect(found.text(.issued) == "2018-12-21")
    #expect(found.text(.published) == "2018-12-29")
    #expect(found.text(.title) == "国务院关于加快发展的指导意见")
  }

  @Test("labels of one line are read one by one")
  func labelsOfALine() {
    let found = MetadataFixture.read(
      "发布机构：南京市水务局 发文字号：宁水〔2021〕7号 发布时间：2021-09-08 15:20 浏览次数：12\n南京市水利规划\n一、总则\n")
    #expect(found.text(.issuer) == "南京市水务局")
    #expect(found.text(.number) == "宁水〔2021〕7号")
    #expect(found.text(.published) == "2021-09-08")
    #expect(found[.issued] == nil)
  }

  @Test("a newspaper's issue is a day of publication")
  func newspaper() {
    let found = MetadataFixture.read(
      "甲州日报 / 2 0 0 1年 / 0 2月 / 2 0日 / 第 A0 1版 /\n浙江省水利规划\n\n一、总则\n")
    #expect(found.text(.published) == "2001-02-20")
  }

  @Test("a report was delivered on the day of the session, and speaks for a government")
  func report() {
    let found = MetadataFixture.read(
      "政府工作报告\n——2026年1月27日在海南省第七届人民代表大会第五次会议上\n海南省省长 某某\n各位代表：\n"
        + "现在，我代表海南省人民政府，向大会报告工作，请予审议。\n一、回顾\n")
    #expect(found.text(.delivered) == "2026-01-27")
    #expect(found.text(.regionCode) == "460000")
    #expect(found.text(.level) == "province")
    #expect(found.text(.issuer) == "海南省人民政府")
    #expect(found[.adopted] == nil && found[.issued] == nil)
  }

  @Test("我代表市人民政府 does not say whose")
  func namelessGovernment() {
    let found = MetadataFixture.read("各位代表：\n现在，我代表市人民政府，向大会报告工作，请予审议。\n一、回顾\n文字。\n")
    #expect(found.text(.kind) == "政府工作报告")
    #expect(found.issuer == nil && found.region == nil && found.level == nil)
  }

  @Test("a name and a day under the text sign it")
  func signature() {
    let found = MetadataFixture.read(
      "国务院关于加快发展的意见\n各省人民政府：\n发展重要。\n一、总则\n2015年5月5日前完成任务。\n国务院\n2018年12月21日\n（此件公开发布）\n")
    #expect(found.text(.issued) == "2018-12-21")
    #expect(found.text(.issuer) == "国务院")
  }
}
