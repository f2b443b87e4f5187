import ArgumentParser
import PlanExport
import PlanPipeline
import PlanQuery

/// `gangyao terms`: wording that sets groups of documents apart.
struct TermsCommand: ParsableCommand, PagedCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "terms",
      abstract: say(
        "某组文件与其余文件不同的用语（对数似然）。",
        "Wording that sets a group of documents apart from the others (log-likelihood)."),
      discussion: say(
        """
        例：
          gangyao terms --by year                       每一年特有的用语
          gangyao terms --by region --group 北京市      一个地区，对照其余
          gangyao terms --by level --min-documents 3    至少见于该组三个文件
          gangyao terms --by document --doc a --doc b   只比较这两个文件
        只比较汉字和单词，数字和标点不算。显著性的计算见 docs/search.md。
        """,
        """
        EXAMPLES:
          gangyao terms --by year                       what is special of each year
          gangyao terms --by region --group 北京市      one region against all others
          gangyao terms --by level --min-documents 3    in at least three documents of the group
          gangyao terms --by document --doc a --doc b   these two against one another
        Chinese characters and words are compared, not numbers and marks. docs/search.md has the formula.
        """))
  }

  @Option(
    name: .long,
    help: ArgumentHelp(
      say("按什么分组：year、region、level 或 document。", "Groups: year, region, level or document.")))
  var by = KeyTerms.Key.year

  @Option(name: .long, help: ArgumentHelp(say("只要这一组。", "Only this group.")))
  var group: String?

  @Option(name: .long, help: ArgumentHelp(say("每组最多几条。", "How many of each group.")))
  var limit = 20

  @Option(
    name: .long, help: ArgumentHelp(say("在该组至少出现几次。", "Fewest occurrences in the group.")))
  var minCount = 5

  @Option(
    name: .long,
    help: ArgumentHelp(say("至少见于该组几个文件。", "Fewest documents of the group that have it.")))
  var minDocuments = 1

  @OptionGroup var place: PlaceArguments

  @OptionGroup var output: OutputOptions
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if limit < 1 || minCount < 1 || minDocuments < 1 {
      throw ValidationError(
        say(
          "--limit、--min-count 和 --min-documents 至少为 1。",
          "--limit, --min-count and --min-documents are at least 1."))
    }
  }

  func run() throws {
    let filter = place.filter
    var asked = KeyTerms.Options()
    asked.key = by
    asked.group = group
    asked.limit = limit
    asked.fewest = minCount
    asked.fewestDocuments = minDocuments
    let library = try LibraryReader(folder: options.libraryPath)
    let rows = try library.read { view in
      if let group {
        let groups = try KeyTerms.groups(by: by, in: view)
        guard groups.contains(group) else { throw UnknownGroup(name: group, groups: groups) }
      }
      let allowed = try view.passages(in: filter, library: options.libraryPath)
      return try KeyTerms.rows(asked, within: allowed, in: view)
    }
    output.print(
      rows, columns: Self.columns,
      shown: [
        "group", "term", "count", "other_count", "per_10000", "other_per_10000",
        "log_likelihood", "log_ratio", "documents",
      ])
    if rows.isEmpty {
      if !options.quiet {
        Console.note(
          say("没有哪一组有与众不同的用语。", "No group has wording that sets it apart."))
      }
      throw ExitCode.nothingFound
    }
  }

  private static let columns = RecordColumns<KeyTerms.Row>([
    RecordColumn("group", "组", "group") { .string($0.group) },
    RecordColumn("term", "用语", "term") { .string($0.term) },
    RecordColumn("count", "次数", "count") { .integer($0.keyness.count) },
    RecordColumn("other_count", "其余次数", "elsewhere") { .integer($0.keyness.otherCount) },
    RecordColumn("per_10000", "每万字", "per 10,000") {
      .number(Rounding.share($0.keyness.count, of: $0.keyness.size))
    },
    RecordColumn("other_per_10000", "其余每万字", "elsewhere") {
      .number(Rounding.share($0.keyness.otherCount, of: $0.keyness.otherSize))
    },
    RecordColumn("log_likelihood", "对数似然", "log-likelihood") {
      .number(Rounding.hundredths($0.keyness.logLikelihood))
    },
    RecordColumn("log_ratio", "对数比", "log ratio") {
      .number(Rounding.hundredths($0.keyness.logRatio))
    },
    RecordColumn("documents", "文件数", "documents") { .integer($0.documents) },
  ])
}

/// A group that no document of the library belongs to.
struct UnknownGroup: Error, CustomStringConvertible {
  let name: String
  let groups: [String]

  /// Groups that are named at most.
  private static let limit = 12

  var description: String {
    let some = groups.prefix(Self.limit)
    let rest = groups.count > some.count ? say("等", " …") : ""
    return say(
      "没有“\(name)”这一组。库中有 \(some.joined(separator: "、"))\(rest)。",
      "There is no group '\(name)'. The library has \(some.joined(separator: ", "))\(rest).")
  }
}

/// Figures as they are printed.
enum Rounding {
  static func hundredths(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  /// Per 10,000, to three digits behind the point.
  static func share(_ count: Int, of size: Int) -> Double {
    size == 0 ? 0 : (Double(count) / Double(size) * 1e7).rounded() / 1e3
  }
}

extension KeyTerms.Key: ExpressibleByArgument {}
