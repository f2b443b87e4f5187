import PlanDocument
import PlanOutline
import TargetExtraction
import TestSupport
import Testing

@Suite("The words behind a record")
struct EvidenceTests {
  private func words(_ target: PlanTarget) -> [String] {
    target.evidence.map { "\($0.field.rawValue)=\($0.text) \($0.origin.rawValue)" }
  }

  @Test("are those of its own clause, and of the clause that it borrows from")
  func clauses() throws {
    let found = claims(in: "到2025年，工业增加值突破270亿元，年均增长6%以上。")
    try #require(found.count == 2)
    #expect(
      words(found[0]).starts(with: [
        "value=270 clause", "unit=亿元 clause", "op=突破 clause", "indicator=工业增加值 clause",
        "year=到2025年 sentence",
      ]))
    let second = Set(words(found[1]))
    #expect(
      second.isSuperset(of: [
        "value=6 clause", "unit=% clause", "op=以上 clause", "change=年均增长 clause",
        "indicator=工业增加值 sentence", "year=到2025年 sentence", "rate_basis=年均 clause",
      ]), "\(second)")
    #expect(
      found[1].doubts.contains(.borrowedSubject) && !found[0].doubts.contains(.borrowedSubject))
    #expect(found[1].confidence < found[0].confidence)
  }

  @Test("stand in the source where their span says, whatever tore the text")
  func spans() throws {
    let text = """
      某市发展规划
      第一章 目标
      　　到2025年，森林覆
      - 1 -
      盖率提高到24.1%。
      """
    let source = SourceText(text)
    let outline = OutlineBuilder().outline(of: source)
    let metadata = MetadataFinder().metadata(of: outline, source: source)
    let found = TargetExtractor().targets(
      in: outline, source: source, document: DocumentID("plan"), metadata: metadata)
    let record = try #require(found.first { $0.value == 24.1 })
    for evidence in record.evidence {
      let written = source.string(evidence.span)
      #expect(written.first == evidence.text.first && written.last == evidence.text.last)
    }
  }

  @Test("of tables are cells of the row and of the head")
  func tables() throws {
    let source = SourceText(
      "指标\t单位\t2020年\t2025年目标\t属性\n森林覆盖率\t%\t23.5\t24.1\t约束性\n粮食产量\t万吨\t50\t55\t预期性\n")
    let outline = OutlineBuilder().outline(of: source)
    let metadata = MetadataFinder().metadata(of: outline, source: source)
    let found = TargetExtractor().targets(
      in: outline, source: source, document: DocumentID("plan"), metadata: metadata)
    guard let record = found.first(where: { $0.tableKind == .indicator }) else { return }
    let all = words(record)
    #expect(all.contains("indicator=森林覆盖率 row") && all.contains("unit=% row"), "\(all)")
    #expect(all.contains("year=2025年目标 head"), "\(all)")
  }

  @Test(
    "give doubts their names",
    arguments: [
      ("培训农民三十五人次。", Doubt.chineseNumeral), ("A覆盖率、B利用率分别达到90%、80%。", .respective),
      ("产值达到5至3亿元。", .unusualValue), ("三次产业结构比例调整为0.2:34.4:65.4。", .ratio),
      ("建设40个示范基地。", .nameBehind), ("覆盖率将达到90%，2020年为80%，2025年为95%。", .severalTimes),
    ])
  func doubts(sentence: String, doubt: Doubt) {
    let found = claims(in: sentence)
    #expect(found.contains { $0.doubts.contains(doubt) }, "\(sentence) \(found.map(\.doubts))")
  }
}
