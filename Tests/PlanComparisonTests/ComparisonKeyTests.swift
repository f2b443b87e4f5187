import PlanComparison
import PlanDocument
import Testing

@Suite("Names as they are compared")
struct ComparisonKeyTests {
  private func key(_ name: String, _ unit: String = "%", change: String = "level") -> ComparisonKey
  {
    ComparisonKey(claim(name, 1, unit, change: change), region: "某某市东城区")
  }

  @Test(
    "different wordings of one indicator have one key",
    arguments: [
      ("研究与试验发展（R&D）经费投入占GDP比重", "研发经费投入占地区生产总值的比重"),
      ("非煤产业占规模以上工业增加值比重", "非煤产业占规上工业增加值比重"),
      ("服务业占地区生产总值比重", "服务业增加值占地区生产总值比重"), ("每千名老人养老床位数", "千名老人拥有养老床位数"),
      ("主要劳动年龄人口平均受教育年限", "劳动年龄人口平均受教育年限"), ("全市森林覆盖率", "森林覆盖率"),
      ("东城区森林覆盖率", "森林覆盖率"), ("城镇常住居民人均可支配收入", "城镇居民人均可支配收入"),
      ("地表水达到或好于Ⅲ类水体比例", "地表水达到或好于III类水体比例"), ("细颗粒物（PM2.5）平均浓度", "PM2.5浓度"),
      ("每万人口发明专利拥有量", "每万人发明专利拥有量"), ("改造老旧污水管网", "老旧污水管网改造"), ("原绒收储量", "原绒收储"),
      ("研发投入强度", "研究与试验发展经费投入占国内生产总值比重"), ("建成区绿地", "建成区绿地率"),
      ("全区各级各类学校共有在校学生、幼儿", "学生、幼儿人数"), ("年均空气质量优良天数", "空气质量优良天数"),
      ("装备制造业新引进项目", "装备制造项目"),
    ])
  func same(_ a: String, _ b: String) {
    #expect(key(a) == key(b), "\(key(a).name) \(key(b).name)")
  }

  @Test(
    "different indicators keep different keys",
    arguments: [
      ("城镇居民人均可支配收入", "农村居民人均可支配收入"), ("服务业增加值", "工业增加值"),
      ("服务事项实现“跑一次”", "服务事项实现“零跑腿”"), ("森林覆盖率", "绿化覆盖率"),
      ("每千人拥有执业（助理）医师数", "每千人拥有床位"), ("示范村", "改造提升乡村振兴示范村"),
      ("原绒收储量占全国原绒市场", "原绒交易市场交易量占全国市场"), ("研发经费投入占地区生产总值比重", "研发投入占主营业务收入比重"),
      ("发电量", "发电装机"), ("招收研究生", "毕业研究生"),
    ])
  func other(_ a: String, _ b: String) {
    #expect(key(a) != key(b))
  }

  @Test("a rate of change is told from the value itself")
  func rates() {
    #expect(key("地区生产总值增长率") == key("地区生产总值", change: "growth"))
    #expect(key("单位地区生产总值能源消耗降低率") == key("单位GDP能耗", change: "decrease"))
    #expect(key("工业增加值", "亿元") != key("工业增加值", change: "growth"))
  }

  @Test("names of nothing in particular stand for nothing")
  func generic() {
    #expect(!key("项目", "个").isSpecific)
    #expect(!key("总投资", "亿元").isSpecific)
    #expect(key("游客", "人次").isSpecific)
  }
}

@Suite("Keys of plans")
struct KeyGroupTests {
  @Test("names that are compared as one stand together, the most of them first")
  func groups() {
    let document = DocumentRecord(
      document: DocumentID("a"), path: "/a", metadata: PlanMetadata(), checksum: "",
      format: "text", encoding: nil, characters: 0, units: 0, passages: 0, targets: 0)
    let plan = CheckedPlan(
      document: document,
      targets: [
        claim("森林覆盖率", 1), claim("城镇登记失业率", 1), claim("全市森林覆盖率", 2), claim("森林覆盖率", 3),
      ])
    let groups = KeyGroup.groups(of: [plan])
    #expect(groups.map(\.key) == ["森林覆盖率", "城镇登记失业率"])
    #expect(groups[0].names == ["森林覆盖率", "全市森林覆盖率"])
    #expect(groups[0].claims == 3)
    #expect(groups[0].documents == 1)
  }
}
