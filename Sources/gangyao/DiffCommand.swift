import ArgumentParser
import PlanComparison
import PlanDocument
import PlanExport

/// `gangyao diff`: what changed from one version of a plan to another.
struct DiffCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "diff",
      abstract: say("一份规划的两个版本有何不同。", "What changed between two versions of a plan."),
      discussion: say(
        """
        章节的增、删、移动和改写，段落的改写，指标的变化（新旧并列）。
        例：
          gangyao diff 征求意见稿.docx 印发稿.docx
          gangyao diff 旧.txt 新.txt --only target --format csv
          gangyao diff 旧.txt 新.txt -o 比较.html
        """,
        """
        Sections added, removed, moved and reworded, paragraphs reworded, targets changed.
        EXAMPLES:
          gangyao diff draft.docx final.docx
          gangyao diff old.txt new.txt --only target --format csv
          gangyao diff old.txt new.txt -o diff.html
        """))
  }

  @Argument(help: ArgumentHelp(say("旧版本：文件，或库中的文件。", "The old version: a file or a document.")))
  var old: String

  @Argument(help: ArgumentHelp(say("新版本。", "The new version.")))
  var new: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      say(
        "只列这些，用逗号分隔：section（章节）、paragraph（段落）、target（指标）。",
        "Only these, with commas between: section, paragraph, target."), valueName: "list"))
  var only: String?

  @OptionGroup var indicators: IndicatorArguments
  @OptionGroup var output: OutputOptions
  @OptionGroup var options: GlobalOptions

  func validate() throws { _ = try kinds }

  private var kinds: Set<VersionChange.Kind> {
    get throws {
      guard let only else { return Set(VersionChange.Kind.allCases) }
      return Set(
        try only.split(separator: ",").map { name in
          guard let kind = VersionChange.Kind(rawValue: String(name)) else {
            throw ValidationError(
              say(
                "--only 只有 section、paragraph、target，没有“\(name)”。",
                "--only takes section, paragraph and target, not '\(name)'."))
          }
          return kind
        })
    }
  }

  func run() throws {
    let files = try indicators.files(options)
    let plans = try [old, new].map { try PlanSource.resolve($0, options: options) }
    let versions = plans.map {
      PlanVersion(
        document: $0.document, divisions: $0.divisions, passages: $0.passages,
        targets: $0.targets, words: files.words, mapping: files.mapping)
    }
    let wanted = try kinds
    let changes = PlanDiff(old: versions[0], new: versions[1], words: files.words).changes()
      .filter { wanted.contains($0.kind) }
    if output.chosen == .html {
      Console.write(report(changes, plans.map(\.document)).html)
    } else {
      output.print(
        changes, columns: .changes, shown: ["kind", "status", "name", "old_text", "new_text"],
        elastic: ["name", "old_text", "new_text"], documents: plans.map(\.document))
    }
    if !options.quiet { Console.note(Self.summary(changes)) }
  }

  private static func summary(_ changes: [VersionChange]) -> String {
    guard !changes.isEmpty else { return say("两个版本没有不同。", "The versions do not differ.") }
    return VersionChange.Kind.allCases.compactMap { kind -> String? in
      let counts = VersionChange.Status.allCases.compactMap { status -> String? in
        let count = changes.count { $0.kind == kind && $0.status == status }
        return count > 0 ? "\(status.said) \(count)" : nil
      }
      return counts.isEmpty
        ? nil : "\(kind.said)\(say("：", ": "))\(counts.joined(separator: say("，", ", ")))"
    }.joined(separator: say("；", "; "))
  }

  private func report(
    _ changes: [VersionChange], _ documents: [DocumentRecord]
  ) -> ComparisonReport {
    ComparisonReport(
      title: say("版本比较：", "Versions compared: ") + (documents[1].title ?? documents[1].document),
      language: Language.current.rawValue,
      summary: [
        say("旧：", "Old: ") + documents[0].path, say("新：", "New: ") + documents[1].path,
        Self.summary(changes),
      ],
      sections: VersionChange.Kind.allCases.map { kind in
        ComparisonReport.Section(
          title: kind.said,
          rows: changes.filter { $0.kind == kind }.map { change in
            var row = ComparisonReport.Row(
              status: change.status.rawValue, label: change.status.said, name: change.name,
              left: side(change.old, documents[0]), right: side(change.new, documents[1]),
              note: change.verdict?.explanation ?? "")
            row.plot = change.verdict.flatMap { ValuePlot($0) }
            return row
          })
      },
      words: ComparisonReport.Words(
        all: say("全部", "All"), search: say("筛选", "Filter"), left: say("旧", "Old"),
        right: say("新", "New"), shown: say("条", "shown")))
  }

  private func side(
    _ side: VersionChange.Side?, _ document: DocumentRecord
  ) -> ComparisonReport.Side? {
    side.map {
      ComparisonReport.Side(
        place: "\(document.document):\($0.line)\($0.path.isEmpty ? "" : " \($0.path)")",
        text: $0.text)
    }
  }
}

extension VersionChange.Kind {
  fileprivate var said: String {
    switch self {
    case .section: say("章节", "sections")
    case .paragraph: say("段落", "paragraphs")
    case .target: say("指标", "targets")
    }
  }
}

extension VersionChange.Status {
  fileprivate var said: String {
    switch self {
    case .added: say("新增", "added")
    case .removed: say("删去", "removed")
    case .moved: say("移动", "moved")
    case .reworded: say("改写", "reworded")
    case .changed: say("改动", "changed")
    }
  }
}

extension RecordColumns where Record == VersionChange {
  /// Columns of `diff`.
  static var changes: Self {
    Self([
      RecordColumn("kind", "类别", "what") { .string($0.kind.rawValue) },
      RecordColumn("status", "变化", "change") { .string($0.status.rawValue) },
      RecordColumn("name", "名称", "name") { .string($0.name) },
      RecordColumn("old_text", "旧文", "old text") { .optional($0.old.map(Self.text)) },
      RecordColumn("new_text", "新文", "new text") { .optional($0.new.map(Self.text)) },
      RecordColumn("verdict", "结论", "verdict") {
        .optional($0.verdict?.status.rawValue)
      },
      RecordColumn("difference", "差", "difference", .number) {
        .optional($0.verdict?.difference)
      },
      RecordColumn("old_path", "旧位置", "old path") { .optional($0.old?.path) },
      RecordColumn("old_line", "旧行", "old line", .integer) { .optional($0.old?.line) },
      RecordColumn("new_path", "新位置", "new path") { .optional($0.new?.path) },
      RecordColumn("new_line", "新行", "new line", .integer) { .optional($0.new?.line) },
      RecordColumn("old_target", "旧指标", "old target") { Self.target($0.old) },
      RecordColumn("new_target", "新指标", "new target") { Self.target($0.new) },
    ])
  }

  /// Of a target its value and year, of anything else its words.
  private static func text(_ side: VersionChange.Side) -> String {
    side.target?.shortly ?? side.text
  }

  private static func target(_ side: VersionChange.Side?) -> JSONValue {
    side?.target.map { RecordColumns<TargetRecord>.targets.json($0) } ?? .null
  }
}
