import ArgumentParser
import PlanComparison
import PlanDocument
import PlanExport

/// `gangyao check`: the targets of plans held against each other.
struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: say("核对规划之间的指标。", "Compares the targets of plans."),
      discussion: say(
        """
        先写总体规划，再写专项规划；只写一个则与自身核对。文件或库中的文件均可。
        例：
          gangyao check 纲要.txt 教育.txt 能源.txt
          gangyao check dongsheng-fyp14 sample-energy --status conflict,looser
          gangyao check 纲要.txt                    同一指标前后不一
          gangyao check 纲要.txt 教育.txt --fail-on conflict,looser
          gangyao check 纲要.txt 教育.txt -o 核对.html    网页：两方原句并列，可筛选
          gangyao check 纲要.txt --against 专项规划/      按指标列出各规划的值
        """,
        """
        The overall plan goes first, departmental plans behind it; one plan is held against itself.
        Files or documents of the library.
        EXAMPLES:
          gangyao check outline.txt education.txt energy.txt
          gangyao check dongsheng-fyp14 sample-energy --status conflict,looser
          gangyao check outline.txt                 one indicator with two values in one plan
          gangyao check outline.txt education.txt --fail-on conflict,looser
          gangyao check outline.txt education.txt -o check.html   a page: quotes side by side
          gangyao check outline.txt --against plans/              indicators by plans
        """))
  }

  @Argument(
    help: ArgumentHelp(
      say("总体规划，然后是专项规划。", "The overall plan, then the others."), valueName: "plan"))
  var plans: [String]

  @Option(
    name: .long,
    help: ArgumentHelp(
      say("只列这些结论，用逗号分隔。", "Only these verdicts, with commas between."), valueName: "list"))
  var status: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      say(
        "有这些结论时退出码为 1：conflict、looser、missing。",
        "Exit with 1 where there are such: conflict, looser, missing."), valueName: "list"))
  var failOn: String?

  @Flag(
    name: .long,
    help: ArgumentHelp(say("不列名称相近而未经确认的配对。", "Without pairs of near names that nobody confirmed."))
  )
  var confirmed = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      say(
        "与此文件夹中的全部规划核对，按指标列表：每个规划一列。",
        "Hold all plans of a folder against the overall one: a table of indicators by plans."),
      valueName: "dir"))
  var against: String?

  @OptionGroup var indicators: IndicatorArguments
  @OptionGroup var output: OutputOptions
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if plans.isEmpty {
      throw ValidationError(say("请写出至少一个规划。", "Name at least one plan."))
    }
    if against != nil, plans.count > 1 {
      throw ValidationError(
        say("--against 只与一个总体规划同用。", "--against goes with one overall plan."))
    }
    _ = try Self.statuses(status)
    _ = try Self.failures(failOn)
  }

  func run() throws {
    var run = try CheckRun(
      plans: plans, against: against, files: try indicators.files(options), options: options)
    if confirmed { run.verdicts.removeAll(where: \.isProposed) }
    let fails = try Self.failures(failOn)
    let isFailed = run.verdicts.contains { fails.contains($0.status) && !$0.isProposed }
    run.summary = CheckSummary(run)
    if let wanted = try Self.statuses(status) {
      run.verdicts.removeAll { !wanted.contains($0.status) }
    }
    if against != nil {
      CheckMatrix(run).print(output)
    } else {
      VerdictPrinter(run: run, output: output).print()
    }
    if !options.quiet { for line in run.summary.lines { Console.note(line) } }
    for (path, error) in run.problems { Console.note("\(path): \(explain(error))") }
    if !run.problems.isEmpty { throw ExitCode.failed }
    if isFailed { throw ExitCode.nothingFound }
  }

  private static func statuses(_ list: String?) throws -> Set<Verdict.Status>? {
    guard let list else { return nil }
    return Set(
      try list.split(separator: ",").map { name in
        guard let status = Verdict.Status(rawValue: String(name)) else {
          let known = Verdict.Status.allCases.map(\.rawValue).joined(separator: ", ")
          throw ValidationError(
            say(
              "没有“\(name)”这种结论；有：\(known)。", "There is no verdict '\(name)'. There are: \(known)."))
        }
        return status
      })
  }

  private static func failures(_ list: String?) throws -> Set<Verdict.Status> {
    var found: Set<Verdict.Status> = []
    for name in (list ?? "").split(separator: ",") {
      switch name {
      case "conflict": found.insert(.conflict)
      case "looser": found.insert(.looser)
      case "missing": found.formUnion([.onlyInA, .onlyInB])
      default:
        throw ValidationError(
          say(
            "--fail-on 只有 conflict、looser、missing，没有“\(name)”。",
            "--fail-on takes conflict, looser and missing, not '\(name)'."))
      }
    }
    return found
  }
}
