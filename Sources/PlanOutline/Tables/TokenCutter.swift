import PlanDocument

/// Cuts lines into the words between blanks.
struct TokenCutter {
  let source: SourceText
  let lines: [TextLine]
  /// Empty lines between two cells, where every cell has a line and every empty cell an empty
  /// line of its own; nil where that is not so.
  var cellGap: Int?
  private let marks = TokenMarks.shared

  init(source: SourceText, lines: [TextLine], cellGap: Int? = nil) {
    self.source = source
    self.lines = lines
    self.cellGap = cellGap
  }

  /// Most empty cells in a row that empty lines are taken for.
  private static let mostEmpty = 12

  /// Adds the tokens of a line.
  func append(line index: Int, to tokens: inout [TableToken]) {
    let line = lines[index]
    appendEmpty(line, index, to: &tokens)
    let before = tokens.count
    var reader = ScalarReader(bytes: source.bytes, position: line.span.start, end: line.span.end)
    var token: TableToken?
    var blanks = 0
    while true {
      let position = reader.position
      guard let scalar = reader.next() else { break }
      if scalar.isBlank {
        if var done = token {
          done.span.end = position
          done.look.finish(marks)
          tokens.append(done)
          token = nil
          blanks = 0
        }
        blanks += scalar == "\t" || scalar == "\u{3000}" ? 2 : 1
        continue
      }
      if token == nil {
        token = TableToken(
          span: TextSpan(position, position), line: index, isWholeLine: false,
          isFirst: tokens.count == before, isWide: blanks > 1)
      }
      token?.look.append(scalar, marks)
    }
    if var done = token {
      done.span.end = line.span.end
      done.look.finish(marks)
      tokens.append(done)
    }
    if tokens.count == before + 1 { tokens[before].isWholeLine = true }
  }

  /// Adds what the empty lines in front of a line stand for.
  private func appendEmpty(_ line: TextLine, _ index: Int, to tokens: inout [TableToken]) {
    guard let cellGap, !tokens.isEmpty, line.gap > cellGap, !line.startsPage else { return }
    let count = min((line.gap - cellGap) / (cellGap + 1), Self.mostEmpty)
    for _ in 0..<count {
      tokens.append(
        TableToken(
          span: TextSpan(line.span.start, line.span.start), line: index, isWholeLine: true,
          isFirst: true, isEmpty: true))
    }
  }

  func tokens(ofLine index: Int) -> [TableToken] {
    var tokens: [TableToken] = []
    append(line: index, to: &tokens)
    return tokens
  }
}
