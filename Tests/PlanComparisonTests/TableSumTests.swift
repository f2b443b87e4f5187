import PlanComparison
import PlanDocument
import Testing

@Suite("Totals of tables")
struct TableSumTests {
  /// A table of rows with a bar between their cells; `~` is a cell that the one before reaches over.
  private func sums(_ rows: [String], heads: Int = 1, title: String = "") -> TableSums {
    let source = SourceText(([title] + rows).joined(separator: "\n"))
    var outline = Outline()
    var start = title.utf8.count + 1
    var found: [TableRow] = []
    for (index, row) in rows.enumerated() {
      var cells: [TableCell] = []
      var place = start
      for (column, text) in row.split(separator: "|", omittingEmptySubsequences: false).enumerated()
      {
        let span = TextSpan(place, place + text.utf8.count)
        place = span.end + 1
        if text == "~", !cells.isEmpty {
          cells[cells.count - 1].columnSpan += 1
        } else if !text.isEmpty {
          cells.append(TableCell(text: MendedText(span, of: source), column: column))
        }
      }
      found.append(TableRow(cells: cells))
      outline.passages.append(
        Passage(
          kind: .row, text: MendedText(TextSpan(start, start + row.utf8.count), of: source),
          division: nil, row: TableRowPlace(table: 0, row: index - heads)))
      start += row.utf8.count + 1
    }
    outline.tables = [
      PlanTable(
        title: MendedText(TextSpan(0, title.utf8.count), of: source), division: nil,
        header: Array(found[..<heads]), rows: Array(found[heads...]),
        columnCount: rows.map { $0.split(separator: "|", omittingEmptySubsequences: false).count }
          .max() ?? 1,
        span: TextSpan(0, start - 1))
    ]
    return TableSums(outline, source: source, document: DocumentID("a"))
  }

  private func verdicts(_ sums: TableSums) -> [Verdict] {
    PlanCheck().verdicts(within: checkedPlan("a", [], tables: sums))
  }

  private static let towns = [
    "序号|地区|面积（亩）|投资（万元）", "1|甲镇|30|1200", "2|乙镇|40|800", "3|丙镇|50|1,000", "合计||120|3000",
  ]

  @Test("rows that add up are counted, and nothing is said of them")
  func right() {
    let found = sums(Self.towns)
    #expect((found.tables, found.agreeing, found.faultCount) == (1, 2, 0))
    #expect(verdicts(found).isEmpty)
  }

  @Test("a total that its rows do not add up to is a conflict, with the places of both")
  func wrong() {
    var rows = Self.towns
    rows[4] = "合计||120|3100"
    let found = sums(rows, title: "附表")
    #expect((found.agreeing, found.faultCount) == (1, 1))
    let verdict = verdicts(found).first
    #expect(verdict?.status == .conflict)
    #expect(verdict?.key == "投资")
    #expect(verdict?.difference == -100)
    #expect(verdict?.reason == .tableSum(3000, of: 3, from: "甲镇", to: "丙镇", isColumns: false))
    #expect(verdict?.a?.text == "3100")
    #expect(verdict?.a?.unit == "万元")
    #expect(verdict?.a?.line == 6)
    #expect(verdict?.a?.sentence == "合计||120|3100")
    #expect(verdict?.b?.text == "1,000")
    #expect(verdict?.b?.line == 5)
    #expect(verdict?.b?.indicator == "投资（丙镇）")
  }

  @Test("a total may stand in front of its parts")
  func leading() {
    let rows = ["地区|面积|投资", "全区|120|3000", "甲镇|30|1200", "乙镇|40|800", "丙镇|50|1000"]
    #expect(sums(rows).agreeing == 2)
    var wrong = rows
    wrong[1] = "全区|120|3300"
    #expect(sums(wrong).faultCount == 1)
    let groups = [
      "地区|投资", "合计|100", "农业小计|60", "甲|20", "乙|40", "工业小计|40", "丙|15", "丁|25",
    ]
    #expect(sums(groups).agreeing == 3)
  }

  private static let groups = [
    "序号|项目|投资（万元）", "一、道路|~|~", "1|甲|20", "2|乙|40", "小 计||60", "二、管网|~|~", "1|丙|15", "2|丁|25",
    "3|戊|/", "小 计||40", "合 计||100",
  ]

  @Test("each 小计 holds the rows since the last, 合计 the 小计")
  func levels() {
    #expect(sums(Self.groups).agreeing == 3)
    var rows = Self.groups
    rows[10] = "合 计||110"
    #expect(
      verdicts(sums(rows)).map(\.reason) == [
        .tableSum(100, of: 2, from: "小计", to: "小计", isColumns: false)
      ])
    rows = Self.groups
    rows[4] = "小 计||63"
    // The total is that of all rows: only the 小计 is wrong.
    #expect((sums(rows).agreeing, sums(rows).faultCount) == (2, 1))
  }

  @Test(
    "where the parts are not evidently all, nothing is said",
    arguments: [
      // An empty cell; words in a cell; a bound.
      ["序号|地区|投资", "1|甲|12", "2|乙|", "3|丙|10", "合计||31"],
      ["序号|地区|投资", "1|甲|12", "2|乙|待定", "3|丙|10", "合计||31"],
      ["序号|地区|投资", "1|甲|12", "2|乙|8以上", "3|丙|10", "合计||31"],
      // A row is missing.
      ["序号|地区|投资", "1|甲|12", "3|丙|10", "合计||24"],
      // A 小计 is missing.
      ["项目|投资", "道路|", "甲|20", "乙|40", "管网|", "丙|15", "丁|25", "小计|45", "合计|104"],
      // Other units.
      ["地区|单位|数量", "甲|个|12", "乙|亩|10", "合计|个|23"],
      // Rates, averages, numbers of rows.
      ["地区|森林覆盖率（%）", "甲|12", "乙|13", "合计|24"],
      ["地区|亩均产值", "甲|12", "乙|13", "合计|24"],
      // Parts of parts, nobody knows which.
      ["地区|人口", "甲|120", "其中：乙|40", "丙|50", "合计|180"],
      ["地区|人口|户数", "甲|120|50", "甲一|60|30", "甲二|60|20", "乙|50|20", "合计|175|75"],
      // No total of a row.
      ["指标|2020年|2025年", "用水总量|12|14", "农业用水|5|6", "工业用水|5|6"],
    ])
  func unsure(rows: [String]) {
    #expect(sums(rows).faultCount == 0, "\(rows)")
  }

  @Test("what 其中 names is no part of the total, nor is what is numbered more deeply")
  func among() {
    let rows = ["序号|地区|人口", "1|甲|120", "|其中：城镇|40", "2|乙|50", "合计||170"]
    #expect(sums(rows).agreeing == 1)
    var wrong = rows
    wrong[4] = "合计||180"
    #expect(verdicts(sums(wrong)).map(\.difference) == [-10])
    let deep = ["序号|项目|投资", "1|甲|100", "（1）|甲一|60", "（2）|甲二|40", "2|乙|50", "合计||150"]
    #expect(sums(deep).agreeing == 2)
    #expect(sums(deep[..<2] + ["（1）|甲一|62"] + deep[3...]).faultCount == 1)
  }

  @Test("a difference within the rounding of the parts is none, but things are counted one by one")
  func rounding() {
    let area = ["序号|地区|面积（万亩）", "1|甲|3.3", "2|乙|3.3", "3|丙|3.3"]
    #expect(sums(area + ["合计||10.0"]).agreeing == 1)
    #expect(sums(area + ["合计||10.3"]).faultCount == 1)
    let houses = ["序号|地区|住房（套）", "1|甲|33", "2|乙|33", "3|丙|33"]
    #expect(sums(houses + ["合计||100"]).faultCount == 1)
    let money = ["序号|地区|投资（万元）", "1|甲|33", "2|乙|33", "3|丙|33"]
    #expect(sums(money + ["合计||100"]).agreeing == 1)
  }

  @Test("shares of one whole are 100 % together")
  func shares() {
    let rows = ["序号|用地|比例（%）", "1|甲|40", "2|乙|35", "3|丙|22", "合计||100"]
    #expect(sums(rows).faultCount == 1)
    #expect(sums(rows[..<3] + ["3|丙|25", "合计||100"]).agreeing == 1)
  }

  @Test(
    "a column of totals is held against the columns of its group, as far as most rows confirm it")
  func columns() {
    let rows = [
      "地区|投资|~|~|面积", "|合计|中央|地方|", "甲|30|10|20|7", "乙|50|20|30|8", "丙|70|30|40|9", "丁|90|40|50|9",
    ]
    #expect(sums(rows, heads: 2).agreeing == 4)
    let wrong = rows[..<4] + ["丙|75|30|40|9"] + rows[5...]
    let found = sums(Array(wrong), heads: 2)
    #expect(
      verdicts(found).map(\.reason) == [
        .tableSum(70, of: 2, from: "投资中央", to: "投资地方", isColumns: true)
      ])
    // Trailing, without a group.
    let years = ["地区|2021年|2022年|2023年|合计", "甲|1|2|3|6", "乙|2|3|4|9", "丙|3|4|5|12", "丁|4|5|6|18"]
    #expect((sums(years).agreeing, sums(years).faultCount) == (3, 1))
    // Hardly a row adds up: the columns are others.
    let other = ["地区|合计|面积|人口", "甲|9|2|3", "乙|5|2|3", "丙|12|4|5"]
    #expect(sums(other).faultCount == 0)
  }
}
