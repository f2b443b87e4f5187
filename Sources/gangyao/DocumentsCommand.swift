import ArgumentParser
import PlanCatalog
import PlanDocument
import PlanExport
import PlanPipeline

/// `gangyao documents`: what the library holds.
struct DocumentsCommand: ParsableCommand, PagedCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "documents",
      abstract: say("库里有哪些文件。", "What the library holds."),
      discussion: say(
        """
        例：
          gangyao documents
          gangyao documents --format csv
        """,
        """
        EXAMPLES:
          gangyao documents
          gangyao documents --format csv
        """))
  }

  @OptionGroup var output: OutputOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let library = try LibraryReader(folder: options.libraryPath)
    output.print(
      try library.documents().map(\.record), columns: .documents,
      shown: [
        "document", "title", "kind", "region", "level", "period", "characters", "passages",
        "targets",
      ], elastic: ["title"])
  }
}
