import ArgumentParser
import PlanCatalog
import PlanDocument
import PlanExport
import PlanPipeline
import PlanQuery

/// `gangyao cite`: a citation of a passage, ready to be pasted.
struct CiteCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "cite",
      abstract: say(
        "引用一个段落：GB/T 7714-2015 或 BibTeX。", "Cites a passage: GB/T 7714-2015 or BibTeX."),
      discussion: say(
        """
        例：
          gangyao cite 'dongsheng-fyp14#第一篇/第四章/第二节@12345'   地址见 search、show 的输出
          gangyao cite --query 森林覆盖率 --hit 2                     第 2 个结果，只引命中的句子
          gangyao cite --query 森林覆盖率 --style bibtex >> 文献.bib
        文件里没有的（发布机构、日期、来源）就不写，绝不猜测；可在 manifest.csv 里补上。
        """,
        """
        EXAMPLES:
          gangyao cite 'dongsheng-fyp14#第一篇/第四章/第二节@12345'   an address that search printed
          gangyao cite --query 森林覆盖率 --hit 2                     hit 2, the sentence that matches
          gangyao cite --query 森林覆盖率 --style bibtex >> plans.bib
        What is not known (issuer, date, source) is left out and never guessed; a manifest.csv can say
        it.
        """))
  }

  @Argument(help: ArgumentHelp(say("段落的地址。", "Addresses of passages."), valueName: "address"))
  var addresses: [String] = []

  @Option(name: .long, help: ArgumentHelp(say("检索式；引用它的结果。", "A query, to cite what it finds.")))
  var query: String?

  @Option(name: .long, help: ArgumentHelp(say("第几个结果。", "Which hit of the query.")))
  var hit = 1

  @Option(
    name: .long, help: ArgumentHelp(say("gbt7714 或 bibtex。", "gbt7714 or bibtex.")))
  var style = Citation.Style.gbt7714

  @Option(
    name: .long,
    help: ArgumentHelp(
      say(
        "引文最多几个字，按整句截取（默认 300）。",
        "Longest quote in characters, cut behind a sentence (default 300).")))
  var quote = 300

  @OptionGroup var output: OutputOptions
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if addresses.isEmpty == (query == nil) {
      throw ValidationError(
        say("要写一个地址，或用 --query 给出检索式。", "Give an address, or a query with --query."))
    }
    if hit < 1 { throw ValidationError(say("--hit 从 1 算起。", "--hit counts from 1.")) }
    if quote < 1 { throw ValidationError(say("--quote 至少为 1。", "--quote is at least 1.")) }
    if let text = addresses.first(where: { PassageAddress(parsing: $0) == nil }) {
      throw ValidationError(
        say(
          "“\(text)”不是地址；地址形如 文件名#第三篇/第一章@12345，search 和 show 会给出。",
          "'\(text)' is no address; one looks like NAME#第三篇/第一章@12345, search and show print them."
        ))
    }
    if [.xlsx, .csv, .html].contains(output.format) {
      throw ValidationError(
        say("--format 可以是 table、md 或 jsonl。", "--format is table, md or jsonl."))
    }
  }

  func run() throws {
    let library = try LibraryReader(folder: options.libraryPath)
    let cited = try library.read { view in
      guard let query else {
        return try addresses.compactMap { text in
          try PassageAddress(parsing: text).map { try addressed($0, in: view) }
        }
      }
      return try found(query, in: view).map { [$0] } ?? []
    }
    guard !cited.isEmpty else {
      if !options.quiet {
        Console.note(say("没有第 \(hit) 个完全相符的结果。", "There is no hit \(hit) that matches as asked."))
      }
      throw ExitCode.nothingFound
    }
    for (number, citation) in cited.enumerated() { print(citation, number: number + 1) }
  }

  private func addressed(_ address: PassageAddress, in view: LibraryView) throws -> Citation {
    let document = try LibraryReader.document(
      named: address.document, in: view.catalog, library: options.libraryPath)
    let passages = try view.catalog.passages(of: document.key)
    let place = try address.place(
      among: passages, of: document.record, isQuiet: options.quiet)
    return citation(
      document.record, passages[place],
      quote: Quotation.front(of: passages[place].text, length: quote))
  }

  private func found(_ text: String, in view: LibraryView) throws -> Citation? {
    let query = try LibraryConditions(view).query(text)
    let result = try view.search(
      query, with: Searcher(view.index), within: nil, offset: hit - 1, limit: 1)
    guard !result.isNear, let hit = result.hits.first else { return nil }
    let place = try view.place(segment: hit.segment, ordinal: hit.ordinal)
    let passage = try view.passage(at: place)
    guard let document = try view.catalog.document(withKey: place.document) else { return nil }
    let numbers = try TargetMarks(query, in: view)?.places(in: place, passage) ?? []
    let mark =
      Highlighter(query).highlights(in: passage.text, besides: numbers).first ?? 0..<0
    return citation(
      document, passage, quote: Quotation.sentence(of: passage.text, around: mark))
  }

  private func citation(
    _ document: DocumentRecord, _ passage: PassageRecord, quote: String
  ) -> Citation {
    Citation(
      document: document, passage: passage, quote: quote, address: PassageAddress(passage).text)
  }

  private func print(_ citation: Citation, number: Int) {
    let passage = citation.passage
    switch output.output == nil ? output.format ?? .table : output.chosen {
    case .jsonl, .csv, .xlsx, .html:
      Console.line(
        JSONValue.object([
          ("address", .string(citation.address)), ("document", .string(passage.document)),
          ("path", .string(passage.path)), ("page", .optional(passage.page)),
          ("line", .integer(passage.line)), ("quote", .string(citation.quote)),
          ("style", .string(style.rawValue)), ("citation", .string(citation.text(style))),
        ]).encoded)
    case .table where style == .bibtex, .md where style == .bibtex:
      Console.line(citation.text(.bibtex))
    case .table:
      Console.line("“\(citation.quote)”")
      Console.line("[\(number)] " + citation.text(.gbt7714))
      let place = [Breadcrumb(path: passage.path).labels, PlaceText.text(passage)]
      Console.line(
        Console.dim("    " + place.filter { !$0.isEmpty }.joined(separator: say("，", ", "))))
      Console.line(Console.dim("    " + citation.address))
    case .md:
      Console.line("> \(citation.quote)\n")
      let place = [Breadcrumb(path: passage.path).labels, PlaceText.text(passage)]
      Console.line(
        citation.text(.gbt7714) + " " + place.filter { !$0.isEmpty }.joined(separator: "，")
          + "。`\(citation.address)`\n")
    }
  }
}

extension Citation.Style: ExpressibleByArgument {}
