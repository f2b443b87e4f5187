import ArgumentParser
import PlanDocument
import PlanExport
import PlanPipeline

/// `gangyao show`: the text of a plan or of a part of it.
struct ShowCommand: ParsableCommand, PagedCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: say("规划或其一部分的正文，换页处已接好。", "The text of a plan or a part, page breaks mended."),
      discussion: say(
        """
        例：
          gangyao show dongsheng-fyp14 第三篇/第一章
          gangyao show 规划.txt 第一篇/第四章/第二节
          gangyao show 'dongsheng-fyp14#第三篇/第一章@12345'     一个段落，连同所在的一节
        """,
        """
        EXAMPLES:
          gangyao show dongsheng-fyp14 第三篇/第一章
          gangyao show plan.txt 第一篇/第四章/第二节
          gangyao show 'dongsheng-fyp14#第三篇/第一章@12345'     a passage in its section
        """))
  }

  @Argument(
    help: ArgumentHelp(
      say(
        "文件、库中的文件名，或段落的地址（search 给出）。",
        "A file, a document of the library, or the address of a passage (search prints them).")))
  var plan: String

  @Argument(help: ArgumentHelp(say("哪一部分；不写则为全文。", "Which part; none: all of it.")))
  var path: String?

  @OptionGroup var output: OutputOptions
  @OptionGroup var reading: ReadingArguments
  @OptionGroup var options: GlobalOptions

  func run() throws {
    if path == nil, FileKind.of(plan) == nil, let address = PassageAddress(parsing: plan) {
      return try show(address)
    }
    let plan = try PlanSource.resolve(plan, options: options, reading: reading.options)
    var passages = plan.passages
    if let path {
      let selection = PathSelection(path)
      // The path as given from the top is meant first; labels further down only when none fits.
      let exact = passages.filter {
        $0.path == selection.path || $0.path.hasPrefix(selection.path + "/")
      }
      passages = exact.isEmpty ? passages.filter { selection.contains($0.path) } : exact
      guard !passages.isEmpty else {
        throw PipelineError.unknownPath(
          path, document: plan.document.document,
          near: selection.near(among: plan.divisions.map(\.path)))
      }
    }
    switch output.output == nil ? output.format ?? .table : output.chosen {
    case .table: printText(passages)
    case .md: printMarkdown(passages, divisions: plan.divisions)
    case .jsonl, .csv, .xlsx, .html:
      output.print(passages, columns: .passages, shown: [])
    }
  }

  private func show(_ address: PassageAddress) throws {
    let plan = try PlanSource.resolve(
      address.document, options: options, reading: reading.options)
    guard let place = address.passage(among: plan.passages) else {
      throw PipelineError.unknownPath(address.text, document: address.document, near: [])
    }
    if plan.passages[place].offset != address.offset, !options.quiet {
      Console.note(
        say(
          "那里没有段落的开头，下面是包含它的段落。",
          "No passage begins there; this is the one that holds the place."))
    }
    SectionPrinter(output: output, document: plan.document, divisions: plan.divisions)
      .print(
        SectionExcerpt(around: place, of: plan.passages, divisions: plan.divisions))
  }

  private func printText(_ passages: [PassageRecord]) {
    for passage in passages {
      switch passage.kind {
      case .heading: Console.line("\n" + Console.bold(passage.text) + "\n")
      case .caption: Console.line(Console.bold(passage.text))
      case .box: Console.line("  " + passage.text)
      case .paragraph: Console.line("　　" + passage.text)
      case .row: Console.line(passage.text)
      }
    }
  }

  private func printMarkdown(_ passages: [PassageRecord], divisions: [DivisionRecord]) {
    for passage in passages {
      switch passage.kind {
      case .heading:
        let depth = passage.path.split(separator: "/").count
        Console.line("\n" + String(repeating: "#", count: min(6, depth + 1)) + " \(passage.text)\n")
      case .caption: Console.line("\n**\(passage.text)**\n")
      case .box: Console.line("> \(passage.text)\n>")
      case .paragraph, .row: Console.line(passage.text + "\n")
      }
    }
  }
}
