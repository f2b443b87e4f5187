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

  init(_ events: [MarkupEvent]) {
    var open: [Open] = []
    for (index, event) in events.enumerated() {
      switch event {
      case .open(let element):
        if element.name == "table" {
          if !open.isEmpty { open[open.count - 1].holdsTable = true }
          open.append(Open(event: index))
          continue
        }
        guard !open.isEmpty else { continue }
        switch element.name {
        case "tr": open[open.count - 1].cells = 0
        case "td", "th":
          open[open.count - 1].cells += 1
          open[open.count - 1].cellBytes = 0
        default: break
        }
      case .close(let name):
        guard let last = open.last else { continue }
        switch name {
        case "td", "th":
          open[open.count - 1].longestCell = max(last.longestCell, last.cellBytes)
          open[open.count - 1].mostCells = max(last.mostCells, last.cells)
        case "table":
          open.removeLast()
          if !last.holdsTable, last.mostCells >= 2, last.longestCell <= Self.longestCell {
            dataTables.insert(last.event)
          }
        default: break
        }
      case .text(let bytes):
        if !open.isEmpty { open[open.count - 1].cellBytes += bytes.count }
      }
    }
  }
}
