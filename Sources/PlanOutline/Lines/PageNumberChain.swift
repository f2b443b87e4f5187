import PlanDocument

/// Page numbers that a converter left in front of a page's first line, or alone on a line without
/// dashes: they count up by one, a page apart, through the whole text.
struct PageNumberChain {
  let source: SourceText

  /// What was found: the lines without the numbers, and the numbers.
  struct Found {
    var lines: [TextLine]
    var numbers: [TextSpan]
  }

  private struct Candidate {
    var line: Int
    var number: Int
    /// The digits, and where the rest of the line begins; nil where nothing follows.
    var span: TextSpan
    var rest: Int?
    /// Whether the line around it shows that the number is no part of the text.
    var isSure: Bool
  }

  /// Numbers that a chain has at least.
  private static let shortest = 4
  /// Lines of the shortest and of the longest page.
  private static let pageLines = 6...120

  func cut(_ lines: [TextLine]) -> Found {
    let numbered = lines.indices.filter { lines[$0].first.digit != nil }
    guard numbered.count >= Self.shortest, numbered.count(where: { lines[$0].indent > 0 }) >= 2
    else { return Found(lines: lines, numbers: []) }
    let layout = TextLayout(lines)
    let candidates = numbered.compactMap { candidate($0, lines, layout) }
    let chain = longestChain(candidates)
    guard chain.count >= Self.shortest, chain.filter({ $0.rest != nil }).count >= 2 else {
      return Found(lines: lines, numbers: [])
    }
    var found = Found(lines: lines, numbers: [])
    var emptied: Set<Int> = []
    for candidate in chain + holes(in: chain, among: candidates) {
      found.numbers.append(candidate.span)
      if let rest = candidate.rest {
        var line = lines[candidate.line]
        line.span.start = rest
        let run = CharacterRun(line.span, of: source)
        line = line.part(0..<run.count, of: run, isFirst: true)
        line.indent = 0
        line.startsPage = true
        found.lines[candidate.line] = line
      } else {
        emptied.insert(candidate.line)
        if candidate.line + 1 < lines.count { found.lines[candidate.line + 1].startsPage = true }
      }
    }
    found.lines = found.lines.indices.filter { !emptied.contains($0) }.map { found.lines[$0] }
    return found
  }

  private func candidate(
    _ index: Int, _ lines: [TextLine], _ layout: TextLayout
  ) -> Candidate? {
    let line = lines[index]
    guard line.role == nil, line.first.digit != nil else { return nil }
    let run = CharacterRun(line.span, of: source, limit: 8)
    guard let number = ChineseNumeral.arabic(run, at: 0), (1...2_000).contains(number.value) else {
      return nil
    }
    let span = run.span(0..<number.end)
    let next = run.skipBlanks(number.end)
    guard next < run.count else {
      return Candidate(line: index, number: number.value, span: span, rest: nil, isSure: true)
    }
    guard next > number.end, line.indent > 0,
      !"、.．,，%％:：/-—)）".unicodeScalars.contains(run.scalars[next])
    else { return nil }
    let before = index > 0 ? lines[index - 1] : nil
    let interrupts =
      before.map { !$0.endsSentence && $0.width >= layout.fullWidth * 4 / 5 } ?? false
    let isSure =
      layout.isWrapped && (interrupts || line.width >= layout.fullWidth * 9 / 10)
    return Candidate(
      line: index, number: number.value, span: span, rest: run.starts[next], isSure: isSure)
  }

  /// The longest run of numbers that count up by one, each about a page behind the last.
  private func longestChain(_ candidates: [Candidate]) -> [Candidate] {
    let sure = candidates.filter(\.isSure)
    var best: [Int] = []
    var length = Array(repeating: 1, count: sure.count)
    var before: [Int?] = Array(repeating: nil, count: sure.count)
    for index in sure.indices {
      var other = index - 1
      while other >= 0, sure[index].line - sure[other].line <= Self.pageLines.upperBound * 2 {
        let step = sure[index].number - sure[other].number
        let distance = sure[index].line - sure[other].line
        if (1...2).contains(step), distance >= Self.pageLines.lowerBound * step,
          distance <= Self.pageLines.upperBound * step, length[other] + 1 > length[index]
        {
          length[index] = length[other] + 1
          before[index] = other
        }
        other -= 1
      }
    }
    guard var last = length.indices.max(by: { length[$0] < length[$1] }) else { return [] }
    best.append(last)
    while let earlier = before[last] {
      best.append(earlier)
      last = earlier
    }
    return best.reversed().map { sure[$0] }
  }

  /// Numbers that the chain leaps over, in front of lines that by themselves say nothing.
  private func holes(in chain: [Candidate], among candidates: [Candidate]) -> [Candidate] {
    var found: [Candidate] = []
    for (one, other) in zip(chain, chain.dropFirst()) where other.number == one.number + 2 {
      let middle = candidates.first {
        $0.line > one.line + Self.pageLines.lowerBound
          && $0.line < other.line - Self.pageLines.lowerBound && $0.number == one.number + 1
      }
      if let middle { found.append(middle) }
    }
    return found
  }
}
