import Testing

/// Most searches are read without the parser of arguments, which reads all that has `--` in it.
@Suite("Arguments of search")
struct SearchArgumentTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.writeCorpus()
    try #require(try desk.run("ingest", "corpus", "--quiet").code == 0)
  }

  @Test(
    "mean the same however they are read",
    arguments: [
      ["森林"], ["森林", "覆盖率"], ["森林 OR 教育", "--limit", "1"], ["森林", "--limit=1", "--offset=1"],
      ["--format", "csv", "森林"], ["森林", "--format=md"], ["森林", "--all", "--quiet"],
      ["森林", "--kwic", "--sort", "right", "--format", "csv"], ["森林", "--count-by", "document"],
      ["森林", "--doc", "forest", "--doc=forest"], ["森林", "--in", "第二篇"], ["森林", "--lang", "zh"],
      ["森林", "--variants", "--no-pager"], ["森林", "--library", "Index"],
      ["森林", "--library", "nowhere"], ["没有这个词"], ["森林", "--division", "chapter", "--verbose"],
      ["森林", "--level", "city"], ["森林", "--open", "1"], ["森林", "--kwic", "--context=3"],
      ["~森林", "--synonyms", "missing.txt"],
      // What is wrong is explained in the same words.
      ["森林", "--limit", "many"], ["森林", "--limit", "-1"], ["森林", "--limit"],
      ["森林", "--format", "pdf"],
      ["森林", "--count-by", "colour"], ["森林", "--library="], ["森林", "--format", "xlsx"], ["--all"],
      ["森林", "--division", "item"], ["森林", "--division", "wing"], ["森林", "--level", "moon"],
      ["森林", "--open", "0"], ["森林", "--context", "wide"], ["森林", "--unknown"],
      ["森林", "--sort", "up"], ["森林 OR"], ["森林", "--limit="],
    ])
  func agree(arguments: [String]) throws {
    let plain = try Command.run(["search"] + arguments, in: desk.folder)
    let parsed = try Command.run(["search"] + arguments + ["--"], in: desk.folder)
    #expect(plain.code == parsed.code)
    #expect(Self.untimed(plain.output) == Self.untimed(parsed.output))
    #expect(Self.untimed(plain.errors) == Self.untimed(parsed.errors))
  }

  /// Without the milliseconds that it took.
  private static func untimed(_ text: String) -> String {
    text.replacing(#/"took_us":[0-9.]+/#, with: "").replacing(#/[0-9.]+ (ms|毫秒)/#, with: "")
  }
}
