/// Which tables of a page hold data, and which only lay it out.
///
/// A table of data holds no other table, has two columns or more, and no cell as long as a page.
struct MarkupTableShape {
  /// Events that open a table of data.
  private(set) var dataTables: Set<Int> = []

  /// Longest text of a data cell in bytes, some 1,300 characters.
  static let longestCell = 4_000

  private struct Open {
    var event: Int
    var holdsTable = false
    var mostCells = 0
    var cells = 0
    var cellBytes = 0
    var longestCell = 0
  }

  init(_ events: [MarkupEvents.Event]) {
    var open: [Open] = []
    for (index, event) in events.enumerated() {
      if case .beginTable = event {
        if !open.isEmpty { open[open.count - 1].holdsTable = true }
        open.append(Open(event: index))
        continue
      }
      guard let last = open.indices.last else { continue }
      switch event {
      case .beginRow: open[last].cells = 0
      case .beginCell:
        open[last].cells += 1
        open[last].cellBytes = 0
      case .endCell:
        open[last].longestCell = max(open[last].longestCell, open[last].cellBytes)
        open[last].mostCells = max(open[last].mostCells, open[last].cells)
      case .endTable:
        let table = open.removeLast()
        if !table.holdsTable, table.mostCells >= 2, table.longestCell <= Self.longestCell {
          dataTables.insert(table.event)
        }
      case .text(let start, let end): open[last].cellBytes += Int(end - start)
      default: break
      }
    }
  }
}
