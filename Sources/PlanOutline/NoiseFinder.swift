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
    for range in ContentsFinder(source: source, lines: lines).ranges(outside: reasons) {
      for index in range where reasons[index] == nil { reasons[index] = .contents }
    }
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
}
