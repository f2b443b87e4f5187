import DocumentReading
import PlanDocument
import Testing

@Suite("Pages of Word files")
struct WordPageTests {
  private typealias Word = WordFixture

  private let rendered = "<w:r><w:lastRenderedPageBreak/></w:r>"
  private let explicit = "<w:r><w:br w:type=\"page\"/></w:r>"

  private func pages(_ source: SourceText) -> [String] {
    source.blocks.map { "\(source.page(ofByte: $0.span.start) ?? 0)\(source.string($0.span))" }
  }

  @Test("a break and its rendering are one, an empty page counts")
  func breaks() throws {
    let source = try Word.source(
      Word.p("甲") + "<w:p>\(explicit)</w:p><w:p>\(rendered)\(Word.r("乙"))</w:p>"
        + "<w:p>\(explicit)</w:p><w:p>\(explicit)</w:p>"
        + Word.p("丙") + Word.p("丁", properties: "<w:pageBreakBefore/>"))
    #expect(pages(source) == ["1甲", "2乙", "4丙", "5丁"])
  }

  @Test("a break inside a paragraph stands at its character")
  func inside() throws {
    let source = try Word.source("<w:p>\(Word.r("前半"))\(rendered)\(Word.r("后半"))</w:p>")
    #expect(source.page(ofByte: 0) == 1)
    #expect(source.page(ofByte: 6) == 2)
    #expect(WordFixture.lines(source) == ["前半后半"])
  }

  @Test("a section begins a page where it is not said to go on")
  func sections() throws {
    let ends = { (text: String, type: String) in
      Word.p(text, properties: "<w:sectPr>\(type)</w:sectPr>")
    }
    let continuous = "<w:type w:val=\"continuous\"/>"
    let source = try Word.source(
      ends("甲", "") + ends("乙", "") + ends("丙", continuous) + Word.p("丁")
        + "<w:sectPr>\(continuous)</w:sectPr>")
    #expect(pages(source) == ["1甲", "2乙", "2丙", "2丁"])
  }

  @Test("cells side by side break at one place")
  func rows() throws {
    let cell = "<w:tc><w:p>\(Word.r("甲"))\(rendered)\(Word.r("乙"))</w:p></w:tc>"
    let source = try Word.source(Word.table([cell + cell]) + Word.p("丙"))
    #expect(source.page(ofByte: source.bytes.count - 2) == 2)
  }

  @Test("pages are left open where the file has more of them than breaks")
  func unknown() throws {
    let body = Word.p("封面") + "<w:p>\(explicit)</w:p>" + Word.p("正文")
    #expect(try Word.source(body, pages: 2).pages.count == 2)
    #expect(try Word.source(body, pages: 40).pages.isEmpty)
    #expect(try Word.source(Word.p("正文")).pages.isEmpty)
  }
}
