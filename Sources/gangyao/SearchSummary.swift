import PlanExport

/// How much a search found.
struct SearchSummary {
  /// Passages that match exactly as asked.
  let total: Int
  var returned: Int
  /// Near matches where nothing matches as asked, else 0.
  let near: Int
  private(set) var microseconds = 0
  /// Places where a term stands, in all passages; nil where they were not counted.
  var hits: Int?
  /// Lines of a concordance that were printed.
  var lines: Int?

  init(total: Int, returned: Int, near: Int) {
    self.total = total
    self.returned = returned
    self.near = near
  }

  /// - Parameter started: when the query was given to the parser.
  init(total: Int, returned: Int, near: Int, started: ContinuousClock.Instant) {
    self.init(total: total, returned: returned, near: near)
    stop(started)
  }

  /// Takes the time since the query was given to the parser.
  mutating func stop(_ started: ContinuousClock.Instant) {
    let (seconds, attoseconds) = started.duration(to: .now).components
    microseconds = Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000)
  }

  /// - Parameter query: of a list, the query that was answered.
  func json(query: String?) -> JSONValue {
    .object(
      (query.map { [("query", .string($0))] } ?? []) + [
        ("total", .integer(total)), ("returned", .integer(returned)), ("near", .integer(near)),
        ("took_us", .integer(microseconds)),
      ])
  }

  func sentence(offset: Int) -> String {
    let tenths = (microseconds + 50) / 100
    let time = "\(tenths / 10).\(tenths % 10)"
    if total == 0 {
      return near == 0
        ? say("没有找到。", "Nothing found.")
        : say("没有完全相符的；近似 \(near) 段（\(time) 毫秒）。", "Nothing as asked; \(near) near (\(time) ms).")
    }
    if let hits {
      guard let lines else {
        return say(
          "\(hits) 处，在 \(total) 段中（\(time) 毫秒）。", "\(hits) hits in \(total) passages (\(time) ms).")
      }
      let next = offset + lines
      let rest =
        next < hits && lines > 0
        ? say("；下面的用 --offset \(next)，全部用 --all", "; --offset \(next) for more, --all for all")
        : ""
      return say(
        "共 \(hits) 处，在 \(total) 段中；显示 \(lines) 处（\(time) 毫秒）\(rest)。",
        "\(hits) hits in \(total) passages, \(lines) shown (\(time) ms)\(rest).")
    }
    let next = offset + returned
    let rest =
      next < total && returned > 0
      ? say("；下面的用 --offset \(next)，全部用 --all", "; --offset \(next) for more, --all for all") : ""
    return say(
      "共 \(total) 段，显示 \(returned) 段（\(time) 毫秒）\(rest)。",
      "\(total) passages, \(returned) shown (\(time) ms)\(rest).")
  }
}
