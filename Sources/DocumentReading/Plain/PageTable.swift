import PlanDocument

/// Finds where the pages of a plain text begin.
///
/// Three signs: form feeds; lines with nothing but a page number, which stand at the end of their
/// page; and the single blank in front of a page's first line that some converters leave where
/// no other line begins with one. Printed numbers say which number the counted pages have.
struct PageTable {
  let source: SourceText

  /// A printed number and where its line ends.
  private struct Printed {
    var line: Int
    var number: Int
  }

  /// What is looked at of the lines, in one pass.
  private struct Signs {
    /// 1-based; those with a form feed.
    var formFeeds: [Int] = []
    /// Those with exactly one blank in front.
    var led: [Int] = []
    /// How many have text, and how many more than one blank in front.
    var texts = 0
    var deeper = 0
    /// The first with text.
    var first: Int?
    var numbers: [(line: Int, page: PageNumberLine)] = []
  }

  func starts() -> [PageStart] {
    let signs = signs()
    let printed = printedNumbers(signs.numbers)
    var begins = Set(signs.formFeeds)
    if begins.isEmpty { begins = Set(blankLedLines(signs)) }
    for number in printed {
      // The next line with text begins a page, if no sign within it said so already.
      var next = number.line + 1
      while next <= source.lineCount, textStart(next) == nil { next += 1 }
      if next <= source.lineCount { begins.insert(next) }
    }
    guard !begins.isEmpty else { return [] }
    if let first = signs.first { begins.insert(first) }
    return number(begins.sorted(), by: printed)
  }

  private func signs() -> Signs {
    var signs = Signs()
    for line in 1...source.lineCount {
      let span = source.span(ofLine: line)
      guard let start = textStart(line, &signs.formFeeds) else { continue }
      if signs.first == nil { signs.first = line }
      signs.texts += 1
      if start.blanks == 1, source.bytes[span.start] == 0x20 { signs.led.append(line) }
      if start.blanks > 1, source.bytes[span.start] == 0x20 { signs.deeper += 1 }
      // A page number is short and begins with a digit, a dash or 第.
      guard span.count <= 64, mayBeNumber(source.bytes[start.byte]) else { continue }
      if let page = PageNumberLine(source.string(span)) { signs.numbers.append((line, page)) }
    }
    return signs
  }

  private func mayBeNumber(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x7E
  }

  private func textStart(_ line: Int) -> (byte: Int, blanks: Int)? {
    var feeds: [Int] = []
    return textStart(line, &feeds)
  }

  /// The first byte of a line's text and the white space in front of it; nil for a blank line.
  private func textStart(_ line: Int, _ feeds: inout [Int]) -> (byte: Int, blanks: Int)? {
    let span = source.span(ofLine: line)
    let bytes = source.bytes.span
    var index = span.start
    var blanks = 0
    var text: Int?
    while index < span.end {
      let byte = bytes[index]
      if byte == 0x0C, feeds.last != line { feeds.append(line) }
      if byte <= 0x20 {
        blanks += text == nil ? 1 : 0
        index += 1
      } else if byte == 0xC2, index + 1 < span.end, bytes[index + 1] == 0xA0 {
        blanks += text == nil ? 1 : 0
        index += 2
      } else if byte == 0xE3, index + 2 < span.end, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x80
      {
        blanks += text == nil ? 1 : 0
        index += 3
      } else {
        if text == nil { text = index }
        index += 1
      }
    }
    return text.map { ($0, blanks) }
  }

  /// Lines with one blank in front, where they are few, far apart, and the first line is one.
  private func blankLedLines(_ signs: Signs) -> [Int] {
    guard signs.led.count >= 3, signs.led.count * 8 <= signs.texts,
      signs.deeper * 4 <= signs.led.count, signs.led.first == signs.first
    else { return [] }
    return signs.led
  }

  /// Lines of page numbers. Bare digits count only in a run that rises one by one.
  private func printedNumbers(_ lines: [(line: Int, page: PageNumberLine)]) -> [Printed] {
    var marked: [Printed] = []
    var bare: [Printed] = []
    for (line, page) in lines {
      let printed = Printed(line: line, number: page.number)
      if page.isBare { bare.append(printed) } else { marked.append(printed) }
    }
    if !marked.isEmpty { return increasing(marked) }
    var runs: [[Printed]] = []
    for printed in bare {
      if let last = runs.last?.last, printed.number == last.number + 1,
        printed.line - last.line >= 12
      {
        runs[runs.count - 1].append(printed)
      } else {
        runs.append([printed])
      }
    }
    let longest = runs.max { $0.count < $1.count } ?? []
    return longest.count >= 4 && longest.count * 2 > bare.count ? longest : []
  }

  private func increasing(_ numbers: [Printed]) -> [Printed] {
    var kept: [Printed] = []
    for number in numbers where number.number > kept.last?.number ?? 0 { kept.append(number) }
    return kept
  }

  /// Counts the pages; a printed number sets the count of the page that it ends.
  private func number(_ begins: [Int], by printed: [Printed]) -> [PageStart] {
    var shifts: [Int?] = Array(repeating: nil, count: begins.count)
    for number in printed {
      let page = begins.partitionPoint { $0 <= number.line } - 1
      if page >= 0 { shifts[page] = number.number - page }
    }
    var shift = shifts.compactMap(\.self).first ?? 1
    if shift < 1 { shift = 1 }
    return begins.indices.map { index in
      if let own = shifts[index] { shift = own }
      return PageStart(byte: source.lineStarts[begins[index] - 1], number: index + shift)
    }
  }
}
