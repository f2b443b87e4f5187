import PlanDocument

/// Cuts lines into the words between blanks.
struct TokenCutter {
  let source: SourceText
  let lines: [TextLine]

  func tokens(ofLine index: Int) -> [TableToken] {
    let span = lines[index].span
    var tokens: [TableToken] = []
    var reader = ScalarReader(bytes: source.bytes, position: span.start, end: span.end)
    var start: Int?
    func close(_ end: Int) {
      guard let from = start else { return }
      let span = TextSpan(from, end)
      tokens.append(
        TableToken(
          span: span, line: index, isWholeLine: false, isFirst: tokens.isEmpty,
          text: source.string(span)))
      start = nil
    }
    while true {
      let position = reader.position
      guard let scalar = reader.next() else { break }
      if scalar.isBlank { close(position) } else if start == nil { start = position }
    }
    close(span.end)
    if tokens.count == 1 { tokens[0].isWholeLine = true }
    return tokens
  }

  /// The tokens of the lines from one on, up to the line before which `isEnd` is true.
  func tokens(
    from index: Int, limit: Int, isEnd: (Int, [TableToken]) -> Bool
  ) -> (tokens: [TableToken], end: Int) {
    var all: [TableToken] = []
    var position = index
    while position < lines.count, all.count < limit {
      let tokens = tokens(ofLine: position)
      if isEnd(position, tokens) { break }
      all += tokens
      position += 1
    }
    return (all, position)
  }
}
