import ArgumentParser
import PlanCatalog
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
    let (name, path) = try named()
    let plan = try PlanSource.resolve(name, options: options, reading: reading.options)
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

  /// Document and part: also as an address without a number (`dongsheng-fyp14#第三篇`).
  private func named() throws -> (name: String, path: String?) {
    guard path == nil, FileKind.of(plan) == nil, let hash = plan.lastIndex(of: "#"),
      hash > plan.startIndex,
      let library = try? LibraryReader(folder: options.libraryPath),
      try library.catalog.read({ try $0.document(named: plan) }) == nil
    else { return (plan, path) }
    let part = String(plan[plan.index(after: hash)...])
    return (String(plan[..<hash]), part.isEmpty ? nil : part)
  }

  private func show(_ address: PassageAddress) throws {
    let plan = try PlanSource.resolve(
      address.document, options: options, reading: reading.options)
    let place = try address.place(
      among: plan.passages, of: plan.document, isQuiet: options.quiet)
    SectionPrinter(output: output, document: plan.document, divisions: plan.divisions)
      .print(
        SectionExcerpt(around: place, of: plan.passages, divisions: plan.divisions))
  }

  private func printText(_ passages: [PassageRecord]) {
    for passage in passages {
      switch passage.kind {
      case .heading: Console.line("\n" + Console.bold(passage.text) + "\n")
      case .caption: Console.line(Console.bold(passage.text))
      case .box: printWrapped(passage.text, indent: 2)
      case .paragraph: printWrapped("　　" + passage.text, indent: 0)
      case .row: Console.line(passage.text)
      }
    }
  }

  private func printWrapped(_ text: String, indent: Int) {
    let margin = String(repeating: " ", count: indent)
    for line in MarkedText(text, highlights: []).lines(indent: indent, Console.marked) {
      Console.line(margin + line)
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

extension PassageAddress {
  /// The passage that is meant; says so where none begins at the place.
  ///
  /// - Throws: `PipelineError.unknownPath` for a place that the document does not have.
  func place(
    among passages: [PassageRecord], of document: DocumentRecord, isQuiet: Bool
  ) throws -> Int {
    guard offset < document.characters, let place = passage(among: passages) else {
      throw PipelineError.unknownPath(text, document: self.document, near: [])
    }
    if passages[place].offset != offset, !isQuiet {
      Console.note(
        say(
          "那里没有段落的开头，这是包含它的段落。",
          "No passage begins there; this is the one that holds the place."))
    }
    return place
  }
}
