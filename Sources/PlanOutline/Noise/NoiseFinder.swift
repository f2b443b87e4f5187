import PlanDocument

/// Finds the lines that are no text of the plan: page numbers, running heads, contents.
struct NoiseFinder {
  let source: SourceText
  let lines: [TextLine]

  /// One reason a line, nil for text.
  func reasons() -> [NoisePiece.Reason?] {
    var reasons: [NoisePiece.Reason?] = Array(repeating: nil, count: lines.count)
    markByRole(&reasons)
    markPageNumbers(&reasons)
    markRunningHeads(&reasons)
    for range in ContentsFinder(source: source, lines: lines).ranges(outside: reasons) {
      for index in range where reasons[index] == nil { reasons[index] = .contents }
    }
    markWrappers(&reasons)
    markTail(&reasons)
    markFootnotes(&reasons)
    return reasons
  }

  /// What the markup of the format says.
  private func markByRole(_ reasons: inout [NoisePiece.Reason?]) {
    for (index, line) in lines.enumerated() {
      switch line.role {
      case .footnote: reasons[index] = .footnote
      case .contents: reasons[index] = .contents
      case .pageNumber: reasons[index] = .pageNumber
      case .runningHead: reasons[index] = .runningHead
      default: break
      }
    }
  }

  private func markPageNumbers(_ reasons: inout [NoisePiece.Reason?]) {
    for (index, line) in lines.enumerated() where line.role == nil {
      guard line.width <= 64, mayBePageNumber(index),
        let page = PageNumberLine(source.string(line.span))
      else { continue }
      // Bare digits are a page number where the reader found that a page ends with them.
      if !page.isBare
        || (index + 1 < lines.count && lines[index + 1].startsPage && page.number > 0
          && source.page(ofByte: line.span.start) == page.number)
      {
        reasons[index] = .pageNumber
      }
    }
  }

  /// What can be seen of a line without reading all of it.
  private func mayBePageNumber(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.first.digit != nil || line.first == "第" || !line.first.isHan,
      line.last.digit != nil || line.last == "页" || !line.last.isHan
    else { return false }
    let isBare = source.bytes[line.span.range].allSatisfy { (0x30...0x39).contains($0) }
    return !isBare || (index + 1 < lines.count && lines[index + 1].startsPage)
  }

  /// Short lines beside page borders that are the same again and again.
  private func markRunningHeads(_ reasons: inout [NoisePiece.Reason?]) {
    var places: [ArraySlice<UInt8>: [Int]] = [:]
    for index in lines.indices where reasons[index] == nil && lines[index].width <= 160 {
      let isFirst = lines[index].startsPage || (index > 0 && reasons[index - 1] == .pageNumber)
      let isLast =
        index + 1 < lines.count
        && (lines[index + 1].startsPage || reasons[index + 1] == .pageNumber)
      guard isFirst || isLast else { continue }
      places[source.bytes[lines[index].span.range], default: []].append(index)
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
        || OutlineWords.wrapperBeginnings.contains(where: { text.opens(with: $0) })
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

  /// What is left behind the furniture at the end of a page: short pieces, no text.
  private func markTail(_ reasons: inout [NoisePiece.Reason?]) {
    let tail = lines.indices.suffix(Self.wrapperLines / 4)
    guard let first = tail.first(where: { reasons[$0] == .wrapper }), first * 2 > lines.count
    else { return }
    guard tail.allSatisfy({ $0 <= first || lines[$0].width <= 80 && !lines[$0].endsSentence })
    else { return }
    for index in tail where index > first && reasons[index] == nil { reasons[index] = .wrapper }
  }

  /// Notes at the foot of a page: lines that begin with a mark, down to the end of the page.
  private func markFootnotes(_ reasons: inout [NoisePiece.Reason?]) {
    for end in lines.indices where endsPage(end, reasons) {
      var index = end
      var first: Int?
      while index > 0, end - index < 12, reasons[index] == nil || index == end {
        if reasons[index] == nil, beginsNote(index) { first = index }
        if lines[index].startsPage { break }
        index -= 1
      }
      guard let first, first > 0, lines[first - 1].endsSentence || lines[first].gap > 0 else {
        continue
      }
      for note in first...end where reasons[note] == nil { reasons[note] = .footnote }
    }
  }

  private func endsPage(_ index: Int, _ reasons: [NoisePiece.Reason?]) -> Bool {
    guard reasons[index] == nil else { return false }
    return index + 1 < lines.count
      && (lines[index + 1].startsPage || reasons[index + 1] == .pageNumber)
  }

  /// ［3］…, 〔3〕… or ①… in front of a line, where the same mark stands in the text above.
  private func beginsNote(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.role == nil, "［[〔①②③④⑤⑥⑦⑧⑨⑩".unicodeScalars.contains(line.first) else {
      return false
    }
    let run = CharacterRun(line.span, of: source, limit: 6)
    var mark = [line.first]
    if !(0x2460...0x2473).contains(line.first.value) {
      guard let number = ChineseNumeral.arabic(run, at: 1), let close = run[number.end],
        "］]〕".unicodeScalars.contains(close), number.end + 1 < run.count
      else { return false }
      mark = Array(run.scalars[...number.end])
    }
    for above in stride(from: index - 1, through: max(0, index - 60), by: -1) {
      let text = CharacterRun(lines[above].span, of: source).scalars
      for place in text.indices.dropFirst()
      where text[place] == mark[0] && text[place...].starts(with: mark) {
        return true
      }
      if lines[above].startsPage { break }
    }
    return false
  }
}
