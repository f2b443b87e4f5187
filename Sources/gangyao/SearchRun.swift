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
  /// Nil where no query asks for them.
  private let synonyms: SynonymTable?
  private let allowed: DocumentSet?
  private let searcher: Searcher
  /// Whether what is printed says which query it belongs to.
  private let isList: Bool
  private(set) var outcome = Outcome()
  private let divisions = DivisionMemory()
  private var answered = 0
  private var counts: [Labelled<PassageCount.Row>] = []
  private let concordance: ConcordancePrinter

  /// - Parameter allowed: passages to look in; nil for all.
  init(
    _ command: SearchCommand, _ view: LibraryView, synonyms: SynonymTable?,
    within allowed: DocumentSet?, isList: Bool
  ) {
    self.command = command
    self.synonyms = synonyms
    self.view = view
    self.allowed = allowed
    self.isList = isList
    searcher = Searcher(view.index)
    concordance = ConcordancePrinter(output: command.output, isLabelled: isList)
  }

  /// Answers one query. Of a list, one that is none is told, and the others are answered all the
  /// same.
  mutating func answer(_ text: String) throws {
    let started = ContinuousClock.now
    do {
      let query = try LibraryConditions(view).query(
        text, synonyms: synonyms, inAllWritings: command.variants)
      if command.options.verbose { tell(query.expansions) }
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

  /// Says what is looked for besides what was written.
  private func tell(_ expansions: [SearchQuery.Expansion]) {
    for expansion in expansions {
      let others = expansion.others.joined(separator: say("、", ", "))
      Console.note(
        others.isEmpty
          ? say("~\(expansion.written)：没有别的说法", "~\(expansion.written): no other wording")
          : say(
            "~\(expansion.written)：也找 \(others)", "~\(expansion.written): also \(others)")
      )
    }
  }

  /// Prints what is printed once for all queries.
  func finish() {
    if command.countBy != nil {
      command.output.print(
        counts,
        columns: Self.columns(
          Self.countColumns(isForPeople: [.table, .md].contains(command.output.chosen)),
          labelled: isList),
        shown: (isList ? ["query"] : [])
          + ["hits", "count", "per_10000", "documents", "key", "title"],
        elastic: ["title", "key"])
    } else if command.kwic {
      concordance.finish()
    }
  }

  private mutating func answer(
    _ query: SearchQuery, text: String, started: ContinuousClock.Instant
  ) throws -> SearchSummary {
    defer { answered += 1 }
    if command.countBy != nil || command.kwic {
      let found = try LibraryMatches(query, in: view, within: allowed)
      var summary = SearchSummary(total: found.total, returned: found.total, near: 0)
      summary.hits = try found.occurrences()
      if let key = command.countBy {
        let rows = try PassageCount.rows(of: found, by: key, within: allowed, in: view)
        counts += rows.map { Labelled(query: text, record: $0) }
      } else {
        if isList, command.output.chosen == .table { Console.line(Console.bold(text)) }
        let run = ConcordanceRun(
          command: command, view: view, printer: concordance, label: isList ? text : nil)
        let (lines, passages) = try run.print(query, found)
        summary.lines = lines
        summary.returned = passages
      }
      summary.stop(started)
      note(summary, text)
      return summary
    }
    if let number = command.open {
      return try open(number, query, started)
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

  /// Shows one hit in its section: by rank, or with `--all` in document order.
  private func open(
    _ number: Int, _ query: SearchQuery, _ started: ContinuousClock.Instant
  ) throws -> SearchSummary {
    let result = try view.search(
      query, with: searcher, within: allowed, offset: command.all ? 0 : number - 1, limit: 1)
    var chosen = result.hits.first.map { (segment: $0.segment, ordinal: $0.ordinal) }
    if command.all {
      chosen = nil
      var seen = 0
      try LibraryMatches(query, in: view, within: allowed).forEachMatch { segment, ordinal in
        seen += 1
        if seen == number { chosen = (segment, ordinal) }
        return seen < number
      }
    }
    let summary = SearchSummary(
      total: result.total, returned: chosen == nil ? 0 : 1, near: result.nearTotal,
      started: started)
    guard let chosen else {
      Console.note(
        say(
          "没有第 \(number) 个结果：共 \(result.total) 段。",
          "There is no hit \(number): \(result.total) passages match."))
      return SearchSummary(total: 0, returned: 0, near: 0)
    }
    let place = try view.place(segment: chosen.segment, ordinal: chosen.ordinal)
    guard let document = try view.catalog.document(withKey: place.document) else { return summary }
    let divisions = try view.catalog.divisions(of: place.document)
    let passage = try view.passage(at: place)
    let printer = SectionPrinter(
      output: command.output, document: document, divisions: divisions,
      highlighter: Highlighter(query, near: result.isNear),
      numbers: try TargetMarks(query, in: view)?.places(in: place, passage) ?? [])
    printer.print(
      SectionExcerpt(
        around: place.passage, of: try view.catalog.passages(of: place.document),
        divisions: divisions))
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
    let result = try view.search(
      query, with: searcher, within: allowed, offset: command.offset, limit: command.limit)
    let summary = SearchSummary(
      total: result.total, returned: result.hits.count, near: result.nearTotal, started: started)
    printer.begin(isNear: result.isNear)
    let marks = TargetMarks(query, in: view)
    try marks?.read(
      result.hits.map { try view.place(segment: $0.segment, ordinal: $0.ordinal) })
    for (number, hit) in result.hits.enumerated() {
      try print(
        printer, marks, hit.segment, hit.ordinal, rank: command.offset + number + 1,
        score: hit.score)
    }
    return summary
  }

  private func print(
    _ printer: HitPrinter, _ marks: TargetMarks?, _ segment: Int, _ ordinal: Int,
    rank: Int? = nil, score: Double? = nil
  ) throws {
    let place = try view.place(segment: segment, ordinal: ordinal)
    let passage = try view.passage(at: place)
    let numbers = try marks?.places(in: place, passage)
    // Titles of units are for people only.
    var crumb: Breadcrumb?
    if command.output.chosen == .table || command.output.chosen == .md {
      crumb = Breadcrumb(place.division, in: try divisions.of(place.document, in: view.catalog))
    }
    printer.print(passage, crumb: crumb, numbers: numbers ?? [], rank: rank, score: score)
  }

  /// Prints every hit in document order as it is found.
  ///
  /// - Returns: how many there are; nil where there is none.
  private func printAll(_ query: SearchQuery, _ printer: HitPrinter) throws -> Int? {
    var total = 0
    let marks = TargetMarks(query, in: view)
    try LibraryMatches(query, in: view, within: allowed).forEachMatch { segment, ordinal in
      if total == 0 { printer.begin(isNear: false) }
      total += 1
      try print(printer, marks, segment, ordinal)
      return true
    }
    return total > 0 ? total : nil
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

  private static func countColumns(isForPeople: Bool) -> RecordColumns<PassageCount.Row> {
    RecordColumns<PassageCount.Row>([
      RecordColumn("key", "类别", "key") { row in
        isForPeople ? .string(row.key ?? say("（不详）", "(not known)")) : .optional(row.key)
      },
      RecordColumn("count", "段数", "count") { .integer($0.count) },
      RecordColumn("title", "标题", "title") { .optional($0.title) },
      RecordColumn("hits", "次数", "hits") { .integer($0.hits) },
      RecordColumn("documents", "文件数", "documents") { .integer($0.documents) },
      RecordColumn("characters", "字数", "characters") { .integer($0.characters) },
      RecordColumn("per_10000", "每万字", "per 10,000") { row in
        .optional(row.perTenThousand.map { ($0 * 1000).rounded() / 1000 })
      },
    ])
  }
}
