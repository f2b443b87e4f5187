import DocumentReading
import Foundation
import PlanDocument
import PlanOutline
import TargetExtraction
import TestSupport
import Testing

/// The sample plan of Tests/Fixtures/Formats in several formats (Scripts/make-format-fixtures).
@Suite("One plan in several formats")
struct FormatTwinTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/Formats")

  private struct Plan {
    var source: SourceText
    var outline: Outline
    var targets: [TargetRecord]
  }

  private static let shared = folder.appendingPathComponent("../../../../shared/plans")
    .standardizedFileURL

  private func plan(_ name: String, in folder: URL = Self.folder) throws -> Plan {
    let source = try DocumentReader().read(path: folder.appendingPathComponent(name).path).text
    let outline = OutlineBuilder().outline(of: source)
    let targets = TargetExtractor().targets(
      in: outline, source: source, document: DocumentID("sample"), metadata: PlanMetadata())
    return Plan(
      source: source, outline: outline,
      targets: targets.map { TargetRecord($0, of: outline, source: source) })
  }

  private func units(_ plan: Plan) -> [String] {
    plan.outline.divisions.indices.map { index in
      let division = plan.outline.divisions[index]
      return "\(division.level) \(plan.outline.path(of: index)) \(division.title.string)"
    }
  }

  /// Without what says where in the file something stands.
  private func withoutPlaces(_ record: TargetRecord) -> TargetRecord {
    var record = record
    record.id = ""
    record.offset = 0
    record.line = 0
    record.page = nil
    record.passage = 0
    record.subjectBorrowedOffset = record.subjectBorrowedOffset.map { _ in 0 }
    record.evidence = record.evidence.map { evidence in
      var evidence = evidence
      evidence.offset = 0
      evidence.line = 0
      return evidence
    }
    return record
  }

  /// Fields that differ.
  private func differences(_ found: TargetRecord, _ wanted: TargetRecord) -> [String] {
    zip(
      Mirror(reflecting: withoutPlaces(found)).children,
      Mirror(reflecting: withoutPlaces(wanted)).children
    )
    .filter { "\($0.value)" != "\($1.value)" }.map { "\($0.label ?? ""): \($0.value) \($1.value)" }
  }

  @Test("the sample has the units, the table and the targets that were written into it")
  func sample() throws {
    let text = try plan("sample.txt")
    #expect(units(text).count == 15)
    #expect(text.outline.tables.map(\.rows.count) == [8])
    #expect(text.targets.count == 38)
  }

  @Test(
    "outline and targets are those of the text", arguments: ["sample.docx", "sample.html"])
  func twins(name: String) throws { try expectTwin(name) }

  @Test(
    "old formats give them too",
    .enabled(
      if: startsOffice && ChildProcess.isInstalled("soffice"),
      "needs LibreOffice and GANGYAO_OFFICE=1"),
    arguments: ["sample.doc", "sample.rtf", "sample.odt"])
  func oldFormats(name: String) async throws { try await onOwnThread { try expectTwin(name) } }

  @Test(
    "a PDF gives them by the places of its words",
    .enabled(if: ChildProcess.isInstalled("pdftotext"), "needs pdftotext (poppler-utils)"))
  func portable() async throws { try await onOwnThread { try expectTwin("sample.pdf") } }

  /// The text has a heading behind the last sentence of a paragraph, and other quotation marks.
  @Test(
    "a published PDF has the outline of the text that others made of it",
    .enabled(
      if: ChildProcess.isInstalled("pdftotext")
        && FileManager.default.fileExists(atPath: shared.path),
      "needs pdftotext (poppler-utils) and ../shared"))
  func published() async throws {
    try await onOwnThread {
      let marks = Set("“”\"".unicodeScalars)
      func titles(_ name: String) throws -> [String] {
        try units(plan(name, in: Self.shared)).map { unit in
          String(String.UnicodeScalarView(unit.unicodeScalars.filter { !marks.contains($0) }))
            .filter { !$0.isWhitespace }
        }
      }
      let found = try titles("yunnan-fyp10.pdf")
      #expect(found.count == 111)
      #expect(try found == titles("yunnan-fyp10-text.txt"))
    }
  }

  private func expectTwin(_ name: String) throws {
    let text = try plan("sample.txt")
    let twin = try plan(name)
    #expect(units(twin) == units(text))
    #expect(twin.outline.title.string == text.outline.title.string)
    #expect(twin.targets.count == text.targets.count)
    for (found, wanted) in zip(twin.targets, text.targets) {
      #expect(differences(found, wanted) == [], "\(wanted.text)")
    }
  }
}
