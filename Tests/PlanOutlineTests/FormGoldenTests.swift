import Foundation
import PlanDocument
import PlanOutline
import Testing

@Suite("Outlines of every form of document")
struct FormGoldenTests {
  private static let fixtures = OutlineFixture.root.appendingPathComponent(
    "Tests/Fixtures/Outlines")
  private static let golden = OutlineFixture.root.appendingPathComponent("Tests/Golden/Outlines")
  private static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: fixtures.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }()

  @Test("there are fixtures of seven forms")
  func fixturesAreThere() {
    #expect(Self.names.count >= 7)
  }

  @Test(
    "units, gaps and what is set aside are those of the golden file", arguments: names)
  func form(name: String) throws {
    let text = try String(
      contentsOf: Self.fixtures.appendingPathComponent("\(name).txt"), encoding: .utf8)
    let source = SourceText(text)
    let outline = OutlineBuilder().outline(of: source)
    #expect(OutlineFixture.accountErrors(outline, of: source) == [])
    let dump = dump(outline, of: source)
    let file = Self.golden.appendingPathComponent("\(name).outline.txt")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try dump.write(to: file, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    for (line, want) in zip(dump.split(separator: "\n"), expected.split(separator: "\n")) {
      #expect(line == want)
    }
    #expect(dump == expected)
  }

  /// Title, units, gaps, noise but for blanks, and the kinds of the passages.
  private func dump(_ outline: Outline, of source: SourceText) -> String {
    var lines = ["title \(outline.title.string)", OutlineFixture.dump(outline, of: source)]
    lines += outline.warnings.map { "warning \($0)" }
    for piece in outline.noise where piece.reason != .blank {
      let line = source.line(ofByte: piece.span.start)
      lines.append("\(piece.reason.rawValue) \(source.string(piece.span)) @\(line)")
    }
    for passage in outline.passages where passage.kind != .heading {
      let line = source.line(ofByte: passage.text.sourceSpan?.start ?? 0)
      let start = passage.text.string.prefix(16)
      lines.append("\(passage.kind.rawValue) \(start) @\(line)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
