import Foundation
import TestSupport
import Testing
import TextFolding

/// The examples of `--help`, on a library of the project's corpus; where the environment has
/// GANGYAO_LONG, those of all commands, and the plans of ../shared/plans are in the library too.
@Suite("Examples of --help")
struct HelpExampleTests {
  private static let isLong = ProcessInfo.processInfo.environment["GANGYAO_LONG"] != nil
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let plans = root.appendingPathComponent("../shared/plans").standardizedFileURL
  private static let hasPlans =
    isLong && FileManager.default.fileExists(atPath: plans.path)

  /// Those that change the library come first and last.
  private static let commands =
    isLong
    ? [
      "ingest", "documents", "outline", "show", "targets", "passages", "search", "cite", "terms",
      "collocates", "glossary", "check", "diff", "keys", "sample", "evaluate", "verify", "remove",
    ] : ["search", "cite", "terms", "collocates", "glossary", "show", "documents"]

  /// Exit codes of examples other than 0; nil where a person has to fill in something first, or the
  /// library has to hold what only the plans have.
  private static func code(_ example: String) -> Int32? {
    if example.hasPrefix("gangyao evaluate"), !example.contains("gold") { return nil }
    if example.contains("--doc a --doc b") { return nil }
    if example.contains("--fail-on") { return 1 }
    if !hasPlans {
      for needed in ["--by year", "北京市", "gwr2026-hainan"] where example.contains(needed) {
        return nil
      }
    }
    return 0
  }

  private let desk: Desk

  init() throws {
    desk = try Desk()
    let files: [(String, String)] = [
      ("Corpus", "Corpus"), ("outline.txt", "Corpus/dongsheng-fyp14/source.txt"),
      ("plan.txt", "Corpus/dongsheng-fyp14/source.txt"),
      ("education.txt", "Corpus/sample-education/source.txt"),
      ("energy.txt", "Corpus/sample-energy/source.txt"),
      ("old.txt", "Corpus/sample-education/source.txt"),
      ("report.html", "Tests/Fixtures/Formats/sample.html"),
      ("draft.docx", "Tests/Fixtures/Formats/sample.docx"),
      ("final.docx", "Tests/Fixtures/Formats/sample.docx"),
      ("gold.jsonl", "Tests/Fixtures/Gold/dongsheng-fyp14.targets.jsonl"),
    ]
    for (name, source) in files {
      try FileManager.default.copyItem(
        at: Self.root.appendingPathComponent(source),
        to: desk.folder.appendingPathComponent(name))
    }
    let old = try String(
      contentsOf: desk.folder.appendingPathComponent("old.txt"), encoding: .utf8)
    try desk.write("new.txt", old.replacing("95%", with: "96%"))
    try desk.write("list.txt", "产业\n森林 OR 草原\n")
    try desk.write("corpus.jsonl", #"{"id":"x1","title":"某市规划","text":"到2025年，绿化率达到40%。"}"# + "\n")
    try desk.write("plans/other.txt", "某县规划\n第一章 目标\n到2025年，绿化率达到42%。\n")
    let zip = StoredZip.bytes([("zipped.txt", Array("某县规划\n到2025年，绿化率达到41%。\n".utf8))])
    try desk.write("plans.zip", Data(zip))
    try fill()
  }

  private func fill() throws {
    let paths = ["Corpus"] + (Self.hasPlans ? [Self.plans.path] : [])
    let ingested = try Command.run(["ingest"] + paths, in: desk.folder)
    #expect(ingested.code == 0, "\(ingested.errors)")
  }

  /// The commands that stand in the help of a command.
  private func examples(of command: String) throws -> [String] {
    let help = try Command.run(
      [command, "--help", "--lang", "en"], in: desk.folder, environment: ["COLUMNS": "250"])
    return help.output.split(separator: "\n").filter { $0.hasPrefix("  gangyao ") }.map { line in
      // What it does stands behind several blanks.
      String(line.dropFirst(2)).split(separator: "  ", maxSplits: 1).map(String.init)[0]
        .trimmingCharacters(in: .whitespaces)
    }
  }

  private func run(_ example: String) throws -> Command.Result {
    let folder = URL(fileURLWithPath: Command.path).deletingLastPathComponent().path
    let script = desk.folder.appendingPathComponent("example.sh")
    try Data("PATH='\(folder)':$PATH\n\(example)\n".utf8).write(to: script)
    return try Command.run([], in: desk.folder, through: ["sh", script.path])
  }

  @Test("each of them works", .timeLimit(.minutes(30)))
  func work() throws {
    for command in Self.commands {
      let examples = try examples(of: command)
      #expect(!examples.isEmpty, "\(command)")
      for example in examples {
        guard let code = Self.code(example) else { continue }
        let result = try run(example)
        #expect(result.code == code, "\(example): \(result.errors)")
        // What goes into a file, or has nothing to tell, prints nothing.
        if ["search", "terms", "collocates", "cite"].contains(command), !example.contains(">") {
          #expect(!result.output.isEmpty, "\(example)")
        }
      }
      // Some of them rebuild the library with less, or prune it.
      if command == "ingest" { try fill() }
    }
  }

  @Test("those of search find what they say, passage by passage")
  func search() throws {
    let passages = try desk.run("passages", "--format", "jsonl").objects
    let texts = passages.map { passage in
      (passage["text"] as? String ?? "").precomposedStringWithCompatibilityMapping
        .lowercased().filter { !$0.isWhitespace }
    }
    func count(_ holds: (String) -> Bool) -> Int { texts.count(where: holds) }
    func isNear(_ text: String, _ a: String, _ b: String, _ most: Int) -> Bool {
      text.ranges(of: a).contains { one in
        text.ranges(of: b).contains { other in
          let (first, last) = one.lowerBound < other.lowerBound ? (one, other) : (other, one)
          guard first.upperBound <= last.lowerBound else { return false }
          return TokenStream(String(text[first.upperBound..<last.lowerBound])).count <= most
        }
      }
    }
    let expected: [String: Int] = [
      "森林覆盖率": count { $0.contains("森林覆盖率") },
      "绿色 发展 NOT 农业": count {
        $0.contains("绿色") && $0.contains("发展") && !$0.contains("农业")
      },
      "“5G 基站” OR 充电桩": count { $0.contains("5g基站") || $0.contains("充电桩") },
      "教育 NEAR/10 投入": count { isNear($0, "教育", "投入", 10) },
      "/(增长|提高).{0,6}[0-9]+%/": count { $0.contains(/(增长|提高).{0,6}[0-9]+%/) },
      "-农业 发展": count { $0.contains("发展") && !$0.contains("农业") },
    ]
    var asked = 0
    for example in try examples(of: "search") {
      guard
        let (query, total) = expected.first(where: { example.contains("'\($0.key)'") })
          ?? expected.first(where: { example == "gangyao search \($0.key)" })
      else { continue }
      asked += 1
      let answer = try desk.run("search", "--format", "jsonl", "--", query).objects.last
      #expect(answer?["total"] as? Int == total, "\(query)")
      #expect(total > 0, "\(query)")
    }
    #expect(asked == expected.count)
    let both = try desk.run("search", "發展", "--variants", "--format", "jsonl").objects.last
    #expect(both?["total"] as? Int == count { $0.contains("发展") || $0.contains("發展") })
    let target = try desk.run("search", "value:>=10亿元 year:2025", "--format", "jsonl").objects
    let targets = try desk.run("targets", "--value", ">=10亿元", "--year", "2025").objects
    #expect(target.count > 1)
    for hit in target.dropLast() {
      #expect(
        targets.contains { target in
          target["document"] as? String == hit["document"] as? String
            && target["path"] as? String == hit["path"] as? String
        }, "\(hit)")
    }
  }
}
