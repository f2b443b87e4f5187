import PlanDocument
import TargetExtraction
import TestSupport
import Testing

@Suite("Claims of running text")
struct ClaimTests {
  @Test(
    "bounds stand before and behind the number; the one nearest to the unit wins",
    arguments: [
      ("覆盖率达到90%。", PlanTarget.Bound.exactly), ("覆盖率达到90%以上。", .atLeast),
      ("覆盖率不低于90%。", .atLeast), ("覆盖率超过90%。", .above), ("覆盖率约90%。", .about),
      ("失业率控制在5%以内。", .atMost), ("失业率不超过5%。", .atMost), ("失业率低于5%。", .below),
      ("覆盖率达到90%左右。", .about), ("建成企业30多个。", .above), ("浓度≤22微克/立方米。", .atMost),
      ("占比不低于工资总量的70%。", .atLeast), ("补助不超过项目总投资额的20%。", .atMost),
      ("平台企业首超1000家。", .above), ("覆盖率突破60%左右。", .about), ("引进企业3—5家。", .range),
    ])
  func bounds(sentence: String, bound: PlanTarget.Bound) {
    #expect(claims(in: sentence).map(\.bound) == [bound], "\(sentence)")
  }

  @Test(
    "numbers come in digits, full width, numerals, fractions and ranges",
    arguments: [
      ("产值达到1,250.5亿元。", 1250.5, nil as Double?, "亿元"), ("产值达到１２亿元。", 12, nil, "亿元"),
      ("产值突破千亿元。", 1000, nil, "亿元"), ("培训两万五千人次。", 25_000, nil, "人次"),
      ("合格率超过三分之二。", 2.0 / 3, nil, ""), ("转化率超过1/3。", 1.0 / 3, nil, ""),
      ("增速达到百分之五。", 5, nil, "%"), ("建设泵站3至5座。", 3, 5, "座"), ("产能1700-2000万吨。", 1700, 2000, "万吨"),
      ("产值增长5%-6%。", 5, 6, "%"), ("电价补贴3万元/人。", 3, nil, "万元/人"),
      ("事故死亡率降至1.5人/百亿元。", 1.5, nil, "人/百亿元"),
      ("装机达到5GW。", 5, nil, "GW"), ("绿地面积15.1平方米。", 15.1, nil, "平方米"), ("面积达到1万㎡。", 1, nil, "万㎡"),
      ("比重提高2.5个百分点。", 2.5, nil, "个百分点"), ("死亡率降到5‰以下。", 5, nil, "‰"),
    ])
  func numbers(sentence: String, value: Double, upper: Double?, unit: String) throws {
    let found = claims(in: sentence)
    let only = try #require(found.first, "\(sentence)")
    #expect(found.count == 1)
    #expect(abs((only.value ?? 0) - value) < 1e-9, "\(sentence)")
    #expect(only.valueMax == upper, "\(sentence)")
    #expect(only.unit == unit, "\(sentence)")
  }

  @Test(
    "what stands fast, defines a group or belongs to a word is counted as it is",
    arguments: [
      ("这3项技术相互独立。", nil as Double?), ("针对18个分区的特点，明确治理方式。", nil),
      ("支持营收50亿—100亿元企业做大做强。", nil), ("为市场主体减负15.9亿元。", 15.9), ("利润达到负2.2亿元。", -2.2),
      ("新建3处泵站。", 3),
    ])
  func others(sentence: String, value: Double?) {
    #expect(claims(in: sentence).map(\.value) == (value.map { [$0] } ?? []), "\(sentence)")
  }

  @Test("the number of an item is no part of a name", arguments: ["47．", "47.", "（3）", "12、"])
  func labels(label: String) {
    let found = claims(in: label + "全市森林覆盖率达到48%。")
    #expect(found.map(\.indicator) == ["全市森林覆盖率"])
    #expect(found.map(\.value) == [48])
  }

  @Test(
    "growth, additions and reductions are told from levels",
    arguments: [
      ("地区生产总值年均增长6%。", PlanTarget.Change.growth), ("投资增长率达到5%。", .growth),
      ("城镇新增就业5万人。", .increase), ("比重提高2个百分点。", .increase), ("能耗下降17%。", .decrease),
      ("累计化解政府债务近30亿元。", .decrease), ("覆盖率提高到95%。", .level), ("能耗降低到0.5吨标准煤。", .level),
      ("收入翻一番。", .growth), ("近视率每年降低1个百分点。", .decrease), ("面积增加至8平方公里。", .level),
    ])
  func changes(sentence: String, change: PlanTarget.Change) {
    #expect(claims(in: sentence).map(\.change) == [change], "\(sentence)")
  }

  @Test(
    "a time holds for the rest of its sentence, and until another replaces it",
    arguments: [
      ("到2025年，甲率达到5%，乙率达到6%。", ["2025", "2025"]),
      ("到2025年甲率达到5%，到2035年达到8%。", ["2025", "2035"]),
      ("“十四五”期间，累计培训5万人。", ["2021-2025"]), ("“十四五”期末，甲率达到5%。", ["2025"]),
      ("2021—2025年，新建学校5所。", ["2021-2025"]), ("到二〇三五年，甲率达到5%。", ["2035"]),
      ("到2025年，甲率达到5%。乙率达到6%。", ["2025", nil]), ("甲率比2020年下降5%。", [nil]),
      ("2025年前建成学校5所。", ["2025"]), ("甲产值5亿元（2019年）。", ["2019"]),
      ("五年累计接待游客30万人次。", ["2021-2025"]),
    ] as [(String, [String?])])
  func years(sentence: String, years: [String?]) {
    #expect(claims(in: sentence).map(\.year) == years, "\(sentence)")
  }

  @Test("the day on which something is finished is the time of its own clause")
  func doneTimes() {
    let found = claims(in: "一期15万千瓦项目2022年底前并网，二期20万千瓦2024年底前并网。")
    #expect(found.map(\.year) == ["2022", "2024"])
  }

  @Test("a time of an earlier sentence or a heading is inherited, never the year itself")
  func inheritedYears() {
    let found = claims(in: "到2025年，甲率达到5%。乙率达到6%。")
    #expect(found.map(\.year) == ["2025", nil])
    #expect(found.map(\.yearInherited) == [nil, "2025"])
    let report = claims(
      in: "产值增长5%。", title: "2024年政府工作报告", period: nil, under: "2023年工作回顾")
    #expect(report.map(\.yearInherited) == ["2023"])
    #expect(report.map(\.kind) == [.actual])
    #expect(claims(in: "乙率达到6%。").map(\.yearGuess) == ["2025"])
  }

  @Test(
    "yearly amounts are told from totals",
    arguments: [
      ("每年培训600人次。", [true]), ("年产丸剂40亿粒、片剂50亿片，产值达到10亿元。", [true, true, false]),
      ("年均引进项目不少于100个，引进投资保持在200亿元左右。", [true, true]), ("产能达到3万吨/年。", [true]),
      ("产值年均增长6%。", [false]), ("产值达到5亿元。", [false]),
    ] as [(String, [Bool])])
  func perYear(sentence: String, expected: [Bool]) {
    #expect(claims(in: sentence).map(\.isPerYear) == expected, "\(sentence)")
  }

  @Test("what the review says was reached, what the goals say is promised")
  func kinds() {
    #expect(claims(in: "覆盖率达到90%。", under: "“十三五”发展成就").map(\.kind) == [.actual])
    #expect(claims(in: "覆盖率达到90%。", under: "主要目标").map(\.kind) == [.target])
    #expect(claims(in: "到2025年，覆盖率达到90%。", under: "发展基础").map(\.kind) == [.target])
    #expect(claims(in: "截至2020年底，已建成学校30所。").map(\.kind) == [.actual])
    #expect(claims(in: "建设基础设施，覆盖率达到90%。", under: "基础设施建设").map(\.kind) == [.target])
  }

  @Test("values that 分别 gives have each its own subject")
  func respective() {
    let found = claims(in: "重点实验室和工程中心分别达到17家和36家。")
    #expect(found.map(\.indicator) == ["重点实验室", "工程中心"])
    #expect(found.map(\.value) == [17, 36])
    #expect(claims(in: "能耗、水耗分别下降13%、18%。").map(\.change) == [.decrease, .decrease])
  }

  @Test("the parts of a ratio are each a value of the same name; a clock is none")
  func ratios() {
    let found = claims(in: "三次产业比例由2:38:60调整为1:37:62。")
    #expect(found.map(\.value) == [2, 38, 60, 1, 37, 62])
    #expect(Set(found.map(\.indicator)) == ["三次产业比例"])
    #expect(claims(in: "会议于8:30开始。").isEmpty)
  }

  @Test("promises in words are pledges, apart from the numbers")
  func pledges() {
    let found = claims(in: "实现社区养老服务设施全覆盖，煤炭消费零增长，推进全覆盖的网络建设。")
    #expect(found.map(\.kind) == [.pledge, .pledge])
    #expect(found.map(\.indicator) == ["社区养老服务设施", "煤炭消费"])
    #expect(found.map(\.value) == [100, 0])
    #expect(found.map(\.unit) == ["%", "%"])
    #expect(claims(in: "实现社区养老服务设施全覆盖。", under: "发展成就").isEmpty)
  }

  @Test("a list carries its verb to each value")
  func lists() {
    let found = claims(in: "全年完成工业总产值800亿元、销售收入750亿元，建设泵站9座、停车场4座。")
    #expect(found.map(\.indicator) == ["工业总产值", "工业销售收入", "泵站", "停车场"])
  }

  @Test("strength, basis, reference and responsible bodies keep the words that gave them")
  func remarks() throws {
    let found = claims(in: "力争到2025年单位能耗比2020年下降13.5%。（区发展改革局、区统计局负责）")
    let only = try #require(found.first)
    #expect(only.modality == .strive)
    #expect(only.modalityText == "力争")
    #expect(only.referenceYear == "2020")
    #expect(only.responsible == ["区发展改革局", "区统计局"])
    let growth = try #require(claims(in: "产值年均增长6%。").first)
    #expect(growth.rateBasis == .annualAverage)
  }

  @Test("every claim leads back to its number in the source, over line ends and page numbers")
  func places() throws {
    let source = SourceText("旅游收入突破\n515 亿元，年均增长 4.5%。")
    var mended = MendedText(source.span(ofLine: 1), of: source)
    mended.append(source.span(ofLine: 2), of: source)
    var outline = Outline()
    outline.passages = [Passage(kind: .paragraph, text: mended, division: nil)]
    let found = TargetExtractor().targets(
      in: outline, source: source, document: DocumentID("d"), metadata: PlanMetadata())
    #expect(
      found.map { source.string(TextSpan($0.numberStart, $0.numberStart + 3)) } == ["515", "4.5"])
    let first = try #require(found.first)
    #expect(source.string(first.provenance.span) == "515 亿元")
    #expect(found.map(\.subjectBorrowed?.text) == [nil, "旅游收入"])
  }

  @Test("noise of every kind gives claims or none, and never a trap", arguments: 0..<300)
  func neverTraps(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let pieces = [
      "5", "2025年", "%", "亿元", "，", "、", "。", "（", "）", "《", "“", "”", "达到", "不低于", "十四五", "期间",
      "每",
      "分别", "和", "建成", "三", "百分之", "分之", "1/3", ":", "-", "—", "×", "≤", "以上", "个", "家", "占",
      "年均增长", "由",
      "提高到", "万", "千", "甲", "产值", "a", "\u{FF05}", " ",
    ]
    let text = (0..<Int.random(in: 1...40, using: &random))
      .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    for target in claims(in: text) {
      #expect(!target.text.isEmpty)
      #expect((0...1).contains(target.confidence))
      #expect(target.numberStart < text.utf8.count)
    }
  }

  @Test("a long text without any mark ends")
  func longSentence() {
    let found = claims(in: String(repeating: "规模达到5亿元以及工程12个和增长", count: 2_000))
    #expect(found.count >= 2_000)
  }
}

@Suite("Base units")
struct BaseUnitTests {
  @Test(
    "lead units as written back to one for comparison",
    arguments: [
      ("亿元", "元", 1e8), ("万人次", "人次", 1e4), ("%", "%", 1), ("％", "%", 1), ("公顷", "平方米", 1e4),
      ("万亩", "平方米", 1e8 / 15), ("GW", "千瓦", 1e6), ("万千瓦", "千瓦", 1e4), ("人/百亿元", "人/元", 1e-10),
      ("吨/年", "吨/年", 1), ("公里", "米", 1_000), ("个百分点", "个百分点", 1), ("亿美元", "美元", 1e8),
      ("μg/m3", "微克/立方米", 1), ("µg/m³", "微克/立方米", 1), ("立方米/小时", "立方米/小时", 1),
    ] as [(String, String, Double)])
  func units(written: String, name: String, factor: Double) throws {
    let unit = try #require(BaseUnit(written: written))
    #expect(unit.name == name)
    #expect(abs(unit.factor / factor - 1) < 1e-12)
  }

  @Test("a unit nobody knows has none", arguments: ["", "斛斗", "万斛斗", "/"])
  func unknown(written: String) {
    #expect(BaseUnit(written: written) == nil)
  }
}
