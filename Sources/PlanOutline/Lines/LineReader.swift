import PlanDocument

/// Cuts a source text into its lines with text, measured.
struct LineReader {
  let source: SourceText

  func lines() -> [TextLine] {
    var lines: [TextLine] = []
    lines.reserveCapacity(source.lineCount)
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
    let bytes = source.bytes.span
    var index = whole.start
    var indent = 0
    while index < whole.end {
      let blank = blank(bytes, at: index)
      guard blank.length > 0 else { break }
      indent += blank.width
      index += blank.length
    }
    guard index < whole.end else { return nil }
    let start = index
    var end = start
    var width = 0
    var blanks = 0
    var last = start
    while index < whole.end {
      let blank = blank(bytes, at: index)
      if blank.length > 0 {
        blanks += blank.width
        index += blank.length
        continue
      }
      let lead = bytes[index]
      last = index
      // Below U+2000 a character is of half width.
      width += blanks + (lead < 0xE2 ? 2 : 4)
      blanks = 0
      index += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      end = min(index, whole.end)
    }
    return TextLine(
      number: number, span: TextSpan(start, end), indent: indent, width: width, gap: 0,
      startsPage: false, first: scalar(at: start, before: end), last: scalar(at: last, before: end),
      role: nil, endsSentence: endsSentence(from: start, to: end))
  }

  private func scalar(at index: Int, before end: Int) -> Unicode.Scalar {
    var reader = ScalarReader(bytes: source.bytes, position: index, end: end)
    return reader.next() ?? " "
  }

  /// Whether the last mark ends a sentence, brackets and quotes behind it left out.
  private func endsSentence(from start: Int, to end: Int) -> Bool {
    var index = end
    while index > start {
      var lead = index - 1
      while lead > start, source.bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
      let scalar = scalar(at: lead, before: index)
      if scalar.endsSentence { return true }
      guard scalar.closes || scalar.isBlank else { return false }
      index = lead
    }
    return false
  }

  /// Bytes and width of the blank at a byte; no bytes where none is there.
  @inline(__always)
  private func blank(_ bytes: Span<UInt8>, at index: Int) -> (length: Int, width: Int) {
    let byte = bytes[index]
    // Most bytes begin a Chinese character.
    if byte > 0xE3, byte != 0xEF { return (0, 0) }
    if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) ? (1, 1) : (0, 0) }
    guard index + 1 < bytes.count, byte == 0xC2 || index + 2 < bytes.count else { return (0, 0) }
    let next = bytes[index + 1]
    if byte == 0xC2 { return next == 0x85 || next == 0xA0 ? (2, 1) : (0, 0) }
    let third = bytes[index + 2]
    switch (byte, next, third) {
    case (0xE3, 0x80, 0x80): return (3, 4)
    case (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF),
      (0xE2, 0x81, 0x9F), (0xE2, 0x81, 0xA0), (0xE1, 0x9A, 0x80), (0xEF, 0xBB, 0xBF):
      return (3, 1)
    default: return (0, 0)
    }
  }
}
