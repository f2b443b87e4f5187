import PlanDocument
import PlanExport

/// One occurrence with the text to its left and right: a line of `search --kwic`.
struct ConcordanceLine {
  let passage: PassageRecord
  let left: String
  let match: String
  let right: String

  /// - Parameter mark: the occurrence, in code points of the passage's text.
  init(_ passage: PassageRecord, mark: Range<Int>) {
    self.passage = passage
    let scalars = Array(passage.text.unicodeScalars)
    func text(_ range: Range<Int>) -> String {
      String(String.UnicodeScalarView(scalars[range.clamped(to: 0..<scalars.count)]))
    }
    left = text(mark.lowerBound - Self.context..<mark.lowerBound)
    match = text(mark)
    right = text(mark.upperBound..<mark.upperBound + Self.context)
  }

  /// Code points on each side.
  private static let context = 20

  static let columns = RecordColumns<ConcordanceLine>(
    RecordColumns<PassageRecord>.passages.columns.filter { $0.name != "text" }.map { column in
      RecordColumn(column.name, column.chinese, column.english) { column.value($0.passage) }
    } + [
      RecordColumn("left", "上文", "left") { .string($0.left) },
      RecordColumn("match", "命中", "match") { .string($0.match) },
      RecordColumn("right", "下文", "right") { .string($0.right) },
    ])

  /// Prints the lines with their occurrences under one another.
  static func printTable(_ lines: [ConcordanceLine]) {
    let places = lines.map { "\($0.passage.document):\($0.passage.line)" }
    let placeWidth = places.map { DisplayWidth.of($0) }.max() ?? 0
    let leftWidth = lines.map { DisplayWidth.of($0.left) }.max() ?? 0
    for (line, place) in zip(lines, places) {
      Console.line(
        Console.dim(DisplayWidth.pad(place, to: placeWidth)) + "  "
          + DisplayWidth.pad(line.left, to: leftWidth, right: true) + Console.marked(line.match)
          + line.right)
    }
  }
}
