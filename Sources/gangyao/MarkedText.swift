import PlanExport
import PlanQuery

/// A text for people with the places that are marked in it.
struct MarkedText {
  private let scalars: [Unicode.Scalar]
  private let highlights: [Range<Int>]

  /// - Parameter highlights: in code points of the text, sorted and disjoint.
  init(_ text: String, highlights: [Range<Int>]) {
    scalars = Array(text.unicodeScalars)
    self.highlights = highlights
  }

  /// In one line.
  func text(_ mark: (String) -> String) -> String { text(0..<scalars.count, mark) }

  /// On a terminal in lines of its width, elsewhere in one.
  ///
  /// - Parameter indent: columns in front of each line, which are not part of what is returned.
  func lines(indent: Int, _ mark: (String) -> String) -> [String] {
    guard let width = Console.width else { return [text(mark)] }
    return LineWrap.lines(of: scalars, width: width - indent).map { text($0, mark) }
  }

  private func text(_ range: Range<Int>, _ mark: (String) -> String) -> String {
    var line = ""
    var end = range.lowerBound
    for highlight in highlights {
      let shown = highlight.clamped(to: range)
      guard !shown.isEmpty else { continue }
      line += string(end..<shown.lowerBound) + mark(string(shown))
      end = shown.upperBound
    }
    return line + string(end..<range.upperBound)
  }

  private func string(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }
}

extension MarkedText {
  /// A snippet, with `…` where text was left out.
  init(_ snippet: Snippet) {
    let front = snippet.isCutBefore ? "…" : ""
    self.init(
      front + snippet.text + (snippet.isCutAfter ? "…" : ""),
      highlights: snippet.highlights.map {
        $0.lowerBound + front.count..<$0.upperBound + front.count
      })
  }
}
