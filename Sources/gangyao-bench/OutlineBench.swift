import ArgumentParser
import DocumentReading
import PlanDocument
import PlanOutline
import PlanPipeline

/// `gangyao-bench outline`: text to its structure.
struct OutlineBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outline", abstract: "Text to units, passages, tables and what is set aside.")

  @OptionGroup var options: BenchOptions

  func run() throws {
    let corpus = try BenchCorpus(options.corpus)
    corpus.printHead(options)
    let reader = DocumentReader()
    let texts = try corpus.files.map { try reader.read(path: $0.path).text }
    var units = 0
    for (file, text) in zip(corpus.files, texts) {
      let outline = OutlineBuilder().outline(of: text)
      units += outline.divisions.count
      try check(outline, of: text, path: file.path)
    }
    print("outline   \(units) units, every byte in one passage or piece of noise")
    let measurement = Measurement(runs: options.runs) {
      for text in texts { _ = OutlineBuilder().outline(of: text) }
    }
    let bytes = texts.reduce(0) { $0 + $1.bytes.count }
    measurement.print("outline ", bytes: bytes, characters: corpus.characters)
    Measurement.printPeakMemory()
  }

  private func check(_ outline: Outline, of text: SourceText, path: String) throws {
    var covered = outline.noise.reduce(0) { $0 + $1.span.count }
    for passage in outline.passages {
      covered += passage.text.pieces.reduce(0) { $0 + $1.source.count }
    }
    guard covered == text.bytes.count else {
      throw WrongAnswer("\(path): \(covered) of \(text.bytes.count) bytes are accounted for")
    }
  }
}
