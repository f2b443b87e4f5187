import ArgumentParser
import PlanExport
import PlanPipeline
import PlanQuery

/// `gangyao collocates`: what stands near a word.
struct CollocatesCommand: ParsableCommand, PagedCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "collocates",
      abstract: say("一个词常与什么搭配。", "What stands near a word more often than by chance."),
      discussion: say(
        """
        例：
          gangyao collocates 数字经济                    左右各 8 个字之内
          gangyao collocates 碳 --window 4 --sort log-dice
          gangyao collocates '绿色 OR 低碳' --doc dongsheng-fyp14 --format csv
          gangyao collocates '投资 heading:保障'          只看标题有“保障”的部分
        任何检索式都可以。不越过段落；“left”“right”是在左在右各几次。计算方法见 docs/search.md。
        """,
        """
        EXAMPLES:
          gangyao collocates 数字经济                    within 8 characters on each side
          gangyao collocates 碳 --window 4 --sort log-dice
          gangyao collocates '绿色 OR 低碳' --doc dongsheng-fyp14 --format csv
          gangyao collocates '投资 heading:保障'          below headings with 保障 only
        Takes any query. Never over the end of a passage; left and right are how often it stands on either
        side. docs/search.md has the formulas.
        """))
  }

  @Argument(help: ArgumentHelp(say("检索式。", "A query."), valueName: "query"))
  var words: [String]

  @Option(name: .long, help: ArgumentHelp(say("左右各几个字。", "Characters on each side.")))
  var window = 8

  @Option(
    name: .long,
    help: ArgumentHelp(say("按 log-likelihood 或 log-dice 排列。", "By log-likelihood or log-dice.")))
  var sort = Collocates.Measure.logLikelihood

  @Option(name: .long, help: ArgumentHelp(say("最多几条。", "How many.")))
  var limit = 30

  @Option(name: .long, help: ArgumentHelp(say("至少同现几次。", "Fewest occurrences near the word.")))
  var minCount = 3

  @OptionGroup var place: PlaceArguments

  @OptionGroup var output: OutputOptions
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if limit < 1 || minCount < 1 || window < 1 {
      throw ValidationError(
        say(
          "--limit、--min-count 和 --window 至少为 1。",
          "--limit, --min-count and --window are at least 1."))
    }
  }

  func run() throws {
    let text = words.joined(separator: " ")
    let filter = place.filter
    var asked = Collocates.Options()
    asked.window = window
    asked.limit = limit
    asked.fewest = minCount
    asked.measure = sort
    let library = try LibraryReader(folder: options.libraryPath)
    let found = try library.read { view in
      let allowed = try view.passages(in: filter, library: options.libraryPath)
      let query = try LibraryConditions(view).query(text)
      return try Collocates(query, asked, within: allowed, in: view)
    }
    output.print(
      found.rows, columns: Self.columns,
      shown: ["term", "count", "left", "right", "total", "log_likelihood", "log_dice", "documents"])
    if !options.quiet {
      Console.note(
        say(
          "“\(text)”共 \(found.occurrences) 处。",
          "'\(text)' stands \(found.occurrences) times."))
    }
    if found.rows.isEmpty { throw ExitCode.nothingFound }
  }

  private static let columns = RecordColumns<Collocates.Row>([
    RecordColumn("term", "搭配", "term") { .string($0.term) },
    RecordColumn("count", "同现", "together") { .integer($0.together) },
    RecordColumn("left", "在左", "left") { .integer($0.left) },
    RecordColumn("right", "在右", "right") { .integer($0.right) },
    RecordColumn("total", "全部", "in all") {
      .integer($0.keyness.count + $0.keyness.otherCount)
    },
    RecordColumn("log_likelihood", "对数似然", "log-likelihood") {
      .number(Rounding.hundredths($0.keyness.logLikelihood))
    },
    RecordColumn("log_dice", "logDice", "logDice") { .number(Rounding.hundredths($0.logDice)) },
    RecordColumn("documents", "文件数", "documents") { .integer($0.documents) },
  ])
}

extension Collocates.Measure: ExpressibleByArgument {}
