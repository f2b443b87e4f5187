import ArgumentParser
import DocumentReading
import PlanComparison
import PlanDocument
import PlanPipeline
import TargetEvaluation

/// `gangyao-bench check`: many plans held against one.
struct CheckBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "300 plans of 300 targets held against one overall plan.")

  @OptionGroup var options: BenchOptions

  @Option(help: "Plans that are held against the overall one.")
  var plans = 300

  @Option(help: "Targets of each.")
  var targets = 300

  func run() throws {
    let corpus = try BenchCorpus(options.corpus)
    corpus.printHead(options)
    let reader = DocumentReader()
    let analyzed = try corpus.files.map {
      AnalyzedPlan($0, document: try reader.read(path: $0.path))
    }
    guard let overall = analyzed.max(by: { $0.targets.count < $1.targets.count }) else {
      throw WrongAnswer("the corpus holds no plan")
    }
    // Claims of the corpus, drawn at random with values of their own.
    let pool = analyzed.flatMap(\.targetRecords)
    var random = SeededRandom(seed: options.seed)
    let others = (0..<plans).map { number in
      let records = (0..<targets).map { _ in
        var record = pool[Int.random(in: 0..<pool.count, using: &random)]
        if let value = record.value {
          let factor = Double(Int.random(in: 8...12, using: &random)) / 10
          record.value = value * factor
          record.valueBase = record.valueBase.map { $0 * factor }
        }
        return record
      }
      var document = overall.documentRecord
      document.document = "plan-\(number)"
      return (document, records)
    }
    var verdicts = 0
    let measurement = Measurement(runs: options.runs) {
      verdicts = 0
      let first = CheckedPlan(document: overall.documentRecord, targets: overall.targetRecords)
      for (document, records) in others {
        verdicts +=
          PlanCheck().verdicts(first, CheckedPlan(document: document, targets: records)).count
      }
    }
    guard verdicts > 0 else { throw WrongAnswer("no verdict on \(plans) plans") }
    print("verdicts  \(verdicts) on \(plans) plans of \(targets) targets")
    measurement.print("check   ", bytes: corpus.bytes, characters: corpus.characters)
    Measurement.printPeakMemory()
  }
}
