import PlanDocument

/// Puts a table together again that a converter wrote out as lines of words.
///
/// The head says what the columns hold. What carries the rows is what stands in them: the
/// serial number in front, which rises one by one; numbers, units and attributes in their
/// columns; empty lines where a cell is empty. All of it is weighed by `RowAligner`.
struct TextTableReader {
  let source: SourceText
  let lines: [TextLine]
  let layout: TextLayout

  /// Tokens that are read at first, and each time that they do not show the table's end.
  private static let firstBlock = 256
  private static let block = 4_096
  /// Tokens behind a table's end that show that it has ended.
  private static let margin = 48
  /// The mean cost of rows that are surely rows, where no serial number leads them.
  private static let surely: Float = 1.8

  /// The last head that was looked for: it is asked for several times in a row.
  private let lastHead = LastHead()

  private final class LastHead {
    var index = -1
    var found: (tokens: [TableToken], end: Int)?
  }

  /// Whether a table's head begins with a line.
  func beginsHead(at index: Int) -> Bool {
    head(at: index) != nil
  }

  /// Reads the table whose head begins at a line; `stop` says of a line that the table ends
  /// before it at the latest.
  func table(at index: Int, stop: (Int) -> Bool) -> TextTable? {
    guard let kind = head(at: index) else { return nil }
    let cutter = TokenCutter(source: source, lines: lines, cellGap: cellGap(at: index))
    guard let found = headTokens(kind, at: index, cutter, stop: stop), found.end < lines.count
    else { return nil }
    var head = found.tokens
    // Words above the first row that introduce rows (“十二五”期间：) are a row of their own.
    var intro: TableToken?
    if kind == .serial, let last = head.last, last.look.last == "：" || standsApart(last) {
      intro = last
      head.removeLast()
    }
    guard head.count >= 2 else { return nil }
    var body = Body(
      start: found.end, next: found.end, headLines: Array(index..<(intro?.line ?? found.end)),
      width: head.count)
    read(&body, to: Self.firstBlock, cutter, kind, stop)
    guard let layout = columns(head, kind, body.tokens, showsEmpty: cutter.cellGap != nil) else {
      return nil
    }
    var aligner = RowAligner(kinds: layout.columns.map(\.kind))
    aligner.showsEmpty = cutter.cellGap != nil
    aligner.isWide =
      !aligner.showsEmpty && body.tokens.count(where: \.isWide) * 3 > body.tokens.count
    aligner.append(body.tokens[...], isLast: body.isAtEnd)
    while !body.isAtEnd, aligner.end() + Self.margin > body.tokens.count {
      let count = body.tokens.count
      read(&body, to: count + Self.block, cutter, kind, stop)
      aligner.append(body.tokens[count...], isLast: body.isAtEnd)
    }
    let rows = aligner.rows()
    guard isTable(rows, kind, layout.columns, body.tokens) else { return nil }
    return assemble(layout, rows, body, intro)
  }

  // MARK: - Head

  enum HeadKind {
    /// 序号 in front: serial numbers lead the rows.
    case serial
    /// Words that only heads of tables have.
    case words
  }

  private func head(at index: Int) -> HeadKind? {
    let line = lines[index]
    guard TableColumn.mayBeginHead(line.first), line.width < 480, !line.endsSentence else {
      return nil
    }
    if beginsSerialHead(line) { return .serial }
    let cutter = TokenCutter(source: source, lines: lines)
    return wordHead(at: index, cutter) == nil ? nil : .words
  }

  private func beginsSerialHead(_ line: TextLine) -> Bool {
    guard line.first == "序" || line.first == "编" || line.first == "N" else { return false }
    let run = CharacterRun(line.span, of: source, limit: 12)
    var word = ""
    for scalar in run.scalars {
      if !scalar.isBlank {
        word.unicodeScalars.append(scalar)
      } else if OutlineWords.serialHeads.contains(word) {
        break
      }
    }
    return OutlineWords.serialHeads.contains(word)
  }

  /// Whether two lines are heads of columns, one a line: another table begins.
  private func beginsWords(at index: Int) -> Bool {
    guard index + 1 < lines.count, TableColumn.mayBeginHead(lines[index].first),
      lines[index].width <= 48, lines[index + 1].width <= 48
    else { return false }
    return TableColumn.isHeadWord(source.string(lines[index].span))
      && TableColumn.isHeadWord(source.string(lines[index + 1].span))
  }

  private func headTokens(
    _ kind: HeadKind, at index: Int, _ cutter: TokenCutter, stop: (Int) -> Bool
  ) -> (tokens: [TableToken], end: Int)? {
    guard kind == .serial else { return wordHead(at: index, cutter) }
    var tokens: [TableToken] = []
    var position = index
    while position < lines.count, tokens.count < 40 {
      let more = cutter.tokens(ofLine: position)
      if position > index, more.first?.look.serial == 1 || more.first?.look.serial == 0 { break }
      if position > index, stop(position) {
        guard isSectionOfRows(at: position, width: max(3, tokens.count / 2), cutter) else {
          return nil
        }
        break
      }
      tokens += more
      position += 1
    }
    return position < lines.count ? (tokens, position) : nil
  }

  /// The head of a table without serial numbers: nothing but words of heads, among them one for
  /// the name and one for what is said of it.
  private func wordHead(
    at index: Int, _ cutter: TokenCutter
  ) -> (tokens: [TableToken], end: Int)? {
    if lastHead.index != index {
      lastHead.index = index
      lastHead.found = readWordHead(at: index, cutter)
    }
    return lastHead.found
  }

  private func readWordHead(
    at index: Int, _ cutter: TokenCutter
  ) -> (tokens: [TableToken], end: Int)? {
    var tokens: [TableToken] = []
    var position = index
    var first: String?
    var names = 0
    var others = 0
    while position < lines.count, tokens.count < 24, position - index < 24 {
      let more = cutter.tokens(ofLine: position)
      let texts = more.map { source.string($0.span) }
      if position == index { first = texts.first } else if texts.first == first { break }
      let known = texts.count { TableColumn.isHeadWord($0) }
      guard known == texts.count || (texts.count >= 4 && known * 4 >= texts.count * 3) else {
        break
      }
      if position == index {
        // What the rows are called stands in front.
        let kind = texts.first.map { TableColumn.kind(ofHead: $0) }
        guard kind == .name || kind == .category || kind == .other else { return nil }
      }
      for text in texts {
        switch TableColumn.kind(ofHead: text) {
        case .name, .category: names += 1
        case .value, .attribute, .unit: others += 1
        default: break
        }
      }
      tokens += more
      position += 1
    }
    guard tokens.count >= 3, names >= 1, others >= 1, names + others >= 3 else { return nil }
    return (tokens, position)
  }

  /// The columns of a head, with as many as the rows show.
  private func columns(
    _ head: [TableToken], _ kind: HeadKind, _ body: [TableToken], showsEmpty: Bool
  ) -> TableHead? {
    // A second row of heads stands apart from the first.
    let second = head.indices.dropFirst(2).first { standsApart(head[$0]) }
    var found = TableHead(head, of: source, second: second, count: nil)
    if kind == .serial, let count = RowRhythm(body).usualCount(width: found.columns.count) {
      let hasCategory = found.columns.contains { $0.kind == .category }
      let least = hasCategory && !showsEmpty ? count + 1 : count
      if !hasCategory || found.columns.count > least {
        found = TableHead(head, of: source, second: second, count: least)
      }
      if showsEmpty, !hasCategory, found.columns.count + 1 == count { found.splitName() }
    }
    return found.columns.count >= 2 ? found : nil
  }

  // MARK: - Body

  /// The tokens of a table's body as far as they are read.
  struct Body {
    var start: Int
    /// The next line to read.
    var next: Int
    var headLines: [Int]
    /// Columns of the head.
    var width: Int
    var tokens: [TableToken] = []
    var repeatedHead: [Int] = []
    /// Whether no more lines can belong to it.
    var isAtEnd = false
  }

  /// Reads on, up to a number of tokens.
  private func read(
    _ body: inout Body, to count: Int, _ cutter: TokenCutter, _ kind: HeadKind,
    _ stop: (Int) -> Bool
  ) {
    let start = body.tokens.count
    while !body.isAtEnd, body.tokens.count < count {
      guard body.next < lines.count else {
        body.isAtEnd = true
        return
      }
      if repeatsHead(at: body.next, body.headLines) {
        let after = body.next + body.headLines.count
        if kind == .serial, after < lines.count,
          cutter.tokens(ofLine: after).first?.look.serial ?? 1 <= 1
        {
          body.isAtEnd = true
          return
        }
        // A head over and over is no table.
        if body.repeatedHead.last == body.next - 1 {
          body.isAtEnd = true
          return
        }
        body.repeatedHead += body.next..<after
        body.next = after
        continue
      }
      if beginsSerialHead(lines[body.next]) || beginsWords(at: body.next) {
        body.isAtEnd = true
        return
      }
      if stop(body.next), !isSectionOfRows(at: body.next, width: body.width, cutter) {
        body.isAtEnd = true
        return
      }
      if isSentence(lines[body.next], isLong: cutter.cellGap != nil) {
        body.isAtEnd = true
        return
      }
      if kind == .serial, takeSplitName(&body, from: start, cutter, stop) { continue }
      cutter.append(line: body.next, to: &body.tokens)
      if let last = body.tokens.last, last.isWholeLine, isSection(last) {
        body.tokens[body.tokens.count - 1].isSection = true
      }
      body.next += 1
    }
  }

  /// Takes a row whose serial number and values stand between two lines of its name, as in print
  /// they stand at half its height.
  private func takeSplitName(
    _ body: inout Body, from start: Int, _ cutter: TokenCutter, _ stop: (Int) -> Bool
  ) -> Bool {
    guard cutter.cellGap == nil, body.tokens.count > start, let above = body.tokens.last,
      above.line == body.next - 1, isPartOfName(above)
    else { return false }
    let row = cutter.tokens(ofLine: body.next)
    guard row.count >= 3, row[0].look.serial != nil, isBehindName(row[1].look) else { return false }
    var name = [above]
    body.next += 1
    if body.next < lines.count, !stop(body.next), !isSentence(lines[body.next], isLong: false),
      case let below = cutter.tokens(ofLine: body.next), below.count == 1, isPartOfName(below[0])
    {
      name += below
      body.next += 1
    }
    for index in name.indices { name[index].isFirst = false }
    body.tokens.removeLast()
    body.tokens += row[..<1] + name + row[1...]
    return true
  }

  private func isPartOfName(_ token: TableToken) -> Bool {
    token.isWholeLine && !token.isEmpty && !token.isSection && !token.look.isNumber
      && !token.look.isAttribute && token.look.count >= 2
  }

  /// Whether a word stands in columns behind the name.
  private func isBehindName(_ look: TokenLook) -> Bool {
    look.isNumber || look.isEmptyValue || look.isAttribute || look.isUnit
  }

  /// Whether 一、… is no heading but a row between rows: what follows it are cells with values.
  private func isSectionOfRows(at index: Int, width: Int, _ cutter: TokenCutter) -> Bool {
    let line = lines[index]
    guard line.width <= 24 * 4, !line.endsSentence, index + 1 < lines.count,
      let first = cutter.tokens(ofLine: index).first, isSection(first)
    else { return false }
    var tokens: [TableToken] = []
    var position = index + 1
    while position < lines.count, tokens.count < width, position <= index + width {
      let next = lines[position]
      guard !next.endsSentence || next.width < 60 * 4, next.width < 480 else { return false }
      cutter.append(line: position, to: &tokens)
      position += 1
    }
    let values = tokens.count {
      $0.look.isNumber || $0.look.isEmptyValue || $0.look.isAttribute
        || ($0.look.isUnit && $0.look.count > 0)
    }
    return values >= 2
  }

  private func repeatsHead(at index: Int, _ head: [Int]) -> Bool {
    guard index + head.count <= lines.count else { return false }
    for (offset, line) in head.enumerated() {
      let a = lines[line].span
      let b = lines[index + offset].span
      guard a.count == b.count, source.bytes[a.range] == source.bytes[b.range] else {
        return false
      }
    }
    return true
  }

  /// Whether the rows are those of a table, not words that happened to fit.
  private func isTable(
    _ rows: [RowAligner.Row], _ kind: HeadKind, _ columns: [TableColumn], _ tokens: [TableToken]
  ) -> Bool {
    let found = rows.filter { !$0.isWhole && $0.cells.count { !$0.isEmpty } > 1 }
    guard found.count >= 2 else { return false }
    if kind == .serial { return true }
    let cost = rows.reduce(0) { $0 + $1.cost }
    guard cost <= Self.surely * Float(found.count) else { return false }
    // A column holds nothing but values or attributes in most rows.
    return columns.indices.contains { column in
      found.count { row in
        guard let first = row.cells[column].first else { return false }
        let look = tokens[first].look
        return look.digits > 0 || look.isEmptyValue || look.isAttribute
      } * 5 >= found.count * 3
    }
  }

  /// How many empty lines part the cells where every cell has a line of its own and a cell
  /// without text leaves more of them; nil where that is not so.
  private func cellGap(at index: Int) -> Int? {
    let sample = lines[index...].prefix(48).dropFirst()
    guard let least = sample.map(\.gap).min(), sample.count >= 8 else { return nil }
    let usual = sample.count { $0.gap == least }
    guard usual * 2 > sample.count, least > 0 else { return nil }
    let fitting = sample.count { ($0.gap - least) % (least + 1) == 0 }
    return fitting * 20 >= sample.count * 19 ? least : nil
  }

  /// Whether a gap parts the line of a token from the cells before it.
  private func standsApart(_ token: TableToken) -> Bool {
    token.isFirst && lines[token.line].gap >= layout.commonGap + 3
  }

  /// A line that is prose, not a cell.
  private func isSentence(_ line: TextLine, isLong: Bool) -> Bool {
    guard line.endsSentence, line.width >= 60 * 4 else { return false }
    guard isLong, line.width < 300 * 4 else { return true }
    return LabelReader.mayBegin(line.first)
      && LabelReader.read(CharacterRun(line.span, of: source, limit: 8)) != nil
  }

  /// 一、…, （一）…: rows between rows that say what the following are about.
  private func isSection(_ token: TableToken) -> Bool {
    guard token.look.first.digit == nil, LabelReader.mayBegin(token.look.first),
      token.look.count <= 24
    else { return false }
    let run = CharacterRun(token.span, of: source, limit: 6)
    guard let label = LabelReader.read(run), case .numbered(let style) = label.kind else {
      return false
    }
    return style == .comma || style == .bracket
  }
}
