/// Values with their bounds on one axis, as a small drawing.
package struct ValuePlot: Sendable {
  package struct Mark: Sendable {
    package var label: String
    package var value: Double
    /// Nil where it is open to that side.
    package var low: Double?
    package var high: Double?
    /// As written.
    package var words: String

    package init(label: String, value: Double, low: Double?, high: Double?, words: String) {
      self.label = label
      self.value = value
      self.low = low
      self.high = high
      self.words = words
    }
  }

  private let marks: [Mark]
  private let least: Double
  private let most: Double

  /// Nil where there is nothing to see: one value, equal ones, none that is finite.
  package init?(_ marks: [Mark]) {
    let values = marks.flatMap { [$0.value, $0.low, $0.high].compactMap { $0 } }
    guard marks.count > 1, values.allSatisfy(\.isFinite), let least = values.min(),
      let most = values.max(), most > least, (most - least).isFinite
    else { return nil }
    self.marks = marks
    self.least = least
    self.most = most
  }

  private static let width = 420.0
  private static let margin = 60.0
  private static let step = 24.0

  private func x(_ value: Double) -> Double {
    let span = Self.width - 2 * Self.margin
    return ((Self.margin + (value - least) / (most - least) * span) * 10).rounded() / 10
  }

  package var svg: String {
    let safe = MarkupText.html
    let height = Int(Self.step) * marks.count + 8
    let told = marks.map { "\($0.label) \($0.words)" }.joined(separator: "; ")
    var text =
      "<svg role=\"img\" aria-label=\"\(safe(told))\" width=\"420\" height=\"\(height)\" "
      + "viewBox=\"0 0 420 \(height)\">"
    for (index, mark) in marks.enumerated() {
      let y = Self.step * Double(index) + 16
      let from = mark.low.map(x) ?? Self.margin - 30
      let to = mark.high.map(x) ?? Self.width - Self.margin + 30
      text += "<text x=\"2\" y=\"\(y + 4)\" font-size=\"12\">\(safe(mark.label))</text>"
      text +=
        "<line class=\"row\" x1=\"\(Self.margin - 30)\" y1=\"\(y)\" x2=\"\(Self.width - Self.margin + 30)\" "
        + "y2=\"\(y)\"/>"
      if from != to {
        text +=
          "<line x1=\"\(from)\" y1=\"\(y)\" x2=\"\(to)\" y2=\"\(y)\" stroke=\"#1a4f8b\" "
          + "stroke-width=\"3\"/>"
      }
      if mark.high == nil { text += Self.arrow(to, y, 6) }
      if mark.low == nil { text += Self.arrow(from, y, -6) }
      let place = x(mark.value)
      text += "<circle cx=\"\(place)\" cy=\"\(y)\" r=\"4\" fill=\"#b3261e\"/>"
      text +=
        "<text x=\"\(place)\" y=\"\(y - 6)\" font-size=\"11\" text-anchor=\"middle\">"
        + "\(safe(mark.words))</text>"
    }
    return text + "</svg>"
  }

  private static func arrow(_ x: Double, _ y: Double, _ size: Double) -> String {
    "<path d=\"M\(x - size) \(y - 4)L\(x) \(y)L\(x - size) \(y + 4)\" fill=\"none\" "
      + "stroke=\"#1a4f8b\" stroke-width=\"2\"/>"
  }
}
