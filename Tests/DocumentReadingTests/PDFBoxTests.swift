import DocumentReading
import Foundation
import PlanDocument
import TestSupport
import Testing

@Suite(
  "Boxes, turns and locks of PDF",
  .enabled(if: ChildProcess.isInstalled("pdftotext"), "needs pdftotext (poppler-utils)"))
struct PDFBoxTests {
  private static func lines(_ text: SourceText, _ role: MarkupBlock.Role? = nil) -> [String] {
    text.blocks.filter { role == nil || $0.role == role }.map { text.string($0.span) }
  }

  @Test("text outside of the crop box is left out")
  func cropBox() async throws {
    let page = PDFFixture.Page(
      entries: "/CropBox [50 50 545 792]",
      content: PDFFixture.line("Outside above", x: 72, y: 820)
        + PDFFixture.line("Inside the crop 2025", x: 72, y: 700)
        + PDFFixture.line("Outside below", x: 72, y: 20))
    let text = try await onOwnThread {
      try DocumentReader().read(PDFFixture.file([page]), path: "plan.pdf").text
    }
    #expect(Self.lines(text) == ["Inside the crop 2025"])
  }

  @Test("pages that are turned have their heads and numbers set aside, and all of their lines")
  func turned() async throws {
    let pages = (1...3).map { page in
      let body = (0..<15).map { line in
        let number = "\(page)\(line < 10 ? "0" : "")\(line)"
        return PDFFixture.upwards(
          "Line \(number) of this page is a sentence with many words", x: 100 + 20 * line, y: 80)
      }
      return PDFFixture.Page(
        entries: "/Rotate 90",
        content: PDFFixture.upwards("Plan of the county 2025", x: 40, y: 80) + body.joined()
          + PDFFixture.upwards("- \(page) -", x: 570, y: 400))
    }
    let text = try await onOwnThread {
      try DocumentReader().read(PDFFixture.file(pages), path: "plan.pdf").text
    }
    #expect(text.pages.map(\.number) == [1, 2, 3])
    #expect(Self.lines(text, .pageNumber).map { $0.filter { $0 != " " } } == ["-1-", "-2-", "-3-"])
    let heads = Self.lines(text, .runningHead)
    #expect(heads.count { $0 == "Plan of the county 2025" } == 3)
    let whole = text.string(TextSpan(0, text.bytes.count))
    let numbers = whole.matches(of: /Line (\d+) of/).compactMap { Int($0.1) }
    #expect(numbers.count == 45)
    #expect(!Self.lines(text, .paragraph).contains { $0.contains("county") })
  }

  @Test("a file that an owner's password protects from copying is read")
  func passwords() async throws {
    // Made with: qpdf --encrypt '' owner 256 --extract=n --print=none -- IN OUT
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/Formats/sample-owner.pdf").path
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(String(decoding: bytes, as: UTF8.self).contains("/Encrypt"))
    let text = try await onOwnThread { try DocumentReader().read(path: path).text }
    #expect(Self.lines(text) == ["Inside the crop 2025"])
  }
}
