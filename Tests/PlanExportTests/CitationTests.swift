import PlanDocument
import PlanExport
import Testing

@Suite("Citations")
struct CitationTests {
  private func citation(
    _ change: (inout DocumentRecord) -> Void = { _ in }, page: Int? = 17
  ) throws -> Citation {
    let source = SourceText("第一篇 目标\n森林覆盖率达到24.1%，占比_{5}提高。\n")
    var metadata = PlanMetadata()
    metadata[.title] = PlanMetadata.Found("某市林业发展规划")
    var document = DocumentRecord(
      document: DocumentID("forest plan"), path: "/x", metadata: metadata, checksum: "",
      format: "txt", encoding: nil, characters: 20, units: 1, passages: 2, targets: 1)
    document.issuer = "某市人民政府"
    document.number = "某政发〔2021〕5号"
    document.issued = "2021-03-05"
    change(&document)
    let text = MendedText(TextSpan(0, 20), of: source)
    var passage = PassageRecord(
      Passage(kind: .paragraph, text: text, division: nil), of: Outline(), source: source,
      document: DocumentID("forest plan"))
    passage.page = page
    passage.path = "第一篇"
    passage.offset = 7
    return Citation(
      document: document, passage: passage, quote: "森林覆盖率达到24.1%，占比_{5}提高。",
      address: "forest plan#第一篇@7")
  }

  @Test("follow GB/T 7714-2015: report, report on the web, what is not known left out")
  func gbt7714() throws {
    #expect(
      try citation().text(.gbt7714) == "某市人民政府. 某市林业发展规划: 某政发〔2021〕5号[R]. 2021: 17.")
    #expect(
      try citation {
        $0.source = "https://example.org/a.html"
        $0.retrieved = "2024-01-02"
      }.text(.gbt7714)
        == "某市人民政府. 某市林业发展规划: 某政发〔2021〕5号[R/OL]. 2021: 17(2021-03-05)[2024-01-02]. "
        + "https://example.org/a.html.")
    #expect(
      try citation(
        {
          $0.source = "http://example.org/"
          $0.number = nil
        }, page: nil
      ).text(.gbt7714) == "某市人民政府. 某市林业发展规划[R/OL]. (2021-03-05). http://example.org/.")
    #expect(
      try citation(
        {
          $0.issuer = nil
          $0.issued = nil
          $0.number = nil
          $0.title = nil
          $0.source = "县档案馆"
        }, page: nil
      ).text(.gbt7714) == "forest plan[R].")
  }

  @Test("say that a year is not known where a page needs one")
  func withoutYear() throws {
    #expect(
      try citation {
        $0.issued = nil
        $0.number = nil
      }.text(.gbt7714) == "某市人民政府. 某市林业发展规划[R]. [出版年不详]: 17.")
  }

  @Test("are entries of BibTeX whose special characters are printed")
  func bibtex() throws {
    let lines = try citation().text(.bibtex).split(separator: "\n").map(String.init)
    #expect(lines.first == "@techreport{forest-plan:7,")
    #expect(lines.contains("  author = {{某市人民政府}},"))
    #expect(lines.contains("  year = {2021},"))
    #expect(lines.contains("  pages = {17},"))
    #expect(lines.contains("  note = {第一篇：“森林覆盖率达到24.1\\%，占比\\_\\{5\\}提高。”},"))
    #expect(lines.last == "}")
    let text = lines.joined()
    #expect(text.count { $0 == "{" } == text.count { $0 == "}" })
  }
}

@Suite("Breadcrumbs")
struct BreadcrumbTests {
  @Test("are labels, with titles from the inside out where there is room")
  func widths() {
    let crumb = Breadcrumb(path: "第三篇/第一章/第一节")
    #expect(crumb.text(width: 10) == "第三篇 › 第一章 › 第一节")
    #expect(Breadcrumb(path: "").isEmpty)
  }
}

@Suite("Tables of a concordance")
struct ConcordanceTableTests {
  private let lines = [
    ConcordanceTable.Line(place: "a:1", left: "加快发展", hit: "数字经济", right: "，推动转型升级"),
    ConcordanceTable.Line(place: "long-name:20", left: "5G", hit: "数字经济", right: ""),
  ]

  @Test("have the occurrences under one another, and are no wider than the terminal")
  func alignment() {
    for width in [40, 50, 80, 200] {
      let table = ConcordanceTable(measuring: lines, width: width)
      let texts = lines.map { table.text($0, markWidth: 2) { "[\($0)]" } }
      let starts = texts.map { text in
        text.firstIndex(of: "[").map { DisplayWidth.of(text[..<$0]) }
      }
      #expect(starts[0] != nil && starts[0] == starts[1], "\(width)")
      for text in texts { #expect(DisplayWidth.of(text) <= width, "\(width) \(text)") }
    }
    #expect(DisplayWidth.cutFront("加快发展", to: 5) == "…发展")
    #expect(DisplayWidth.cutFront("加快", to: 4) == "加快")
  }
}
