import ArgumentParser
import PlanDocument
import PlanExport
import PlanPipeline

/// `gangyao passages`: every passage, in order, as the index sees it.
struct PassagesCommand: ParsableCommand {
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
    let chosen =
      documents.isEmpty
      ? try library.documents() : try documents.map { try library.document(named: $0) }
    guard output.chosen == .jsonl else {
      let records = try chosen.flatMap { document in
        try library.catalog.read { try $0.passages(of: document.key) }
      }
      output.print(
        records, columns: .passages, shown: ["document", "line", "kind", "path", "text"],
        elastic: ["text", "path"])
      return
    }
    let columns = RecordColumns<PassageRecord>.passages
    for document in chosen {
      try library.catalog.read { view in
        try view.forEachPassage(of: document.key) { Console.line(columns.json($0).encoded) }
      }
    }
  }
}
