import PlanExport
import Testing

@Suite("Pages of a comparison")
struct ComparisonReportTests {
  private func marked(_ pieces: [TextDifference.Piece]) -> String {
    pieces.map { $0.isChanged ? "[\($0.text)]" : $0.text }.joined()
  }

  @Test("differing words are marked, a number as a whole")
  func differences() {
    let found = TextDifference("森林覆盖率达到32.5%以上", "全市森林覆盖率提高到33%以上")
    #expect(marked(found.old) == "森林覆盖率[达]到[32.5]%以上")
    #expect(marked(found.new) == "[全市]森林覆盖率[提高]到[33]%以上")
    #expect(TextDifference("同", "同").old == [TextDifference.Piece("同", isChanged: false)])
    #expect(TextDifference("", "新").old.isEmpty)
  }

  @Test("what two other sentences have in common by chance is marked with the rest")
  func chance() {
    let found = TextDifference("煤炭年产销量达到8100万吨，就地转化率高。", "全面发起绿色革命，积极推广无人开采技术，产业链更长。")
    #expect(found.old.allSatisfy { $0.isChanged || $0.text.count > 1 || $0.text == "。" })
    #expect(marked(found.old).hasSuffix("。"))
  }

  @Test("the pieces make the texts again", arguments: 0..<60)
  func whole(seed: Int) {
    var random = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func text() -> String {
      String(
        (0..<Int(seed % 17)).map { _ -> Character in
          random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return ["甲", "乙", "3", ".", "a"][Int(random >> 33) % 5]
        })
    }
    let (old, new) = (text(), text())
    let found = TextDifference(old, new)
    #expect(found.old.map(\.text).joined() == old)
    #expect(found.new.map(\.text).joined() == new)
    #expect(
      found.old.filter { !$0.isChanged }.map(\.text).joined()
        == found.new.filter { !$0.isChanged }.map(\.text).joined())
  }

  private func report(_ text: String) -> String {
    var row = ComparisonReport.Row(
      status: "conflict", label: text, name: text,
      left: ComparisonReport.Side(place: text, text: text),
      right: ComparisonReport.Side(place: text, text: text), note: text)
    row.flags = [text]
    row.plot = ValuePlot([
      ValuePlot.Mark(label: text, value: 1, low: nil, high: 1, words: text),
      ValuePlot.Mark(label: text, value: 2, low: 2, high: 3, words: text),
    ])
    return ComparisonReport(
      title: text, language: "zh", summary: [text],
      sections: [ComparisonReport.Section(title: text, rows: [row])],
      words: ComparisonReport.Words(all: text, search: text, left: text, right: text, shown: text)
    ).html
  }

  @Test("text never becomes markup or script")
  func escaping() {
    let page = report("<script>alert(\"1\")</script>&'\u{1}")
    #expect(page.ranges(of: "<script>").count == 1)
    #expect(!page.contains("alert(\""))
    #expect(!page.contains("\u{1}"))
    #expect(page.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;"))
  }

  @Test("the compared value is set in bold where it stands once, across marked pieces too")
  func values() {
    func page(_ old: String, _ value: String) -> String {
      let row = ComparisonReport.Row(
        status: "agree", label: "", name: "",
        left: ComparisonReport.Side(place: "", text: old, value: value),
        right: ComparisonReport.Side(place: "", text: "达到20%左右。"), note: "")
      return ComparisonReport(
        title: "", language: "zh", summary: [],
        sections: [ComparisonReport.Section(title: "", rows: [row])],
        words: ComparisonReport.Words(all: "", search: "", left: "", right: "", shown: "")
      ).html
    }
    #expect(page("达到25%左右。", "25%").contains("达到<mark><b>25</b></mark><b>%</b>左右。"))
    #expect(!page("25%至25%。", "25%").contains("<b>25"))
  }

  @Test("a page without rows has no filter, and buttons stand in the order that was asked for")
  func filter() {
    let words = ComparisonReport.Words(
      all: "all", search: "", left: "", right: "", shown: "")
    var report = ComparisonReport(
      title: "", language: "zh", summary: [], sections: [], words: words)
    #expect(!report.html.contains("<form") && !report.html.contains("<script>"))
    report.sections = [
      ComparisonReport.Section(
        title: "",
        rows: ["agree", "other", "conflict"].map {
          ComparisonReport.Row(
            status: $0, label: $0, name: "", left: nil, right: nil, note: "")
        })
    ]
    report.order = ["conflict", "looser", "agree"]
    let buttons = report.html.split(separator: "<button ").dropFirst(2).compactMap {
      $0.split(separator: "data-status=\"").dropFirst().first?.prefix { $0 != "\"" }
    }
    #expect(buttons.prefix(3) == ["conflict", "agree", "other"])
  }

  @Test("a page names no address and loads nothing")
  func selfContained() {
    let page = report("指标")
    for word in ["http:", "https:", "src=", "url(", "@import", "<link"] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.contains("default-src 'none'"))
    #expect(page.contains("<svg"))
  }

  @Test("a plot needs two values that differ and are finite")
  func plots() {
    func mark(_ value: Double) -> ValuePlot.Mark {
      ValuePlot.Mark(label: "甲", value: value, low: value, high: value, words: "1")
    }
    #expect(ValuePlot([mark(1), mark(1)]) == nil)
    #expect(ValuePlot([mark(1)]) == nil)
    #expect(ValuePlot([mark(1), mark(.infinity)]) == nil)
    #expect(ValuePlot([mark(-.greatestFiniteMagnitude), mark(.greatestFiniteMagnitude)]) == nil)
    #expect(ValuePlot([mark(1), mark(2)]) != nil)
  }

  @Test("cells of Markdown keep their marks as text")
  func markdown() {
    #expect(MarkupText.markdownCell("a|b\n*c*") == "a\\|b \\*c\\*")
  }
}
