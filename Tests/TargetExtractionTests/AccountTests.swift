import DocumentReading
import Foundation
import PlanDocument
import PlanOutline
import TargetExtraction
import Testing

@Suite("An account of the numbers of a source")
struct AccountTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let shared = root.deletingLastPathComponent().appendingPathComponent("shared/plans")
  static let isThere = FileManager.default.fileExists(atPath: shared.path)

  private static func texts(in folder: URL) -> [URL] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().map(folder.appendingPathComponent)
  }
  static var sharedTexts: [URL] { texts(in: shared) }
  static var corpusTexts: [URL] { texts(in: root.appendingPathComponent("Corpus")) }

  /// The plain count by another way: a pattern over the whole text.
  private func plainCount(_ text: String) throws -> Int {
    let digits = "0-9０-９"
    let all = digits + "〇零一二三四五六七八九十百千万亿两"
    let pattern = try NSRegularExpression(
      pattern: "[\(all)][\(all)○]*(?:(?<=[\(digits)])[.．](?=[\(digits)])[\(all)○]+)*")
    return pattern.numberOfMatches(in: text, range: NSRange(text.startIndex..., in: text))
  }

  private func check(_ file: URL) throws {
    let source = try DocumentReader().read(path: file.path).text
    let text = String(decoding: source.bytes, as: UTF8.self)
    let outline = OutlineBuilder().outline(of: source)
    let metadata = MetadataFinder().metadata(of: outline, source: source)
    let document = DocumentID(file.deletingPathExtension().lastPathComponent)
    let extractor = TargetExtractor()
    let numbers = extractor.account(
      in: outline, source: source, document: document, metadata: metadata)
    let targets = extractor.targets(
      in: outline, source: source, document: document, metadata: metadata)

    #expect(numbers.count == (try plainCount(text)), "\(document)")
    #expect(numbers.allSatisfy { $0.fate != .quantity }, "a quantity was dropped in \(document)")
    let strays = numbers.filter { number in
      number.fate == .wrapper && !outline.noise.contains { $0.span.contains(number.span.start) }
    }
    #expect(strays.isEmpty, "\(document): \(strays.prefix(3).map { source.string($0.span) })")
    let unnamed = Set(targets.map(\.provenance.rule)).filter { ExtractionRule.named($0) == nil }
    #expect(unnamed.isEmpty, "rules without a meaning: \(unnamed)")
    // Every record leads to a number, and every number that is called a record to its record.
    let recorded = Set(numbers.compactMap(\.record))
    let records = targets.filter {
      $0.kind != .pledge && $0.value != nil && PlainNumbers.count(in: $0.text) > 0
    }
    let missing = records.filter { !recorded.contains($0.numberStart) }
    #expect(missing.isEmpty, "\(document): \(missing.prefix(3).map(\.text))")
    #expect(recorded.isSubset(of: Set(records.map(\.numberStart))), "\(document)")
  }

  @Test("adds up to a plain count in the corpus", arguments: corpusTexts)
  func corpus(file: URL) throws { try check(file) }

  @Test(
    "adds up to a plain count in every plan", .enabled(if: isThere, "needs ../shared"),
    arguments: sharedTexts)
  func plans(file: URL) throws { try check(file) }

  @Test(
    "counts plain numbers as its rule says",
    arguments: [
      ("12.5万", 1), ("2021-2025", 2), ("1,234", 2), ("千方百计", 2), ("①Ⅲ", 0), ("３．５％", 1),
      ("第三章 2.", 2), ("1.2.3", 1), ("十.五", 2), ("两万五千", 1), ("", 0), ("5", 1), ("五○○○辆", 1),
      ("○一", 1),
    ])
  func plainNumbers(text: String, count: Int) throws {
    #expect(PlainNumbers.count(in: text) == count)
    #expect(try plainCount(text) == count)
  }
}
