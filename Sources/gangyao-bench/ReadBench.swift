import ArgumentParser
import DocumentReading
import PlanDocument
import PlanPipeline

/// `gangyao-bench read`: files to text with lines and pages.
struct ReadBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Files to text with lines and pages.")

  @OptionGroup var options: BenchOptions

  func run() throws {
    let corpus = try BenchCorpus(options.corpus)
    corpus.printHead(options)
    let reader = DocumentReader()
    for file in corpus.files {
      let text = try reader.read(path: file.path).text
      guard text.lineCount == text.bytes.count(where: { $0 == 0x0A }) + 1,
        text.codePointCount == String(decoding: text.bytes, as: UTF8.self).unicodeScalars.count
      else { throw WrongAnswer("\(file.shownPath): lines or characters are miscounted") }
    }
    let measurement = try Measurement(runs: options.runs) {
      for file in corpus.files { _ = try reader.read(path: file.path) }
    }
    measurement.print("read    ", bytes: corpus.bytes, characters: corpus.characters)
    Measurement.printPeakMemory()
  }
}
