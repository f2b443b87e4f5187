import Foundation
import PlanDocument
import PlanOutline
import Testing

@Suite("Outlines of whole plans")
struct GoldenOutlineTests {
  private static let corpus = OutlineFixture.root.appendingPathComponent("Corpus")
  private static let golden = OutlineFixture.root.appendingPathComponent(
    "Tests/Golden/dongsheng-fyp14.outline.txt")
  private static let hasCorpus = FileManager.default.fileExists(
    atPath: corpus.appendingPathComponent("dongsheng-fyp14/source.txt").path)

  private func corpusText(_ name: String) throws -> SourceText {
    let url = Self.corpus.appendingPathComponent(name)
    return SourceText(try String(contentsOf: url, encoding: .utf8))
  }

  @Test(
    "the district plan has the outline of the golden file", .enabled(if: hasCorpus, "needs Corpus"))
  func districtPlan() throws {
    let source = try corpusText("dongsheng-fyp14/source.txt")
    let dump = OutlineFixture.dump(OutlineBuilder().outline(of: source), of: source) + "\n"
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try dump.write(to: Self.golden, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: Self.golden, encoding: .utf8)
    let found = dump.split(separator: "\n")
    let wanted = expected.split(separator: "\n")
    for (line, want) in zip(found, wanted) { #expect(line == want) }
    #expect(found.count == wanted.count)
  }

  @Test(
    "the indicator table that a converter tore into lines has its 30 rows again",
    .enabled(if: hasCorpus, "needs Corpus"))
  func indicatorTable() throws {
    let source = try corpusText("dongsheng-fyp14/source.txt")
    let outline = OutlineBuilder().outline(of: source)
    let table = try #require(outline.tables.first)
    #expect(outline.tables.count == 1)
    #expect(table.header.count == 1)
    #expect(table.rows.count == 30)
    #expect(table.columnCount == 7)
    #expect(
      table.header[0].cells.map(\.text.string) == [
        "序号", "类别", "指标名称", "单位", "2020 年", "2025 年目标值", "指标属性",
      ])
    func cells(_ row: Int) -> [String] { table.rows[row].cells.map(\.text.string) }
    #expect(cells(0) == ["1", "提质增效", "地区生产总值增长率", "%", "-2.2", "4.5", "预期性"])
    #expect(cells(7) == ["8", "清洁能源发电占全部发电量比重", "%", "-", "20", "预期性"])
    #expect(
      cells(12) == ["13", "绿色发展", "单位地区生产总值能源消耗降低率", "%", "待反馈", "完成自治区任务", "约束性"])
    #expect(cells(14) == ["15", "城市 PM2.5年平均浓度", "μg/m3", "22", "≤22", "约束性"])
    #expect(
      cells(28) == ["29", "安全保障", "单位地区生产总值生产安全事故死亡率", "人/百亿元", "1.99", "≤1.5", "预期性"])
    #expect(table.rows[0].cells[1].rowSpan == 4)
    #expect(table.rows.allSatisfy { $0.cells.last?.column == 6 })
  }

  @Test(
    "page breaks, page numbers and boxes break no passage of the district plan",
    .enabled(if: hasCorpus, "needs Corpus"))
  func mendedPassages() throws {
    let source = try corpusText("dongsheng-fyp14/source.txt")
    let outline = OutlineBuilder().outline(of: source)
    let texts = outline.passages.map(\.text.string)
    #expect(texts.contains { $0.contains("数字化、信息化、智能化水平，强化数字化基础设施建设") })
    #expect(texts.contains { $0.contains("高新技术企业和科技型中小企业总数达到 80 家以上") })
    let pages = outline.noise.filter { $0.reason == .pageNumber }
    #expect(pages.map { source.string($0.span) } == ["- 19 -", "- 42 -", "- 58 -", "- 124 -"])
    // Every passage of prose is whole.
    for passage in outline.passages where passage.kind == .paragraph {
      #expect(passage.text.string.last.map { "。！？；：”）".contains($0) } == true)
    }
    #expect(outline.warnings.isEmpty)
  }

  @Test(
    "hand-made outlines are found in full",
    .enabled(if: OutlineFixture.hasShared, "needs ../shared"),
    arguments: ["dongsheng", "shandong-edu", "zhejiang-drainage"])
  func handMade(name: String) throws {
    struct Unit: Decodable {
      var level: String
      var title: String
      var line: Int
      var optional: Bool?
    }
    let folder = OutlineFixture.shared.appendingPathComponent("gold/\(name)")
    let text = try String(contentsOf: folder.appendingPathComponent("source.txt"), encoding: .utf8)
    let source = SourceText(text)
    let outline = OutlineBuilder().outline(of: source)
    let found = Set(
      outline.divisions.map {
        "\($0.level.rawValue) \(squeeze($0.title.string)) \(source.line(ofByte: $0.heading.start))"
      })
    let lines = try String(
      contentsOf: folder.appendingPathComponent("outline.jsonl"), encoding: .utf8)
    for line in lines.split(separator: "\n") {
      let unit = try JSONDecoder().decode(Unit.self, from: Data(line.utf8))
      if unit.optional == true { continue }
      #expect(found.contains("\(unit.level) \(squeeze(unit.title)) \(unit.line)"))
    }
  }

  private func squeeze(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
