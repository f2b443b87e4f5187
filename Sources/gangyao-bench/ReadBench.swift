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
    var formats: [SourceFormat: Share] = [:]
    for file in corpus.files {
      let document = try reader.read(path: file.path)
      let text = document.text
      guard text.lineCount == text.bytes.count(where: { $0 == 0x0A }) + 1,
        text.codePointCount == String(decoding: text.bytes, as: UTF8.self).unicodeScalars.count
      else { throw WrongAnswer("\(file.shownPath): lines or characters are miscounted") }
      formats[document.format, default: Share()].add(
        file, bytes: try Self.bytes(of: file, document.format), characters: text.codePointCount)
    }
    for (format, share) in formats.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let measurement = try Measurement(runs: options.runs) {
        for file in share.files { _ = try reader.read(path: file.path) }
      }
      let name = format.rawValue + String(repeating: " ", count: max(0, 8 - format.rawValue.count))
      measurement.print(name, bytes: share.bytes, characters: share.characters)
    }
    Measurement.printPeakMemory()
  }

  /// The files of one format.
  private struct Share {
    var files: [PlannedFile] = []
    var bytes = 0
    var characters = 0

    mutating func add(_ file: PlannedFile, bytes: Int, characters: Int) {
      files.append(file)
      self.bytes += bytes
      self.characters += characters
    }
  }

  /// Bytes that are read: of a Word file those of its XML, unpacked.
  private static func bytes(of file: PlannedFile, _ format: SourceFormat) throws -> Int {
    guard format == .docx else { return file.size }
    return try ArchiveFile(path: file.path, options: ReadingOptions()).members
      .filter { $0.name.hasPrefix("word/") && $0.name.hasSuffix(".xml") }
      .reduce(0) { $0 + $1.size }
  }
}
