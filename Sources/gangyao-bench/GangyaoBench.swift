import ArgumentParser

/// `gangyao-bench`: measures the stages on a corpus, each answer checked before it is timed.
@main
struct GangyaoBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gangyao-bench",
    abstract: "Measures reading, outline, extraction, ingest and search on a corpus.",
    discussion: """
      EXAMPLES:
        swift run -c release gangyao-bench ingest --corpus Corpus
        swift run -c release gangyao-bench search --corpus Corpus --queries 500 --seed 1
      Prints machine, compiler and checksum of the corpus, then median and spread of each task.
      """,
    subcommands: [
      ReadBench.self, OutlineBench.self, TargetsBench.self, IngestBench.self, SearchBench.self,
      CheckBench.self,
    ])
}

/// Options of every task.
struct BenchOptions: ParsableArguments {
  @Option(name: .long, help: "File or folder to measure on.")
  var corpus = "Corpus"

  @Option(name: .long, help: "How often each task is timed.")
  var runs = 5

  @Option(name: .long, help: "Seed of what is chosen at random.")
  var seed: UInt64 = 1

  func validate() throws {
    if runs < 1 { throw ValidationError("--runs is at least 1") }
  }
}

/// An answer that is not the right one: nothing is timed.
struct WrongAnswer: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = "wrong answer: \(description)" }
}
