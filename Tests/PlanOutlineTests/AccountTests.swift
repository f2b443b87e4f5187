import Foundation
import PlanDocument
import PlanOutline
import TestSupport
import Testing

@Suite("Accounting for the whole text")
struct AccountTests {
  private static let plans: [String] = {
    let folder = OutlineFixture.shared.appendingPathComponent("plans").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted()
  }()

  @Test(
    "every character of a plan is in exactly one passage or piece of noise",
    .enabled(if: OutlineFixture.hasShared, "needs ../shared"), arguments: plans)
  func plan(name: String) throws {
    let url = OutlineFixture.shared.appendingPathComponent("plans/\(name)")
    let source = SourceText(try String(contentsOf: url, encoding: .utf8))
    let outline = OutlineBuilder().outline(of: source)
    #expect(OutlineFixture.accountErrors(outline, of: source) == [])
    #expect(OutlineFixture.levelErrors(outline) == [])
    checkNumbers(outline, of: source)
    check(outline)
  }

  /// Numbers of siblings count up by one, begin anew, or a warning names the gap.
  private func checkNumbers(_ outline: Outline, of source: SourceText) {
    var last: [String: (number: Int, line: Int)] = [:]
    let gaps = Set(
      outline.warnings.compactMap { warning -> Int? in
        guard case .missingHeadings(_, _, let line) = warning else { return nil }
        return line
      })
    for division in outline.divisions {
      guard let number = division.number, [.part, .chapter, .section].contains(division.level)
      else { continue }
      let style = division.label.filter { !"0123456789０１２３４５６７８９零一二三四五六七八九十百.．".contains($0) }
      let family = "\(division.parent ?? -1) \(division.level) \(style)"
      let line = source.line(ofByte: division.heading.start)
      if let before = last[family], number > before.number + 1 {
        #expect(gaps.contains(before.line), "\(division.label) at line \(line)")
      }
      last[family] = (number, line)
    }
  }

  @Test("no text makes it trap, and none is lost", arguments: 0..<120)
  func randomText(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let alphabet = [
      "第", "一", "二", "三", "篇", "章", "节", "、", "（", "）", "(", "1", "2", "3", ".", "。", "；", "：",
      "\n", "\n",
      "\n\n", " ", "\t", "　", "专栏", "表", "图", "附件", "目录", "序号 指标 单位\n", "●", "——", "注：1.", "文字",
      "规划纲要",
      "……12", "- 3 -\n", "示意图\n", "名词解释\n", "约束性", "%", "A", "𠀀", "\u{0C}", "①",
    ]
    let length = Int.random(in: 0..<400, using: &random)
    let text = (0..<length).map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
    let source = SourceText(text)
    let outline = OutlineBuilder().outline(of: source)
    #expect(OutlineFixture.accountErrors(outline, of: source) == [], "seed \(seed)")
    check(outline)
    _ = MetadataFinder().metadata(of: outline, source: source)
  }

  @Test("markup blocks of every kind are accounted for", arguments: 0..<40)
  func randomBlocks(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed) + 1_000)
    var bytes: [UInt8] = []
    var blocks: [MarkupBlock] = []
    var row = 0
    for _ in 0..<Int.random(in: 0..<60, using: &random) {
      let words = ["一、总则", "指标", "12", "（一）目标。到2025年", "表1 指标", "文字。", "附件1 名单"]
      let text = words.randomElement(using: &random) ?? ""
      let start = bytes.count
      bytes += Array(text.utf8)
      row += Int.random(in: 0...1, using: &random)
      let roles: [MarkupBlock.Role] = [
        .paragraph, .heading(depth: 2), .listItem, .caption, .footnote,
        .cell(TableCellPlace(table: row / 6, row: row % 6, column: bytes.count % 4)),
      ]
      blocks.append(
        MarkupBlock(
          span: TextSpan(start, bytes.count),
          role: roles.randomElement(using: &random) ?? .paragraph))
      bytes.append(0x0A)
    }
    let source = SourceText(bytes: bytes, blocks: blocks)
    let outline = OutlineBuilder().outline(of: source)
    #expect(OutlineFixture.accountErrors(outline, of: source) == [], "seed \(seed)")
    check(outline)
  }

  @Test("one line of a million characters is one passage")
  func giantLine() {
    let source = SourceText(String(repeating: "一、发展", count: 100_000))
    let outline = OutlineBuilder().outline(of: source)
    #expect(outline.passages.count == 1)
    #expect(outline.divisions.isEmpty)
  }

  @Test("a text without characters has an empty outline", arguments: ["", "\n", " \n\t\n"])
  func noText(text: String) {
    let outline = OutlineFixture.outline(text)
    #expect(outline.passages.isEmpty && outline.divisions.isEmpty && outline.tables.isEmpty)
  }

  /// What holds for every outline.
  private func check(_ outline: Outline) {
    for (index, division) in outline.divisions.enumerated() {
      #expect(division.extent.start == division.heading.start)
      #expect(division.extent.end >= division.heading.end)
      if let parent = division.parent {
        #expect(parent < index)
        #expect(outline.divisions[parent].extent.end >= division.extent.end)
      }
    }
    var start = -1
    for passage in outline.passages {
      let span = passage.text.sourceSpan
      #expect(span.map { $0.start >= start } == true || passage.row != nil)
      start = span?.start ?? start
      #expect(!passage.text.bytes.contains(0x0A))
      if let division = passage.division { #expect(outline.divisions.indices.contains(division)) }
      if let row = passage.row {
        #expect(
          (-outline.tables[row.table].header.count..<outline.tables[row.table].rows.count)
            .contains(row.row))
      }
    }
  }
}
