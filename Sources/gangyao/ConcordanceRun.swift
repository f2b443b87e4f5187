import PlanDocument
import PlanPipeline
import PlanQuery

/// The lines of one query's concordance, in the order that was asked for.
struct ConcordanceRun {
  let command: SearchCommand
  let view: LibraryView
  let printer: ConcordancePrinter
  /// Of a list of queries, this one.
  let label: String?

  /// Prints the lines.
  ///
  /// - Returns: how many were printed, and of how many passages.
  func print(_ query: SearchQuery, _ found: LibraryMatches) throws -> (lines: Int, passages: Int) {
    let result =
      command.sort == .document
      ? try printInOrder(query, found) : try printSorted(query, found)
    printer.endQuery()
    return result
  }

  /// Lines that are wanted: all of them, or a page.
  private var wanted: Range<Int> {
    guard !command.all else { return 0..<Int.max }
    let (end, overflow) = command.offset.addingReportingOverflow(command.limit)
    return command.offset..<(overflow ? Int.max : end)
  }

  private var context: Int {
    command.context
      ?? (command.output.chosen == .table ? ConcordancePrinter.width : SearchCommand.defaultContext)
  }

  private func printInOrder(
    _ query: SearchQuery, _ found: LibraryMatches
  ) throws -> (lines: Int, passages: Int) {
    let wanted = wanted
    var seen = 0
    var printed = (lines: 0, passages: 0)
    try found.forEachMatch { segment, ordinal in
      guard seen < wanted.upperBound else { return false }
      let passage = try view.passage(segment: segment, ordinal: ordinal)
      let before = printed.lines
      for mark in try found.places(in: passage, segment: segment, ordinal: ordinal) {
        if wanted.contains(seen) {
          printer.print(ConcordanceLine(passage, mark: mark, context: context, query: label))
          printed.lines += 1
        }
        seen += 1
      }
      if printed.lines > before { printed.passages += 1 }
      return true
    }
    return printed
  }

  private func printSorted(
    _ query: SearchQuery, _ found: LibraryMatches
  ) throws -> (lines: Int, passages: Int) {
    var lines: [(key: ConcordanceKey, line: ConcordanceLine)] = []
    try found.forEachMatch { segment, ordinal in
      let passage = try view.passage(segment: segment, ordinal: ordinal)
      for mark in try found.places(in: passage, segment: segment, ordinal: ordinal) {
        let line = ConcordanceLine(
          passage, mark: mark, context: max(context, SearchCommand.defaultContext), query: label)
        let key = ConcordanceKey(
          command.sort, left: line.left, hit: line.hit, right: line.right)
        lines.append((key, line))
      }
      return true
    }
    // Lines with equal keys stay in document order: this sort is stable by the place added here.
    let order = lines.indices.sorted {
      lines[$0].key < lines[$1].key || (!(lines[$1].key < lines[$0].key) && $0 < $1)
    }
    let shown = order[wanted.clamped(to: 0..<order.count)]
    for place in shown { printer.print(lines[place].line) }
    return (shown.count, Set(shown.map { lines[$0].line.address }).count)
  }
}
