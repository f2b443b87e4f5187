/// Lines of a concordance as a terminal shows them: occurrences under one another, each line as
/// wide as the terminal.
package struct ConcordanceTable {
  /// One occurrence and where it stands.
  package struct Line: Sendable {
    package let place: String
    package let left: String
    package let hit: String
    package let right: String

    package init(place: String, left: String, hit: String, right: String) {
      self.place = place
      self.left = left
      self.hit = hit
      self.right = right
    }
  }

  private let placeWidth: Int
  private let leftWidth: Int
  private let width: Int

  /// - Parameters:
  ///   - lines: those that the columns are measured by; longer ones that come later are cut.
  ///   - width: columns of the terminal, at least 40.
  package init(measuring lines: [Line], width: Int) {
    self.width = max(40, width)
    placeWidth = min(self.width / 3, lines.map { DisplayWidth.of($0.place) }.max() ?? 0)
    let hit = lines.map { DisplayWidth.of($0.hit) }.max() ?? 0
    let rest = self.width - placeWidth - 2
    let widest = lines.map { DisplayWidth.of($0.left) }.max() ?? 0
    // The middle of the line, but no more than is needed.
    leftWidth = min(widest, max(8, (rest - min(hit, rest / 3)) / 2))
  }

  /// - Parameters:
  ///   - dim: how the place is shown.
  ///   - mark: how the occurrence is shown; what it adds should take no columns.
  ///   - markWidth: columns that it adds all the same.
  package func text(
    _ line: Line, dim: (String) -> String = { $0 }, markWidth: Int = 0,
    mark: (String) -> String
  ) -> String {
    let place = DisplayWidth.pad(DisplayWidth.cutFront(line.place, to: placeWidth), to: placeWidth)
    let left = DisplayWidth.pad(
      DisplayWidth.cutFront(line.left, to: leftWidth), to: leftWidth, right: true)
    let rest = width - placeWidth - 2 - leftWidth - markWidth
    let hit = DisplayWidth.cut(line.hit, to: max(8, rest))
    let right = DisplayWidth.cut(line.right, to: max(0, rest - DisplayWidth.of(hit)))
    return dim(place) + "  " + left + mark(hit) + right
  }
}

extension DisplayWidth {
  /// The longest end of a text that fits, with `…` where something was cut off.
  package static func cutFront(_ text: String, to columns: Int) -> String {
    guard of(text) > columns else { return text }
    var used = 0
    var kept: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars.reversed() {
      used += of(scalar)
      if used > columns - 1 { break }
      kept.append(scalar)
    }
    return columns > 0 ? "…" + String(String.UnicodeScalarView(kept.reversed())) : ""
  }
}
