import PlanExport

/// Prints the lines of a concordance as they come.
///
/// For people the first lines are held back until the columns can be measured by them; after that,
/// and in every other form, one line is held at a time.
final class ConcordancePrinter {
  private let output: OutputOptions
  private let columns: RecordColumns<ConcordanceLine>
  private var held: [ConcordanceLine] = []
  private var table: ConcordanceTable?
  private var hasHead = false

  private static let measured = 500

  /// Columns of a terminal, or of a page where there is none.
  static var width: Int { Console.width ?? 120 }

  /// - Parameter isLabelled: whether lines of several queries are printed.
  init(output: OutputOptions, isLabelled: Bool) {
    self.output = output
    columns = ConcordanceLine.columns(isLabelled: isLabelled)
  }

  func print(_ line: ConcordanceLine) {
    switch output.chosen {
    case .jsonl: Console.line(columns.json(line).encoded)
    case .csv, .xlsx, .html:
      printHead()
      Console.write(columns.csv(line))
    case .md:
      printHead()
      let place = "\(line.document):\(line.line)"
      let cells =
        (line.query.map { [$0] } ?? []) + [place, line.left, "**\(line.hit)**", line.right]
      Console.line("| " + cells.map(Self.cell).joined(separator: " | ") + " |")
    case .table:
      if let table { return show(line, in: table) }
      held.append(line)
      if held.count == Self.measured { showHeld() }
    }
  }

  /// Called behind the last line of a query.
  func endQuery() {
    guard output.chosen == .table else { return }
    showHeld()
    table = nil
  }

  /// Called once, behind all queries: CSV without a line has its head.
  func finish() {
    if output.chosen == .csv || output.chosen == .md { printHead() }
  }

  private func printHead() {
    guard !hasHead else { return }
    hasHead = true
    if output.chosen == .md {
      let titles =
        (columns.columns.first?.name == "query" ? [say("检索式", "query")] : [])
        + [say("位置", "place"), say("上文", "left"), say("命中", "hit"), say("下文", "right")]
      Console.line("| " + titles.joined(separator: " | ") + " |")
      Console.line("|" + titles.map { $0 == say("上文", "left") ? " ---: |" : " --- |" }.joined())
    } else {
      Console.write(
        (output.bom ? CSVLine.byteOrderMark : "") + columns.csvHead(output.headers ?? .names))
    }
  }

  private func showHeld() {
    let measured = ConcordanceTable(measuring: held.map(\.tableLine), width: Self.width)
    table = measured
    for line in held { show(line, in: measured) }
    held = []
  }

  private func show(_ line: ConcordanceLine, in table: ConcordanceTable) {
    Console.line(
      table.text(
        line.tableLine, dim: Console.dim, markWidth: Console.usesColour ? 0 : 4,
        mark: Console.marked))
  }

  private static func cell(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("\n", with: " ")
  }
}
