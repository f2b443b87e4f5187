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

  @OptionGroup var output: OutputOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let checked = try PlanReading.names(plans, options: options).map { name in
      let plan = try PlanSource.resolve(name, options: options)
      return CheckedPlan(document: plan.document, targets: plan.targets)
    }
    let groups = KeyGroup.groups(of: checked).filter { all || $0.names.count > 1 }
    output.print(
      groups,
      columns: RecordColumns([
        RecordColumn("key", "键", "key") { .string($0.key) },
        RecordColumn("claims", "条数", "claims", .integer) { .integer($0.claims) },
        RecordColumn("documents", "文件数", "documents", .integer) { .integer($0.documents) },
        RecordColumn("names", "名称", "names", .list) { .array($0.names.map(JSONValue.string)) },
      ]), shown: ["key", "claims", "documents", "names"], elastic: ["names"])
  }
}
