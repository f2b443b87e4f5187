import ArgumentParser
import BigramIndex

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Make an index of a corpus, in place of one that is there.")

  /// Bytes of text in one segment that is made alone: the memory that takes is about twice as much.
  private static let segmentLimit = 112 << 20
  /// Bytes of text that several threads make into segments at once.
  private static let textAtOnce = 160 << 20
  /// What is kept of every document, however short.
  private static let documentSize = 24

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
    let (documents, bytes) =
      try threads == 1 ? makeAlone(of: &reader, &point) : makeAtOnce(of: &reader, &point)
    try index.folder.commit(point)
    withExtendedLifetime(lock) {}
    let seconds = (clock.now - start) / .seconds(1)
    if reader.rejected > 0 { Console.note("\(reader.rejected) lines left out") }
    print(
      "{\"documents\":\(documents),\"bytes\":\(bytes),\"seconds\":\(decimal(seconds, places: 3)),"
        + "\"rejected\":\(reader.rejected),\"segments\":\(point.segments.count)}")
    if reader.rejected > 0 { throw ExitCode.failed }
  }

  /// Makes segments one behind another, each while the corpus is read.
  private func makeAlone(
    of reader: inout CorpusReader, _ point: inout CommitPoint
  ) throws -> (documents: Int, bytes: Int) {
    var (documents, bytes, size) = (0, 0, 0)
    var maker = SegmentMaker(expectedBytes: min(Self.segmentLimit, reader.byteCount))
    while let document = reader.next() {
      try maker.add(document)
      documents += 1
      bytes += document.text.count
      size += document.text.count + Self.documentSize
      if size >= Self.segmentLimit {
        point.segments.append(try maker.write(to: index.path, name: point.takeName()))
        size = 0
      }
    }
    if size > 0 { point.segments.append(try maker.write(to: index.path, name: point.takeName())) }
    return (documents, bytes)
  }

  /// Makes several segments at once.
  private func makeAtOnce(
    of reader: inout CorpusReader, _ point: inout CommitPoint
  ) throws -> (documents: Int, bytes: Int) {
    let queue = SegmentQueue(folder: index.path, threads: threads)
    // Batches alike, as many as all threads make in some rounds, so that none waits for the last.
    let rounds = max(1, (reader.byteCount + Self.textAtOnce - 1) / Self.textAtOnce)
    let batchSize = max(4 << 20, reader.byteCount / (threads * rounds) + 1)
    var (documents, bytes, size) = (0, 0, 0)
    var batch: [CorpusDocument] = []
    func flush() throws {
      guard !batch.isEmpty else { return }
      let full = CorpusBatch(batch)
      batch = []
      size = 0
      try queue.add(full, batch: point.nextNumber, name: point.takeName())
    }
    while let document = reader.next() {
      documents += 1
      bytes += document.text.count
      size += document.text.count + Self.documentSize
      batch.append(document)
      if size >= batchSize { try flush() }
    }
    try flush()
    point.segments = try queue.finish()
    return (documents, bytes)
  }
}
