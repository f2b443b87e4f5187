import DocumentReading
import Foundation
import PlanDocument
import Testing

@Suite("HTML")
struct HTMLTests {
  private func lines(_ body: String) throws -> [String] {
    ReadingFixture.string(try ReadingFixture.html(body)).split(separator: "\n").map(String.init)
  }

  @Test("a block is a line; white space inside is one blank, and none between Han characters")
  func blocks() throws {
    #expect(
      try lines("<h1>规 划</h1><p>第一\n 段 of\n text</p><div>二<p>三</p>四</div><p>五<br>六</p>")
        == ["规 划", "第一段 of text", "二", "三", "四", "五", "六"])
  }

  @Test("leaves out scripts, styles, hidden elements and the indent of paragraphs")
  func silent() throws {
    #expect(
      try lines(
        "<style>p{}</style><script>var a='<p>no</p>'</script><p>　　正文</p>"
          + "<p style='display: none'>藏</p><div hidden>藏</div><noscript>无</noscript>")
        == ["正文"])
  }

  @Test("entities are the characters that they name")
  func entities() throws {
    #expect(try lines("<p>R&amp;D&nbsp;&lt;5&#37; &#x4E2D;&ge;&ldquo;</p>") == ["R&D <5% 中≥“"])
  }

  @Test("headings, list items and captions keep their role")
  func roles() throws {
    let source = try ReadingFixture.html("<h2>总则</h2><ul><li>一项</li></ul><p>文字</p>")
    #expect(source.blocks.map(\.role) == [.heading(depth: 2), .listItem, .paragraph])
    #expect(source.blocks.map { source.string($0.span) } == ["总则", "一项", "文字"])
  }

  @Test("cells keep their place under row and column spans")
  func tables() throws {
    let source = try ReadingFixture.html(
      "<table><caption>表1</caption><thead><tr><th rowspan=2>指标</th><th colspan=2>值</th></tr>"
        + "<tr><th>2020</th><th>2025</th></tr></thead>"
        + "<tr><td rowspan=2>绿<br>色</td><td>1</td><td>2</td></tr><tr><td>3</td><td></td></tr></table>"
    )
    var places: [String: TableCellPlace] = [:]
    for block in source.blocks {
      if case .cell(let place) = block.role { places[source.string(block.span)] = place }
    }
    #expect(places["指标"] == TableCellPlace(table: 0, row: 0, column: 0, rowSpan: 2, isHeader: true))
    #expect(
      places["值"] == TableCellPlace(table: 0, row: 0, column: 1, columnSpan: 2, isHeader: true))
    #expect(places["2025"] == TableCellPlace(table: 0, row: 1, column: 2, isHeader: true))
    #expect(places["绿\n色"] == TableCellPlace(table: 0, row: 2, column: 0, rowSpan: 2))
    #expect(places["3"] == TableCellPlace(table: 0, row: 3, column: 1))
    #expect(source.blocks.first?.role == .caption)
  }

  @Test("a table that only lays out a page is no table of data")
  func layoutTables() throws {
    let source = try ReadingFixture.html(
      "<table><tr><td>左</td><td><table><tr><td>甲</td><td>1</td></tr></table></td></tr></table>")
    let cells = source.blocks.filter {
      if case .cell(_) = $0.role { return true }
      return false
    }
    #expect(cells.map { source.string($0.span) } == ["甲", "1"])
  }

  @Test("blocks lie in order, within the text, on whole lines")
  func spans() throws {
    let source = try ReadingFixture.html("<p>一</p><table><tr><td>二</td><td>三</td></tr></table>四")
    var end = 0
    for block in source.blocks {
      #expect(block.span.start >= end)
      #expect(block.span.start == 0 || source.bytes[block.span.start - 1] == 0x0A)
      #expect(source.bytes[block.span.end] == 0x0A)
      end = block.span.end
    }
  }

  @Test("a span that a page exaggerates costs neither time nor memory")
  func largeSpans() throws {
    let cell = "<td colspan=100000 rowspan=999999999999>值</td>"
    let row = "<tr>" + String(repeating: cell, count: 20) + "</tr>"
    let source = try ReadingFixture.html(
      "<table>" + String(repeating: row, count: 50) + "</table>")
    #expect(source.blocks.count == 1_000)
  }

  @Test("HTML without a telling name is known by its beginning")
  func sniffed() throws {
    let bytes = Array("<!DOCTYPE html><html><body><p>规划</p></body></html>".utf8)
    #expect(try ReadingFixture.read(bytes, as: "page").format == .html)
    #expect(try ReadingFixture.read(Array("<表1> 指标".utf8), as: "page").format == .text)
  }

  @Test(
    "what stands behind the end of a page, or an end tag at its beginning, is read",
    arguments: [
      "<html><body><p>甲</p></body></html><p>乙</p>丙", "</div><p>甲</p>乙<p>丙",
      "</td></tr></table>甲<br>乙<p>丙</p>", "<p>甲</p></body></html>\n</html>乙<p>丙",
      "<html><head><title>题</title></head></html>甲<p>乙</p></html>丙",
      "<!-- 注 --></p>甲<p>乙<p>丙</body>",
    ])
  func behindTheEnd(page: String) throws {
    let lines = try ReadingFixture.text(Array(page.utf8), as: "plan.html").split(separator: "\n")
    #expect(lines == ["甲", "乙", "丙"])
  }

  @Test("parts of a large page are written in order: tables, lists and text between them")
  func largePage() throws {
    // More events than are written at a time.
    let part = "<p>甲</p><ol><li>乙</li></ol><table><tr><td>丙</td><td>丁</td></tr></table>戊"
    let text = try ReadingFixture.html(String(repeating: part, count: 1_500))
    let lines = ReadingFixture.string(text).split(separator: "\n")
    #expect(lines.count == 7_500)
    #expect(lines.prefix(5) == ["甲", "1. 乙", "丙", "丁", "戊"])
    #expect(Set(lines).count == 5)
    let tables = text.blocks.compactMap { block -> Int? in
      guard case .cell(let place) = block.role else { return nil }
      return place.table
    }
    #expect(tables == (0..<1_500).flatMap { [$0, $0] })
  }
}
