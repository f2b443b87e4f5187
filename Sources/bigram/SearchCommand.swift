import ArgumentParser
import BigramIndex
import ByteAccess
import PlanQuery

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Find documents, best first.")

  @OptionGroup var index: IndexArgument

  @Argument(help: "What to find; or --queries.")
  var query: String?

  @Option(help: "A file with one query per line.")
  var queries: String?

  @Option(help: "Most hits to print.")
  var limit = 10

  @Option(name: .customLong("repeat"), help: "Times to answer each query.")
  var repetitions = 1

  @Flag(help: "Where nothing matches, documents that share parts of the query, best first.")
  var near = false

  func validate() throws {
    guard (query == nil) != (queries == nil) else {
      throw ValidationError("Give either a query or --queries FILE.")
    }
    guard limit >= 0, repetitions >= 1 else {
      throw ValidationError("--limit is at least 0, --repeat at least 1.")
    }
  }

  func run() throws {
    let answers = QueryAnswers(
      snapshot: try index.open(), limit: limit, repetitions: repetitions, near: near)
    if let query {
      if try answers.print(query) == 0 { throw ExitCode.nothingFound }
      return
    }
    var failed = false
    let text = String(decoding: try SmallFile.read(queries ?? ""), as: UTF8.self)
    for line in text.split(whereSeparator: \.isNewline) where !line.allSatisfy(\.isWhitespace) {
      do {
        _ = try answers.print(String(line))
      } catch let error as QueryError {
        failed = true
        Console.note("\(error)")
        print("{\"query\":\(quoted(String(line))),\"error\":\(quoted(error.message))}")
      }
    }
    if failed { throw ExitCode.failed }
  }
}
