import PlanDocument
import PlanOutline
import Testing

@Suite("What a plan says of itself: its region")
struct RegionTests {
  private static let outline = "国民经济和社会发展第十四个五年规划纲要"

  @Test(
    "regions with code and level",
    arguments: [
      ("北京市", "北京市", "110000", "province"),
      ("广西壮族自治区", "广西壮族自治区", "450000", "province"),
      ("广西", "广西壮族自治区", "450000", "province"),
      ("内蒙古自治区", "内蒙古自治区", "150000", "province"),
      ("鄂尔多斯市", "鄂尔多斯市", "150600", "city"),
      ("内蒙古自治区鄂尔多斯市", "内蒙古自治区鄂尔多斯市", "150600", "city"),
      ("安徽合肥市", "安徽合肥市", "340100", "city"),
      ("凉山彝族自治州", "凉山彝族自治州", "513400", "city"),
      ("凉山州", "凉山彝族自治州", "513400", "city"),
      ("四川省凉山州", "四川省凉山州", "513400", "city"),
      ("锡林郭勒盟", "锡林郭勒盟", "152500", "city"),
      ("大兴安岭地区", "大兴安岭地区", "232700", "city"),
      ("朝阳市", "朝阳市", "211300", "city"),
      ("海南", "海南省", "460000", "province"),
      ("襄樊市", "襄樊市", "420600", "city"),
    ])
  func known(printed: String, region: String, code: String, level: String) {
    let found = MetadataFixture.title(printed + Self.outline)
    #expect(found.text(.region) == region)
    #expect(found.text(.regionCode) == code)
    #expect(found.text(.level) == level)
  }

  @Test(
    "counties and districts have their name and no code",
    arguments: [
      "鄂尔多斯市东胜区", "东胜区", "朝阳区", "北京市朝阳区", "上海市浦东新区", "武汉市青山区", "北京市石景山区", "北京市东城区", "昆山市",
      "江苏省苏州市昆山市", "共和县", "伊金霍洛旗", "鄂伦春自治旗", "积石山保安族东乡族撒拉族自治县", "某某市甲乙区",
    ])
  func counties(region: String) {
    let found = MetadataFixture.title(region + Self.outline)
    #expect(found.text(.region) == region)
    #expect(found.regionCode == nil)
    #expect(found.text(.level) == "county")
  }

  @Test(
    "words that end like a region are none",
    arguments: [
      "智慧城市建设方案", "城乡社区服务体系规划", "老旧小区改造计划", "全市水利规划", "我省水利规划", "新区发展规划", "推进企业上市行动方案",
      "京津冀地区水利规划", "生态保护区建设规划", "革命老区振兴方案", "县域商业发展规划", "各县水利规划",
    ])
  func noRegions(title: String) {
    let found = MetadataFixture.title(title)
    #expect(found.region == nil && found.regionCode == nil, "\(found.text(.region))")
  }

  @Test(
    "what follows a region does not become part of it",
    arguments: [
      ("合肥市老旧小区改造计划", "合肥市"), ("合肥市城乡社区服务规划", "合肥市"), ("合肥市区域协调发展规划", "合肥市"),
      ("江苏省县域商业发展规划", "江苏省"), ("河北省高寒山区发展规划", "河北省"), ("安徽省示范区建设方案", "安徽省"),
    ])
  func longerWords(title: String, region: String) {
    let found = MetadataFixture.title(title)
    #expect(found.text(.region) == region)
    #expect(found.regionCode != nil)
  }

  @Test(
    "a short form counts only where a region must stand",
    arguments: [
      ("上海2024年政府工作报告", "上海市"), ("乌鲁木齐“十四五”水利规划", "乌鲁木齐市"), ("黄山风景区保护规划", ""),
      ("大同世界建设规划", ""), ("中山陵园保护规划", ""),
    ])
  func shortForms(title: String, region: String) {
    #expect(MetadataFixture.title(title).text(.region) == region)
  }

  @Test("a short form that two regions share says nothing")
  func sharedShortForm() {
    #expect(MetadataFixture.title("吉林2024年政府工作报告").region == nil)
  }

  @Test("where the plan's title names no region, the notice and its sender do")
  func fromNotice() {
    let found = MetadataFixture.read(
      MetadataFixture.notice(
        title: "青岛市人民政府关于印发“十四五”水利发展规划的通知", body: "现将《“十四五”水利发展规划》印发给你们。",
        signed: ["青岛市人民政府", "2021年9月2日"], plan: "“十四五”水利发展规划"))
    #expect(found.text(.title) == "“十四五”水利发展规划")
    #expect(found.text(.region) == "青岛市")
    #expect(found.text(.regionCode) == "370200")
  }
}
