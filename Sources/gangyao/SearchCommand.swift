import ArgumentParser
import PlanDocument
import PlanPipeline

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
          gangyao search --queries 词表.txt --format csv  文件里每行一个检索式
          gangyao search -- '-农业 发展'                  以“-”开头的检索式写在 -- 之后
        找到则退出码为 0；没有（或只有近似的）为 1（用 --queries 时为 0）；检索式有误为 2。
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
          gangyao search --queries list.txt --format csv  a file with one query a line
          gangyao search -- '-农业 发展'                  a query that begins with - stands behind --
        Exit code 0: found; 1: nothing, or near matches only (0 with --queries); 2: an error in a
        query.
        """))
  }

  @Argument(help: ArgumentHelp(say("检索式。", "What to look for."), valueName: "query"))
  var words: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      say(
        "检索式来自文件，每行一个（- 为标准输入）；结果的第一列是检索式。",
        "Queries from a file, one a line (- for standard input); the first column is the query."),
      valueName: "file"))
  var queries: String?

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
    if words.isEmpty == (queries == nil) {
      throw ValidationError(
        say(
          "要写一个检索式，或用 --queries 给出文件。以“-”开头的检索式写在 -- 之后：gangyao search -- -发展",
          "Give a query, or a file of them with --queries. A query that begins with '-' stands behind "
            + "'--': gangyao search -- -发展"))
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
    var filter = PassageFilter()
    filter.documents = doc
    filter.level = level
    filter.path = part.map(PathSelection.init)
    filter.division = division
    let list = try queries.map(QueryList.init(path:))
    let library = try LibraryReader(folder: options.libraryPath)
    let outcome = try library.read { view in
      let allowed = try view.passages(in: filter, library: options.libraryPath)
      var run = SearchRun(self, view, within: allowed, isList: list != nil)
      for text in list?.queries ?? [words.joined(separator: " ")] { try run.answer(text) }
      run.finish()
      return run.outcome
    }
    if outcome.errors > 0 { throw ExitCode.failed }
    if list == nil, outcome.found == 0 { throw ExitCode.nothingFound }
  }
}

extension DivisionLevel: ExpressibleByArgument {}
extension PassageCount.Key: ExpressibleByArgument {}
