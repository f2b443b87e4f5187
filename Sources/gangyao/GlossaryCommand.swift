import ArgumentParser
import PlanCatalog
import PlanDocument
import PlanExport
import PlanPipeline
import PlanQuery

/// `gangyao glossary`: the words that plans explain.
struct GlossaryCommand: ParsableCommand, PagedCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "glossary",
      abstract: say(
        "规划自己解释的名词（名词解释、注释）。", "The words that plans themselves explain."),
      discussion: say(
        """
        例：
          gangyao glossary                              库中所有文件的名词解释
          gangyao glossary gwr2026-hainan --format csv
          gangyao glossary --synonyms                   有别名的，一行一组，供挑选后加入 synonyms.txt
        """,
        """
        EXAMPLES:
          gangyao glossary                              of all documents of the library
          gangyao glossary gwr2026-hainan --format csv
          gangyao glossary --synonyms                   those with other names, a group a line, to be
                                                        chosen from for synonyms.txt
        """))
  }

  @Argument(help: ArgumentHelp(say("库中的文件名；不写则为全部。", "Documents of the library; none: all.")))
  var documents: [String] = []

  @Flag(
    name: .long,
    help: ArgumentHelp(
      say("只列有别名的词，写成 synonyms.txt 的样子。", "Only terms with other names, as lines of synonyms.txt."))
  )
  var synonyms = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let library = try LibraryReader(folder: options.libraryPath)
    let rows = try library.catalog.read { view in
      let chosen =
        documents.isEmpty
        ? try view.documents()
        : try documents.map {
          try LibraryReader.document(named: $0, in: view, library: options.libraryPath)
        }
      return try chosen.flatMap { document in
        LibraryGlossary.rows(
          try view.passages(of: document.key), divisions: try view.divisions(of: document.key))
      }
    }
    if synonyms {
      var seen: Set<[String]> = []
      for row in rows where !row.entry.otherNames.isEmpty {
        let group = [row.entry.term] + row.entry.otherNames
        // A comma parts the names of a group.
        guard !group.contains(where: { $0.contains(",") || $0.contains("，") }) else { continue }
        if seen.insert(group).inserted { Console.line(group.joined(separator: ", ")) }
      }
    } else {
      output.print(
        rows, columns: Self.columns, shown: ["document", "line", "term", "explanation"],
        elastic: ["explanation"])
    }
    if rows.isEmpty {
      if !options.quiet {
        Console.note(say("没有找到名词解释。", "No explained words were found."))
      }
      throw ExitCode.nothingFound
    }
  }

  private static let columns = RecordColumns<LibraryGlossary.Row>([
    RecordColumn("document", "文件", "document") { .string($0.passage.document) },
    RecordColumn("term", "名词", "term") { .string($0.entry.term) },
    RecordColumn("explanation", "解释", "explanation") { .string($0.entry.explanation) },
    RecordColumn("other_names", "别名", "other names", .list) { row in
      .array(row.entry.otherNames.map { .string($0) })
    },
    RecordColumn("path", "位置", "path") { .string($0.passage.path) },
    RecordColumn("line", "行", "line") { .integer($0.passage.line) },
    RecordColumn("page", "页", "page") { .optional($0.passage.page) },
    RecordColumn("offset", "偏移", "offset") { .integer($0.passage.offset) },
    RecordColumn("address", "地址", "address") {
      .string(PassageAddress($0.passage).text)
    },
  ])
}
