import ArgumentParser
import BigramIndex

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Make an index of a corpus, in place of one that is there.")

  /// Bytes of text that are made into segments at once: about seven times as many of memory.
  private static let textAtOnce = 40 << 20
  /// Most bytes of text in one segment.
  private static let segmentLimit = 32 << 20

  @Argument(help: "JSON Lines: one {\"id\",\"title\",\"text\"} per line.")
  var corpus: String

  @OptionGroup var index: IndexArgument

  @Option(help: "Segments to make at once.")
  var threads = 1

  func validate() throws {
    guard (1...256).contains(threads) else { throw ValidationError("--threads is 1 to 256") }
  }

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    var reader = try CorpusReader(path: corpus, report: Console.note)
    let lock = try index.folder.lock(command: "bigram build")
    var point = try index.folder.commitPoint() ?? CommitPoint()
    try index.folder.sweep(keeping: point)
    point.segments = []
    let queue = SegmentQueue(folder: index.path, threads: threads)
    let batchSize = max(4 << 20, min(Self.segmentLimit, Self.textAtOnce / threads))
    var documents = 0
    var bytes = 0
    var batch: [CorpusDocument] = []
    var batchBytes = 0
    func flush() throws {
      guard !batch.isEmpty else { return }
      try queue.add(batch, batch: point.nextNumber, name: point.takeName())
      batch = []
      batchBytes = 0
    }
    while let document = reader.next() {
      documents += 1
      bytes += document.text.count
      // What is kept of every document, however short, takes memory, too.
      batchBytes += document.text.count + 64
      batch.append(document)
      if batchBytes >= batchSize { try flush() }
    }
    try flush()
    point.segments = try queue.finish()
    try index.folder.commit(point)
    withExtendedLifetime(lock) {}
    let seconds = (clock.now - start) / .seconds(1)
    if reader.rejected > 0 { Console.note("\(reader.rejected) lines left out") }
    print(
      "{\"documents\":\(documents),\"bytes\":\(bytes),\"seconds\":\(decimal(seconds, places: 3)),"
        + "\"rejected\":\(reader.rejected),\"segments\":\(point.segments.count)}")
    if reader.rejected > 0 { throw ExitCode.failed }
  }
}
