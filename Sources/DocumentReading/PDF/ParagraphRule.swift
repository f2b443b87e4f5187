/// Says whether a line goes on with the paragraph of the line before it.
struct ParagraphRule {
  let joiner: WordJoiner
  /// Whether first lines of paragraphs are indented in this document.
  let usesIndents: Bool

  /// A line and where it stands.
  struct Line {
    var row: TextRow
    var text: String
    var area: TextArea
    var page: Int
  }

  /// - Parameters:
  ///   - before: the last line of the paragraph.
  ///   - isFirst: whether that is its first line.
  func joins(_ line: Line, to before: Line, isFirst: Bool) -> Bool {
    let one = before.row
    let other = line.row
    let em = other.em
    // Rows of many letters and digits are of another height than those of Chinese alone.
    let growth = max(one.size, other.size) / max(min(one.size, other.size), 0.1)
    guard growth < (Self.beginsEntry(line.text) ? 1.07 : 1.16) else { return false }
    guard !LeaderLine.holdsLeaders(before.text), !isContents(one), !isContents(other) else {
      return false
    }
    // These begin no line of a paragraph's own, whatever the width.
    if let first = line.text.unicodeScalars.first, Self.neverFirst.contains(first) { return true }
    if isCentred(before), isCentred(line), Self.hasOpenBracket(before.text) { return true }
    // What could have stood on the line before and does not begins a paragraph.
    let room = before.area.right - one.right
    guard room < joiner.firstUnit(other) + em * 0.5 else { return false }
    if line.page == before.page, line.area == before.area, line.area.pitch > 0,
      other.middle - one.middle > max(line.area.pitch * 1.5, em * 1.2)
    {
      return false
    }
    let indent = other.left - line.area.left
    if indent <= em * 0.9 {
      return usesIndents || !Self.beginsEntry(line.text)
        || !(Self.endsSentence(before.text) || Self.closes(before.text))
    }
    if Self.beginsEntry(line.text) { return false }
    if !isFirst, line.page == before.page, abs(other.left - one.left) < em * 0.5 { return true }
    if isFirst, Self.beginsEntry(before.text), hangs(other, under: one) { return true }
    // In a narrow column the first line of a paragraph may look like a centred one.
    if usesIndents, !isFirst, one.left - before.area.left < em * 0.9,
      abs(indent - em * 2) < em * 0.15
    {
      return false
    }
    return isCentred(before) && isCentred(line) && !Self.endsSentence(before.text)
      && one.width > other.width
  }

  /// Whether a line begins below the text behind a bullet or a number.
  private func hangs(_ row: TextRow, under first: TextRow) -> Bool {
    first.words.dropFirst().prefix(2).contains { abs($0.left - row.left) < row.em * 0.6 }
      || (row.left - first.left < row.em * 2.6 && row.left > first.left + row.em * 0.9)
  }

  private func isCentred(_ line: Line) -> Bool {
    let left = line.row.left - line.area.left
    let right = line.area.right - line.row.right
    return abs(left - right) < line.row.em * 1.2
  }

  /// A title and far behind it a page number.
  private func isContents(_ row: TextRow) -> Bool {
    guard let last = row.words.last, row.words.count >= 2, last.text.utf8.count <= 4,
      last.text.unicodeScalars.allSatisfy(\.isDigit)
    else { return false }
    return last.left - row.words[row.words.count - 2].right > row.em * 3
  }

  private static let neverFirst = Set("，。、；：！？）》”’」』】,;:!?)%％‰".unicodeScalars)

  /// Whether a bracket is open at the end.
  private static func hasOpenBracket(_ text: String) -> Bool {
    var depth = 0
    for scalar in text.unicodeScalars {
      if "（(".unicodeScalars.contains(scalar) { depth += 1 }
      if "）)".unicodeScalars.contains(scalar) { depth -= 1 }
    }
    return depth > 0
  }

  static func endsSentence(_ text: String) -> Bool {
    var scalars = text.unicodeScalars
    while let last = scalars.last, "”’）》」』】)\"".unicodeScalars.contains(last) {
      scalars.removeLast()
    }
    return scalars.last.map { "。！？；：;:!?".unicodeScalars.contains($0) } ?? false
  }

  /// Whether a text ends with a remark in brackets, as entries do: （牵头单位：市财政局）.
  private static func closes(_ text: String) -> Bool {
    text.unicodeScalars.last.map { "）)".unicodeScalars.contains($0) } ?? false
  }

  /// Whether a text is nothing but a bullet, or a number of headings and lists.
  static func isLabel(_ text: String) -> Bool {
    text.utf8.count <= 40 && mayBeginEntry(text)
      && text.wholeMatch(
        of:
          #/\s*([（(][一二三四五六七八九十百\d]{1,4}[）)]|[一二三四五六七八九十百\d]{1,4}[）)、.．]|第[一二三四五六七八九十百\d]{1,4}[篇章节条]|专栏\d{0,3}|[•●■◆★▲►※·○◇□▪–—-])\s*/#
      ) != nil
  }

  private static let entryBeginnings = Set(
    "（(一二三四五六七八九十百0123456789第专•●■◆★▲►※·○◇□▪–—-①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳".unicodeScalars)

  /// Asked first: most lines begin otherwise, and a pattern is built anew for each match.
  private static func mayBeginEntry(_ text: String) -> Bool {
    text.unicodeScalars.first { !$0.properties.isWhitespace }.map(entryBeginnings.contains) == true
  }

  /// Numbers of headings and lists, and bullets, in front of a line.
  static func beginsEntry(_ text: String) -> Bool {
    guard mayBeginEntry(text) else { return false }
    return text.prefixMatch(
      of:
        #/[（(]?[一二三四五六七八九十百\d]{1,4}(?:[）)、]|[.．](?!\d))|第[一二三四五六七八九十百\d]{1,4}[篇章节条]|专栏|[•●■◆★▲►※①-⑳·—-]/#
    )
      != nil
  }
}
