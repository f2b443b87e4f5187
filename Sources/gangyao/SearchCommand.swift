import ArgumentParser
import PlanDocument
import PlanPipeline
import PlanQuery

/// `gangyao search`: the passages that match.
struct SearchCommand: ParsableCommand, PagedCommand {
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
          gangyao search 'value:>=10亿元 year:2025'       含有这样一个指标的段落（单位自动换算）
          gangyao search '投资 heading:保障 -in:第一篇'   标题之下，某篇除外
          gangyao search '/(增长|提高).{0,6}[0-9]+%/'    正则表达式
          gangyao search '~研发经费 ~2025年'              同义的说法、数的其他写法也算
          gangyao search 發展 --variants                  简体、繁体不分
          gangyao search 约束性 --doc dongsheng-fyp14 --in 第一篇
          gangyao search 数字经济 --kwic --sort right     每处一行，按下文排列（left、right、document）
          gangyao search 覆盖率 --count-by plan-year      每年几处、几段、每万字几处
          gangyao search 森林覆盖率 --open 2              第 2 个结果，连同所在的一节
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
          gangyao search 'value:>=10亿元 year:2025'       with such a target, in any unit of money
          gangyao search '投资 heading:保障 -in:第一篇'   below a heading, not in part one
          gangyao search '/(增长|提高).{0,6}[0-9]+%/'    a regular expression
          gangyao search '~研发经费 ~2025年'              with synonyms and other writings of numbers
          gangyao search 發展 --variants                  simplified and traditional alike
          gangyao search 约束性 --doc dongsheng-fyp14 --in 第一篇
          gangyao search 数字经济 --kwic --sort right     a line an occurrence
          gangyao search 覆盖率 --count-by plan-year      hits, passages and rates
          gangyao search 森林覆盖率 --open 2              hit 2 in its section
          gangyao search 森林 --all --format csv          every hit, in order
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
      say("每处命中一行，左右各留上下文。", "One line an occurrence with its context.")))
  var kwic = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      say("打开第几个结果：连同所在的一节，该段有标记。", "Show hit N in its section, with the passage marked."),
      valueName: "n"))
  var open: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      say(
        "--kwic 各行的次序：left（按上文，由近及远）、right（按下文）或 document（按原文）。",
        "Order of the lines of --kwic: left (from the hit to the left), right or document.")))
  var sort = ConcordanceOrder.document

  @Option(
    name: .long,
    help: ArgumentHelp(
      say(
        "--kwic 左右各几个字（默认填满终端，写文件时 30）。",
        "Characters on each side for --kwic (default: what fills the terminal, 30 in files).")))
  var context: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      say(
        "只计数：document、part、chapter、region、plan-year 或 level。",
        "Count by document, part, chapter, region, plan-year or level.")))
  var countBy: PassageCount.Key?

  @Flag(
    name: .long,
    help: ArgumentHelp(
      say("简体、繁体不分：发展也找發展。", "Simplified and traditional characters alike: 发展 finds 發展.")))
  var variants = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      say(
        "~ 所用的同义词文件（每行一组，逗号分开），在自带的和库中的 synonyms.txt 之外。",
        "Synonyms for ~ (a group a line, commas between), beside those shipped and the library's synonyms.txt."
      ),
      valueName: "file"))
  var synonyms: String?

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

  /// Code points on each side of an occurrence in files.
  static let defaultContext = 30
  private static let levels = ["national", "province", "city", "county", "department"]

  func validate() throws {
    if output.chosen == .xlsx || output.chosen == .html, countBy == nil {
      throw ValidationError(
        say(
          "命中不能写成工作簿或网页：请用 --format csv。",
          "Hits are no workbook and no page: use --format csv."))
    }
    if words.isEmpty == (queries == nil) {
      throw ValidationError(
        say(
          "要写一个检索式，或用 --queries 给出文件。以“-”开头的检索式写在 -- 之后：gangyao search -- -发展",
          "Give a query, or a file of them with --queries. A query that begins with '-' stands behind "
            + "'--': gangyao search -- -发展"))
    }
    if open.map({ $0 < 1 }) == true {
      throw ValidationError(say("--open 从 1 算起。", "--open counts from 1."))
    }
    if open != nil, kwic || countBy != nil || queries != nil {
      throw ValidationError(
        say(
          "--open 打开一个检索式的一个结果，不与 --kwic、--count-by、--queries 同用。",
          "--open shows one hit of one query: not with --kwic, --count-by or --queries."))
    }
    if context.map({ $0 < 0 }) == true {
      throw ValidationError(say("--context 不能为负。", "--context is not negative."))
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
    let texts = list?.queries ?? [words.joined(separator: " ")]
    // Read only where they can be asked for: most queries have no '~'.
    let table =
      synonyms != nil || texts.contains { $0.contains("~") }
      ? try SynonymFile.table(library: options.libraryPath, file: synonyms) : nil
    let library = try LibraryReader(folder: options.libraryPath)
    let outcome = try library.read { view in
      let allowed = try view.passages(in: filter, library: options.libraryPath)
      var run = SearchRun(self, view, synonyms: table, within: allowed, isList: list != nil)
      for text in texts { try run.answer(text) }
      run.finish()
      return run.outcome
    }
    if outcome.errors > 0 { throw ExitCode.failed }
    if list == nil, outcome.found == 0 { throw ExitCode.nothingFound }
  }
}

extension DivisionLevel: ExpressibleByArgument {}
extension PassageCount.Key: ExpressibleByArgument {}
extension ConcordanceOrder: ExpressibleByArgument {}
