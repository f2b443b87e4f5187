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

  func starts() -> [PageStart] {
    let lines = (1...source.lineCount).map { source.string(source.span(ofLine: $0)) }
    let printed = printedNumbers(lines)
    var begins = Set(formFeedLines(lines))
    if begins.isEmpty { begins = Set(blankLedLines(lines)) }
    for number in printed {
      // The next line with text begins a page, if no sign within it said so already.
      guard let next = lines[number.line...].firstIndex(where: { !isBlank($0) }) else { continue }
      begins.insert(next + 1)
    }
    guard !begins.isEmpty else { return [] }
    if let first = lines.indices.first(where: { !isBlank(lines[$0]) }) { begins.insert(first + 1) }
    return number(begins.sorted(), by: printed)
  }

  private func isBlank(_ line: String) -> Bool { line.allSatisfy(\.isWhitespace) }

  private func formFeedLines(_ lines: [String]) -> [Int] {
    lines.indices.filter { lines[$0].unicodeScalars.contains("\u{0C}") }.map { $0 + 1 }
  }

  /// Lines with one blank in front, where they are few, far apart, and the first line is one.
  private func blankLedLines(_ lines: [String]) -> [Int] {
    var led: [Int] = []
    var texts = 0
    var deeper = 0
    for (index, line) in lines.enumerated() where !isBlank(line) {
      texts += 1
      guard line.first == " " else { continue }
      if line.dropFirst().first?.isWhitespace == true { deeper += 1 } else { led.append(index + 1) }
    }
    guard led.count >= 3, led.count * 8 <= texts, deeper * 4 <= led.count else { return [] }
    guard let first = lines.firstIndex(where: { !isBlank($0) }), led.first == first + 1 else {
      return []
    }
    return led
  }

  /// Lines of page numbers. Bare digits count only in a run that rises one by one.
  private func printedNumbers(_ lines: [String]) -> [Printed] {
    var marked: [Printed] = []
    var bare: [Printed] = []
    for (index, line) in lines.enumerated() {
      guard let page = PageNumberLine(line) else { continue }
      let printed = Printed(line: index + 1, number: page.number)
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
