import PlanDocument

/// A line of a document's first or last page, blanks taken out.
struct PageLine {
  var span: TextSpan
  var text: SqueezedText
  /// Whether the line is longer than what was read of it.
  var isLong: Bool
  /// Whether it ends a sentence.
  var endsSentence: Bool

  /// Characters that are read of a line.
  private static let longest = 300

  init(_ span: TextSpan, of source: SourceText) {
    self.span = span
    text = SqueezedText(span, of: source, limit: Self.longest)
    isLong = span.count > Self.longest * 4
    let last = text.scalars.last { !$0.closes } ?? " "
    endsSentence = isLong || last.endsSentence
  }

  /// A passage's text as a line.
  init(text: SqueezedText) {
    span = TextSpan(text.starts.first ?? 0, (text.starts.last ?? 0) + 1)
    self.text = text
    isLong = false
    endsSentence = text.scalars.last?.endsSentence ?? false
  }

  /// The first lines of a source that hold text.
  static func head(of source: SourceText, most: Int = 80) -> [PageLine] {
    var lines: [PageLine] = []
    for number in 1...source.lineCount {
      let line = PageLine(source.span(ofLine: number), of: source)
      if !line.text.isEmpty { lines.append(line) }
      if lines.count == most || line.span.end > longestPage { break }
    }
    return lines
  }

  /// The last lines that hold text, in their order.
  static func tail(of source: SourceText, most: Int = 20) -> [PageLine] {
    var lines: [PageLine] = []
    for number in (1...source.lineCount).reversed() {
      let line = PageLine(source.span(ofLine: number), of: source)
      if !line.text.isEmpty { lines.append(line) }
      if lines.count == most || source.bytes.count - line.span.start > longestPage { break }
    }
    return lines.reversed()
  }

  /// Bytes of a first or last page, at most.
  private static let longestPage = 60_000
}
