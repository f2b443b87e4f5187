import Foundation
import PlanDocument
import PlanOutline
import TargetExtraction
import Testing

@Suite("Targets of a whole plan")
struct GoldTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let golden = root.appendingPathComponent(
    "Tests/Golden/dongsheng-fyp14.targets.tsv")

  private func records() throws -> [TargetRecord] {
    let url = Self.root.appendingPathComponent("Corpus/dongsheng-fyp14/source.txt")
    let source = SourceText(try String(contentsOf: url, encoding: .utf8))
    let outline = OutlineBuilder().outline(of: source)
    let metadata = MetadataFinder().metadata(of: outline, source: source)
    return TargetExtractor().targets(
      in: outline, source: source, document: DocumentID("dongsheng-fyp14"), metadata: metadata
    ).filter { $0.kind != .pledge }.map { TargetRecord($0, of: outline, source: source) }
  }

  @Test("are those that were found by hand: 97 of 100 at least, 90 with every field right")
  func agreesWithHandMadeRecords() throws {
    let gold = try GoldRecord.read(
      Self.root.appendingPathComponent("Tests/Fixtures/Gold/dongsheng-fyp14.targets.jsonl"))
    let ranges = gold.compactMap(\.range).map { $0[0]..<$0[1] }
    var found = try records().filter { record in ranges.contains { $0.contains(record.offset) } }
    var sameKind = 0
    var strict = 0
    var counted = 0
    for record in gold {
      guard let place = record.at else { continue }
      let index = found.firstIndex { abs($0.offset - place) <= 2 }
      let match = index.map { found.remove(at: $0) }
      guard record.optional != true else { continue }
      counted += 1
      guard let match, match.kind == record.kind else { continue }
      sameKind += 1
      if record.isMet(by: match) { strict += 1 }
    }
    let predicted = counted + found.count
    let detection = 2 * Double(sameKind) / Double(counted + predicted)
    #expect(counted == 235)
    #expect(detection >= 0.97, "detection F1 \(detection)")
    #expect(2 * Double(strict) / Double(counted + predicted) >= 0.90, "\(strict) strictly right")
  }

  @Test("the rows of the indicator table are all right, words kept")
  func indicatorTable() throws {
    let gold = try GoldRecord.read(
      Self.root.appendingPathComponent("Tests/Fixtures/Gold/dongsheng-fyp14.targets.jsonl")
    ).filter { $0.binding != nil }
    let found = try records().filter { $0.tableKind == "indicator" }
    #expect(found.count == 30)
    for record in gold {
      let match = try #require(
        found.first { abs($0.offset - (record.at ?? 0)) <= 2 }, "\(record.indicator ?? "")")
      #expect(record.isMet(by: match), "\(match.indicator)")
      #expect(match.binding == record.binding)
      #expect(match.baseline == record.baseline, "\(match.indicator)")
      #expect(match.year == "2025" && match.baselineYear == (record.baseline == nil ? nil : "2020"))
    }
    #expect(
      found.filter { $0.value == nil }.map(\.text) == ["完成自治区任务", "完成自治区任务", "待明确"])
  }

  @Test("are as the golden file has them")
  func golden() throws {
    let dump = try records().map { record in
      [
        "\(record.line)", record.kind, record.indicator, record.change, record.op,
        record.value.map { "\($0)" } ?? "", record.valueMax.map { "\($0)" } ?? "", record.unit,
        record.year ?? "", record.per ?? "", record.binding ?? "", record.text, record.rule,
      ].joined(separator: "\t")
    }
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try (dump.joined(separator: "\n") + "\n").write(
        to: Self.golden, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: Self.golden, encoding: .utf8).split(separator: "\n")
    for (line, want) in zip(dump, expected) { #expect(line == String(want)) }
    #expect(dump.count == expected.count)
  }
}
