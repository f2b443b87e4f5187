import PlanDocument
import PlanOutline
import Testing

@Suite("Tables that a converter wrote out as text")
struct TextTableTests {
  private static let head = ["类别", "指标", "2020年", "2025年", "年均/累计", "属性"]
  /// In the form of a national plan's table: no serial column, categories over several rows,
  /// words and marks among the values.
  private static let rows = [
    ["经济发展", "1.国内生产总值（GDP）增长（%）", "2.3", "—", "合理区间、各年度视情提出", "预期性"],
    ["", "2.全员劳动生产率增长（%）", "2.5", "—", "高于GDP增长", "预期性"],
    ["", "3.常住人口城镇化率（%）", "60.6*", "65", "—", "预期性"],
    ["创新驱动", "4.每万人口高价值发明专利拥有量（件）", "6.3", "12", "—", "预期性"],
    ["绿色生态", "5.单位GDP能源消耗降低（%）", "—", "—", "〔13.5〕", "约束性"],
    ["安全保障", "6.粮食综合生产能力（亿吨）", "—", "＞6.5", "—", "约束性"],
  ]

  private func plan(_ table: String) -> String {
    "第一篇 总则\n\n第一章 目标\n\n到2025年，经济发展取得新成效。\n\n专栏1 主要指标\n\n\(table)\n\n注：〔 〕内为5年累计数。\n\n"
      + "第二章 展望\n\n展望2035年，基本实现现代化。\n"
  }

  private func cells(_ rows: [TableRow]) -> [[String]] {
    rows.map { $0.cells.map(\.text.string) }
  }

  private static let written: [String] = {
    let table = [head] + rows
    let cells = table.flatMap { $0.filter { !$0.isEmpty } }
    return [
      cells.joined(separator: "\n"),
      cells.joined(separator: "\n\n"),
      table.flatMap { $0 }.joined(separator: "\n\n"),
      table.map { $0.filter { !$0.isEmpty }.joined(separator: " ") }.joined(separator: "\n"),
      table.map { $0.joined(separator: "  ") }.joined(separator: "\n"),
      table.map { $0.joined(separator: "\t") }.joined(separator: "\n"),
    ]
  }()

  @Test(
    "without serial numbers: one cell a line, close, apart, or with empty lines for empty cells; one row a line with blanks, gaps, tabs",
    arguments: written)
  func withoutSerialNumbers(text: String) throws {
    let source = SourceText(plan(text))
    let outline = OutlineBuilder().outline(of: source)
    let table = try #require(outline.tables.first)
    #expect(outline.tables.count == 1)
    #expect(cells(table.header) == [Self.head])
    #expect(cells(table.rows) == Self.rows.map { $0.filter { !$0.isEmpty } })
    #expect(table.rows[1].cells.map(\.column) == [1, 2, 3, 4, 5])
    #expect(outline.divisions.map(\.label) == ["第一篇", "第一章", "专栏1", "第二章"])
    #expect(OutlineFixture.accountErrors(outline, of: source) == [])
  }

  @Test("一、… between rows is a row, not a heading; 单位：… above the head is part of the head")
  func sections() throws {
    let text = """
      表1 主要指标
      单位：见表
      指标 单位 2020年 2025年 年均增速（%） 属性
      一、经济发展
      地区生产总值 亿元 25115 36000 6.5左右 预期性
      人均地区生产总值 万元 6.3 9 — 预期性
      二、创新驱动
      研发经费投入强度 % 1.8 2.2 [0.4] 预期性
      森林覆盖率 % 42 43 — 约束性
      """
    let outline = OutlineFixture.outline("第一章 目标\n\n" + text + "\n\n第二章 展望\n\n文字。\n")
    let table = try #require(outline.tables.first)
    #expect(
      cells(table.header) == [["单位：见表"], ["指标", "单位", "2020年", "2025年", "年均增速（%）", "属性"]])
    #expect(table.rows.map(\.cells.count) == [1, 6, 6, 1, 6, 6])
    #expect(table.rows[0].cells[0].columnSpan == 6)
    #expect(outline.divisions.map(\.label) == ["第一章", "表1", "第二章"])
  }

  @Test("empty lines that stand for empty cells keep every cell in its column")
  func emptyCells() throws {
    let rows = [
      ["1", "河道治理工程", "新建", "", "甲区", "2021-2023", "5390"],
      ["2", "泵站改造工程", "改建", "改造泵站3座，新增流量10m³/秒。", "乙区", "2021", "60"],
      ["", "小  计", "", "2", "", "", "5450"],
      ["1", "管网工程", "新建", "", "各城区", "2021-2025", "800"],
      ["（1）", "管网工程（一期）", "新建", "建设管网20公里", "各城区", "2021-2022", "300"],
    ]
    let head = ["序号", "项目名称", "建设性质", "建设内容与规模", "建设地点", "起止年限", "总投资（万元）"]
    let text = "附表1 项目表\n\n" + ([head] + rows).flatMap { $0 }.joined(separator: "\n\n")
    let outline = OutlineFixture.outline("第一章 目标\n\n文字。\n\n" + text + "\n")
    let table = try #require(outline.tables.first)
    for (row, wanted) in zip(table.rows, rows) {
      var found = [String](repeating: "", count: head.count)
      for cell in row.cells { found[cell.column] = cell.text.string }
      #expect(found == wanted)
    }
    #expect(table.rows.count == rows.count)
  }

  @Test("a head that a new page repeats is a running head, the rows go on")
  func repeatedHead() throws {
    let head = "序号 指标 单位 2020年 2025年"
    let text =
      "表1 指标\n\(head)\n1 森林覆盖率 % 24 25\n2 绿地率 % 40 41\n\(head)\n3 湿地保护率 % 50 55\n4 造林面积 万亩 3 5\n"
    let source = SourceText(text)
    let outline = OutlineBuilder().outline(of: source)
    let table = try #require(outline.tables.first)
    #expect(table.rows.map { $0.cells[0].text.string } == ["1", "2", "3", "4"])
    #expect(outline.noise.contains { $0.reason == .runningHead && source.string($0.span) == head })
    #expect(OutlineFixture.accountErrors(outline, of: source) == [])
  }

  @Test("below a caption, cells that repeat row by row are a table without known heads")
  func rhythm() throws {
    let cells = [
      "城区类型", "城镇类型", "中心城区", "非中心城区", "重要地区", "大城市", "3～5", "2～3", "5～10", "中等城市", "2～3", "2～3",
      "3～5",
    ]
    let outline = OutlineFixture.outline(
      "一、标准\n\n文字。\n\n表5 设计重现期（年）\n\n" + cells.joined(separator: "\n\n") + "\n\n注：文字。\n")
    let table = try #require(outline.tables.first)
    #expect(table.columnCount == 4)
    #expect(
      self.cells(table.rows) == [["大城市", "3～5", "2～3", "5～10"], ["中等城市", "2～3", "2～3", "3～5"]])
    #expect(outline.passages.last?.text.string == "注：文字。")
  }

  @Test("below a caption, gaps that part all lines alike make a table")
  func gaps() throws {
    let outline = OutlineFixture.outline(
      "表 1 面积占比\n人口规模  弹性发展区占比\n1000万以上  一般不高于3%\n500万至1000万  一般不高于5%\n正文从这里开始。\n")
    let table = try #require(outline.tables.first)
    #expect(cells(table.rows) == [["1000万以上", "一般不高于3%"], ["500万至1000万", "一般不高于5%"]])
  }

  @Test("prose with the words of heads is no table, and text behind a table is not taken into it")
  func noTables() throws {
    let prose = "指标\n\n到2025年，主要指标达到全国平均水平。\n\n项目\n\n实施一批重大项目。\n"
    #expect(OutlineFixture.outline(prose).tables.isEmpty)
    let text = """
      序号

      名称

      时间

      1

      甲市

      2011年6月

      2

      乙市

      2013年10月

      经调研分析，潜在风险和短板主要表现在以下四方面：

      1．已有设施标准偏低。部分城市对照国家规范，排水系统设计、防涝标准与相关要求有较大差距，由于先天标准偏低，难以满足城市发展的需要，与群众期待也有差距。
      """
    let outline = OutlineFixture.outline("一、概况\n\n文字。\n\n表2 灾害情况\n\n" + text)
    let table = try #require(outline.tables.first)
    #expect(cells(table.rows) == [["1", "甲市", "2011年6月"], ["2", "乙市", "2013年10月"]])
    #expect(outline.passages.filter { $0.kind == .paragraph }.count == 3)
  }

  @Test("a table of five hundred rows is read whole, and one after another that fail take no time")
  func long() {
    let rows = (1...500).map { "\($0)\n指标\($0)\n%\n\($0 % 90)\n\($0 % 80)" }
    let text = "表1 指标\n序号\n指标名称\n单位\n2020年\n2025年\n" + rows.joined(separator: "\n")
    let outline = OutlineFixture.outline(text)
    #expect(outline.tables.first?.rows.count == 500)
    #expect(outline.tables.first?.rows.allSatisfy { $0.cells.count == 5 } == true)
    let heads = String(repeating: "指标\n单位\n2020年\n2025年\n属性\n", count: 100)
    #expect(OutlineFixture.outline(heads).tables.count < 100)
  }

  @Test("a name whose two lines stand above and below its row is whole")
  func splitNames() throws {
    let text = """
      表1 主要指标
      序号  指标  单位  2020年  2025年  属性
      1  森林覆盖率  %  24  25  约束性
      社区卫生、养老、教育、文化设施步行
      2  %  70  90  预期性
      十五分钟可达覆盖率
      3  湿地保护率  %  50  55  约束性
      """
    let source = SourceText("第一章 目标\n\n" + text + "\n\n第二章 展望\n\n文字。\n")
    let outline = OutlineBuilder().outline(of: source)
    let table = try #require(outline.tables.first)
    #expect(
      cells(table.rows) == [
        ["1", "森林覆盖率", "%", "24", "25", "约束性"],
        ["2", "社区卫生、养老、教育、文化设施步行十五分钟可达覆盖率", "%", "70", "90", "预期性"],
        ["3", "湿地保护率", "%", "50", "55", "约束性"],
      ])
    #expect(OutlineFixture.accountErrors(outline, of: source) == [])
  }

  @Test("serial numbers behind the category, categories in the lines of the rows")
  func categoryInFront() throws {
    let text = """
      表1 主要指标
      类别  序号  指标  单位  2020年  2025年  属性
      经济  1  地区生产总值  亿元  251  360  预期性
            2  研发经费投入强度  %  1.8  2.2  预期性
      生态  3  森林覆盖率  %  42  43  约束性
      """
    let table = try #require(
      OutlineFixture.outline("第一章 目标\n\n" + text + "\n\n第二章 展望\n\n文字。\n").tables.first)
    #expect(table.rows.map { $0.cells.count } == [7, 6, 7])
    #expect(table.rows[1].cells.map(\.column) == [1, 2, 3, 4, 5, 6])
    #expect(table.rows.map { $0.cells.last?.text.string } == ["预期性", "预期性", "约束性"])
  }
}
