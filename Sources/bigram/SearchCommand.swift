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
    let snapshot = try index.open()
    if let query {
      let total = try answer(query, snapshot)
      if total == 0 { throw ExitCode.nothingFound }
      return
    }
    var failed = false
    let text = String(decoding: try SmallFile.read(queries ?? ""), as: UTF8.self)
    for line in text.split(whereSeparator: \.isNewline) where !line.allSatisfy(\.isWhitespace) {
      do {
        _ = try answer(String(line), snapshot)
      } catch let error as QueryError {
        failed = true
        Console.note("\(error)")
        print("{\"query\":\(quoted(String(line))),\"error\":\(quoted(error.message))}")
      }
    }
    if failed { throw ExitCode.failed }
  }

  /// Prints the answer to a query.
  ///
  /// - Returns: documents that match.
  private func answer(_ text: String, _ snapshot: IndexSnapshot) throws -> Int {
    let clock = ContinuousClock()
    let searcher = Searcher(snapshot)
    var times: [String] = []
    var result = SearchResult(hits: [], total: 0)
    var ids: [String] = []
    for _ in 0..<repetitions {
      let start = clock.now
      var query = try SearchQuery(parsing: text)
      if !query.conditions.isEmpty { query = try query.resolved(in: snapshot) }
      result = try searcher.search(query, limit: limit, orNear: near)
      ids.removeAll(keepingCapacity: true)
      for hit in result.hits { ids.append(try snapshot.segments[hit.segment].id(of: hit.ordinal)) }
      times.append(decimal((clock.now - start) / .microseconds(1), places: 1))
    }
    let hits = zip(ids, result.hits).map { "{\"id\":\(quoted($0)),\"score\":\($1.score)}" }
    print(
      "{\"query\":\(quoted(text)),\"total\":\(result.total),"
        + (near ? "\"near\":\(result.nearTotal)," : "")
        + "\"took_us\":[\(times.joined(separator: ","))],"
        + "\"hits\":[\(hits.joined(separator: ","))]}")
    return result.total
  }
}
