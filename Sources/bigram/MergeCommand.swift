import ArgumentParser
import BigramIndex

struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Make one segment of all, without deleted documents.")

  @OptionGroup var index: IndexArgument

  func run() throws {
    _ = try index.open()
    let lock = try index.folder.lock(command: "bigram merge")
    let snapshot = try index.open()
    var point = snapshot.commitPoint
    let isMerged =
      point.segments.isEmpty || (point.segments.count == 1 && point.segments[0].deleted.isEmpty)
    if !isMerged {
      let merged = try SegmentMerger.merge(
        0..<point.segments.count, of: snapshot, to: index.path, name: point.takeName())
      point.segments = merged.map { [$0] } ?? []
      try index.folder.commit(point)
    }
    withExtendedLifetime(lock) {}
    print("{\"documents\":\(point.liveDocuments),\"segments\":\(point.segments.count)}")
  }
}
