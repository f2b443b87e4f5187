import DocumentReading
import Foundation
import PlanDocument
import TestSupport
import Testing

@Suite(
  "PDF", .enabled(if: ChildProcess.isInstalled("pdftotext"), "needs pdftotext (poppler-utils)"))
struct PDFTests {
  private static let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/Formats/sample.pdf")

  private static func read(_ bytes: [UInt8], as path: String = "plan.pdf") throws -> ReadDocument {
    try DocumentReader().read(bytes, path: path)
  }

  /// A PDF of one page with a line of Latin text, or with none.
  private static func page(_ text: String?) -> [UInt8] {
    PDFFixture.file([
      PDFFixture.Page(content: text.map { PDFFixture.line($0, x: 72, y: 720) } ?? "")
    ])
  }

  @Test("is read into lines with pages, whatever its name is")
  func reading() async throws {
    let found = try await onOwnThread { try Self.read(Self.page("Plan 2025"), as: "plan.txt") }
    #expect(found.format == .pdf)
    #expect(found.text.string(TextSpan(0, found.text.bytes.count)).contains("Plan 2025"))
    #expect(found.text.page(ofByte: 0) == 1)
  }

  @Test("paragraphs come whole, without form feeds")
  func sample() async throws {
    let bytes = [UInt8](try Data(contentsOf: Self.sample))
    let text = try await onOwnThread { try Self.read(bytes).text }
    let lines = text.string(TextSpan(0, text.bytes.count)).split(separator: "\n")
    #expect(lines.contains { $0.count > 60 && $0.hasSuffix("。") })
    #expect(!lines.contains { $0.contains("\u{0C}") })
  }

  /// Texts of blocks without white space, as the page of a sample and as its PDF give them.
  private static func twins(_ name: String) throws -> (page: [String], pdf: SourceText) {
    let folder = sample.deletingLastPathComponent()
    let page = try DocumentReader().read(path: folder.appendingPathComponent("\(name).html").path)
    let pdf = try DocumentReader().read(path: folder.appendingPathComponent("\(name).pdf").path)
    return (page.text.blocks.map { squeezed($0, of: page.text) }, pdf.text)
  }

  /// The cells of a text with their places, of tables of several rows.
  private static func cells(_ text: SourceText) -> [String] {
    text.blocks.compactMap { block in
      guard case .cell(let place) = block.role else { return nil }
      return "\(place.row)+\(place.rowSpan) \(place.column)+\(place.columnSpan) "
        + squeezed(block, of: text)
    }
  }

  @Test(
    "tables without lines have the cells of their page: heads of several columns, groups, cut rows",
    arguments: ["sample-open-table", "sample-open-top"])
  func openTables(name: String) async throws {
    try await onOwnThread {
      let folder = Self.sample.deletingLastPathComponent()
      let page = try DocumentReader().read(path: folder.appendingPathComponent("\(name).html").path)
      let pdf = try DocumentReader().read(path: folder.appendingPathComponent("\(name).pdf").path)
      #expect(Self.cells(pdf.text) == Self.cells(page.text))
    }
  }

  @Test(
    "tables without lines have the rows of their page where pages and columns part them",
    arguments: [
      // Titles and sums of groups, cut rows, narrow columns; a head of two lines on each page.
      ("sample-projects", "sample-projects"), ("sample-projects-rep", "sample-projects"),
      // The head at the foot of a column; another column's text beside the table.
      ("sample-columns-table", "sample-columns-table"),
      // A group of rows that goes on on the next page.
      ("sample-groups", "sample-groups"),
    ])
  func partedTables(name: String, pageName: String) async throws {
    try await onOwnThread {
      let folder = Self.sample.deletingLastPathComponent()
      func text(_ name: String) throws -> SourceText {
        try DocumentReader().read(path: folder.appendingPathComponent(name).path).text
      }
      let page = try text("\(pageName).html")
      let found = try text("\(name).pdf")
      #expect(Self.cells(found) == Self.cells(page))
      let blocks = found.blocks.filter { $0.role != .pageNumber && $0.role != .runningHead }
      #expect(
        blocks.map { Self.squeezed($0, of: found) }
          == page.blocks.map { Self.squeezed($0, of: page) })
    }
  }

  @Test("without indents an entry begins a paragraph behind a remark in brackets")
  func entries() {
    let lines = [
      "二、主要任务是推进各类公共服务事项集中办理，明确责任单位时限。",
      "65．建立统一的数据共享交换平台，实现各部门业务系统互联互通和",
      "数据按需共享，持续推进。（牵头单位：示例市数据和政务服务局）",
      "66．推进条件较好的乡镇分批次实现网络升级，扩大覆盖范围，提高",
      "服务质量。",
    ]
    var layout = "<html><body><doc><page width=\"595\" height=\"842\"><flow><block>"
    for (index, line) in lines.enumerated() {
      let top = 100 + index * 18
      let end = 72 + 14 * line.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 0.5 : 1) }
      let box = "xMin=\"72\" yMin=\"\(top)\" xMax=\"\(end)\" yMax=\"\(top + 14)\""
      layout += "<line \(box)><word \(box)>\(line)</word></line>"
    }
    let text = PDFLayoutText.text(
      of: Array((layout + "</block></flow></page></doc></body></html>").utf8))
    #expect(
      text.blocks.map { Self.squeezed($0, of: text) }
        == [lines[0], lines[1] + lines[2], lines[3] + lines[4]])
  }

  private static func squeezed(_ block: MarkupBlock, of text: SourceText) -> String {
    text.string(block.span).filter { !$0.isWhitespace }
  }

  @Test(
    "columns and tables over pages give the blocks of their page, heads and numbers set aside",
    arguments: [
      ("sample-columns", 2), ("sample-long-table", 3), ("sample-open-table", 3),
      ("sample-open-top", 3),
    ])
  func layout(name: String, pages: Int) async throws {
    try await onOwnThread {
      let (page, text) = try Self.twins(name)
      let texts = text.blocks.filter { $0.role != .pageNumber && $0.role != .runningHead }
      #expect(texts.map { Self.squeezed($0, of: text) } == page)
      #expect(text.pages.map(\.number) == Array(1...pages))
      let numbers = text.blocks.filter { $0.role == .pageNumber }
      #expect(numbers.map { Self.squeezed($0, of: text) } == (1...pages).map { "—\($0)—" })
      let rows = text.blocks.compactMap { block -> Int? in
        guard case .cell(let place) = block.role else { return nil }
        return place.row
      }
      #expect(Set(rows).count == (rows.max() ?? -1) + 1)
      let tables = text.blocks.compactMap { block -> Int? in
        guard case .cell(let place) = block.role else { return nil }
        return place.table
      }
      #expect(Set(tables).count <= 1)
    }
  }

  @Test("raised digits stay apart from numbers, notes and watermarks from the text")
  func notes() async throws {
    try await onOwnThread {
      let path = Self.sample.deletingLastPathComponent().appendingPathComponent("sample-notes.pdf")
      let text = try DocumentReader().read(path: path.path).text
      let blocks = text.blocks.map { ($0.role, Self.squeezed($0, of: text)) }
      let paragraphs = blocks.filter { $0.0 == .paragraph }.map(\.1)
      #expect(paragraphs[1].hasPrefix("到2030年，城镇调查失业率控制在5.5%¹以内，"))
      #expect(paragraphs[1].contains("建成面积25km²，库容达到10⁸m³，"))
      #expect(paragraphs[2].contains("达到1250亿元¹，研发经费投入强度达到2.8²，"))
      #expect(
        blocks.filter { $0.0 == .footnote }.map { $0.1.prefix(5) } == ["1全县调查", "2森林覆盖", "1城镇调查"])
      #expect(!paragraphs.contains { $0.contains { "资料存".contains($0) } })
    }
  }

  @Test("without text is called a scan, a damaged one what it is")
  func refusals() async throws {
    await #expect(throws: ReadingError.scan(path: "plan.pdf", pages: 1)) {
      try await onOwnThread { try Self.read(Self.page(nil)) }
    }
    await #expect(throws: ReadingError.self) {
      try await onOwnThread { try Self.read(Array("%PDF-1.7\nnothing".utf8)) }
    }
    // A page of the web under the name of a PDF is read as what it is.
    let page = Array("<!DOCTYPE html><html><body><p>已移走</p></body></html>".utf8)
    let format = try await onOwnThread { try Self.read(page).format }
    #expect(format == .html)
  }

  @Test("output of pdftotext that is cut or damaged gives what text it holds", arguments: 0..<24)
  func layoutDamage(seed: Int) async throws {
    let name = ["sample-open-table", "sample-columns", "sample-notes"][seed % 3]
    let file = Self.sample.deletingLastPathComponent().appendingPathComponent("\(name).pdf")
    try await onOwnThread {
      var bytes = try ChildProcess(
        "pdftotext", ["-bbox-layout", "-enc", "UTF-8", file.path, "-"],
        limits: ChildLimits(seconds: 30, memory: nil, output: 10 << 20)
      ).output().bytes
      var random = SplitMix64(seed: UInt64(seed))
      if seed % 2 == 0 { bytes.removeLast(Int(random.next() % UInt64(bytes.count))) }
      for _ in 0..<(seed * 4) {
        let place = Int(random.next() % UInt64(bytes.count))
        // Digits most of all: words then stand anywhere, or are larger than their page.
        bytes[place] =
          (0x30...0x39).contains(bytes[place])
          ? 0x30 + UInt8(random.next() % 10) : bytes[place] ^ (1 << (random.next() % 8))
      }
      let text = PDFLayoutText.text(of: bytes)
      #expect(text.blocks.allSatisfy { $0.span.end <= text.bytes.count })
    }
  }

  @Test(
    "the text of a scan is recognised where it is asked for",
    .enabled(if: ChildProcess.isInstalled("ocrmypdf"), "needs ocrmypdf and tesseract-ocr-chi-sim"),
    .enabled(
      if: ProcessInfo.processInfo.environment["GANGYAO_LONG"] != nil, "Scripts/test --long"))
  func recognition() async throws {
    let path = Self.sample.deletingLastPathComponent().appendingPathComponent("sample-scan.pdf")
    let document = try await onOwnThread {
      var options = ReadingOptions()
      options.recognizesText = true
      return try DocumentReader(options: options).read(path: path.path)
    }
    let text = document.text.string(TextSpan(0, document.text.bytes.count))
    #expect(text.contains("率达到31.5%") && text.contains("18亿立方米以内。"))
    #expect(document.warnings.count == 1)
  }

  @Test("cut or with flipped bytes gives text or an error, in time")
  func damage() async throws {
    try await onOwnThread {
      let whole = [UInt8](try Data(contentsOf: Self.sample))
      var random = SplitMix64(seed: 11)
      for round in 0..<12 {
        var bytes = whole
        if round % 2 == 0 {
          bytes.removeLast(Int(random.next() % UInt64(bytes.count - 8)))
        } else {
          for _ in 0..<20 {
            bytes[8 + Int(random.next() % UInt64(bytes.count - 8))] ^= 1 << (random.next() % 8)
          }
        }
        do {
          _ = try Self.read(bytes)
        } catch is ReadingError {
          // A clear error is as good.
        }
      }
    }
  }
}

private let summary = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .appendingPathComponent("../../../shared/plans/nat-fyp15-summary.pdf").standardizedFileURL

@Suite(
  "PDF of others",
  .enabled(if: ChildProcess.isInstalled("pdftotext"), "needs pdftotext (poppler-utils)"),
  .enabled(
    if: FileManager.default.fileExists(atPath: summary.path), "needs ../shared"))
struct PDFPlanTests {
  @Test("strokes of large characters are no table, lines of a list no paragraph")
  func strokesAndLists() async throws {
    let text = try await onOwnThread { try DocumentReader().read(path: summary.path).text }
    let isCell = text.blocks.map { block -> Bool in
      if case .cell = block.role { true } else { false }
    }
    #expect(!isCell.contains(true))
    let headings = text.blocks.count {
      text.string($0.span).prefixMatch(of: /第[一二三四五六七八九十]+章/) != nil
    }
    #expect(headings == 62)
  }
}
