import PlanCatalog
import PlanDocument
import PlanExport
import PlanPipeline
import PlanQuery

/// One query, or a list of them, on one state of the library.
struct SearchRun {
  struct Outcome {
    /// Queries for which something matches as asked.
    var found = 0
    /// Queries that are none.
    var errors = 0
  }

  private let command: SearchCommand
  private let view: LibraryView
  private let allowed: DocumentSet?
  private let searcher: Searcher
  /// Whether what is printed says which query it belongs to.
  private let isList: Bool
  private(set) var outcome = Outcome()
  private var answered = 0
  private var counts: [Labelled<PassageCount.Row>] = []
  private var lines: [Labelled<ConcordanceLine>] = []

  /// - Parameter allowed: passages to look in; nil for all.
  init(
    _ command: SearchCommand, _ view: LibraryView, within allowed: DocumentSet?, isList: Bool
  ) {
    self.command = command
    self.view = view
    self.allowed = allowed
    self.isList = isList
    searcher = Searcher(view.index)
  }

  /// Answers one query. Of a list, one that is none is told, and the others are answered all the
  /// same.
  mutating func answer(_ text: String) throws {
    let started = ContinuousClock.now
    do {
      let query = try SearchQuery(parsing: text)
      let summary = try answer(query, text: text, started: started)
      if summary.total > 0 { outcome.found += 1 }
    } catch let error as QueryError where isList {
      outcome.errors += 1
      Console.note(explain(error))
      guard command.output.chosen == .jsonl else { return }
      Console.line(
        JSONValue.object([("query", .string(text)), ("error", .string(error.message))]).encoded)
    }
  }

  /// Prints what is printed once for all queries.
  func finish() {
    if command.countBy != nil {
      command.output.print(
        counts, columns: Self.columns(Self.countColumns, labelled: isList),
        shown: (isList ? ["query"] : []) + ["count", "key", "title"], elastic: ["title"])
    } else if command.kwic, command.output.chosen != .table {
      command.output.print(
        lines, columns: Self.columns(ConcordanceLine.columns, labelled: isList),
        shown: (isList ? ["query"] : []) + ["document", "line", "left", "match", "right"])
    }
  }

  private mutating func answer(
    _ query: SearchQuery, text: String, started: ContinuousClock.Instant
  ) throws -> SearchSummary {
    defer { answered += 1 }
    if let key = command.countBy {
      let (total, rows) = try count(by: key, query)
      counts += rows.map { Labelled(query: text, record: $0) }
      let summary = SearchSummary(total: total, returned: total, near: 0, started: started)
      note(summary, text)
      return summary
    }
    if command.kwic {
      let (total, passages, shown) = try concordance(query)
      if command.output.chosen == .table {
        if isList { Console.line(Console.bold(text)) }
        ConcordanceLine.printTable(shown)
      } else {
        lines += shown.map { Labelled(query: text, record: $0) }
      }
      let summary = SearchSummary(total: total, returned: passages, near: 0, started: started)
      note(summary, text)
      return summary
    }
    let printer = HitPrinter(
      output: command.output, query: query, label: isList ? text : nil,
      printsHead: answered == 0)
    if isList, command.output.chosen == .table || command.output.chosen == .md {
      Console.line(Console.bold(text))
    }
    let summary = try printHits(query, printer, started)
    if command.output.chosen == .jsonl {
      Console.line(summary.json(query: isList ? text : nil).encoded)
    } else {
      note(summary, text)
    }
    return summary
  }

  private func note(_ summary: SearchSummary, _ text: String) {
    guard !command.options.quiet else { return }
    let sentence = summary.sentence(offset: command.offset)
    Console.note(isList ? say("\(text)：\(sentence)", "\(text): \(sentence)") : sentence)
  }

  private func printHits(
    _ query: SearchQuery, _ printer: HitPrinter, _ started: ContinuousClock.Instant
  ) throws -> SearchSummary {
    if command.all, let total = try printAll(query, printer) {
      return SearchSummary(total: total, returned: total, near: 0, started: started)
    }
    let result = try searcher.search(
      query, within: allowed, offset: command.offset, limit: command.limit)
    let summary = SearchSummary(
      total: result.total, returned: result.hits.count, near: result.nearTotal, started: started)
    printer.begin(isNear: result.isNear)
    for (number, hit) in result.hits.enumerated() {
      printer.print(
        try view.passage(segment: hit.segment, ordinal: hit.ordinal),
        rank: command.offset + number + 1, score: hit.score)
    }
    return summary
  }

  /// Prints every hit in document order as it is found.
  ///
  /// - Returns: how many there are; nil where there is none.
  private func printAll(_ query: SearchQuery, _ printer: HitPrinter) throws -> Int? {
    var total = 0
    try searcher.forEachMatch(query, within: allowed) { segment, ordinal in
      if total == 0 { printer.begin(isNear: false) }
      total += 1
      printer.print(
        try view.passage(segment: segment, ordinal: ordinal), rank: nil, score: nil)
      return true
    }
    return total > 0 ? total : nil
  }

  /// - Returns: passages that match, those of which an occurrence is shown, and the occurrences.
  private func concordance(
    _ query: SearchQuery
  ) throws -> (total: Int, passages: Int, shown: [ConcordanceLine]) {
    let highlighter = Highlighter(query)
    let (end, overflow) = command.offset.addingReportingOverflow(command.limit)
    let wanted = command.all || overflow ? Int.max : end
    let skipped = command.all ? 0 : command.offset
    var total = 0
    var passages = 0
    var seen = 0
    var shown: [ConcordanceLine] = []
    try searcher.forEachMatch(query, within: allowed) { segment, ordinal in
      total += 1
      guard seen < wanted else { return true }
      let passage = try view.passage(segment: segment, ordinal: ordinal)
      let before = shown.count
      for mark in highlighter.highlights(in: passage.text) {
        if seen >= skipped, seen < wanted { shown.append(ConcordanceLine(passage, mark: mark)) }
        seen += 1
      }
      if shown.count > before { passages += 1 }
      return true
    }
    return (total, passages, shown)
  }

  private func count(
    by key: PassageCount.Key, _ query: SearchQuery
  ) throws -> (total: Int, rows: [PassageCount.Row]) {
    var count = PassageCount(by: key)
    var total = 0
    try searcher.forEachMatch(query, within: allowed) { segment, ordinal in
      total += 1
      try count.add(try view.place(segment: segment, ordinal: ordinal), in: view.catalog)
      return true
    }
    return (total, count.rows)
  }

  private struct Labelled<Record> {
    let query: String
    let record: Record
  }

  private static func columns<Record>(
    _ columns: RecordColumns<Record>, labelled isLabelled: Bool
  ) -> RecordColumns<Labelled<Record>> {
    let query = RecordColumn<Labelled<Record>>("query", "检索式", "query") { .string($0.query) }
    return RecordColumns(
      (isLabelled ? [query] : [])
        + columns.columns.map { column in
          RecordColumn(column.name, column.chinese, column.english) { column.value($0.record) }
        })
  }

  private static let countColumns = RecordColumns<PassageCount.Row>([
    RecordColumn("key", "类别", "key") { .optional($0.key) },
    RecordColumn("count", "段数", "count") { .integer($0.count) },
    RecordColumn("title", "标题", "title") { .optional($0.title) },
  ])
}
