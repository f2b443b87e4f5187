import ArgumentParser
import PlanDocument
import PlanExport
import PlanPipeline

/// `gangyao outline`: the structure of a plan.
struct OutlineCommand: ParsableCommand, PagedCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "outline",
      abstract: say(
        "规划的结构：篇、章、节、专栏、表、图。", "The structure of a plan: parts, chapters, sections, boxes."),
      discussion: say(
        """
        例：
          gangyao outline 规划.txt
          gangyao outline dongsheng-fyp14 --depth 2
          gangyao outline 规划.txt --format jsonl
          gangyao outline 规划.txt --noise          被搁置的页码、页眉和目录
        """,
        """
        EXAMPLES:
          gangyao outline plan.txt
          gangyao outline dongsheng-fyp14 --depth 2
          gangyao outline plan.txt --format jsonl
          gangyao outline plan.txt --noise          page numbers and the like, set aside
        """))
  }

  @Argument(help: ArgumentHelp(say("文件，或库中的文件名。", "A file, or a document of the library.")))
  var plan: String

  @Option(name: .long, help: ArgumentHelp(say("只到第几层。", "How many levels to show.")))
  var depth: Int?

  @Flag(name: .long, help: ArgumentHelp(say("列出被搁置的部分及原因。", "What was set aside, and why.")))
  var noise = false

  @Flag(
    name: .long,
    help: ArgumentHelp(
      say("列出标题、地区、文号、日期等及其出处。", "Title, region, number, dates and where each was read.")))
  var metadata = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var reading: ReadingArguments
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if let depth, depth < 1 {
      throw ValidationError(say("--depth 至少为 1。", "--depth is at least 1."))
    }
  }

  func run() throws {
    let plan = try PlanSource.resolve(plan, options: options, reading: reading.options)
    for warning in plan.warnings where !options.quiet {
      Console.note("\(plan.document.document): \(warning.told)")
    }
    if metadata {
      MetadataPrinter(plan: plan, output: output).print()
      return
    }
    if noise {
      if plan.source == nil {
        Console.note(
          say(
            "库里不保存被搁置的部分；请对原文件使用 --noise。",
            "The library does not keep what was set aside; use --noise with the file itself."))
      }
      printNoise(plan)
      return
    }
    let depths = Self.depths(plan.divisions)
    let units = plan.divisions.indices.filter { depth == nil || depths[$0] < depth ?? 0 }
    switch output.chosen {
    case .table: printTree(plan, units: units, depths: depths)
    case .md: printList(plan, units: units, depths: depths)
    default:
      output.print(
        units.map { plan.divisions[$0] }, columns: .divisions,
        shown: ["level", "label", "title", "page", "line", "length"], elastic: ["title"])
    }
    if plan.divisions.isEmpty, !options.quiet {
      Console.note(say("没有找到篇、章、节等标题。", "No headings of parts, chapters or sections were found."))
    }
  }

  /// How many units hold each unit.
  private static func depths(_ divisions: [DivisionRecord]) -> [Int] {
    var depths: [Int] = []
    for division in divisions {
      depths.append(division.parent.map { depths[$0] + 1 } ?? 0)
    }
    return depths
  }

  private func printTree(_ plan: PlanSource, units: [Int], depths: [Int]) {
    Console.line(Console.bold(plan.document.title ?? plan.document.document))
    var lines: [(text: String, place: String, size: String)] = []
    for index in units {
      let division = plan.divisions[index]
      let title = [division.label ?? "", division.title].filter { !$0.isEmpty }
        .joined(separator: " ")
      let place =
        division.page.map { say("第\($0)页", "p. \($0)") }
        ?? say("\(division.line) 行", "line \(division.line)")
      lines.append(
        (
          String(repeating: "  ", count: depths[index] + 1) + title, place,
          say("\(division.length) 字", "\(division.length) chars")
        ))
    }
    let width = Console.width ?? 100
    let sizes = lines.map { DisplayWidth.of($0.size) }.max() ?? 0
    let places = lines.map { DisplayWidth.of($0.place) }.max() ?? 0
    let titles = max(20, width - sizes - places - 4)
    let used = min(titles, lines.map { DisplayWidth.of($0.text) }.max() ?? 0)
    for line in lines {
      let text = DisplayWidth.pad(DisplayWidth.cut(line.text, to: used), to: used)
      let place = DisplayWidth.pad(line.place, to: places, right: true)
      let size = DisplayWidth.pad(line.size, to: sizes, right: true)
      Console.line("\(text)  \(Console.dim(place))  \(Console.dim(size))")
    }
  }

  /// A list with a link to the line of each unit, as web views of text files understand them.
  private func printList(_ plan: PlanSource, units: [Int], depths: [Int]) {
    Console.line("# \(plan.document.title ?? plan.document.document)\n")
    let path = plan.document.path.replacing(" ", with: "%20")
    for index in units {
      let division = plan.divisions[index]
      let title = [division.label ?? "", division.title].filter { !$0.isEmpty }
        .joined(separator: " ").replacing("[", with: "\\[").replacing("]", with: "\\]")
      let name = title.isEmpty ? division.level.rawValue : title
      let page = division.page.map { say(" 第\($0)页", " p. \($0)") } ?? ""
      Console.line(
        String(repeating: "  ", count: depths[index])
          + "- [\(name)](\(path)#L\(division.line))\(page)")
    }
  }

  private func printNoise(_ plan: PlanSource) {
    let columns = RecordColumns<NoiseRecord>([
      RecordColumn("reason", "原因", "reason") { .string($0.reason) },
      RecordColumn("line", "行", "line") { .integer($0.line) },
      RecordColumn("offset", "偏移", "offset") { .integer($0.offset) },
      RecordColumn("length", "长度", "length") { .integer($0.length) },
      RecordColumn("text", "原文", "text") { .string($0.text) },
    ])
    let shown = plan.noise.filter { output.chosen != .table || $0.reason != "blank" }
    output.print(
      shown, columns: columns, shown: ["reason", "line", "length", "text"], elastic: ["text"])
  }
}
