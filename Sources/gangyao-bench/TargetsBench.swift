import ArgumentParser
import DocumentReading
import PlanDocument
import PlanOutline
import PlanPipeline
import TargetExtraction

/// `gangyao-bench targets`: text to outline and targets.
struct TargetsBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "targets", abstract: "Text to outline and targets.")

  @OptionGroup var options: BenchOptions

  func run() throws {
    let corpus = try BenchCorpus(options.corpus)
    corpus.printHead(options)
    let reader = DocumentReader()
    let texts = try corpus.files.map { ($0, try reader.read(path: $0.path)) }
    var targets = 0
    for (file, document) in texts {
      let plan = AnalyzedPlan(file, document: document)
      targets += plan.targets.count
      for (target, record) in zip(plan.targets, plan.targetRecords) {
        let start = target.numberStart
        let written = plan.source.string(TextSpan(start, plan.source.bytes.count)).first
        // A bound word may stand in front of the number (近530亿元).
        guard written.map(target.text.contains) ?? false || target.value == nil else {
          throw WrongAnswer("\(record.id): \(target.text) does not stand at its offset")
        }
      }
    }
    print("targets   \(targets), each at its offset")
    let measurement = Measurement(runs: options.runs) {
      for (file, document) in texts { _ = AnalyzedPlan(file, document: document) }
    }
    measurement.print(
      "extract ", bytes: texts.reduce(0) { $0 + $1.1.text.bytes.count },
      characters: corpus.characters)
    try measureLongSentence()
    Measurement.printPeakMemory()
  }

  /// A sentence of 100,000 characters without a mark: no rule may take longer for it than its
  /// length asks.
  private func measureLongSentence() throws {
    let clause = "建设公厕3座"
    let count = 100_000 / clause.count
    let text = SourceText(String(repeating: clause, count: count))
    let outline = OutlineBuilder().outline(of: text)
    let extractor = TargetExtractor()
    func targets() -> [PlanTarget] {
      extractor.targets(
        in: outline, source: text, document: DocumentID("sentence"), metadata: PlanMetadata())
    }
    guard targets().count == count else {
      throw WrongAnswer("a sentence of \(count) claims has \(targets().count)")
    }
    let measurement = Measurement(runs: options.runs) { _ = targets() }
    measurement.print(
      "sentence", bytes: text.bytes.count, characters: text.codePointCount)
  }
}
