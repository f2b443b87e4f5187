import PlanDocument
import TargetExtraction
import Testing

/// The claims of a table whose cells are given row by row, the head first.
private func claims(
  head: [[String]], rows: [[String]], title: String = "第十四个五年规划纲要"
) -> [PlanTarget] {
  let source = SourceText((head + rows).map { $0.joined(separator: "\t") }.joined(separator: "\n"))
  var start = 0
  func row(_ texts: [String]) -> TableRow {
    var cells: [TableCell] = []
    for (column, text) in texts.enumerated() {
      let span = TextSpan(start, start + text.utf8.count)
      start = span.end + 1
      if !text.isEmpty {
        cells.append(TableCell(text: MendedText(span, of: source), column: column))
      }
    }
    return TableRow(cells: cells)
  }
  let header = head.map(row)
  let body = rows.map(row)
  var outline = Outline()
  outline.tables = [
    PlanTable(
      title: MendedText(), division: nil, header: header, rows: body,
      columnCount: head.first?.count ?? 0, span: TextSpan(0, source.bytes.count))
  ]
  var metadata = PlanMetadata()
  metadata.title = PlanMetadata.Found(title)
  return TargetExtractor().targets(
    in: outline, source: source, document: DocumentID("d"), metadata: metadata)
}

@Suite("Claims of indicator tables")
struct TableTests {
  @Test("give name, unit, baseline, target and attribute by the words of the head")
  func columns() throws {
    let found = claims(
      head: [["序号", "指标名称", "单位", "2020年", "2025年目标值", "指标属性"]],
      rows: [
        ["1", "森林覆盖率", "%", "32.3", "32.5", "约束性"], ["2", "单位能耗降低率", "%", "-", "完成上级任务", "预期性"],
      ])
    #expect(found.map(\.indicator) == ["森林覆盖率", "单位能耗降低率"])
    #expect(found.map(\.value) == [32.5, nil])
    #expect(found.map(\.text) == ["32.5", "完成上级任务"])
    #expect(found.map(\.baseline) == [32.3, nil])
    #expect(found.map(\.baselineYear) == ["2020", nil])
    #expect(found.map(\.binding) == ["约束性", "预期性"])
    #expect(found.map(\.change) == [.level, .growth])
    #expect(found.allSatisfy { $0.year == "2025" && $0.unit == "%" && $0.kind == .target })
  }

  @Test("take the unit from the name, and a second target column as records of its own")
  func twoTargets() {
    let found = claims(
      head: [["类别", "指标（单位）", "2020年", "2023年", "2025年", "属性"]],
      rows: [
        ["生态", "绿色矿山比例（%）", "65.6", "85", "100", "约束性"],
        ["生态", "新增治理面积（平方公里）", "—", "〔60〕", "〔120〕", "预期性"],
      ])
    #expect(found.map(\.indicator) == ["绿色矿山比例", "绿色矿山比例", "新增治理面积", "新增治理面积"])
    #expect(found.map(\.year) == ["2023", "2025", "2023", "2025"])
    #expect(found.map(\.value) == [85, 100, 60, 120])
    #expect(found.map(\.unit) == ["%", "%", "平方公里", "平方公里"])
    #expect(found.map(\.baseline) == [65.6, 65.6, nil, nil])
    #expect(found.map(\.rateBasis) == [nil, nil, .cumulative, .cumulative])
  }

  @Test("give a cell of labelled values a record each")
  func labels() {
    let found = claims(
      head: [["序号", "主要指标", "2020年现状", "2025年目标", "指标属性"]],
      rows: [["6", "管网智能化监测率（%）", "——", "重点城市≥30一般城市≥15", "预期性"]])
    #expect(found.map(\.indicator) == ["重点城市管网智能化监测率", "一般城市管网智能化监测率"])
    #expect(found.map(\.value) == [30, 15])
    #expect(found.map(\.bound) == [.atLeast, .atLeast])
  }

  @Test("know a growth column, negative baselines and footnote marks")
  func growth() {
    let found = claims(
      head: [["指标", "2020年", "2025年", "年均增速", "属性"]],
      rows: [["地区生产总值（亿元）①", "-2.2", "4.5", "6.5", "预期性"]])
    #expect(found.map(\.indicator) == ["地区生产总值", "地区生产总值"])
    #expect(found.map(\.value) == [4.5, 6.5])
    #expect(found.map(\.unit) == ["亿元", "%"])
    #expect(found.map(\.change) == [.level, .growth])
    // The growth rate is not compared with the amount of the base year.
    #expect(found.map(\.baseline) == [-2.2, nil])
  }

  @Test("say nothing of a table that has no column of indicators")
  func otherTables() {
    #expect(claims(head: [["姓名", "电话"]], rows: [["甲", "88881234"]]).isEmpty)
    #expect(claims(head: [], rows: [["1", "2"]]).isEmpty)
  }
}
