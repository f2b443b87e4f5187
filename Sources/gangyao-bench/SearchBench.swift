import ArgumentParser
import BigramIndex
import Foundation
import PlanPipeline
import PlanQuery
import TargetEvaluation
import TextFolding

/// `gangyao-bench search`: queries on a library, and the command from a cold start.
struct SearchBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Phrases drawn from the corpus: in the process, and as a command from its start.")

  @Option(name: .long, help: "How many phrases.")
  var queries = 200

  @Option(name: .long, help: "A library that is there already; the corpus is not read.")
  var library: String?

  @OptionGroup var options: BenchOptions

  func run() throws {
    if let library {
      print("library   \(library)")
      return try measure(library)
    }
    let corpus = try BenchCorpus(options.corpus)
    corpus.printHead(options)
    let library = try BenchLibrary()
    try library.build(of: options.corpus, jobs: 1)
    try measure(library.path)
  }

  private func measure(_ library: String) throws {
    try LibraryReader(folder: library).read { view in
      let texts = try Self.texts(of: view.index)
      let phrases = Self.phrases(texts, count: queries, seed: options.seed)
      let searcher = Searcher(view.index)
      for phrase in phrases {
        let found = try searcher.search(try SearchQuery(parsing: phrase), limit: 10).total
        let expected = Self.scan(texts, for: TokenStream(phrase))
        guard found == expected else {
          throw WrongAnswer("\(phrase): \(found) passages where a scan finds \(expected)")
        }
      }
      print("queries   \(phrases.count) phrases of 1 to 8 characters, totals equal to a scan")
      var microseconds: [Double] = []
      for _ in 0..<options.runs {
        for phrase in phrases {
          let started = ContinuousClock.now
          _ = try searcher.search(try SearchQuery(parsing: phrase), limit: 10)
          microseconds.append(Measurement.seconds(started.duration(to: .now)) * 1e6)
        }
      }
      microseconds.sort()
      print(
        "search    median \(Machine.rounded(Measurement.median(microseconds))) µs, "
          + "95 % below \(Machine.rounded(Measurement.quantile(0.95, of: microseconds))) µs")
      try measureMix(texts, view)
    }
    try measureCommand(library: library)
    Measurement.printPeakMemory()
  }

  /// Times queries of all forms, parsing and conditions included.
  private func measureMix(_ texts: [TokenStream], _ view: LibraryView) throws {
    let words = Self.phrases(texts, count: 400, seed: options.seed + 1).filter {
      (2...4).contains($0.count)
    }
    let mix = QueryMix(words, count: max(1, queries / 10), seed: options.seed)
    let measured = try mix.measure(in: view, runs: options.runs)
    func line(_ name: String, _ times: [Double]) {
      let times = times.sorted()
      print(
        "mix       \(name): median \(Machine.rounded(Measurement.median(times))) µs, "
          + "95 % below \(Machine.rounded(Measurement.quantile(0.95, of: times))) µs")
    }
    line("all forms", measured.flatMap(\.times))
    for (form, times) in measured { line(form, times) }
  }

  /// Times the command beside this one, from the start of its process to its end.
  private func measureCommand(library: String) throws {
    let program = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("gangyao")
    guard FileManager.default.isExecutableFile(atPath: program.path) else { return }
    for arguments in [["--version"], ["search", "发展", "--library", library]] {
      let measurement = try Measurement(runs: options.runs * 4) {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        // The end of its output is the end of the process; waiting for the process itself would
        // look only every 50 ms.
        _ = try output.fileHandleForReading.readToEnd()
      }
      let times = measurement.wall.map { $0 * 1_000 }
      print(
        "command   gangyao \(arguments[0]): median \(Machine.rounded(Measurement.median(times))) ms "
          + "(\(Machine.rounded(times[0])) to \(Machine.rounded(times[times.count - 1])) ms)")
    }
  }

  private static func texts(of index: IndexSnapshot) throws -> [TokenStream] {
    try index.segments.flatMap { segment in
      try (0..<segment.documentCount).map { try segment.tokens(of: $0) }
    }
  }

  /// Runs of Han characters from random places, half of them with one character exchanged.
  private static func phrases(_ texts: [TokenStream], count: Int, seed: UInt64) -> [String] {
    var random = SeededRandom(seed: seed)
    let han = texts.map { text in
      (0..<text.count).filter { text.kind($0) == .han }.map { text.scalars(of: $0).first ?? 0 }
    }.filter { $0.count >= 8 }
    guard !han.isEmpty else { return [] }
    return (0..<count).map { _ in
      let text = han[Int.random(in: 0..<han.count, using: &random)]
      let length = Int.random(in: 1...8, using: &random)
      let start = Int.random(in: 0...text.count - length, using: &random)
      var scalars = Array(text[start..<start + length])
      if Bool.random(using: &random) {
        let other = han[Int.random(in: 0..<han.count, using: &random)]
        scalars[Int.random(in: 0..<length, using: &random)] = other[0]
      }
      return String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
    }
  }

  /// How many texts hold the tokens one after another, found by looking at every place.
  private static func scan(_ texts: [TokenStream], for phrase: TokenStream) -> Int {
    texts.count { text in
      guard text.count >= phrase.count else { return false }
      return (0...text.count - phrase.count).contains { start in
        (0..<phrase.count).allSatisfy { text.scalars(of: start + $0) == phrase.scalars(of: $0) }
      }
    }
  }
}
