import ArgumentParser
import BigramIndex

/// The folder of an index that has to be there.
struct IndexArgument: ParsableArguments {
  @Argument(help: ArgumentHelp("The folder of the index.", valueName: "dir"))
  var path: String

  var folder: IndexFolder { IndexFolder(path: path) }

  func open() throws -> IndexSnapshot { try folder.openExisting() }
}

extension IndexFolder {
  /// Its index, which has to be there.
  func openExisting() throws -> IndexSnapshot {
    guard let index = try open() else { throw MissingIndex(path: path) }
    return index
  }
}

struct MissingIndex: Error, CustomStringConvertible {
  let path: String
  var description: String { "\(path): no index; make one with 'bigram build CORPUS.jsonl \(path)'" }
}
