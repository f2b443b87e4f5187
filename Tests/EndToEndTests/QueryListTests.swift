import Foundation
import Testing

@Suite("Queries from a file")
struct QueryListTests {
  private let desk: Desk
  private let queries = ["森林覆盖率", "林业 NOT 产业", "“2025 年”", "没有的", "森林覆盖率无", "率"]

  init() throws {
    desk = try Desk()
    try desk.writeCorpus()
    try desk.write("list.txt", "\u{FEFF}" + queries.joined(separator: "\r\n\n") + "\n \n")
    try #require(try desk.run("ingest", "corpus", "--quiet").code == 0)
  }

  /// An object without what differs between runs, as text.
  private func line(_ object: [String: Any], without names: String...) throws -> String {
    let kept = object.filter { $0.key != "took_us" && !names.contains($0.key) }
    return String(
      decoding: try JSONSerialization.data(withJSONObject: kept, options: .sortedKeys),
      as: UTF8.self)
  }

  @Test(
    "are answered as they are one by one",
    arguments: [[], ["--all"], ["--count-by", "part"], ["--kwic"]])
  func asOneByOne(options: [String]) throws {
    let list = try Command.run(
      ["search", "--queries", "list.txt"] + options, in: desk.folder)
    #expect(list.code == 0)
    for query in queries {
      let single = try Command.run(["search", query] + options, in: desk.folder)
      let expected = try single.objects.map { try line($0) }
      let found = try list.objects.filter { $0["query"] as? String == query }
        .map { try line($0, without: "query") }
      #expect(found == expected, "\(query)")
      let csv = try Command.run(
        ["search", query, "--format", "csv"] + options, in: desk.folder)
      #expect(csv.output.split(separator: "\r\n").count >= 1)
    }
    #expect(list.objects.allSatisfy { $0["query"] is String })
    #expect(list.output.split(separator: "\n").allSatisfy { $0.hasPrefix("{\"query\":") })
  }

  @Test("have the query as the first column of one table of CSV")
  func csv() throws {
    for options in [[], ["--count-by", "document"], ["--kwic"]] {
      let list = try Command.run(
        ["search", "--queries", "list.txt", "--format", "csv"] + options, in: desk.folder)
      #expect(list.code == 0)
      let lines = list.output.components(separatedBy: "\r\n").filter { !$0.isEmpty }
      #expect(lines[0].hasPrefix("query,"))
      #expect(lines.filter { $0.hasPrefix("query,") }.count == 1)
      #expect(lines.contains { $0.hasPrefix("森林覆盖率,") })
      #expect(list.errorLines.count == queries.count)
    }
  }

  @Test("one that is none is told, the others are answered, and the code is 2")
  func errors() throws {
    try desk.write("list.txt", "(林业\n林业\n")
    let list = try desk.run("search", "--queries", "list.txt")
    #expect(list.code == 2)
    #expect(list.objects.first?["error"] as? String == "this '(' is not closed")
    #expect(list.objects.last?["query"] as? String == "林业")
    #expect(list.errors.contains("character 1 of the query"))
    for arguments in [["search"], ["search", "林业", "--queries", "list.txt"]] {
      let result = try Command.run(arguments, in: desk.folder)
      #expect(result.code == 2)
      #expect(result.errors.contains("--queries"))
    }
    #expect(try desk.run("search", "--queries", "none.txt").errors.contains("No such file"))
  }

  @Test("may come from a pipe")
  func pipe() throws {
    let result = try Command.run(
      ["search", "--queries", "-"], in: desk.folder,
      through: ["sh", "-c", "printf '森林\\n' | exec \"$0\" \"$@\""])
    #expect(result.code == 0)
    #expect(result.objects.last?["query"] as? String == "森林")
  }
}
