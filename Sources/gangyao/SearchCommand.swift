import ArgumentParser
import PlanCatalog
import PlanDocument
import PlanExport
import PlanPipeline
import PlanQuery

/// `gangyao search`: the passages that match.
struct SearchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "search",
      abstract: say("检索段落：一字不差，一个不漏。", "Finds passages: exactly as asked, and all of them."),
      discussion: say(
        """
        例：
          gangyao search 森林覆盖率
          gangyao search '绿色 发展 NOT 农业'            空格为“与”，另有 OR、NOT、括号
          gangyao search '“5G 基站” OR 充电桩'           引号内照原样
          gangyao search '教育 NEAR/10 投入'              两词相距不超过 10 个字
          gangyao search 约束性 --doc dongsheng-fyp14 --in 第三篇
          gangyao search 覆盖率 --count-by chapter        每章有多少段
          gangyao search 覆盖率 --kwic --limit 30         每处一行，左右对齐
          gangyao search 森林 --all --format csv          全部结果，按原文顺序
        找到则退出码为 0；没有（或只有近似的）为 1；检索式有误为 2。
        """,
        """
        EXAMPLES:
          gangyao search 森林覆盖率
          gangyao search '绿色 发展 NOT 农业'            a blank is AND; also OR, NOT, parentheses
          gangyao search '“5G 基站” OR 充电桩'           inside quotes all is literal
          gangyao search '教育 NEAR/10 投入'              at most 10 tokens between
          gangyao search 约束性 --doc dongsheng-fyp14 --in 第三篇
          gangyao search 覆盖率 --count-by chapter        how many passages each chapter has
          gangyao search 覆盖率 --kwic --limit 30         one line an occurrence, aligned
          gangyao search 森林 --all --format csv          every hit, in the order of the text
        Exit code 0: found; 1: nothing, or near matches only; 2: an error in the query.
        """))
  }

  @Argument(help: ArgumentHelp(say("检索式。", "What to look for."), valueName: "query"))
  var words: [String]

  @Option(name: .long, help: ArgumentHelp(say("最多显示几段。", "How many hits to show.")))
  var limit = 10

  @Option(name: .long, help: ArgumentHelp(say("跳过前几段。", "How many hits to leave out first.")))
  var offset = 0

  @Flag(name: .long, help: ArgumentHelp(say("全部结果，按原文顺序。", "Every hit, in document order.")))
  var all = false

  @Flag(
    name: .long,
    help: ArgumentHelp(
      say("每处命中一行，左右各留上下文，按原文顺序。", "One line an occurrence with its context, in document order.")))
  var kwic = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      say("只计数：document、part、chapter 或 year。", "Count by document, part, chapter or year.")))
  var countBy: PassageCount.Key?

  @Option(
    name: .long, help: ArgumentHelp(say("只在此文件中（可多次）。", "Only in this document (repeatable).")))
  var doc: [String] = []

  @Option(name: .customLong("in"), help: ArgumentHelp(say("只在此部分（第三篇/第一章）。", "Only in this part.")))
  var part: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      say("只在此类单元：part、chapter、section、box、table。", "Only in part, chapter, section, box or table.")
    ))
  var division: DivisionLevel?

  @Option(
    name: .long,
    help: ArgumentHelp(
      say(
        "只在此级政府的文件：national、province、city、county、department。",
        "Level of government: national, province, city, county or department.")))
  var level: String?

  @OptionGroup var output: OutputOptions
  @OptionGroup var options: GlobalOptions

  private static let levels = ["national", "province", "city", "county", "department"]

  func validate() throws {
    if output.chosen == .xlsx, countBy == nil {
      throw ValidationError(
        say("命中不能写成工作簿：请用 --format csv。", "Hits are no workbook: use --format csv."))
    }
    if limit < 0 || offset < 0 {
      throw ValidationError(
        say("--limit 和 --offset 不能为负。", "--limit and --offset are not negative."))
    }
    if let division, !PassageFilter.divisions.contains(division) {
      let names = PassageFilter.divisions.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(say("--division 可以是 \(names)。", "--division is one of \(names)."))
    }
    if let level, !Self.levels.contains(level) {
      let names = Self.levels.joined(separator: ", ")
      throw ValidationError(say("--level 可以是 \(names)。", "--level is one of \(names)."))
    }
  }

  func run() throws {
    let text = words.joined(separator: " ")
    var filter = PassageFilter()
    filter.documents = doc
    filter.level = level
    filter.path = part.map(PathSelection.init)
    filter.division = division
    let library = try LibraryReader(folder: options.libraryPath)
    let found = try library.read { view in
      let started = ContinuousClock.now
      let query = try SearchQuery(parsing: text)
      let allowed = try view.passages(in: filter, library: options.libraryPath)
      let searcher = Searcher(view.index)
      if let countBy {
        return try printCounts(countBy, of: query, within: allowed, searcher, view)
      }
      if kwic {
        return try printConcordance(query, within: allowed, searcher, view)
      }
      let printer = HitPrinter(output: output, query: query, offset: offset)
      if all, let total = try printAll(query, within: allowed, searcher, view, printer) {
        finish(.init(total: total, returned: total, near: 0, started: started), printer)
        return true
      }
      let result = try searcher.search(query, within: allowed, offset: offset, limit: limit)
      let summary = SearchSummary(
        total: result.total, returned: result.hits.count, near: result.nearTotal, started: started)
      printer.begin(isNear: result.isNear)
      for (number, hit) in result.hits.enumerated() {
        printer.print(
          try view.passage(segment: hit.segment, ordinal: hit.ordinal),
          rank: offset + number + 1, score: hit.score)
      }
      finish(summary, printer)
      return result.total > 0
    }
    if !found { throw ExitCode.nothingFound }
  }

  /// Prints every hit in document order as it is found.
  ///
  /// - Returns: how many there are; nil where there is none.
  private func printAll(
    _ query: SearchQuery, within allowed: DocumentSet?, _ searcher: Searcher, _ view: LibraryView,
    _ printer: HitPrinter
  ) throws -> Int? {
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

  private func printConcordance(
    _ query: SearchQuery, within allowed: DocumentSet?, _ searcher: Searcher, _ view: LibraryView
  ) throws -> Bool {
    let highlighter = Highlighter(query)
    var lines: [ConcordanceLine] = []
    let (end, overflow) = offset.addingReportingOverflow(limit)
    let wanted = all || overflow ? Int.max : end
    try searcher.forEachMatch(query, within: allowed) { segment, ordinal in
      let passage = try view.passage(segment: segment, ordinal: ordinal)
      let marks = highlighter.highlights(in: passage.text)
      lines += marks.map { ConcordanceLine(passage, mark: $0) }
      return lines.count < wanted
    }
    let shown = lines.prefix(wanted).dropFirst(all ? 0 : offset)
    if output.chosen == .table {
      ConcordanceLine.printTable(Array(shown))
    } else {
      output.print(
        shown, columns: ConcordanceLine.columns,
        shown: ["document", "line", "left", "match", "right"])
    }
    return !lines.isEmpty
  }

  private func printCounts(
    _ key: PassageCount.Key, of query: SearchQuery, within allowed: DocumentSet?,
    _ searcher: Searcher, _ view: LibraryView
  ) throws -> Bool {
    var count = PassageCount(by: key)
    try searcher.forEachMatch(query, within: allowed) { segment, ordinal in
      try count.add(view.place(segment: segment, ordinal: ordinal), in: view.catalog)
      return true
    }
    output.print(
      count.rows, columns: Self.countColumns, shown: ["count", "key", "title"],
      elastic: ["title"])
    return !count.rows.isEmpty
  }

  private static let countColumns = RecordColumns<PassageCount.Row>([
    RecordColumn("key", "类别", "key") { .optional($0.key) },
    RecordColumn("count", "段数", "count") { .integer($0.count) },
    RecordColumn("title", "标题", "title") { .optional($0.title) },
  ])

  private func finish(_ summary: SearchSummary, _ printer: HitPrinter) {
    if output.chosen == .jsonl {
      Console.line(summary.json.encoded)
    } else if !options.quiet {
      Console.note(summary.sentence(offset: offset))
    }
  }
}

extension DivisionLevel: ExpressibleByArgument {}
extension PassageCount.Key: ExpressibleByArgument {}
