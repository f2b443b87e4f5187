import PlanDocument
import PlanOutline
import Testing

@Suite("Tables")
struct TableTests {
  private func rows(_ table: PlanTable) -> [[String]] {
    (table.header + table.rows).map { $0.cells.map(\.text.string) }
  }

  @Test("one cell a line, heads and cells broken over lines")
  func cellPerLine() throws {
    let text = """
      表3 主要指标

      序号

      类别

      指标

      2020年

      2025年

      目标值

      属性

      1

      综合

      发展

      常住人口城镇化率（%）

      60

      65

      预期性

      2

      全员劳动生产率

      （万元/人）

      12

      20

      预期性

      3

      安全

      粮食综合生产能力（万吨）

      待反馈

      ≥500

      约束性

      注：为预计数。
      """
    let outline = OutlineFixture.outline(text)
    let table = try #require(outline.tables.first)
    #expect(
      rows(table) == [
        ["序号", "类别", "指标", "2020年", "2025年目标值", "属性"],
        ["1", "综合发展", "常住人口城镇化率（%）", "60", "65", "预期性"],
        ["2", "全员劳动生产率（万元/人）", "12", "20", "预期性"],
        ["3", "安全", "粮食综合生产能力（万吨）", "待反馈", "≥500", "约束性"],
      ])
    #expect(table.rows[0].cells[1].rowSpan == 2)
    #expect(table.title.string == "主要指标")
    #expect(outline.divisions.first?.label == "表3")
    #expect(outline.passages.last?.text.string == "注：为预计数。")
  }

  @Test("a value that is the next serial number by chance begins no row")
  func chanceSerials() throws {
    let cells = [
      "序号", "市", "数量", "2021年", "1", "甲市", "2", "9", "2", "乙市", "3", "3", "3", "丙市", "4", "8",
    ]
    let table = try #require(OutlineFixture.outline(cells.joined(separator: "\n")).tables.first)
    #expect(table.rows.map { $0.cells.count } == [4, 4, 4])
    #expect(rows(table).last == ["3", "丙市", "4", "8"])
  }

  @Test("a line with tabs is a row, empty cells keep their column")
  func tabs() throws {
    let text = "表1 指标\n序号\t指标\t单位\t2025年\n1\t森林覆盖率\t%\t24.1\n2\t绿色矿山\t\t100\n文字。\n"
    let table = try #require(OutlineFixture.outline(text).tables.first)
    #expect(table.rows[1].cells.map(\.column) == [0, 1, 3])
    #expect(table.columnCount == 4)
  }

  @Test("each row is a passage, head rows count backwards from the body")
  func rowPassages() {
    let outline = OutlineFixture.outline("表1 指标\n序号\t指标\t2025年\n1\t甲\t5\n2\t乙\t6\n")
    let found = outline.passages.filter { $0.kind == .row }
    #expect(found.map(\.text.string) == ["序号 指标 2025年", "1 甲 5", "2 乙 6"])
    #expect(found.compactMap(\.row?.row) == [-1, 0, 1])
    #expect(found.allSatisfy { $0.division == 0 })
  }

  @Test("cells of markup become a table with its head")
  func markup() throws {
    var bytes: [UInt8] = []
    var blocks: [MarkupBlock] = []
    func add(_ text: String, _ role: MarkupBlock.Role) {
      let start = bytes.count
      bytes += Array(text.utf8)
      blocks.append(MarkupBlock(span: TextSpan(start, bytes.count), role: role))
      bytes.append(0x0A)
    }
    func cell(_ text: String, _ row: Int, _ column: Int, rows: Int = 1, columns: Int = 1) {
      add(
        text,
        .cell(
          TableCellPlace(
            table: 0, row: row, column: column, rowSpan: rows, columnSpan: columns)))
    }
    add("一、目标", .paragraph)
    add("表1 主要指标", .paragraph)
    cell("指标", 0, 0, rows: 2)
    cell("数值", 0, 1, columns: 2)
    cell("2020年", 1, 1)
    cell("2025年", 1, 2)
    cell("绿化\n覆盖率", 2, 0)
    cell("40", 2, 1)
    cell("43", 2, 2)
    add("文字。", .paragraph)
    let outline = OutlineBuilder().outline(of: SourceText(bytes: bytes, blocks: blocks))
    let table = try #require(outline.tables.first)
    #expect(table.header.count == 2)
    #expect(rows(table) == [["指标", "数值"], ["2020年", "2025年"], ["绿化覆盖率", "40", "43"]])
    #expect(outline.divisions.map(\.level) == [.chapter, .table])
    #expect(outline.passages.last?.text.string == "文字。")
  }
}
