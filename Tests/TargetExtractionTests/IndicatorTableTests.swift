import PlanDocument
import TargetExtraction
import Testing

@Suite("Indicator tables as plans print them")
struct IndicatorTableTests {
  @Test("of a national outline: years, 年均/累计 in one column, marks and words among the values")
  func national() {
    let found = TableFixture.claims(
      head: [["类别", "指标", "2020年", "2025年", "年均/累计", "属性"]],
      rows: [
        ["经济发展^2", "1.国内生产总值（GDP）增长（%）", "2.3", "—", "保持在合理区间、各年度视情提出", "预期性"],
        ["", "3.常住人口城镇化率（%）", "60.6*", "65", "—", "预期性"],
        ["创新驱动", "4.全社会研发经费投入增长（%）", "—", "—", "＞7、力争投入强度高于上一时期", "预期性"],
        ["民生福祉^2", "8.城镇调查失业率（%）", "5.2", "—", "＜5.5", "预期性"],
        ["", "9.劳动年龄人口平均受教育年限（年）", "10.8", "11.3", "—", "约束性"],
        ["绿色生态", "14.单位GDP能源消耗降低（%）①", "—", "—", "〔13.5〕", "约束性"],
        ["安全保障", "19.粮食综合生产能力（亿吨）", "—", "＞6.5", "—", "约束性"],
      ])
    #expect(
      found.map(TableFixture.dump) == [
        "国内生产总值（GDP）增长 = 保持在合理区间、各年度视情提出 % growth nil",
        "常住人口城镇化率 = 65 % level 2025",
        "全社会研发经费投入增长 > 7 % growth nil",
        "城镇调查失业率 < 5.5 % level nil",
        "劳动年龄人口平均受教育年限 = 11.3 年 level 2025",
        "单位GDP能源消耗降低 = 13.5 % growth 2021-2025",
        "粮食综合生产能力 > 6.5 亿吨 level 2025",
      ])
    #expect(found.map(\.baseline) == [2.3, 60.6, nil, 5.2, 10.8, nil, nil])
    #expect(found[0].rateBasis == .annualAverage && found[5].rateBasis == .cumulative)
    #expect(found.map(\.binding).suffix(3) == ["约束性", "约束性", "约束性"])
  }

  @Test("of a province: two rows of heads, 其中 rows, cumulative values in brackets, ranges, words")
  func provincial() {
    let found = TableFixture.claims(
      head: [
        ["“十四五”时期主要指标>8"],
        ["类别^2", "序号^2", "指标名称^2", "单位^2", "2020年^2", "规划目标>2", "", "指标属性^2"],
        ["", "", "", "", "", "2025年", "年均增速（%）[累计]", ""],
      ],
      rows: [
        ["经济^3", "1", "地区生产总值", "亿元", "25115", "36000", "6.5左右", "预期性"],
        ["", "2", "其中：数字经济核心产业增加值占比", "%", "7.8", "12", "[4.2]", "预期性"],
        ["", "3", "城镇新增就业", "万人", "[280]", "—", "[250]", "预期性"],
        ["生态^2", "4", "PM2.5平均浓度", "微克/立方米", "32", "完成国家下达目标", "—", "约束性"],
        ["", "5", "空气质量优良天数比率", "%", "89", "80—85", "", "约束性"],
      ])
    #expect(
      found.map(TableFixture.dump) == [
        "地区生产总值 = 36000 亿元 level 2025",
        "地区生产总值 ~ 6.5 % growth nil",
        "地区生产总值数字经济核心产业增加值占比 = 12 % level 2025",
        "地区生产总值数字经济核心产业增加值占比 = 4.2 % increase 2021-2025",
        "城镇新增就业 = 250 万人 increase 2021-2025",
        "PM2.5平均浓度 = 完成国家下达目标 微克/立方米 level 2025",
        "空气质量优良天数比率 range 80-85 % level 2025",
      ])
    #expect(found.map(\.baseline) == [25115, nil, 7.8, nil, 280, 32, 89])
  }

  @Test("with a name over several rows: the parts without a unit take it in front")
  func partsOfOneName() {
    let found = TableFixture.claims(
      head: [["指标>2", "", "2010年", "2015年", "年均增长（%）", "属性"]],
      rows: [
        ["国内生产总值（万亿元）>2", "", "39.8", "55.8", "7", "预期性"],
        ["主要污染物排放总量减少（%）^2", "化学需氧量", "", "", "[8]", "约束性^2"],
        ["", "氨氮", "", "", "[10]", ""],
        ["森林增长^2", "森林覆盖率（%）", "20.36", "21.66", "[1.3]", "约束性^2"],
        ["", "森林蓄积量（亿立方米）", "137", "143", "[6]", ""],
      ], title: "第十二个五年规划纲要")
    #expect(
      found.map(TableFixture.dump) == [
        "国内生产总值 = 55.8 万亿元 level 2015", "国内生产总值 = 7 % growth nil",
        "主要污染物排放总量减少化学需氧量 = 8 % growth 2011-2015",
        "主要污染物排放总量减少氨氮 = 10 % growth 2011-2015",
        "森林覆盖率 = 21.66 % level 2015", "森林覆盖率 = 1.3 % increase 2011-2015",
        "森林蓄积量 = 143 亿立方米 level 2015", "森林蓄积量 = 6 亿立方米 level 2011-2015",
      ])
    #expect(found.map(\.binding).suffix(6).allSatisfy { $0 == "约束性" })
  }

  @Test("where a row without values measures, the rows below it are its parts")
  func partsBelow() {
    let found = TableFixture.claims(
      head: [["指标", "2020年", "2025年", "属性"]],
      rows: [
        ["14.主要污染物排放总量减少（%）", "", "", "约束性"], ["化学需氧量", "—", "[8]", "约束性"],
        ["氨氮", "—", "[10]", "约束性"], ["15.森林覆盖率（%）", "40", "42", "约束性"],
      ])
    #expect(
      found.map(\.indicator) == ["主要污染物排放总量减少化学需氧量", "主要污染物排放总量减少氨氮", "森林覆盖率"])
    #expect(found.allSatisfy { $0.unit == "%" })
  }

  @Test("for two years give a record each; a head that a page repeats and sums give none")
  func twoYears() {
    let head = ["序号", "指标", "单位", "2020年", "2025年", "2035年", "属性"]
    let found = TableFixture.claims(
      head: [head],
      rows: [
        ["1", "森林覆盖率", "%", "42.5", "43", "45", "〔约束〕"], head,
        ["2", "公共图书馆", "个", "1,250", "约1.3千", "1500个左右", "【预期性】"],
        ["", "合计", "", "1", "2", "3", ""],
      ])
    #expect(
      found.map(TableFixture.dump) == [
        "森林覆盖率 = 43 % level 2025", "森林覆盖率 = 45 % level 2035", "公共图书馆 ~ 1.3 千个 level 2025",
        "公共图书馆 ~ 1500 个 level 2035",
      ])
    #expect(found.map(\.binding) == ["约束性", "约束性", "预期性", "预期性"])
    #expect(found.map(\.baseline) == [42.5, 42.5, 1250, 1250])
  }

  @Test("labelled base values go to the records with the same label only")
  func labelledBase() {
    let found = TableFixture.claims(
      head: [["指标", "2020年现状", "2025年目标"]],
      rows: [
        ["海绵城市面积比例（%）", "设区市≥25县级市≥20", "设区市≥55其他县城≥25"], ["管网监测率（%）", "12", "重点城市≥30"],
      ])
    #expect(
      found.map(TableFixture.dump) == [
        "设区市海绵城市面积比例 >= 55 % level 2025", "其他县城海绵城市面积比例 >= 25 % level 2025",
        "重点城市管网监测率 >= 30 % level 2025",
      ])
    #expect(found.map(\.baseline) == [25, nil, 12])
  }

  @Test("that look back give what was reached, not what had been planned")
  func review() {
    let found = TableFixture.claims(
      head: [["序号", "项目", "单位", "“十三五”规划目标", "“十三五”完成情况", "完成率"]],
      rows: [["1", "综合整治河道", "条", "350", "396", "113%"]])
    #expect(found.map(TableFixture.dump) == ["综合整治河道 = 396 条 level 2016-2020"])
    #expect(found.first?.kind == .actual)
  }

  @Test("take the unit of a note above the table, of a head, of names that all end with one")
  func units() {
    let noted = TableFixture.claims(
      head: [["单位：万吨>3"], ["指标", "2020年", "2025年"]], rows: [["粮食产量", "90", "100"]])
    #expect(noted.map(\.unit) == ["万吨"])
    let headed = TableFixture.claims(
      head: [["指标", "2020年", "2025年（%）"]], rows: [["绿地率", "40", "42"]])
    #expect(headed.map(\.unit) == ["%"])
    let named = TableFixture.claims(
      head: [["指标", "现状值", "目标值"]],
      rows: [["绿色建筑占比（%）", "60", "100"], ["绿地面积（平方米/人）", "14", "≥15"], ["平均等级（级别）", "2", "3"]])
    #expect(named.map(\.indicator) == ["绿色建筑占比", "绿地面积", "平均等级"])
    #expect(named.map(\.unit) == ["%", "平方米/人", "级别"])
  }

  @Test("attributes are known by what the cells say; a year ahead that is to be 完成 is a target")
  func contents() {
    let found = TableFixture.claims(
      head: [["指标", "类型", "2020年完成", "2025年计划完成"]],
      rows: [["森林覆盖率（%）", "约束性", "24", "25"], ["绿地率（%）", "预期性", "40", "42"]])
    #expect(
      found.map(TableFixture.dump) == ["森林覆盖率 = 25 % level 2025", "绿地率 = 42 % level 2025"])
    #expect(found.map(\.binding) == ["约束性", "预期性"])
    #expect(found.map(\.baseline) == [24, 40])
  }

  @Test("keep what nobody knows as written, without a base value and with little confidence")
  func unknown() {
    let found = TableFixture.claims(
      head: [["指标", "单位", "2020年", "2025年"]],
      rows: [["轨道交通", "怪单位", "1", "99999999999999999999999999999999"], ["能耗", "怪单位", "1", "9-3"]])
    #expect(found.map(\.unit) == ["怪单位", "怪单位"])
    #expect(found.allSatisfy { $0.valueBase == nil && $0.confidence < 0.95 })
    #expect(found[0].confidence < 0.5)
    #expect(found[1].value == 9 && found[1].valueMax == 3)
  }

  @Test("a row that says something and gives no record is reported with its line")
  func unread() {
    let rows = [
      ["森林覆盖率", "%", "24", "25"], ["湿地保护", "%", "50", String(repeating: "按国家要求执行", count: 9)],
    ]
    let warnings = TableFixture.warnings(head: [["指标", "单位", "2020年", "2025年"]], rows: rows)
    #expect(warnings == [.unreadRows(count: 1, of: 2, line: 10)])
    #expect(TableFixture.warnings(head: [["指标", "单位", "2020年", "2025年"]], rows: [rows[0]]) == [])
  }
}

@Suite("Tables of tasks and projects")
struct OtherTableTests {
  @Test("tasks are read as sentences, with the bodies that are responsible")
  func tasks() {
    let found = TableFixture.claims(
      head: [["序号", "重点任务", "主要内容", "责任单位"]],
      rows: [["1", "推进改革", "到2025年，建成示范区20个以上。", "省发展改革委、省财政厅"]])
    #expect(found.map(TableFixture.dump) == ["示范区 >= 20 个 level 2025"])
    #expect(found.first?.tableKind == .task)
    #expect(found.first?.responsible == ["省发展改革委", "省财政厅"])
  }

  @Test("projects give their investments, and only when they are asked for")
  func projects() {
    let head = [["序号", "项目名称", "建设性质", "建设年限", "总投资（亿元）", "“十四五”投资（亿元）"]]
    let rows = [
      ["1", "城际铁路", "新建", "2021-2025", "180.5", "150"], ["", "合计", "", "", "180.5", "150"],
    ]
    #expect(TableFixture.claims(head: head, rows: rows).isEmpty)
    let found = TableFixture.claims(head: head, rows: rows, includesProjects: true)
    #expect(
      found.map(TableFixture.dump) == [
        "城际铁路总投资 = 180.5 亿元 level nil", "城际铁路投资 = 150 亿元 level 2021-2025",
      ])
    #expect(found.allSatisfy { $0.tableKind == .project })
  }
}
