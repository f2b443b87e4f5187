import ArgumentParser
import BigramIndex

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Read the whole index and say whether all of it is right.")

  @OptionGroup var index: IndexArgument

  func run() throws {
    guard let point = try readCommitPoint() else { throw MissingIndex(path: index.path) }
    var damaged = 0
    for entry in point.segments {
      var one = CommitPoint()
      one.segments = [entry]
      do {
        let snapshot = try IndexSnapshot(folder: index.path, commitPoint: one)
        for segment in snapshot.segments { try segment.verify() }
        print("\(entry.name): right")
      } catch {
        damaged += 1
        Console.note("\(error)")
      }
    }
    if damaged > 0 { throw ExitCode.nothingFound }
  }

  private func readCommitPoint() throws -> CommitPoint? {
    do {
      return try index.folder.commitPoint()
    } catch IndexError.commitPoint(let found) {
      Console.note("\(IndexError.commitPoint(found: found))")
      throw ExitCode.nothingFound
    }
  }
}
