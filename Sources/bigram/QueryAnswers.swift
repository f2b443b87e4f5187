import BigramIndex
import ByteAccess
import PlanQuery

/// Answers queries from one index, a line of JSON each.
struct QueryAnswers {
  let snapshot: IndexSnapshot
  /// Most hits to print.
  var limit = 10
  /// Times to answer each query.
  var repetitions = 1
  /// Whether documents that share parts of a query are given where nothing matches.
  var near = false

  /// Prints the answer to a query.
  ///
  /// - Returns: documents that match.
  func print(_ text: String) throws -> Int {
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
    Swift.print(
      "{\"query\":\(quoted(text)),\"total\":\(result.total),"
        + (near ? "\"near\":\(result.nearTotal)," : "")
        + "\"took_us\":[\(times.joined(separator: ","))],"
        + "\"hits\":[\(hits.joined(separator: ","))]}")
    return result.total
  }
}
