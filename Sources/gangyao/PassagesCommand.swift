import ArgumentParser
import PlanCatalog
import PlanDocument
import PlanExport
import PlanPipeline

/// `gangyao passages`: every passage, in order, as the index sees it.
struct PassagesCommand: ParsableCommand, PagedCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "passages",
      abstract: say("库中的每一个段落，按顺序。", "Every passage of the library, in order."),
      discussion: say(
        """
        例：
          gangyao passages --format jsonl
          gangyao passages dongsheng-fyp14 --format csv
        """,
        """
        EXAMPLES:
          gangyao passages --format jsonl
          gangyao passages dongsheng-fyp14 --format csv
        """))
  }

  @Argument(help: ArgumentHelp(say("库中的文件名；不写则为全部。", "Documents of the library; none: all.")))
  var documents: [String] = []

  @OptionGroup var output: OutputOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let library = try LibraryReader(folder: options.libraryPath)
    let columns = RecordColumns<PassageRecord>.passages
    try library.catalog.read { view in
      let chosen =
        documents.isEmpty
        ? try view.documents()
        : try documents.map {
          try LibraryReader.document(named: $0, in: view, library: options.libraryPath)
        }
      guard output.chosen == .jsonl else {
        output.print(
          try chosen.flatMap { try view.passages(of: $0.key) }, columns: columns,
          shown: ["document", "line", "kind", "path", "text"], elastic: ["text", "path"])
        return
      }
      for document in chosen {
        try view.forEachPassage(of: document.key) { Console.line(columns.json($0).encoded) }
      }
    }
  }
}
