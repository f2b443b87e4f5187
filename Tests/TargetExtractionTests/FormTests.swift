import PlanDocument
import TargetExtraction
import Testing

/// Every form that plans write numbers, bounds, changes and times in, one by one.
@Suite("Forms of claims")
struct FormTests {
  @Test(
    "numbers in words, multiples and scientific units",
    arguments: [
      ("五成以上企业完成改造。", 5, nil as Double?, "成"), ("产量达到五成。", 5, nil, "成"),
      ("合格率达到三分之二。", 2.0 / 3, nil, ""), ("半数以上企业开展研发。", 0.5, nil, ""),
      ("收入翻一番。", 1, nil, "番"), ("收入翻了两番。", 2, nil, "番"), ("产量增长一倍。", 1, nil, "倍"),
      ("投资增长1.5倍。", 1.5, nil, "倍"), ("产值增长百分之五到六。", 5, 6, "%"), ("产值增长百分之五点五。", 5.5, nil, "%"),
      ("建设基地五六个。", 5, 6, "个"), ("建设基地三四十个。", 30, 40, "个"), ("培训两万五千人次。", 25_000, nil, "人次"),
      ("粮食产量达到四亿六千五百万吨。", 46_500, nil, "万吨"), ("投资达到五万七千六百亿元。", 57_600, nil, "亿元"),
      ("发电装机达到三千七百八十万千瓦。", 3_780, nil, "万千瓦"), ("投资1亿3000万元。", 13_000, nil, "万元"),
      ("煤炭产能1700至2000万吨。", 1_700, 2_000, "万吨"), ("引进资金5000万~1亿元。", 0.5, 1, "亿元"),
      ("建设泵站2个到3个。", 2, 3, "个"), ("比重提高2.5个百分点。", 2.5, nil, "个百分点"),
      ("人口自然增长率控制在6‰以内。", 6, nil, "‰"), ("死亡率降到千分之五。", 5, nil, "‰"),
      ("新能源装机达到5GW。", 5, nil, "GW"), ("电压等级达到220千伏。", 220, nil, "千伏"),
      ("能耗降到0.5吨标准煤。", 0.5, nil, "吨标准煤"), ("污水处理能力达到5万m3/d。", 5, nil, "万m3/d"),
      ("PM2.5浓度降至35μg/m3。", 35, nil, "μg/m3"), ("事故死亡率降至1.5人/百亿元。", 1.5, nil, "人/百亿元"),
      ("发明专利拥有量达到12件/万人。", 12, nil, "件/万人"), ("补贴标准提高到2万元/人。", 2, nil, "万元/人"),
      ("孕产妇死亡率降到12/10万。", 12, nil, "/10万"), ("算力规模达到4.8万P。", 4.8, nil, "万P"),
      ("产值突破万亿元。", 1, nil, "万亿元"), ("产值突破千亿元。", 1_000, nil, "亿元"),
      ("产值达到1,250,000万元。", 1_250_000, nil, "万元"), ("产值达到１２．５亿元。", 12.5, nil, "亿元"),
      ("财政收入增长-2.2%。", -2.2, nil, "%"), ("用水有效利用系数提高到0.53。", 0.53, nil, ""),
      ("人均预期寿命提高到80岁。", 80, nil, "岁"), ("城乡收入比缩小到2.1。", 2.1, nil, ""),
    ])
  func numbers(sentence: String, value: Double, upper: Double?, unit: String) throws {
    let found = claims(in: sentence).filter { $0.kind != .pledge }
    let only = try #require(found.first, "\(sentence)")
    #expect(found.count == 1, "\(sentence)")
    #expect(
      abs((only.value ?? .nan) - value) < 1e-9, "\(sentence) \(String(describing: only.value))")
    #expect(only.valueMax == upper, "\(sentence)")
    #expect(only.unit == unit, "\(sentence)")
  }

  @Test(
    "bounds in every wording",
    arguments: [
      ("覆盖率达到90%以上。", PlanTarget.Bound.atLeast), ("覆盖率达到90%以下。", .atMost),
      ("失业率控制在5%以内。", .atMost), ("覆盖率不低于90%。", .atLeast), ("学校不少于5所。", .atLeast),
      ("覆盖率至少90%。", .atLeast), ("产值超过5亿元。", .above), ("产值突破5亿元。", .above),
      ("占比高于5%。", .above), ("失业率低于5%。", .below), ("失业率不超过5%。", .atMost),
      ("覆盖率不低于90%左右。", .about), ("产值约5亿元。", .about), ("产值近5亿元。", .about),
      ("覆盖率力争达到90%。", .exactly), ("培训5万余人次。", .above), ("建成企业30多家。", .above),
      ("浓度≤22微克/立方米。", .atMost), ("覆盖率≥90%。", .atLeast), ("浓度＜22微克/立方米。", .below),
      ("覆盖率＞90%。", .above), ("误差±5%。", .about), ("产值逾5亿元。", .above), ("产值5亿元上下。", .about),
      ("投资不足5亿元。", .below), ("企业最多5家。", .atMost),
    ])
  func bounds(sentence: String, bound: PlanTarget.Bound) {
    #expect(claims(in: sentence).map(\.bound) == [bound], "\(sentence)")
  }

  @Test(
    "changes: to a value, by a value, against a year",
    arguments: [
      ("覆盖率由60%提高到90%。", [PlanTarget.Change.level, .level]), ("产量比2020年增加5万吨。", [.increase]),
      ("投资较上年增长5%。", [.growth]), ("能耗降低到0.5吨标准煤。", [.level]), ("能耗降低5%。", [.decrease]),
      ("产能压减5万吨。", [.decrease]), ("12种主要污染物排放总量比2000年削减5%以上。", [.decrease]),
      ("失业率下降到5%。", [.level]), ("增速高于全国0.3个百分点。", [.increase]),
      ("城镇新增就业5万人。", [.increase]), ("增加吞吐能力500万吨。", [.increase]), ("新建学校5所。", [.level]),
      ("面积增加至8平方公里。", [.level]), ("学位净增2万个。", [.increase]),
    ])
  func changes(sentence: String, changes: [PlanTarget.Change]) {
    #expect(claims(in: sentence).map(\.change) == changes, "\(sentence)")
  }

  @Test(
    "times in every wording",
    arguments: [
      ("到2025年，覆盖率达到90%。", "2025"), ("2025年前建成学校5所。", "2025"), ("2030年以前建成学校5所。", "2030"),
      ("“十四五”期末，覆盖率达到90%。", "2025"), ("“八五”期间，产值年均增长百分之五。", "1991-1995"),
      ("“十四五”时期，建成学校5所。", "2021-2025"), ("五年累计建成学校5所。", "2021-2025"),
      ("到本世纪中叶，覆盖率达到90%。", "2050"), ("二〇二五年，覆盖率达到90%。", "2025"),
      ("到二○○○年，产值达到5亿元。", "2000"), ("2025年6月底前建成学校5所。", "2025"), ("2025年底，6月底前建成学校5所。", "2025"),
      ("每年建成学校5所。", nil), ("产值年均增长5%。", nil), ("10月20日前建成学校5所。", nil),
    ] as [(String, String?)])
  func times(sentence: String, year: String?) {
    #expect(claims(in: sentence).map(\.year) == [year], "\(sentence)")
  }

  @Test("a report's own words for years are counted from its title")
  func reportYears() {
    func year(_ sentence: String) -> [String?] {
      claims(in: sentence, title: "2024年政府工作报告", period: nil).map(\.year)
    }
    #expect(year("今年新建学校5所。") == ["2024"])
    #expect(year("去年新建学校5所。") == ["2023"])
  }

  @Test("a line that is a title without number tells what follows")
  func partTitles() {
    let found = claims(in: "2023年工作回顾\n产值增长5%。\n2024年重点工作\n产值增长6%。", period: nil)
    #expect(found.map(\.kind) == [.actual, .target])
    #expect(found.map(\.yearInherited) == ["2023", "2024"])
  }

  @Test("a paragraph under a title of both tells by its own beginning")
  func looks() {
    let title = "“十三五”时期发展成就和“十四五”时期主要目标任务"
    func kinds(_ text: String) -> [PlanTarget.Kind] {
      claims(in: text, period: nil, under: title).map(\.kind)
    }
    #expect(kinds("过去五年，各项事业取得成就。产值增加到5亿元。") == [.actual])
    #expect(kinds("今后五年，各项事业更上一层楼。产值增加到5亿元。") == [.target])
  }

  @Test("strength, basis, comparison, benchmark and bodies")
  func remarks() throws {
    func only(_ sentence: String) throws -> PlanTarget { try #require(claims(in: sentence).first) }
    #expect(try only("确保覆盖率达到90%。").modality == .ensure)
    #expect(try only("力争覆盖率达到90%。").modality == .strive)
    #expect(try only("预计覆盖率达到90%。").modality == .expect)
    #expect(try only("原则上每县建成2所学校。").modality == .may)
    #expect(try only("产值年均增长5%。").rateBasis == .annualAverage)
    #expect(try only("产值累计增长5%。").rateBasis == .cumulative)
    #expect(try only("产值比上年增长5%。").rateBasis == .yearOnYear)
    #expect(try only("能耗比2020年下降18%。").referenceYear == "2020")
    #expect(
      try only("农村居民收入增速高于全国平均水平0.5个百分点。").benchmark
        == "全国平均水平")
    #expect(try only("建成学校5所。（省教育厅牵头，省财政厅配合）").responsible == ["省教育厅", "省财政厅"])
  }

  @Test(
    "promises without a number",
    arguments: [
      ("实现社区养老服务全覆盖。", 100 as Double?), ("煤炭消费零增长。", 0), ("实现低保对象动态清零。", 0), ("居民收入实现翻番。", 1),
      ("主要污染物减排完成上级下达任务。", nil), ("居民收入增速高于全国平均水平。", nil),
    ])
  func pledges(sentence: String, value: Double?) {
    let found = claims(in: sentence)
    #expect(found.map(\.kind) == [.pledge], "\(sentence)")
    #expect(found.map(\.value) == [value], "\(sentence)")
  }

  @Test(
    "names: shared by 分别, cut before what is said further, whole where verbs only look like it",
    arguments: [
      ("城镇、农村常住居民人均可支配收入分别增长5%、6%。", ["城镇常住居民人均可支配收入", "农村常住居民人均可支配收入"]),
      ("制造业、普惠小微贷款余额分别增长5%、6%。", ["制造业贷款余额", "普惠小微贷款余额"]),
      ("住宿业、餐饮业营业额分别增长5%、6%。", ["住宿业营业额", "餐饮业营业额"]),
      ("存贷款余额分别达到2亿元、3亿元。", ["存款余额", "贷款余额"]),
      ("发明专利授权量和有效注册商标量分别达到5件和6件。", ["发明专利授权量", "有效注册商标量"]),
      ("粮食产量838亿斤、再创历史新高。", ["粮食产量"]), ("生产总值连跨两个万亿元台阶，年均增长6%。", ["生产总值"]),
      ("进出口总额增长5%、居全国第3位。", ["进出口总额"]), ("出口逆势增长5%。", ["出口"]),
      ("新建、改造高标准农田20万亩。", ["高标准农田"]), ("完成并购重组5起。", ["并购重组"]), ("完成基本建设投资5亿元。", ["基本建设投资"]),
      ("实施10亿元以上重大产业项目5个。", ["10亿元以上重大产业项目"]), ("实施科技攻坚计划项目5项。", ["科技攻坚计划项目"]),
      ("实施稳经济30项举措。", ["稳经济举措"]), ("按2020年价格计算的生产总值增长5%。", ["生产总值"]),
      (
        "城镇居民收入达到5万元，农村居民收入达到3万元，扣除价格因素，分别增长5%和6%。",
        ["城镇居民收入", "农村居民收入", "城镇居民收入", "农村居民收入"]
      ), ("地区生产总值迈上3万亿元新台阶、增长5%。", ["地区生产总值", "地区生产总值"]),
      ("主要预期目标:全省生产总值增长5%。", ["全省生产总值"]), ("小学、初中毕业生升学率分别达到97%和40%。", ["小学毕业生升学率", "初中毕业生升学率"]),
      ("计划生育事业经费人均达到10元。", ["计划生育事业经费人均"]), ("登记技术合同2万项，成交额5亿元。", ["登记技术合同", "登记技术合同成交额"]),
      ("实现50万贫困人口搬迁。", ["贫困人口搬迁"]),
      ("第一、二、三产业比重分别为1%、2%和3%。", ["第一产业比重", "第二产业比重", "第三产业比重"]), ("固定资产投资率调控在35%左右。", ["固定资产投资率"]),
      ("建设20个国家级、19个省级重点县。", ["国家级重点县", "省级重点县"]),
      ("粮食种植、收获机械化率分别达到5%、6%。", ["粮食种植机械化率", "收获机械化率"]),
      ("用于食品的比重，由5%下降到4%；用于住房的比重，由6%上升到7%。", ["用于食品的比重", "用于食品的比重", "用于住房的比重", "用于住房的比重"]),
      ("生产总值增长5%，总量6亿元。", ["生产总值", "生产总值总量"]), ("粮食产量连续五年稳定在5亿吨以上。", ["粮食产量"]),
      ("现有易涝点300处，完成整治200处。", ["易涝点", "整治易涝点"]), ("地区生产总值增长5%，固定资产投资增长6%。", ["地区生产总值", "固定资产投资"]),
    ])
  func names(sentence: String, names: [String]) {
    #expect(claims(in: sentence).map(\.indicator) == names, "\(sentence)")
  }

  @Test(
    "numbers that are none",
    arguments: [
      "第三次会议通过第5号决议。", "建设5G基站和3A级景区。", "依据国发〔2021〕12号文件。", "联系电话010-12345678。",
      "65岁以上老年人免费乘车。", "围绕5个方面开展工作。", "数据分为两类。", "数十家企业参与。", "红十字会参与救助。",
      "主要内容包括5部分。", "开展二十四节气研究。", "7.3本预案自印发之日起施行。", "实施10亿元以上项目。", "建设20万吨级泊位。", "培育百亿元级产业集群。",
      "打造15分钟生活圈。",
      "“十四五”规划《方案》（2021）提出“5个一”工程。",
    ])
  func nothing(sentence: String) {
    #expect(claims(in: sentence).map(\.text) == [], "\(sentence)")
  }
}
