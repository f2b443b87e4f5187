import DocumentReading
import Foundation
import PlanDocument
import Testing

@Suite("Pages")
struct PageTests {
  private func pages(_ text: String) throws -> [PageStart] {
    try ReadingFixture.read(Array(text.utf8)).text.pages
  }

  @Test("a form feed begins a page")
  func formFeeds() throws {
    let text = "甲一\n甲二\n\u{0C}乙一\n\u{0C}丙一\n"
    let source = try ReadingFixture.read(Array(text.utf8)).text
    let places = text.utf8.enumerated().filter { $0.element == 0x0C }.map(\.offset)
    #expect(source.pages.map(\.number) == [1, 2, 3])
    #expect(source.page(ofByte: 0) == 1)
    #expect(source.page(ofByte: places[1] + 2) == 3)
  }

  @Test("a line with a page number ends its page, and says which it is")
  func printedNumbers() throws {
    let text = "文字甲。\n- 18 -\n文字乙。\n- 19 -\n文字丙。\n- 20 -\n"
    let source = try ReadingFixture.read(Array(text.utf8)).text
    let line = { (number: Int) in source.page(ofByte: source.span(ofLine: number).start) }
    #expect(line(1) == 18)
    #expect(line(3) == 19)
    #expect(line(5) == 20)
    #expect(try pages("第 1 页 共 2 页\n文字。\n").first?.number != nil)
  }

  @Test("a text without a sign of pages has none")
  func noPages() throws {
    #expect(try pages("第一章 总则\n2021\n文字。\n12\n文字。\n").isEmpty)
  }

  @Test("lines led by one blank begin pages where a converter left one at each")
  func blankLed() throws {
    let page = (1...12).map { "文字第\($0)行\n" }.joined()
    let text = (1...5).map { _ in " " + page }.joined()
    #expect(try pages(text).map(\.number) == [1, 2, 3, 4, 5])
  }

  private static let district = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Corpus/dongsheng-fyp14/source.txt").path

  @Test(
    "the district plan has the pages that are printed in it",
    .enabled(if: FileManager.default.fileExists(atPath: district), "needs Corpus"))
  func districtPlan() throws {
    let source = try DocumentReader().read(path: Self.district).text
    for (line, page) in [(753, 19), (1681, 42), (2262, 58), (4393, 124)] {
      #expect(source.page(ofByte: source.span(ofLine: line).start) == page)
    }
    #expect(source.page(ofByte: source.span(ofLine: 755).start) == 20)
    #expect(source.pages.map(\.number) == source.pages.map(\.number).sorted())
  }
}
