import ArgumentParser
import PlanCatalog
import PlanDocument
import PlanExport
import PlanPipeline

/// `gangyao targets`: the numeric claims.
struct TargetsCommand: ParsableCommand, PagedCommand {
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
          gangyao targets 规划.txt --explain                每个字段依据原文的哪些词
          gangyao targets 规划.txt --coverage --summary     每个数字的去向，合计与原文相符
          gangyao targets -o targets.xlsx                   带列说明和来源的工作簿
          gangyao targets --package 数据/                   targets.csv 和 datapackage.json
        """,
        """
        EXAMPLES:
          gangyao targets plan.txt                          the targets of one plan
          gangyao targets --format csv --bom > targets.csv  all of the library, for Excel
          gangyao targets --binding 约束性                  binding ones
          gangyao targets --indicator 增加值 --value '>=100亿元' --year 2025
          gangyao targets plan.txt --kind all --in 第一篇   what was reached as well
          gangyao targets plan.txt --explain                the words that gave each field
          gangyao targets plan.txt --coverage --summary     what became of every number
          gangyao targets -o targets.xlsx                   a workbook that explains itself
          gangyao targets --package data/                   targets.csv with datapackage.json
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

  @Flag(
    name: .long,
    help: ArgumentHelp(
      say(
        "每条记录的规则、各字段所据之词和借用之处。",
        "For each record the rule, the words of each field, what was borrowed.")
    ))
  var explain = false

  @Flag(
    name: .long,
    help: ArgumentHelp(say("原文每个数字的去向，而不是记录。", "Every number of the source and what became of it."))
  )
  var coverage = false

  @Flag(name: .long, help: ArgumentHelp(say("--coverage 只列合计。", "Of --coverage only the totals.")))
  var summary = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      say(
        "写数据包：targets.csv 和 datapackage.json。",
        "Write a data package: targets.csv, datapackage.json."),
      valueName: "dir"))
  var package: String?

  @Flag(
    name: .long,
    help: ArgumentHelp(
      say("也读附件中的项目表（投资额）；只对文件。", "Of files: the annexes that list projects as well."))
  )
  var projects = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var reading: ReadingArguments
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if coverage, explain || package != nil {
      throw ValidationError(
        say(
          "--coverage 不能与 --explain 或 --package 同用。",
          "--coverage goes with neither --explain nor --package."))
    }
    if summary, !coverage {
      throw ValidationError(say("--summary 与 --coverage 同用。", "--summary goes with --coverage."))
    }
    if package != nil, output.output != nil || output.format != nil || explain {
      throw ValidationError(
        say(
          "--package 自成一种输出，不用 -o、--format、--explain。",
          "--package is a form of its own: no -o, --format, --explain."))
    }
  }

  func run() throws {
    if coverage { return try printCoverage() }
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
    var documents: [DocumentRecord] = []
    if plans.isEmpty {
      let library = try LibraryReader(folder: options.libraryPath)
      try library.catalog.read { view in
        documents = try view.documents().map(\.record)
        records = try view.keys().flatMap { try view.targets(of: $0).filter(selection.contains) }
      }
    }
    for plan in plans {
      do {
        let plan = try PlanSource.resolve(
          plan, options: options, reading: reading.options, includesProjects: projects)
        documents.append(plan.document)
        for warning in plan.warnings where !options.quiet {
          guard case .unreadRows = warning else { continue }
          Console.note("\(plan.document.document): \(warning.told)")
        }
        records += plan.targets.filter(selection.contains)
      } catch {
        failures += 1
        Console.note(gangyao.explain(error))
      }
    }
    records = try IndicatorFiles(options: options).rekeyed(records)
    if let package {
      try DataPackage(run: RunProvenance(documents: documents)).write(
        records, to: package, titles: output.headers ?? .names, mark: output.bom)
    } else {
      print(records, documents: documents)
    }
    if failures > 0 { throw ExitCode.failed }
  }

  private func print(_ records: [TargetRecord], documents: [DocumentRecord]) {
    if explain, output.chosen == .table || output.chosen == .md {
      for (index, record) in records.enumerated() {
        if index > 0 { Console.line("") }
        for line in TargetExplanation(record: record).lines { Console.line(line) }
      }
      return
    }
    var columns = RecordColumns<TargetRecord>.targets
    if explain {
      let evidence: RecordColumn<TargetRecord> =
        output.chosen == .jsonl
        ? RecordColumns<TargetRecord>.evidence : RecordColumns<TargetRecord>.evidenceLines
      columns = columns.adding([evidence])
    }
    var shown = [
      "indicator", "text", "unit", "change", "year", "binding", "page", "line", "path",
    ]
    if kind == .all { shown.insert("kind", at: 0) }
    if plans.count != 1 { shown.insert("document", at: 0) }
    output.print(
      records, columns: columns, shown: shown, elastic: ["indicator", "path", "document"],
      documents: documents)
  }

  private func printCoverage() throws {
    var failures = 0
    var read: [AnalyzedPlan] = []
    for name in try PlanReading.names(plans, options: options) {
      do {
        read.append(try PlanReading.analyze(name, options: options, reading: reading.options))
      } catch {
        failures += 1
        Console.note(gangyao.explain(error))
      }
    }
    NumberCoverage(plans: read, output: output, onlySummary: summary).print()
    if failures > 0 { throw ExitCode.failed }
  }
}

extension ValueCondition: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
