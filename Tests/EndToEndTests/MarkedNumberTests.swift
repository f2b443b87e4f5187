import Testing

@Suite("Numbers that a query asks for")
struct MarkedNumberTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.write(
      "corpus/a.txt",
      """
      某市规划
      第一章 目标
      到2025年，森林覆盖率达到24.1%，城镇绿化率达到40%，用水总量控制在3亿立方米以内。
      到2030年，森林覆盖率达到26%。
      """)
    try #require(try desk.run("ingest", "corpus", "--quiet").code == 0)
  }

  private func marked(_ query: String) throws -> [[String]] {
    try desk.run("search", query, "--format", "jsonl").objects.compactMap { hit in
      guard let text = hit["text"] as? String, let ranges = hit["highlights"] as? [[Int]] else {
        return nil
      }
      let scalars = Array(text.unicodeScalars)
      return ranges.map { range in
        String(String.UnicodeScalarView(scalars[range[0]..<range[0] + range[1]]))
      }
    }
  }

  @Test("are marked, alone and beside the words")
  func marks() throws {
    #expect(try marked("value:>=24% unit:%") == [["24.1%", "40%"], ["26%"]])
    #expect(try marked("value:>=24% indicator:森林 year:2025") == [["24.1%"]])
    #expect(try marked("绿化率 value:>30%") == [["绿化率", "40%"]])
    // One that is not asked for is not marked.
    #expect(try marked("绿化率 -value:>50%") == [["绿化率"]])
    #expect(try marked("value:30000万立方米") == [["3亿立方米以内"]])
  }

  @Test("have a line each in a concordance, and count as its lines do")
  func concordance() throws {
    let lines = try desk.run(
      "search", "value:>=24%", "--kwic", "--format", "csv", "--headers", "names")
    #expect(lines.output.split(whereSeparator: \.isNewline).count == 4)
    #expect(lines.errors.contains("3 hit"))
    let counted = try desk.run("search", "value:>=24%", "--count-by", "document").objects
    #expect(counted.compactMap { $0["hits"] as? Int } == [3])
    #expect(counted.compactMap { $0["count"] as? Int } == [2])
    // With words, these have the lines.
    let words = try desk.run("search", "绿化率 value:>=24%", "--kwic", "--format", "csv")
    #expect(words.output.split(whereSeparator: \.isNewline).count == 2)
  }

  @Test("are marked in the section that --open shows, and cited with their sentence")
  func open() throws {
    let shown = try desk.run("search", "value:>=24% year:2025", "--open", "1")
    #expect(shown.output.contains("⟦24.1%⟧"))
    let cited = try desk.run("cite", "--query", "value:26%")
    #expect(cited.output.contains("到2030年，森林覆盖率达到26%"))
  }
}
