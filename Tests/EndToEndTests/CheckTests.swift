import Foundation
import Testing

@Suite("Plans held against each other")
struct CheckTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static var outline: String {
    root.appendingPathComponent("Corpus/dongsheng-fyp14/source.txt").path
  }
  private static var gold: URL {
    root.appendingPathComponent("../shared/gold/dongsheng/pairs.jsonl").standardizedFileURL
  }

  private let desk: Desk

  init() throws { desk = try Desk() }

  private static func offset(_ side: Any?) -> Int? { (side as? [String: Any])?["offset"] as? Int }

  @Test("the outline of a district with itself finds the value that is given in two ways")
  func itself() throws {
    let result = try desk.run("check", Self.outline, "--format", "jsonl")
    let found = result.objects.filter { $0["status"] as? String == "conflict" }
    #expect(found.map { $0["indicator_key"] as? String } == ["全民参保覆盖率"])
    #expect(try desk.run("check", Self.outline, "--fail-on", "conflict").code == 1)
    #expect(try desk.run("check", Self.outline, "--fail-on", "looser").code == 0)
  }

  @Test("a total of a table is held against its rows, of a file and of a document of the library")
  func tables() throws {
    let rows = [("甲镇", 30), ("乙镇", 40), ("丙镇", 50), ("合计", 130)].map {
      "<tr><td>\($0.0)</td><td>\($0.1)</td></tr>"
    }
    try desk.write(
      "plan.html",
      "<html><body><p>农田建设规划</p><table><tr><th>地区</th><th>面积（亩）</th></tr>"
        + rows.joined() + "</table></body></html>")
    #expect(try desk.run("ingest", "plan.html").code == 0)
    for plan in ["plan.html", "plan"] {
      let result = try desk.run("check", plan, "--format", "jsonl", "--lang", "zh")
      let told = result.objects.first?["explanation"] as? String ?? ""
      #expect(told.contains("从“甲镇”到“丙镇”的 3 行之和为 120。"), "\(told)")
      #expect(result.errors.contains("1 张表的合计：0 个与各项之和相符，1 个不符。"))
    }
    try FileManager.default.removeItem(at: desk.folder.appendingPathComponent("plan.html"))
    let gone = try desk.run("check", "plan", "--format", "jsonl", "--lang", "zh")
    #expect(gone.objects.isEmpty)
    #expect(gone.errors.contains("表中合计未核对"))
  }

  @Test(
    "pairs made by hand: the verdicts are right, unrelated names are not paired",
    .enabled(if: FileManager.default.fileExists(atPath: gold.path), "needs ../shared"))
  func pairs() throws {
    let names = [
      "baseline_agree": "baseline_agrees", "baseline_conflict": "baseline_differs",
      "different_time": "year_differs",
    ]
    var found: [[Int]: String] = [:]
    for verdict in try desk.run("check", Self.outline, "--format", "jsonl").objects {
      guard let a = Self.offset(verdict["a"]), let b = Self.offset(verdict["b"]) else { continue }
      found[[min(a, b), max(a, b)]] = verdict["status"] as? String
    }
    for line in try String(contentsOf: Self.gold, encoding: .utf8).split(separator: "\n") {
      let pair = try #require(
        JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      guard pair["optional"] == nil, let a = pair["a_at"] as? Int, let b = pair["b_at"] as? Int,
        let relation = pair["relation"] as? String
      else { continue }
      let also = pair["relation_also"] as? [String] ?? []
      let right = ([relation] + also).map { names[$0] ?? $0 }
      let status = found[[min(a, b), max(a, b)]]
      #expect(relation == "unrelated" ? status == nil : right.contains(status ?? ""), "\(pair)")
    }
  }

  @Test(
    "the samples of departments: relations that were made by hand are found with their verdicts")
  func samples() throws {
    let script = Process()
    script.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    script.arguments = [
      "python3", Self.root.appendingPathComponent("Scripts/score-relations").path, "--corpus",
      Self.corpus.path, "--gangyao", Command.path, "--misses",
    ]
    let pipe = Pipe()
    script.standardOutput = pipe
    try script.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    script.waitUntilExit()
    // Without Python there is nothing to read.
    guard script.terminationStatus != 127 else { return }
    let right = output.firstMatch(of: /right (\d+), proposed only/).flatMap { Int($0.1) }
    #expect((right ?? 0) >= 100, "\(output)")
  }

  private static var corpus: URL { root.appendingPathComponent("Corpus") }
  private static var energy: String {
    corpus.appendingPathComponent("sample-energy/source.txt").path
  }

  @Test("pairs that a user confirmed or forbade, and a user's wordings, hold for good")
  func mapping() throws {
    try desk.write("library/mapping.csv", "a,b,relation\n煤炭就地转化率,煤炭就地转化率,different\n")
    try desk.write("library/indicators.csv", "written,meant,better\n全员劳动生产率,人均产出,less\n")
    let result = try desk.run(
      "check", Self.outline, Self.energy, "--library", "library", "--format", "jsonl")
    let keys = result.objects.filter { !($0["a"] is NSNull) && !($0["b"] is NSNull) }
      .compactMap { $0["indicator_key"] as? String }
    #expect(!keys.contains("煤炭就地转化率"))
    #expect(keys.contains("人均产出"))
    try desk.write("wrong.csv", "a,b,relation\n甲,乙,perhaps\n")
    let wrong = try desk.run(
      "check", Self.outline, Self.energy, "--mapping", "wrong.csv", "--lang", "en")
    #expect(wrong.code == 2)
    #expect(wrong.errors.contains("line 2"))
  }

  @Test("a folder of plans gives indicators by plans")
  func matrix() throws {
    let result = try desk.run(
      "check", Self.outline, "--against", Self.corpus.path, "--format", "jsonl")
    #expect(result.code == 0)
    let row = try #require(result.objects.first { $0["indicator_key"] as? String == "森林覆盖率" })
    let plans = try #require(row["plans"] as? [String: Any])
    #expect(Set(plans.keys) == ["sample-education", "sample-ecology", "sample-energy"])
    #expect((plans["sample-ecology"] as? [String: Any])?["status"] as? String == "stricter")
    #expect(plans["sample-energy"] is NSNull)
  }

  @Test("pages hold both quotes; a summary says what was compared and that nothing conflicts")
  func pages() throws {
    let page = try desk.run("check", Self.outline, Self.energy, "--format", "html", "--lang", "en")
    #expect(page.output.hasPrefix("<!DOCTYPE html>"))
    #expect(page.output.contains("data-status=\"stricter\""))
    #expect(page.output.contains("<mark>"))
    let markdown = try desk.run(
      "check", Self.outline, Self.energy, "--format", "md", "--lang", "en")
    #expect(markdown.output.contains("## Verdicts"))
    try desk.write("a.txt", "某区规划\n一、目标\n到2025年，森林覆盖率达到30%。\n")
    try desk.write("b.txt", "某区林业规划\n一、目标\n到2025年，森林覆盖率达到30%以上。\n")
    let none = try desk.run(
      "check", "a.txt", "b.txt", "--lang", "en", "--fail-on", "conflict,looser")
    #expect(none.code == 0)
    #expect(none.errors.contains("No conflict found among 1 compared pair."))
  }

  @Test("versions: a changed target stands with old and new side by side")
  func versions() throws {
    try desk.write(
      "old.txt", "某区规划\n一、目标\n到2025年，森林覆盖率达到30%。\n二、措施\n加强管护，落实责任，严格考核。\n")
    try desk.write(
      "new.txt", "某区规划\n一、目标\n到2025年，森林覆盖率达到32%。\n二、措施\n加强管护，压实责任，严格考核。\n")
    let result = try desk.run("diff", "old.txt", "new.txt", "--format", "jsonl")
    let target = try #require(result.objects.first { $0["kind"] as? String == "target" })
    #expect(target["status"] as? String == "changed")
    #expect(target["verdict"] as? String == "stricter")
    #expect((target["old_target"] as? [String: Any])?["value"] as? Double == 30)
    #expect((target["new_target"] as? [String: Any])?["value"] as? Double == 32)
    #expect(
      try desk.run("diff", "old.txt", "new.txt", "--format", "html").output.contains(
        "<mark>压</mark>")
    )
    #expect(try desk.run("diff", "old.txt", "old.txt", "--format", "jsonl").output.isEmpty)
    #expect(try desk.run("diff", "old.txt", "new.txt", "--only", "word").code == 2)
  }

  @Test("a wrong name of a verdict is an error of usage that lists the right ones")
  func usage() throws {
    let result = try desk.run("check", Self.outline, "--status", "wrong", "--lang", "en")
    #expect(result.code == 2)
    #expect(result.errors.contains("baseline_agrees"))
  }
}
