import Foundation
import Testing

@Suite(
  "On a terminal",
  .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "needs script"))
struct TerminalTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.writeCorpus()
    try #require(try desk.run("ingest", "corpus", "--quiet").code == 0)
  }

  /// Runs the command on a terminal of its own; what it shows there.
  private func terminal(
    _ arguments: String..., columns: Int = 60, pager: String = "sed s/^/page:/"
  ) throws -> [String] {
    let result = try Command.run(
      arguments, in: desk.folder,
      environment: ["PAGER": pager, "TERM": "xterm", "COLUMNS": "\(columns)", "NO_COLOR": "1"],
      through: [
        "timeout", "60", "sh", "-c", "exec script -qec \"$*\" /dev/null </dev/null", "sh",
      ])
    return result.output.split(whereSeparator: \.isNewline).map(String.init)
  }

  @Test("long output goes through the pager, messages come behind it, and there is a way around")
  func pager() throws {
    let paged = try terminal("search", "森林覆盖率")
    #expect(paged.filter { $0.hasPrefix("page:") }.count >= 4)
    #expect(paged.last?.hasPrefix("2 passages, 2 shown") == true)
    let plain = try terminal("search", "森林覆盖率", "--no-pager")
    #expect(!plain.isEmpty && !plain.contains { $0.hasPrefix("page:") })
    let cat = try terminal("search", "森林覆盖率", pager: "cat")
    #expect(cat.dropLast() == plain.dropLast())
    let lines = try terminal("search", "森林覆盖率", "--format", "jsonl")
    #expect(!lines.contains { $0.hasPrefix("page:") })
    // One that is not there shows everything all the same.
    let missing = try terminal("search", "森林覆盖率", "--quiet", pager: "no-such-pager")
    #expect(missing.contains { $0.contains("⟦森林覆盖率⟧") })
  }

  @Test("no line is wider than the terminal", arguments: [40, 60, 100])
  func width(columns: Int) throws {
    for options in [[], ["--kwic"], ["--open", "1"]] {
      let lines = try Self.run(options, columns, self)
      #expect(lines.count > 1)
      for line in lines { #expect(Self.width(line) <= columns, "\(line)") }
    }
  }

  private static func run(_ options: [String], _ columns: Int, _ test: Self) throws -> [String] {
    switch options.first {
    case "--kwic":
      try test.terminal("search", "林业", "--kwic", "--quiet", columns: columns)
    case "--open":
      try test.terminal("search", "林业", "--open", "1", columns: columns)
    default: try test.terminal("search", "投入", "--quiet", "--no-pager", columns: columns)
    }
  }

  /// Columns without what the test's pager puts in front; brackets around hits count.
  private static func width(_ line: String) -> Int {
    let line = line.hasPrefix("page:") ? line.dropFirst(5) : line[...]
    return line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
      - line.count { $0 == "⟦" || $0 == "⟧" }
  }
}
