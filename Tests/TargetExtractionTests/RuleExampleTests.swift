import PlanDocument
import TargetExtraction
import TestSupport
import Testing

/// The claims of a text, each paragraph of it a passage of one unit.
func claims(
  in text: String, title: String = "", period: String? = "2021-2025", under unit: String = ""
) -> [PlanTarget] {
  let source = SourceText(text)
  var outline = Outline()
  if !unit.isEmpty {
    let heading = SourceText(unit)
    outline.divisions = [
      Division(
        level: .chapter, number: 1, label: "第一章",
        title: MendedText(TextSpan(0, heading.bytes.count), of: heading), parent: nil,
        heading: TextSpan(0, 0), extent: TextSpan(0, source.bytes.count))
    ]
  }
  for line in 1...source.lineCount where !source.span(ofLine: line).isEmpty {
    outline.passages.append(
      Passage(
        kind: .paragraph, text: MendedText(source.span(ofLine: line), of: source),
        division: unit.isEmpty ? nil : 0))
  }
  var metadata = PlanMetadata()
  metadata.title = PlanMetadata.Found(title)
  metadata.period = period.map { PlanMetadata.Found($0) }
  return TargetExtractor().targets(
    in: outline, source: source, document: DocumentID("d"), metadata: metadata)
}

@Suite("Rules of running text")
struct RuleExampleTests {
  @Test("take the values that their examples mark, with the name they give", arguments: 0..<8)
  func examples(number: Int) {
    let rule = ExtractionRule.all[number]
    for example in rule.examples {
      let marked = example.sentence.split(separator: "⟦").dropFirst().map {
        String($0.prefix { $0 != "⟧" })
      }
      let sentence = example.sentence.filter { $0 != "⟦" && $0 != "⟧" }
      let found = claims(in: sentence)
      #expect(found.map(\.text) == marked, "\(rule.name): \(sentence)")
      #expect(found.last?.indicator == example.indicator, "\(rule.name): \(sentence)")
      #expect(
        found.contains { $0.provenance.rule == rule.name },
        "\(rule.name): \(sentence) was read by \(found.map(\.provenance.rule))")
    }
    for sentence in rule.counterexamples {
      #expect(claims(in: sentence).map(\.text) == [], "\(rule.name): \(sentence)")
    }
  }

  @Test("are all there is to the test above")
  func count() { #expect(ExtractionRule.all.count == 8) }
}
