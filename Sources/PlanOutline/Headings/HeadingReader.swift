import PlanDocument

/// Reads a heading from the line on which it begins; knows nothing of other headings.
struct HeadingReader {
  let source: SourceText
  let lines: [TextLine]
  let layout: TextLayout
  /// Whether the plan numbers its headings 1, 1.1, 1.1.1.
  let usesDots: Bool

  init(source: SourceText, lines: [TextLine], layout: TextLayout) {
    self.source = source
    self.lines = lines
    self.layout = layout
    usesDots = Self.usesDots(source, lines)
  }

  /// Whether 1.1 and 1.2 begin lines, one after the other.
  private static func usesDots(_ source: SourceText, _ lines: [TextLine]) -> Bool {
    var next = 1
    for line in lines where line.first == "1" && line.width < 240 && !line.endsSentence {
      let run = CharacterRun(line.span, of: source, limit: 8)
      guard let label = LabelReader.read(run), label.kind == .numbered(.dottedTwo) else { continue }
      if label.text == "1.\(next)" { next += 1 }
      if next > 2 { return true }
    }
    return false
  }

  /// Characters of the longest title.
  static let longestTitle = 60
  /// Characters of the longest title in front of text on the same line.
  static let longestRunIn = 40

  /// - Returns: the heading that begins with a label, if the line and what follows have the
  ///   shape of one.
  func labelled(at index: Int) -> OutlineHeading? {
    let line = lines[index]
    guard LabelReader.mayBegin(line.first) else { return nil }
    let run = CharacterRun(line.span, of: source, limit: 160)
    guard let label = LabelReader.read(run) else { return nil }
    switch label.kind {
    case .numbered(let style): return numbered(label, style, run, at: index)
    case .box: return beside(label, .box, run, at: index)
    case .table: return beside(label, .table, run, at: index)
    case .figure: return beside(label, .figure, run, at: index)
    case .appendix: return beside(label, .appendix, run, at: index)
    }
  }

  /// The heading of a figure without a number, or of a list of explained words.
  func unlabelled(at index: Int) -> OutlineHeading? {
    let line = lines[index]
    guard line.width <= 160, !line.endsSentence, "图解释义明表".unicodeScalars.contains(line.last)
    else { return nil }
    let text = source.string(line.span)
    guard !OutlineWords.bullets.contains(where: { text.hasPrefix($0) }),
      !text.contains(where: { "，。；：,".contains($0) })
    else { return nil }
    let kind: OutlineHeading.Kind
    if OutlineWords.figureEndings.contains(where: { text.hasSuffix($0) }) {
      kind = .figure
    } else if OutlineWords.glossaryEndings.contains(where: { text.hasSuffix($0) }) {
      kind = .glossary
    } else {
      return nil
    }
    let title = MendedText(line.span, of: source)
    return OutlineHeading(
      kind: kind, number: nil, label: "", title: title, text: title, lastLine: index, rest: nil)
  }

  private func numbered(
    _ label: PrintedLabel, _ style: NumberingStyle, _ run: CharacterRun, at index: Int
  ) -> OutlineHeading? {
    if style >= .dottedOne, style <= .dottedFour, !usesDots { return nil }
    // A work that is named by its title is an entry of a list.
    if style >= .number, run[label.end] == "《" { return nil }
    guard label.end < run.count else {
      // The label alone on its line: the title is the next one.
      guard style.isNamed, style != .article, let next = titleLine(after: index) else { return nil }
      return heading(
        .numbered(style), label, title: lines[next].span, at: index, lastLine: next)
    }
    if style.isNamed, !label.isParted, let next = run[label.end],
      "的，。、；和与至及中所规（(".unicodeScalars.contains(next)
    {
      return nil
    }
    let line = lines[index]
    let stop = run.firstIndex(of: "。", from: label.end)
    if let glued = gluedEnd(label, style, run, stop: stop, line) {
      return runIn(label, style, run, stop: glued, line, index, keepsMark: false)
    }
    if let colon = colon(run, from: label.end, to: stop ?? run.count, style),
      run.starts[run.skipBlanks(colon + 1)] < line.span.end
    {
      return runIn(label, style, run, stop: colon, line, index)
    }
    if let stop {
      let length = stop - label.end
      guard length > 0, length <= Self.longestRunIn else { return nil }
      let inside = run.scalars[label.end..<stop]
      let isWhole = stop + 1 >= run.count
      guard !inside.contains(where: { "；;：？！".unicodeScalars.contains($0) }) || style == .number
      else { return nil }
      if isWhole {
        guard line.span.end == run.starts[run.count] else { return nil }
        let isPlain =
          length <= 25 && !inside.contains(where: { "，,；".unicodeScalars.contains($0) })
        guard isPlain || (style < .number && !style.isNamed && leadsText(index, style)) else {
          return nil
        }
      }
      return runIn(label, style, run, stop: stop, line, index)
    }
    if let parted = wideBlank(run, from: label.end) {
      return runIn(label, style, run, stop: parted, line, index, keepsMark: false)
    }
    let length = run.count - label.end
    guard length <= Self.longestTitle, line.span.end == run.starts[run.count] else { return nil }
    guard !line.endsSentence, !"，、,".unicodeScalars.contains(line.last) else { return nil }
    var end = run.count
    if run.scalars[end - 1] == "：" || run.scalars[end - 1] == ":" { end -= 1 }
    guard end > label.end else { return nil }
    if let tail = tail(of: index, style) {
      return heading(
        .numbered(style), label, title: run.span(label.end..<end), at: index, lastLine: tail)
    }
    if layout.isWrapped, !style.isNamed, !style.isDotted, isFull(line), index + 1 < lines.count,
      lines[index + 1].gap <= layout.commonGap, !lines[index + 1].startsPage,
      !(layout.usesIndents && lines[index + 1].indent >= 6)
    {
      return wrappedRunIn(label, style, run, at: index)
    }
    return heading(
      .numbered(style), label, title: run.span(label.end..<end), at: index, lastLine: index)
  }

  /// Where the title of 第一节… ends that runs into its text without a mark.
  private func gluedEnd(
    _ label: PrintedLabel, _ style: NumberingStyle, _ run: CharacterRun, stop: Int?,
    _ line: TextLine
  ) -> Int? {
    guard style.isNamed, style != .article, wideBlank(run, from: label.end) == nil else {
      return nil
    }
    let length = (stop ?? run.count) - label.end
    let isLong = length > Self.longestTitle || run.starts[run.count] < line.span.end
    guard
      isLong || (stop != nil && length > Self.longestRunIn)
        || (line.isSentence && length > Self.longestRunIn * 5 / 8)
    else { return nil }
    return GluedTitle.end(run, from: label.end)
  }

  /// A run-in heading by colon: 1. 建设目标：…; only for the innermost styles.
  private func colon(
    _ run: CharacterRun, from start: Int, to end: Int, _ style: NumberingStyle
  ) -> Int? {
    guard style >= .number else { return nil }
    for index in start..<min(end, start + 20) {
      guard let scalar = run[index] else { return nil }
      if scalar == "：" || scalar == ":" { return index > start ? index : nil }
      if "，、；,".unicodeScalars.contains(scalar) { return nil }
    }
    return nil
  }

  /// Two ideographic blanks or more behind the title, as where a converter lost a line end.
  private func wideBlank(_ run: CharacterRun, from start: Int) -> Int? {
    for index in start + 1..<max(start + 1, min(run.count - 8, start + Self.longestRunIn))
    where run[index] == "\u{3000}" && run[index + 1] == "\u{3000}" {
      return index
    }
    return nil
  }

  private func runIn(
    _ label: PrintedLabel, _ style: NumberingStyle, _ run: CharacterRun, stop: Int,
    _ line: TextLine,
    _ index: Int, keepsMark: Bool = true
  ) -> OutlineHeading? {
    let restStart = run.skipBlanks(stop + (keepsMark ? 1 : 0))
    var heading = OutlineHeading(
      kind: .numbered(style), number: label.number, label: label.text,
      title: MendedText(trimmed(run, label.end..<stop), of: source),
      text: MendedText(
        TextSpan(line.span.start, run.starts[keepsMark ? stop + 1 : stop]), of: source),
      lastLine: index, rest: nil)
    if run.starts[restStart] < line.span.end {
      heading.rest = TextSpan(run.starts[restStart], line.span.end)
    }
    return heading
  }

  /// A heading that fills its line and whose title ends on the next.
  private func wrappedRunIn(
    _ label: PrintedLabel, _ style: NumberingStyle, _ run: CharacterRun, at index: Int
  ) -> OutlineHeading? {
    let next = lines[index + 1]
    let more = CharacterRun(next.span, of: source, limit: Self.longestRunIn)
    guard let stop = more.firstIndex(of: "。", from: 0),
      stop + run.count - label.end <= Self.longestRunIn,
      !more.scalars[..<stop].contains(where: { "；：".unicodeScalars.contains($0) })
    else { return nil }
    var title = MendedText(run.span(label.end..<run.count), of: source)
    title.append(more.span(0..<stop), of: source)
    var text = MendedText(lines[index].span, of: source)
    text.append(more.span(0..<stop + 1), of: source)
    let rest = TextSpan(more.starts[stop + 1], next.span.end)
    return OutlineHeading(
      kind: .numbered(style), number: label.number, label: label.text, title: title, text: text,
      lastLine: index + 1, rest: rest.isEmpty ? nil : rest)
  }

  private func beside(
    _ label: PrintedLabel, _ kind: OutlineHeading.Kind, _ run: CharacterRun, at index: Int
  ) -> OutlineHeading? {
    let line = lines[index]
    guard label.end < run.count else {
      if kind == .appendix, label.number == nil { return attachment(label, run, at: index) }
      guard label.number != nil || kind == .box, kind != .figure else { return nil }
      if let next = titleLine(after: index) {
        return heading(kind, label, title: lines[next].span, at: index, lastLine: next)
      }
      return heading(kind, label, title: nil, at: index, lastLine: index)
    }
    guard label.isParted, !line.endsSentence, run.count - label.end <= Self.longestTitle,
      line.span.end == run.starts[run.count],
      !run.scalars[label.end...].contains(where: { "。；".unicodeScalars.contains($0) })
    else { return nil }
    if kind == .appendix {
      // 附件：1．… is a list of what is attached, not its heading.
      guard label.number != nil || run[label.end]?.digit == nil else { return nil }
    }
    return heading(
      kind, label, title: run.span(label.end..<run.count), at: index,
      lastLine: tail(of: index, .part) ?? index)
  }

  /// Whether a title is that of a list of explained words.
  private func explains(_ title: TextSpan) -> Bool {
    let text = source.string(title)
    return OutlineWords.glossaryEndings.contains { text.hasSuffix($0) }
  }

  /// 附件 alone on its line, with the title of what is attached below it.
  private func attachment(
    _ label: PrintedLabel, _ run: CharacterRun, at index: Int
  ) -> OutlineHeading? {
    guard run.count == label.text.unicodeScalars.count, let next = titleLine(after: index) else {
      return nil
    }
    return heading(.appendix, label, title: lines[next].span, at: index, lastLine: next)
  }

  /// The heading of these lines; an annex that explains words is a glossary.
  private func heading(
    _ kind: OutlineHeading.Kind, _ label: PrintedLabel, title: TextSpan?, at index: Int,
    lastLine: Int
  ) -> OutlineHeading {
    var text = MendedText(lines[index].span, of: source)
    var mended = MendedText()
    if let title { mended.append(title, of: source) }
    let joiner = LineJoiner(source: source)
    for next in lines[index + 1..<max(index + 1, lastLine + 1)] {
      if title != next.span { joiner.append(next.span, to: &mended) }
      joiner.append(next.span, to: &text)
    }
    let isGlossary = kind == .appendix && title.map(explains) ?? false
    return OutlineHeading(
      kind: isGlossary ? .glossary : kind, number: label.number, label: label.text,
      title: mended, text: text,
      lastLine: lastLine, rest: nil)
  }

  /// The line with the title of a label that stands alone.
  private func titleLine(after index: Int) -> Int? {
    guard index + 1 < lines.count else { return nil }
    let next = lines[index + 1]
    guard !next.endsSentence, next.width <= Self.longestTitle * 4, !beginsLabel(next)
    else { return nil }
    return index + 1
  }

  /// The last line of a title whose brackets stand on lines of their own: 关于《, 纲要, 》的说明.
  private func closing(of index: Int) -> Int? {
    guard lines[index].last.opens else { return nil }
    for next in index + 1..<min(lines.count, index + 4) {
      guard lines[next].gap == 0, lines[next].width <= 160 else { return nil }
      if lines[next].first.closes, !lines[next].last.opens { return next }
    }
    return nil
  }

  /// The last line of a title that fills its line and goes on; nil where it does not.
  private func tail(of index: Int, _ style: NumberingStyle) -> Int? {
    if let closed = closing(of: index) { return closed }
    guard layout.isWrapped, isFull(lines[index]), index + 1 < lines.count else { return nil }
    let next = lines[index + 1]
    guard next.gap <= layout.commonGap, !next.startsPage, !next.endsSentence,
      next.width < layout.fullWidth - 20, !beginsLabel(next),
      index + 2 >= lines.count || lines[index + 2].gap >= next.gap, !isTableHead(index + 1)
    else { return nil }
    return index + 1
  }

  /// Whether the heads of a table's columns begin with a line, one a line.
  private func isTableHead(_ index: Int) -> Bool {
    guard index + 1 < lines.count, TableColumn.mayBeginHead(lines[index].first),
      lines[index].width <= 48, lines[index + 1].width <= 48
    else { return false }
    return TableColumn.isHeadWord(source.string(lines[index].span))
      && TableColumn.isHeadWord(source.string(lines[index + 1].span))
  }

  /// Whether what follows a line belongs below it: neither the next of its kind nor the rest of
  /// its own paragraph.
  private func leadsText(_ index: Int, _ style: NumberingStyle) -> Bool {
    guard index + 1 < lines.count, !layout.isWrapped || !isFull(lines[index]) else { return false }
    let next = lines[index + 1]
    guard LabelReader.mayBegin(next.first),
      let label = LabelReader.read(CharacterRun(next.span, of: source, limit: 16))
    else { return true }
    return label.kind != .numbered(style)
  }

  private func beginsLabel(_ line: TextLine) -> Bool {
    LabelReader.mayBegin(line.first)
      && LabelReader.read(CharacterRun(line.span, of: source, limit: 16)) != nil
  }

  private func isFull(_ line: TextLine) -> Bool { line.width >= layout.fullWidth - 8 }

  private func trimmed(_ run: CharacterRun, _ range: Range<Int>) -> TextSpan {
    var end = range.upperBound
    while end > range.lowerBound, run.scalars[end - 1].isBlank { end -= 1 }
    return run.span(range.lowerBound..<end)
  }
}
