import PlanDocument

/// Finds tables of contents: below 目录, by their leaders and page numbers, or because what they
/// list comes again as headings.
struct ContentsFinder {
  let source: SourceText
  let lines: [TextLine]

  /// Lines of a table of contents, at most.
  private static let longest = 600
  /// Lines of one that has neither a title nor leaders, at least.
  private static let shortestList = 5

  func ranges(outside reasons: [NoisePiece.Reason?]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var places: [Key: [Int]]?
    var index = 0
    while index < lines.count {
      guard reasons[index] == nil else {
        index += 1
        continue
      }
      if isTitle(index) {
        let known = places ?? keyPlaces()
        places = known
        if let end = end(below: index, known) {
          ranges.append(index..<end)
          index = end
          continue
        }
      }
      var end = index
      while end < lines.count, isLeaderLine(end) { end += 1 }
      if end - index >= 3 {
        ranges.append(index..<end)
      } else {
        end = index
        while end < lines.count, isLabelled(end) { end += 1 }
        if index < Self.longest, end - index >= Self.shortestList {
          let known = places ?? keyPlaces()
          places = known
          if comesAgain(index..<end, known) { ranges.append(index..<end) }
        }
      }
      index = max(end, index + 1)
    }
    return ranges
  }

  // MARK: With a title

  private func isTitle(_ index: Int) -> Bool {
    guard lines[index].width <= 80, "目Cc".unicodeScalars.contains(lines[index].first) else {
      return false
    }
    let run = CharacterRun(lines[index].span, of: source)
    let text = run.squeezed(0..<run.count)
    if OutlineWords.contentsTitles.contains(text) { return true }
    // 目录序言, 目录第一章…: the first entry stands on the title's line.
    guard let title = OutlineWords.contentsTitles.first(where: { text.hasPrefix($0) }) else {
      return false
    }
    let rest = String(text.dropFirst(title.count))
    return OutlineWords.prefaces.contains(rest) || (rest.first == "第" && rest.count <= 20)
  }

  private func end(below title: Int, _ places: [Key: [Int]]) -> Int? {
    let last = min(lines.count, title + Self.longest)
    guard title + 2 < last else { return nil }
    if let begin = beginning(below: title, last, places) {
      let plain = title + 1..<begin
      if !plain.contains(where: { isSentence($0) }) { return begin }
      return lastEntry(in: plain, before: begin, places) + 1
    }
    let first = entry(title + 1)
    guard !first.isEmpty else { return nil }
    for index in title + 2..<last {
      if entry(index) == first, !isLeaderLine(index) { return index }
      if isSentence(index) { break }
    }
    var end = title + 1
    while end < last, isLeaderLine(end) || (end + 1 < last && isLeaderLine(end + 1)) { end += 1 }
    return end > title + 1 ? end : nil
  }

  /// The line on which the first entry that carries a label comes again.
  private func beginning(below title: Int, _ last: Int, _ places: [Key: [Int]]) -> Int? {
    for index in title + 1..<min(last, title + 6) {
      guard let key = key(index), let again = places[key]?.first(where: { $0 > index }),
        again < last, !isLeaderLine(again)
      else { continue }
      return again
    }
    return nil
  }

  /// The last line that lists what comes later, with the lines behind it that are no sentences.
  private func lastEntry(
    in range: Range<Int>, before begin: Int, _ places: [Key: [Int]]
  ) -> Int {
    var last = range.lowerBound
    for index in range {
      if let key = key(index), places[key]?.contains(where: { $0 >= begin }) == true {
        last = index
      } else if isLeaderLine(index) {
        last = index
      }
    }
    while last + 1 < range.upperBound, !isSentence(last + 1), lines[last + 1].width <= 80,
      !OutlineWords.prefaces.contains(entry(last + 1))
    {
      last += 1
    }
    return last
  }

  private func isSentence(_ index: Int) -> Bool {
    lines[index].width > 40 && !isLeaderLine(index)
      && (lines[index].endsSentence || lines[index].width > 320) && !isLabelled(index)
  }

  // MARK: Without a title

  private func isLabelled(_ index: Int) -> Bool {
    let line = lines[index]
    guard LabelReader.mayBegin(line.first), !line.endsSentence, line.width <= 320, !line.isCell
    else { return false }
    return LabelReader.read(CharacterRun(line.span, of: source, limit: 12)) != nil
  }

  /// Whether nearly all of what the lines list comes again behind them.
  private func comesAgain(_ range: Range<Int>, _ places: [Key: [Int]]) -> Bool {
    let found = range.count { index in
      guard let key = key(index), let last = places[key]?.last else { return false }
      return last >= range.upperBound
    }
    return found * 5 >= range.count * 4
  }

  // MARK: Entries

  private struct Key: Hashable {
    var kind: LabelKind
    var number: Int?
    var title: [Unicode.Scalar]
  }

  /// Label and first characters of the title: the same for an entry and its heading, even where a
  /// converter ran several entries together.
  private func key(_ index: Int) -> Key? {
    let line = lines[index]
    guard LabelReader.mayBegin(line.first), !line.isCell else { return nil }
    let run = CharacterRun(line.span, of: source, limit: 24)
    guard let label = LabelReader.read(run), label.end < run.count else { return nil }
    var title: [Unicode.Scalar] = []
    for scalar in run.scalars[label.end...] where !scalar.isBlank {
      if title.count == 4 || Self.leaders.contains(scalar) { break }
      title.append(scalar)
    }
    return title.isEmpty ? nil : Key(kind: label.kind, number: label.number, title: title)
  }

  private func keyPlaces() -> [Key: [Int]] {
    var places: [Key: [Int]] = [:]
    for index in lines.indices {
      if let key = key(index) { places[key, default: []].append(index) }
    }
    return places
  }

  /// The text of a line without white space, leaders and the page number behind them.
  private func entry(_ index: Int) -> String {
    guard lines[index].width <= 320 else { return "" }
    let run = CharacterRun(lines[index].span, of: source)
    var end = run.count
    while end > 0 {
      let scalar = run.scalars[end - 1]
      guard scalar.digit != nil || scalar.isBlank || Self.leaders.contains(scalar) else { break }
      end -= 1
    }
    return run.squeezed(0..<end)
  }

  private static let leaders = Set("….·.．-—－–()（）⋯・_".unicodeScalars)

  /// Leaders (three at least) with a page number behind.
  private func isLeaderLine(_ index: Int) -> Bool {
    guard lines[index].width <= 480,
      lines[index].last.digit != nil || Self.leaders.contains(lines[index].last)
    else { return false }
    let run = CharacterRun(lines[index].span, of: source)
    var end = run.count
    while end > 0, run.scalars[end - 1].digit != nil || run.scalars[end - 1].isBlank { end -= 1 }
    var leaders = 0
    while end > 0, Self.leaders.contains(run.scalars[end - 1]) || run.scalars[end - 1].isBlank {
      if run.scalars[end - 1] == "…" || run.scalars[end - 1] == "⋯" { leaders += 2 }
      if !run.scalars[end - 1].isBlank { leaders += 1 }
      end -= 1
    }
    return leaders >= 3 && end > 0
  }
}
