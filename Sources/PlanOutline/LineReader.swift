import PlanDocument

/// Cuts a source text into its lines with text, measured.
struct LineReader {
  let source: SourceText

  func lines() -> [TextLine] {
    var lines: [TextLine] = []
    var gap = 0
    var page = 0
    var block = 0
    var pendingPage = false
    for number in 1...source.lineCount {
      let whole = source.span(ofLine: number)
      while page < source.pages.count, source.pages[page].byte <= whole.end {
        pendingPage = pendingPage || page > 0
        page += 1
      }
      guard var line = line(number, whole) else {
        gap += 1
        continue
      }
      while block < source.blocks.count, source.blocks[block].span.end <= line.span.start {
        block += 1
      }
      if block < source.blocks.count, source.blocks[block].span.contains(line.span.start) {
        line.role = source.blocks[block].role
      }
      line.gap = gap
      line.startsPage = pendingPage
      lines.append(line)
      gap = 0
      pendingPage = false
    }
    return lines
  }

  private func line(_ number: Int, _ whole: TextSpan) -> TextLine? {
    var reader = ScalarReader(bytes: source.bytes, position: whole.start, end: whole.end)
    var start: Int?
    var end = whole.start
    var indent = 0
    var width = 0
    var blanks = 0
    var first: Unicode.Scalar = " "
    var last: Unicode.Scalar = " "
    var ends = false
    while true {
      let position = reader.position
      guard let scalar = reader.next() else { break }
      if scalar.isBlank {
        if start == nil { indent += scalar.width } else { blanks += scalar.width }
        continue
      }
      if start == nil {
        start = position
        first = scalar
      }
      width += scalar.width + blanks
      blanks = 0
      ends = scalar.endsSentence || (ends && scalar.closes)
      last = scalar
      end = reader.position
    }
    guard let start else { return nil }
    return TextLine(
      number: number, span: TextSpan(start, end), indent: indent, width: width, gap: 0,
      startsPage: false, first: first, last: last, role: nil, endsSentence: ends)
  }
}
