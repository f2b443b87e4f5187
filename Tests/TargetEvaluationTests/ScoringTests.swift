import DocumentReading
import Foundation
import PlanDocument
import PlanOutline
import TargetEvaluation
import TargetExtraction
import TestSupport
import Testing

/// A plan with hand-made records, and what the program finds in it.
struct GoldPlan: Sendable, CustomTestStringConvertible {
  let name: String
  let gold: URL
  let source: URL

  var testDescription: String { name }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let shared = root.deletingLastPathComponent().appendingPathComponent("shared")
  static let scorer = shared.appendingPathComponent("eval/score_targets.py")

  static let own = GoldPlan(
    name: "dongsheng-fyp14",
    gold: root.appendingPathComponent("Tests/Fixtures/Gold/dongsheng-fyp14.targets.jsonl"),
    source: root.appendingPathComponent("Corpus/dongsheng-fyp14/source.txt"))
  static var others: [GoldPlan] {
    let folder = shared.appendingPathComponent("gold")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().map { name in
      let plan = folder.appendingPathComponent(name)
      return GoldPlan(
        name: name, gold: plan.appendingPathComponent("targets.jsonl"),
        source: plan.appendingPathComponent("source.txt"))
    }.filter { FileManager.default.fileExists(atPath: $0.gold.path) }
  }

  func annotations() throws -> AnnotatedClaim.File {
    try AnnotatedClaim.File(String(contentsOf: gold, encoding: .utf8))
  }

  func found() throws -> [AnnotatedClaim] {
    let text = try DocumentReader().read(path: source.path).text
    let outline = OutlineBuilder().outline(of: text)
    let metadata = MetadataFinder().metadata(of: outline, source: text)
    return TargetExtractor().targets(
      in: outline, source: text, document: DocumentID(name), metadata: metadata
    ).filter { $0.kind != .pledge }
      .map { AnnotatedClaim(TargetRecord($0, of: outline, source: text)) }
  }
}

@Suite("Scores against hand-made records")
struct ScoringTests {
  private func claims(_ lines: String...) throws -> AnnotatedClaim.File {
    try AnnotatedClaim.File(lines.joined(separator: "\n"))
  }

  private static let first = """
    {"at":10,"text":"5%","kind":"target","indicator":"增加值","change":"growth","op":"=","value":5,"value_max":null,"unit":"%","year":null,"per":null,"year_also":["2025"]}
    """

  @Test("count a record as strictly right where every field is right or one of the others allowed")
  func strict() throws {
    let gold = try claims(Self.first)
    let found = try claims(
      Self.first.replacing("\"at\":10", with: "\"offset\":11")
        .replacing("\"year\":null", with: "\"year\":\"2025\"")
    ).claims
    let score = TargetScore(gold, found: found)
    #expect(score.strictlyRight == 1 && score.gold == 1 && score.predicted == 1)
    let wrong = try claims(Self.first.replacing("\"unit\":\"%\"", with: "\"unit\":\"亿元\"")).claims
    #expect(TargetScore(gold, found: wrong).strictlyRight == 0)
    #expect(TargetScore(gold, found: wrong).right("unit") == (0, 1))
  }

  @Test("leave out optional records whether found or not, and what lies outside the ranges")
  func leftOut() throws {
    let optional = Self.first.replacing("\"value\":5", with: "\"value\":5,\"optional\":true")
    let gold = try claims("{\"range\":[0,100]}", optional)
    let found = try claims(Self.first, Self.first.replacing("\"at\":10", with: "\"at\":200")).claims
    let score = TargetScore(gold, found: found)
    #expect(score.gold == 0 && score.predicted == 0)
    #expect(TargetScore(try claims(optional), found: []).gold == 0)
  }

  @Test("match each record once, the nearest place first")
  func matching() throws {
    let gold = try claims(Self.first, Self.first.replacing("\"at\":10", with: "\"at\":12"))
    let found = try claims(Self.first.replacing("\"at\":10", with: "\"at\":12")).claims
    let score = TargetScore(gold, found: found)
    #expect(score.matched == 1 && score.gold == 2 && score.predicted == 1)
  }

  @Test("say in which line a gold file is wrong")
  func faults() {
    #expect(throws: EvaluationError.notJSON(line: 2)) { try claims(Self.first, "{\"at\":1") }
    #expect(throws: EvaluationError.range(line: 1)) { try claims("{\"range\":[5,1]}") }
  }

  @Test(
    "are those of the reference scorer",
    .enabled(
      if: FileManager.default.fileExists(atPath: GoldPlan.scorer.path)
        && FileManager.default.isExecutableFile(atPath: "/usr/bin/env"), "needs ../shared"),
    arguments: GoldPlan.others)
  func reference(plan: GoldPlan) throws {
    let text = try DocumentReader().read(path: plan.source.path).text
    let outline = OutlineBuilder().outline(of: text)
    let metadata = MetadataFinder().metadata(of: outline, source: text)
    let records = TargetExtractor().targets(
      in: outline, source: text, document: DocumentID(plan.name), metadata: metadata
    ).filter { $0.kind != .pledge }.map { TargetRecord($0, of: outline, source: text) }
    let folder = try TemporaryFolder()
    let file = URL(fileURLWithPath: folder.path).appendingPathComponent("found.jsonl")
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    let lines = try records.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
    try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    guard let printed = try Self.run(plan.gold, file) else { return }

    let score = TargetScore(try plan.annotations(), found: records.map(AnnotatedClaim.init))
    let all = [
      "gold \(score.gold)  predicted \(score.predicted)  matched \(score.matched)  of the same kind \(score.pairs.count)",
      Self.line("detection ", score, score.pairs.count),
      Self.line("strict    ", score, score.strictlyRight),
    ]
    for line in all { #expect(printed.contains(line), "\(plan.name): \(line)") }
    for field in ClaimMatch.fields {
      let (count, of) = score.right(field)
      guard of > 0 else { continue }
      let share = Self.decimals(Double(count) / Double(of))
      let line = field + String(repeating: " ", count: 10 - field.count) + " \(share)  of \(of)"
      #expect(printed.contains(line), "\(plan.name): \(line)")
    }
    if let likeness = score.meanLikeness {
      #expect(printed.contains("indicator, soft " + Self.decimals(likeness)), "\(plan.name)")
    }
  }

  private static func line(_ name: String, _ score: TargetScore, _ right: Int) -> String {
    let precision = Double(right) / Double(max(1, score.predicted))
    let recall = Double(right) / Double(max(1, score.gold))
    return
      "\(name) P \(decimals(precision))  R \(decimals(recall))  F1 \(decimals(score.f1(right)))"
  }

  private static func decimals(_ value: Double) -> String {
    let parts = Int((value * 10_000).rounded())
    let rest = String(parts % 10_000)
    return "\(parts / 10_000)." + String(repeating: "0", count: 4 - rest.count) + rest
  }

  /// Nil where there is no Python.
  private static func run(_ gold: URL, _ found: URL) throws -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", GoldPlan.scorer.path, gold.path, found.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }
}

@Suite("Confidence")
struct ConfidenceTests {
  private func check(_ plan: GoldPlan) throws {
    let score = TargetScore(try plan.annotations(), found: try plan.found())
    let (right, count) = score.verdicts(from: 0.9)
    #expect(Double(right) >= 0.95 * Double(count), "\(plan.name): \(right) of \(count) right")
    #expect(
      Double(count) >= 0.6 * Double(score.predicted), "\(plan.name): \(count) of \(score.predicted)"
    )
  }

  @Test("of 0.9 means right in 95 of 100, and 60 of 100 records have it")
  func own() throws { try check(GoldPlan.own) }

  @Test(
    "of 0.9 means that in every annotated plan",
    .enabled(if: !GoldPlan.others.isEmpty, "needs ../shared"), arguments: GoldPlan.others)
  func others(plan: GoldPlan) throws { try check(plan) }
}
