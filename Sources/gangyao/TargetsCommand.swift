import ArgumentParser
import PlanCatalog
import PlanDocument
import PlanExport
import PlanPipeline

/// `gangyao targets`: the numeric claims.
struct TargetsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "targets",
      abstract: say("数字指标：数值、单位、年份、出处。", "The numeric claims, each with its evidence."),
      discussion: say(
        """
        例：
          gangyao targets 规划.txt                          一份规划的目标值
          gangyao targets --format csv --bom > targets.csv  整个库，供 Excel 打开
          gangyao targets --binding 约束性                  约束性指标
          gangyao targets --indicator 增加值 --value '>=100亿元' --year 2025
          gangyao targets 规划.txt --kind all --in 第一篇   目标值和现状值
        """,
        """
        EXAMPLES:
          gangyao targets plan.txt                          the targets of one plan
          gangyao targets --format csv --bom > targets.csv  all of the library, for Excel
          gangyao targets --binding 约束性                  binding ones
          gangyao targets --indicator 增加值 --value '>=100亿元' --year 2025
          gangyao targets plan.txt --kind all --in 第一篇   what was reached as well
        """))
  }

  enum KindFilter: String, CaseIterable, ExpressibleByArgument {
    case target, actual, pledge, all
  }

  @Argument(
    help: ArgumentHelp(say("文件或库中的文件名；不写则为整个库。", "Files or documents; none: all of the library.")))
  var plans: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      say("target、actual、pledge 或 all（前两者）。", "target, actual, pledge, or all (the first two).")))
  var kind: KindFilter = .target

  @Option(name: .long, help: ArgumentHelp(say("指标名包含此文字。", "Part of the indicator.")))
  var indicator: String?

  @Option(name: .long, help: ArgumentHelp(say("单位（如 %、亿元）。", "The unit as written.")))
  var unit: String?

  @Option(name: .long, help: ArgumentHelp(say("年份。", "The year.")))
  var year: String?

  @Flag(
    name: .long, help: ArgumentHelp(say("--year 也算推测的年份。", "--year matches guessed years as well."))
  )
  var yearGuess = false

  @Option(name: .long, help: ArgumentHelp(say("约束性 或 预期性。", "约束性 or 预期性.")))
  var binding: String?

  @Option(
    name: .long,
    help: ArgumentHelp(say("数值条件：'>=90'、'<5%'、'>=1亿元'。", "A condition: '>=90', '<5%', '>=1亿元'.")))
  var value: ValueCondition?

  @Option(name: .customLong("in"), help: ArgumentHelp(say("只在此部分（第三篇/第一章）。", "Only in this part.")))
  var part: String?

  @OptionGroup var output: OutputOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    var selection = TargetSelection()
    selection.kind =
      switch kind {
      case .target: .target
      case .actual: .actual
      case .pledge: .pledge
      case .all: nil
      }
    selection.indicator = indicator
    selection.unit = unit
    selection.year = year
    selection.includesGuessedYears = yearGuess
    selection.binding = binding
    selection.value = value
    selection.path = part.map(PathSelection.init)
    var failures = 0
    var records: [TargetRecord] = []
    if plans.isEmpty {
      let library = try LibraryReader(folder: options.libraryPath)
      records = try library.catalog.read { view in
        try view.keys().flatMap { try view.targets(of: $0).filter(selection.contains) }
      }
    }
    for plan in plans {
      do {
        records += try PlanSource.resolve(plan, options: options).targets
          .filter(selection.contains)
      } catch {
        failures += 1
        Console.note(explain(error))
      }
    }
    var shown = [
      "indicator", "text", "unit", "change", "year", "binding", "page", "line", "path",
    ]
    if kind == .all { shown.insert("kind", at: 0) }
    if plans.count != 1 { shown.insert("document", at: 0) }
    output.print(
      records, columns: .targets, shown: shown, elastic: ["indicator", "path", "document"])
    if failures > 0 { throw ExitCode.failed }
  }
}

extension ValueCondition: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
