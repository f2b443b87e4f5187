import ArgumentParser
import Foundation
import PlanPipeline

/// `gangyao-bench ingest`: files to a library on disk.
struct IngestBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest", abstract: "Files to a library on disk, all of it.")

  @Option(name: .long, help: "How many files at a time.")
  var jobs = 1

  @OptionGroup var options: BenchOptions

  func run() throws {
    let corpus = try BenchCorpus(options.corpus)
    corpus.printHead(options)
    let library = try BenchLibrary()
    try library.build(of: options.corpus, jobs: jobs)
    let report = try LibraryVerifier(folder: library.path).verify()
    guard report.faults.isEmpty, report.documents == corpus.files.count else {
      throw WrongAnswer(report.faults.first?.description ?? "\(report.documents) documents")
    }
    print(
      "library   \(report.documents) documents, \(report.passages) passages, "
        + "\(report.bytes) bytes; verified")
    let measurement = try Measurement(runs: options.runs) {
      try library.build(of: options.corpus, jobs: jobs)
    }
    measurement.print("ingest  ", bytes: corpus.bytes, characters: corpus.characters)
    Measurement.printPeakMemory()
  }
}

/// A library in a temporary folder, gone with this value.
final class BenchLibrary {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("bench-\(UUID().uuidString)").path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Builds it from nothing.
  func build(of corpus: String, jobs: Int) throws {
    try? FileManager.default.removeItem(atPath: path)
    let run = IngestRun(folder: path, options: .init(jobs: jobs))
    for outcome in try run.ingest([corpus]) {
      if let error = outcome.error { throw WrongAnswer(error) }
    }
  }
}
