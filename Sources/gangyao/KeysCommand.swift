import ArgumentParser
import PlanComparison
import PlanExport

/// `gangyao keys`: which names of indicators are compared as one.
struct KeysCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "keys",
      abstract: say("哪些指标名称被当作同一指标。", "Which names of indicators are compared as one."),
      discussion: say(
        """
        不写文件则列出库中全部规划的。
        例：
          gangyao keys 纲要.txt 教育.txt
          gangyao keys --all --format csv -o keys.csv
        """,
        """
        Without plans, those of the whole library.
        EXAMPLES:
          gangyao keys outline.txt education.txt
          gangyao keys --all --format csv -o keys.csv
        """))
  }

  @Argument(
    help: ArgumentHelp(say("文件，或库中的文件。", "Files or documents of the library."), valueName: "plan"))
  var plans: [String] = []

  @Flag(
    name: .long,
    help: ArgumentHelp(say("也列只有一种名称的。", "Keys with one name as well.")))
  var all = false

  @OptionGroup var indicators: IndicatorArguments
  @OptionGroup var output: OutputOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let files = try indicators.files(options)
    let checked = try PlanReading.names(plans, options: options).map { name in
      try PlanSource.resolve(name, options: options).checked(files)
    }
    let groups = KeyGroup.groups(of: checked, words: files.words).filter {
      all || $0.names.count > 1
    }
    output.print(
      groups,
      columns: RecordColumns([
        RecordColumn("key", "键", "key") { .string($0.key) },
        RecordColumn("claims", "条数", "claims", .integer) { .integer($0.claims) },
        RecordColumn("documents", "文件数", "documents", .integer) { .integer($0.documents) },
        RecordColumn("names", "名称", "names", .list) { .array($0.names.map(JSONValue.string)) },
        RecordColumn("why", "依据", "why", .list) { .array(Self.reasons($0)) },
      ]), shown: ["key", "claims", "documents", "names", "why"], elastic: ["names", "why"])
  }

  /// What changed the names, each reason once.
  private static func reasons(_ group: KeyGroup) -> [JSONValue] {
    var seen: Set<KeyChange> = []
    return group.changes.flatMap(\.self).filter { seen.insert($0).inserted }
      .map { .string("\($0.kind.said)\(say("：", ": "))\($0.words)") }
  }
}

extension KeyChange.Kind {
  fileprivate var said: String {
    switch self {
    case .wording: say("写法", "wording")
    case .holder: say("主体", "whose")
    case .frequency: say("频次", "frequency")
    case .size: say("规格", "size")
    case .territory: say("本地", "own territory")
    case .rate: say("变化率", "rate of change")
    case .verb: say("动词", "verb")
    case .measure: say("量名", "measure")
    case .share: say("比率", "share")
    }
  }
}
