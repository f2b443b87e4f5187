import PlanDocument
import PlanExport
import PlanPipeline
import PlanQuery

/// Prints hits one by one in the form that was chosen.
final class HitPrinter {
  private let output: OutputOptions
  private let query: SearchQuery
  /// The query's text, where hits of several are printed.
  private let label: String?
  private let printsHead: Bool
  private let columns: RecordColumns<Row>
  private var highlighter: Highlighter
  private var printed = 0

  /// - Parameters:
  ///   - label: what stands in a first column `query`; nil for none.
  ///   - printsHead: whether CSV begins with the names of its columns.
  init(output: OutputOptions, query: SearchQuery, label: String?, printsHead: Bool) {
    self.output = output
    self.query = query
    self.label = label
    self.printsHead = printsHead
    columns = RecordColumns(
      (label == nil ? [] : [RecordColumn("query", "检索式", "query") { .optional($0.query) }])
        + Self.hitColumns.columns)
    highlighter = Highlighter(query)
  }

  /// Called once, before the first hit.
  func begin(isNear: Bool) {
    if isNear { highlighter = Highlighter(query, near: true) }
    switch output.chosen {
    case .csv:
      guard printsHead else { break }
      Console.write(
        (output.bom ? CSVLine.byteOrderMark : "")
          + columns.csvHead(output.headers ?? .names))
    case .table, .md:
      guard isNear else { break }
      Console.line(
        say(
          "没有完全相符的段落。下面的只有一部分相符：",
          "No passage matches as asked. These share only a part of it:") + "\n")
    case .jsonl, .xlsx, .html: break
    }
  }

  /// - Parameters:
  ///   - crumb: the way to the passage, for people; nil for its path alone.
  ///   - numbers: places of the numbers that the query asks for.
  ///   - rank: from 1; nil for hits in document order.
  func print(
    _ passage: PassageRecord, crumb: Breadcrumb?, numbers: [Range<Int>], rank: Int?, score: Double?
  ) {
    let crumb = crumb ?? Breadcrumb(path: passage.path)
    printed += 1
    let highlights = highlighter.highlights(in: passage.text, besides: numbers)
    switch output.chosen {
    case .jsonl, .csv, .xlsx, .html:
      let row = Row(
        query: label, rank: rank, score: score, passage: passage, highlights: highlights)
      if output.chosen == .jsonl {
        Console.line(columns.json(row).encoded)
      } else {
        Console.write(csv(row))
      }
    case .table:
      printForPeople(passage, crumb: crumb, rank: rank ?? printed, highlights: highlights)
    case .md:
      let snippet = Snippet(passage.text, highlights: highlights, length: Self.length)
      let text = MarkedText(snippet).text { "**\($0)**" }
      Console.line(
        "\(rank ?? printed). `\(passage.document):\(passage.line)` "
          + crumb.text(width: 200) + "  \n   \(text)")
    }
  }

  private func printForPeople(
    _ passage: PassageRecord, crumb: Breadcrumb, rank: Int, highlights: [Range<Int>]
  ) {
    let number = String(rank)
    let place = "\(passage.document):\(passage.line)"
    let page = passage.page.map { say("第\($0)页", "p. \($0)") }
    let used = DisplayWidth.of(
      ([number, place] + (page.map { [$0] } ?? [])).joined(separator: "  "))
    let way = crumb.text(width: (Console.width ?? 100) - used - 2)
    let rest = [page, way].compactMap { $0 }.filter { !$0.isEmpty }
    Console.line(
      ([number, Console.bold(place)] + rest.map(Console.dim)).joined(separator: "  "))
    let margin = String(repeating: " ", count: number.count + 2)
    let snippet = Snippet(passage.text, highlights: highlights, length: Self.length)
    for line in MarkedText(snippet).lines(indent: margin.count, Console.marked) {
      Console.line(margin + line)
    }
  }

  /// Code points of a snippet: about two lines of a terminal.
  private static var length: Int { Console.width.map { max(20, $0 - 8) } ?? 80 }

  private struct Row {
    let query: String?
    let rank: Int?
    let score: Double?
    let passage: PassageRecord
    let highlights: [Range<Int>]

    var highlightList: JSONValue {
      .array(highlights.map { .array([.integer($0.lowerBound), .integer($0.count)]) })
    }
  }

  private static let hitColumns = RecordColumns<Row>(
    [
      RecordColumn("rank", "序号", "rank") { .optional($0.rank) },
      RecordColumn("score", "得分", "score") { .optional($0.score) },
    ]
      + RecordColumns<PassageRecord>.passages.columns.map { column in
        RecordColumn(column.name, column.chinese, column.english) { column.value($0.passage) }
      }
      + [
        RecordColumn("highlights", "命中", "highlights") { $0.highlightList },
        RecordColumn("address", "地址", "address") {
          .string(PassageAddress($0.passage).text)
        },
      ])

  /// As `columns.csv`, with the highlights as the same list that JSON has.
  private func csv(_ row: Row) -> String {
    CSVLine.encode(
      columns.columns.map {
        $0.name == "highlights"
          ? row.highlightList.encoded : RecordColumns<Row>.cell($0.value(row))
      })
  }
}
