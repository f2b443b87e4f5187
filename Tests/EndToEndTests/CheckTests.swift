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

  @Test("the samples of departments: most relations that were made by hand are found")
  func samples() throws {
    let corpus = Self.root.appendingPathComponent("Corpus")
    var statuses: Set<String> = []
    for name in [
      "sample-education/source.txt", "sample-energy/source.txt", "sample-ecology/source.html",
    ] {
      let result = try desk.run(
        "check", Self.outline, corpus.appendingPathComponent(name).path, "--format", "jsonl")
      #expect(result.code == 0)
      let found = result.objects
      #expect(found.count > 15)
      statuses.formUnion(found.compactMap { $0["status"] as? String })
    }
    #expect(
      statuses.isSuperset(of: [
        "agree", "stricter", "looser", "conflict", "baseline_agrees", "baseline_differs",
        "year_differs", "not_comparable", "only_in_a", "only_in_b",
      ]))
  }

  @Test("a wrong name of a verdict is an error of usage that lists the right ones")
  func usage() throws {
    let result = try desk.run("check", Self.outline, "--status", "wrong", "--lang", "en")
    #expect(result.code == 2)
    #expect(result.errors.contains("baseline_agrees"))
  }
}
