import PlanDocument
import PlanExport
import PlanPipeline
import PlanQuery

/// Prints a passage inside its section.
struct SectionPrinter {
  let output: OutputOptions
  let document: DocumentRecord
  let divisions: [DivisionRecord]
  /// What to mark in the passage; nil for nothing but the passage itself.
  var highlighter: Highlighter?
  /// Places in it that are marked besides.
  var numbers: [Range<Int>] = []

  func print(_ excerpt: SectionExcerpt) {
    let passage = excerpt.passages[excerpt.marked]
    switch output.output == nil ? output.format ?? .table : output.chosen {
    case .table: printText(excerpt, passage)
    case .md: printMarkdown(excerpt, passage)
    case .jsonl, .csv, .xlsx, .html:
      let rows = excerpt.passages.indices.map { place in
        Row(passage: excerpt.passages[place], isMarked: place == excerpt.marked)
      }
      output.print(rows, columns: Self.columns, shown: [])
    }
  }

  private func printText(_ excerpt: SectionExcerpt, _ passage: PassageRecord) {
    let width = Console.width ?? 100
    Console.line(Console.bold(document.title ?? document.document))
    let place = PlaceText.text(passage)
    let crumb = Breadcrumb(passage.division, in: divisions).text(
      width: width - DisplayWidth.of(place) - 2)
    Console.line(Console.dim(crumb.isEmpty ? place : crumb + "  " + place) + "\n")
    if excerpt.omittedBefore > 0 { Console.line(omitted(excerpt.omittedBefore)) }
    for (number, other) in excerpt.passages.enumerated() {
      let isMarked = number == excerpt.marked
      let text = isMarked ? marked(other) : MarkedText(other.text, highlights: [])
      let isHeading = other.kind == .heading || other.kind == .caption
      for (number, line) in text.lines(indent: 2, Console.marked).enumerated() {
        let front = isMarked ? Console.bold(number == 0 ? "▶ " : "│ ") : "  "
        Console.line(front + (isHeading && !isMarked ? Console.bold(line) : line))
      }
    }
    if excerpt.omittedAfter > 0 { Console.line(omitted(excerpt.omittedAfter)) }
    Console.line("\n" + Console.dim(PassageAddress(passage).text))
  }

  private func printMarkdown(_ excerpt: SectionExcerpt, _ passage: PassageRecord) {
    Console.line("# \(document.title ?? document.document)\n")
    Console.line(
      Breadcrumb(passage.division, in: divisions).text(width: 1000) + "  "
        + PlaceText.text(passage) + "\n")
    if excerpt.omittedBefore > 0 { Console.line(omitted(excerpt.omittedBefore) + "\n") }
    for (number, other) in excerpt.passages.enumerated() {
      let isMarked = number == excerpt.marked
      Console.line(isMarked ? "> \(marked(other).text { "**\($0)**" })\n" : other.text + "\n")
    }
    if excerpt.omittedAfter > 0 { Console.line(omitted(excerpt.omittedAfter) + "\n") }
    Console.line("`\(PassageAddress(passage).text)`")
  }

  private func omitted(_ count: Int) -> String {
    say("  （略去 \(count) 段）", "  (\(count) passages left out)")
  }

  private func marked(_ passage: PassageRecord) -> MarkedText {
    MarkedText(
      passage.text,
      highlights: highlighter?.highlights(in: passage.text, besides: numbers) ?? [])
  }

  private struct Row {
    let passage: PassageRecord
    let isMarked: Bool
  }

  private static let columns = RecordColumns<Row>(
    RecordColumns<PassageRecord>.passages.columns.map { column in
      RecordColumn(column.name, column.chinese, column.english) { column.value($0.passage) }
    } + [
      RecordColumn("address", "地址", "address") {
        .string(PassageAddress($0.passage).text)
      },
      RecordColumn("marked", "所指", "marked") { .bool($0.isMarked) },
    ])
}

/// Page and line of a passage, for people.
enum PlaceText {
  static func text(_ passage: PassageRecord) -> String {
    let page = passage.page.map { say("第 \($0) 页", "p. \($0)") }
    let line = say("第 \(passage.line) 行", "line \(passage.line)")
    return [page, line].compactMap { $0 }.joined(separator: say("，", ", "))
  }
}
