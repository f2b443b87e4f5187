/// What lines look like that are a title.
enum TitleShape {
  /// Lines that a title takes at most.
  private static let longest = 4

  /// Where a title ends that begins with a line: the line behind it.
  static func end(of lines: [PageLine], from start: Int) -> Int? {
    var text = SqueezedText()
    for index in start..<min(lines.count, start + longest) {
      guard !lines[index].endsSentence, lines[index].text.count <= 60, !isOther(lines[index].text)
      else { return nil }
      text.append(lines[index].text)
      guard isPart(text) else { return nil }
      if endsTitle(text) { return withBrackets(lines, index + 1) }
    }
    return nil
  }

  /// Whether a line is a title of its own, whatever stands above it: 2026年政府工作报告, or one that
  /// begins with a region, below the names of pages. Below the name of a region it goes on.
  static func beginsAnew(_ line: SqueezedText, below above: SqueezedText) -> Bool {
    guard !above.isEmpty, endsTitle(line), !above.contains("关于") else { return false }
    let isYearly = PlanPeriod.year(line, at: 0) != nil && line[4] == "年"
    guard isYearly || RegionReader(line, at: 0)?.level != nil else { return false }
    return RegionReader(above, at: 0)?.range.upperBound != above.count
  }

  /// Whether a line is a day or a document number, which is no part of a title.
  static func isOther(_ line: SqueezedText) -> Bool {
    PrintedDay(alone: line) != nil || DocumentNumber.alone(line) != nil
  }

  /// Whether a title may be this or begin with it.
  static func isPart(_ text: SqueezedText) -> Bool {
    guard text.count <= 100, !text.contains(anyOf: TitleWords.notInTitles) else { return false }
    let isNavigation =
      TitleWords.navigationEndings.contains { text.ends(with: $0) }
      || (text.count <= 6 && TitleWords.navigationWords.contains { text.ends(with: $0) })
    return !isNavigation && !saysWhen(text)
  }

  /// 于一九五三年开始: a sentence, not a title.
  private static func saysWhen(_ text: SqueezedText) -> Bool {
    text.range(of: "于").map { PlanPeriod.year(text, at: $0.upperBound) != nil } ?? false
  }

  static func endsTitle(_ text: SqueezedText) -> Bool {
    let bare = text.slice(0..<text.bareEnd)
    guard !TitleWords.navigation.contains(bare.string) else { return false }
    return bare.count >= 4 && TitleWords.kinds.contains { bare.ends(with: $0.ending) }
  }

  /// Takes lines behind a title that hold nothing but a bracket of it: （2021—2035年）, （草案）.
  static func withBrackets(_ lines: [PageLine], _ end: Int) -> Int {
    var end = end
    while end < lines.count, isBracket(lines[end].text) { end += 1 }
    return end
  }

  static func isBracket(_ text: SqueezedText) -> Bool {
    guard text.count >= 4, text.count <= 24, text.bareEnd == 0 else { return false }
    let inside = text.withoutOuterBrackets
    if TitleWords.statuses.contains(where: { inside.contains($0.word) }) { return true }
    return PrintedDay.first(in: inside) == nil && PlanPeriod(title: inside) != nil
  }
}
