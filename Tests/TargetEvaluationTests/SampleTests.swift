import PlanDocument
import PlanOutline
import TargetEvaluation
import TargetExtraction
import Testing

@Suite("Samples")
struct SampleTests {
  private let items = (0..<1_000).map {
    (number: $0, stratum: $0 < 700 ? "a" : $0 < 950 ? "b" : "c")
  }

  @Test("are the same for the same seed and others for another")
  func seeds() {
    func draw(_ seed: UInt64) -> [Int] {
      SystematicSample.draw(50, from: items, seed: seed, stratum: \.stratum).map(\.number)
    }
    #expect(draw(7) == draw(7))
    #expect(draw(7) != draw(8))
    #expect(draw(7) == draw(7).sorted())
  }

  @Test("give each stratum its share to within one", arguments: UInt64(0)..<20)
  func shares(seed: UInt64) {
    let drawn = SystematicSample.draw(100, from: items, seed: seed, stratum: \.stratum)
    #expect(drawn.count == 100 && Set(drawn.map(\.number)).count == 100)
    for (stratum, share) in [("a", 70), ("b", 25), ("c", 5)] {
      #expect(abs(drawn.count { $0.stratum == stratum } - share) <= 1, "seed \(seed), \(stratum)")
    }
  }

  @Test("give every item the same chance")
  func chances() {
    var times = [Int](repeating: 0, count: 20)
    for seed in 0..<2_000 as Range<UInt64> {
      let drawn = SystematicSample.draw(5, from: Array(0..<20), seed: seed) { $0 < 6 ? "a" : "b" }
      for item in drawn { times[item] += 1 }
    }
    // 500 expected; five standard deviations of a binomial are 97.
    #expect(times.allSatisfy { (400...600).contains($0) }, "\(times)")
  }

  @Test("are all there is where more is asked for")
  func small() {
    #expect(SystematicSample.draw(9, from: [1, 2, 3], seed: 1) { _ in "" } == [1, 2, 3])
    #expect(SystematicSample.draw(0, from: [1, 2, 3], seed: 1) { _ in "" } == [])
  }

  @Test("of sentences hold each sentence with a number, and the records found in it")
  func sentences() {
    let source = SourceText(
      """
      某市林业发展“十四五”规划
      第一章 目标
      　　坚持生态优先。到2025年，森林覆盖率提高到24.1%。“造林5万亩。”继续努力。
      """)
    let outline = OutlineBuilder().outline(of: source)
    let document = DocumentID("plan")
    let metadata = MetadataFinder().metadata(of: outline, source: source)
    let targets = TargetExtractor().targets(
      in: outline, source: source, document: document, metadata: metadata
    ).map { TargetRecord($0, of: outline, source: source) }
    let sentences = SampledSentence.all(
      of: outline, source: source, document: document, targets: targets)
    #expect(sentences.map(\.text) == ["到2025年，森林覆盖率提高到24.1%。", "“造林5万亩。”"])
    #expect(sentences.first?.found.map(\.indicator) == ["森林覆盖率"])
  }
}

@Suite("Coded samples")
struct CodedSampleTests {
  private func rows(_ cells: [[String: String]]) -> [CodedSample.Row] {
    cells.enumerated().map { (line: $0.offset + 2, cells: $0.element) }
  }

  @Test("give precision for each field that was judged, and for all of them together")
  func records() throws {
    let sample = CodedSample(
      rows([
        ["id": "a@1", "right_value": "1", "right_year": "1"],
        ["id": "a@2", "right_value": "对", "right_year": "0"],
        ["id": "a@3", "right_value": "n", "right_year": ""],
        ["id": "a@4", "right_value": "", "right_year": ""],
      ]))
    let figures = try sample.figures()
    #expect(figures.map(\.subject) == ["value", "year", "all coded fields"])
    #expect(figures.map(\.count) == [2, 1, 1])
    #expect(figures.map(\.of) == [3, 2, 3])
  }

  @Test("of sentences give recall over the claims that there are")
  func sentences() throws {
    let figures = try CodedSample(
      rows([
        ["document": "a", "offset": "1", "found": "2", "claims": "3", "right": "2"],
        ["document": "a", "offset": "9", "found": "1", "claims": "0", "right": "0"],
        ["document": "a", "offset": "20", "found": "1", "claims": "", "right": ""],
      ])
    ).figures()
    #expect(figures.map(\.measure) == ["precision", "recall"])
    #expect(figures.map(\.value) == [2 / 3, 2 / 3])
    #expect(figures[1].of == 3)
  }

  @Test("are refused where a verdict cannot be read or none is there")
  func faults() {
    #expect(throws: EvaluationError.verdict(line: 2, column: "right_value", found: "maybe")) {
      try CodedSample(rows([["right_value": "maybe"]])).figures()
    }
    #expect(throws: EvaluationError.verdict(line: 2, column: "right", found: "4")) {
      try CodedSample(rows([["claims": "3", "right": "4"]])).figures()
    }
    #expect(throws: EvaluationError.nothingToEvaluate) {
      try CodedSample(rows([["right_value": ""]])).figures()
    }
  }

  @Test("of two coders are compared row by row")
  func agreement() throws {
    let first = rows([
      ["id": "1", "right_value": "1"], ["id": "2", "right_value": "0"],
      ["id": "3", "right_value": "1"], ["id": "4", "right_value": "1"],
    ])
    let second = rows([
      ["id": "4", "right_value": "0"], ["id": "3", "right_value": "1"],
      ["id": "2", "right_value": "0"], ["id": "1", "right_value": "1"],
    ])
    let figures = try CoderAgreement(first, second).figures
    // By hand: values 1 five times, 0 three times; D_o = 2 of 8, D_e = 30 of 56: 1 − 0.25·56/30.
    #expect(abs((figures[0].value ?? 0) - (1 - 0.25 * 56 / 30)) < 1e-12)
    #expect(figures[1].count == 3 && figures[1].of == 4)
    #expect(throws: EvaluationError.nothingInCommon) {
      try CoderAgreement(first, rows([["id": "9"]]))
    }
  }
}
