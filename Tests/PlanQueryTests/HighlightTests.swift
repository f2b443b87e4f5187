import PlanQuery
import Testing

@Suite("Highlights and snippets")
struct HighlightTests {
  private func marked(_ query: String, _ text: String) throws -> String {
    let ranges = Highlighter(try SearchQuery(parsing: query)).highlights(in: text)
    let scalars = Array(text.unicodeScalars)
    return ranges.map {
      String(String.UnicodeScalarView(scalars[$0]))
    }.joined(separator: "|")
  }

  @Test(
    "mark what the query looks for as it is written in the text",
    arguments: [
      ("5G", "用５Ｇ和15G", "５Ｇ"), ("经济 发展", "发展数字经济", "发展|经济"),
      ("哈哈", "哈哈哈", "哈哈哈"), ("一 NOT 二", "一二", "一"), ("90%", "达 90 ％。", "90 ％"),
      ("2025年", "2025 年", "2025 年"), ("info*", "Information", "Information"),
      ("数字*平台", "数字化平台", "数字化平台"), ("㎡", "10㎡", "㎡"),
      ("教育 NEAR/2 投入", "教育的投入，以及教育和其他方面的投入", "教育|投入"),
      ("教育 NEAR/2 投入 AND 方面", "教育的投入，以及教育和其他方面的投入", "教育|投入|方面"),
      ("/[0-9]+%/", "增长5%，下降12 %", "5%|12 %"),
    ])
  func highlights(query: String, text: String, expected: String) throws {
    #expect(try marked(query, text) == expected)
  }

  @Test("show the densest part of a text")
  func snippet() {
    let text = String(repeating: "一", count: 50) + "数字经济" + String(repeating: "二", count: 50)
    let snippet = Snippet(text, highlights: [3..<4, 50..<52, 52..<54], length: 10)
    #expect(snippet.text == "一一一数字经济二二二")
    #expect(snippet.highlights == [3..<5, 5..<7])
    #expect(snippet.start == 47 && snippet.isCutBefore && snippet.isCutAfter)
  }

  @Test("show all of a short text, and the beginning of one without highlights")
  func whole() {
    let whole = Snippet("数字", highlights: [0..<1], length: 10)
    #expect(whole.text == "数字" && !whole.isCutBefore && !whole.isCutAfter)
    #expect(Snippet("数字经济", highlights: [], length: 2).text == "数字")
    #expect(Snippet("", highlights: [], length: 2).text.isEmpty)
    #expect(Snippet("数字经济", highlights: [0..<4], length: 2).highlights == [0..<2])
    #expect(Snippet("数字经济", highlights: [3..<4], length: 2).text == "经济")
  }
}
