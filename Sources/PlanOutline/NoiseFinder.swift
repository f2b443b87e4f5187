import PlanDocument

/// Finds the lines that are no text of the plan: page numbers, running heads, contents.
struct NoiseFinder {
  let source: SourceText
  let lines: [TextLine]

  /// One reason a line, nil for text.
  func reasons() -> [NoisePiece.Reason?] {
    var reasons: [NoisePiece.Reason?] = Array(repeating: nil, count: lines.count)
    markPageNumbers(&reasons)
    markRunningHeads(&reasons)
    markContents(&reasons)
    markWrappers(&reasons)
    return reasons
  }

  private func markPageNumbers(_ reasons: inout [NoisePiece.Reason?]) {
    for (index, line) in lines.enumerated() where line.role == nil {
      guard line.width <= 64, let page = PageNumberLine(source.string(line.span)) else { continue }
      // Bare digits are a page number where the reader found that a page ends with them.
      if !page.isBare
        || (index + 1 < lines.count && lines[index + 1].startsPage && page.number > 0
          && source.page(ofByte: line.span.start) == page.number)
      {
        reasons[index] = .pageNumber
      }
    }
  }

  /// Short lines beside page borders that are the same again and again.
  private func markRunningHeads(_ reasons: inout [NoisePiece.Reason?]) {
    var places: [String: [Int]] = [:]
    for index in lines.indices where reasons[index] == nil && lines[index].width <= 160 {
      let isFirst = lines[index].startsPage || (index > 0 && reasons[index - 1] == .pageNumber)
      let isLast =
        index + 1 < lines.count
        && (lines[index + 1].startsPage || reasons[index + 1] == .pageNumber)
      guard isFirst || isLast else { continue }
      places[source.string(lines[index].span), default: []].append(index)
    }
    for (_, indices) in places where indices.count >= 4 {
      for index in indices { reasons[index] = .runningHead }
    }
  }

  /// Lines in front of the text and behind it in which a web page's furniture is looked for.
  private static let wrapperLines = 40

  /// Buttons, paths and sources of the web page that a plan was taken from.
  private func markWrappers(_ reasons: inout [NoisePiece.Reason?]) {
    let ends =
      Array(lines.indices.prefix(Self.wrapperLines))
      + Array(lines.indices.dropFirst(Self.wrapperLines).suffix(Self.wrapperLines / 2))
    for index in ends where reasons[index] == nil && lines[index].width <= 240 {
      let text = source.string(lines[index].span)
      if OutlineWords.wrapperLines.contains(text)
        || OutlineWords.wrapperBeginnings.contains(where: { text.hasPrefix($0) })
      {
        reasons[index] = .wrapper
      } else if text == ">" || text == "›" || text == "»" {
        // A path of pages: 首页 > 政务信息 > 要闻, one step a line.
        for step in max(0, index - 1)...min(lines.count - 1, index + 1)
        where lines[step].width <= 60 && reasons[step] == nil {
          reasons[step] = .wrapper
        }
      }
    }
  }

  /// A table of contents: below 目录, up to the line that its first entry names; and runs of
  /// lines with leaders and page numbers wherever they are.
  private func markContents(_ reasons: inout [NoisePiece.Reason?]) {
    var index = 0
    while index < lines.count {
      guard reasons[index] == nil else {
        index += 1
        continue
      }
      if isContentsTitle(index), let end = contentsEnd(after: index) {
        for line in index..<end where reasons[line] == nil { reasons[line] = .contents }
        index = end
        continue
      }
      var end = index
      while end < lines.count, isLeaderLine(end) { end += 1 }
      if end - index >= 3 {
        for line in index..<end where reasons[line] == nil { reasons[line] = .contents }
      }
      index = max(end, index + 1)
    }
  }

  private func isContentsTitle(_ index: Int) -> Bool {
    guard lines[index].width <= 48 else { return false }
    let run = CharacterRun(lines[index].span, of: source)
    return OutlineWords.contentsTitles.contains(run.squeezed(0..<run.count))
  }

  /// Entries of a contents page, at most.
  private static let longestContents = 600

  private func contentsEnd(after title: Int) -> Int? {
    guard title + 2 < lines.count else { return nil }
    let first = entry(title + 1)
    guard !first.isEmpty else { return nil }
    let last = min(lines.count, title + Self.longestContents)
    for index in title + 2..<last {
      if entry(index) == first, !isLeaderLine(index) { return index }
      if lines[index].endsSentence, lines[index].width > 40, !isLeaderLine(index) { break }
    }
    var end = title + 1
    while end < last, isLeaderLine(end) || (end + 1 < last && isLeaderLine(end + 1)) { end += 1 }
    return end > title + 1 ? end : nil
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
