import PlanDocument

extension OutlineWalk {
  /// Takes a line of text, or the rest of one behind a run-in heading.
  mutating func takeText(_ index: Int, _ span: TextSpan) {
    let line = lines[index]
    let entry = span == line.span ? listEntry(at: index) : .none
    if line.first == "注" || line.first == "附" { beginNotes(line) }
    defer {
      contentEnd = span.end
      lastLine = index
      isCut = false
    }
    let goesOn = entry == .none && continues(line, at: index)
    if !goesOn, stack.boxIndex != nil, boxHasBullets, entry == .none { leaveBox() }
    if goesOn || resumes(entry, line) {
      append(span, at: index)
      return
    }
    if entry == .none { leaveList() }
    stack.countParagraph()
    suspended = stack.boxIndex == nil ? nil : suspended
    addPassage(
      stack.boxIndex == nil ? .paragraph : .box, MendedText(span, of: source),
      division: stack.top?.division, isListItem: entry != .none)
    open = OpenParagraph(
      passage: outline.passages.count - 1, lastLine: index, lineCount: span == line.span ? 1 : 2)
  }

  private mutating func append(_ span: TextSpan, at index: Int) {
    guard let paragraph = open else { return }
    LineJoiner(source: source).append(span, to: &outline.passages[paragraph.passage].text)
    open = OpenParagraph(
      passage: paragraph.passage, lastLine: index, lineCount: paragraph.lineCount + 1)
  }

  private func continues(_ line: TextLine, at index: Int) -> Bool {
    guard let paragraph = open, paragraph.lastLine < index || lastLine == index else {
      return false
    }
    guard paragraph.lastLine < index else { return false }
    let before = lines[paragraph.lastLine]
    return joiner.joins(
      line, to: before, beforeIsFirst: paragraph.lineCount == 1 && stack.boxIndex == nil,
      fullWidth: stack.boxIndex == nil ? layout.fullWidth : boxWidth,
      isCut: isCut || line.number - before.number > line.gap + 1)
  }

  /// Whether the line goes on with what a box, table or figure interrupted; then it is open again.
  private mutating func resumes(_ entry: ListEntry, _ line: TextLine) -> Bool {
    guard stack.boxIndex == nil, let paragraph = suspended else { return false }
    suspended = nil
    guard entry == .none, !(layout.usesIndents && line.indent >= 6) else { return false }
    open = paragraph
    return true
  }

  /// 注：1.… begins the numbered notes of a table, 附件：1.… a list of what is attached.
  private mutating func beginNotes(_ line: TextLine) {
    let run = CharacterRun(line.span, of: source, limit: 8)
    guard let mark = run.scalars.prefix(4).firstIndex(where: { $0 == "：" || $0 == ":" }) else {
      return
    }
    noteNumber = ChineseNumeral.any(run, at: mark + 1)?.value
  }

  /// Behind the last of several numbered paragraphs the text belongs to the unit around them.
  mutating func leaveList() {
    if stack.isListDone { closeDivisions(to: stack.entries.count - 1) }
  }

  private mutating func leaveBox() {
    guard let box = stack.boxIndex else { return }
    closeDivisions(to: box)
    open = nil
    boxHasBullets = false
  }

  /// How a line begins that is an entry of a list.
  enum ListEntry: Equatable {
    case none
    case bullet
    case number
  }

  func listEntry(at index: Int) -> ListEntry {
    let line = lines[index]
    if case .listItem = line.role { return .bullet }
    guard !line.first.isHan || LabelReader.mayBegin(line.first) else { return .none }
    let run = CharacterRun(line.span, of: source, limit: 12)
    if OutlineWords.bullets.contains(where: { run.has($0, at: 0) }) {
      return line.first.value >= 0x2500 || standsAlone(index) ? .bullet : .none
    }
    guard LabelReader.mayBegin(line.first), standsAlone(index), let label = LabelReader.read(run),
      case .numbered(let style) = label.kind, !style.isNamed, style != .dottedOne
    else { return .none }
    return .number
  }

  /// Learns how the lines below a box's heading are set.
  mutating func measureBox(after index: Int) {
    boxWidth = layout.fullWidth
    boxHasBullets = false
    guard index + 1 < lines.count else { return }
    boxHasBullets = listEntry(at: index + 1) == .bullet
    var widths: [Int] = []
    for line in lines[(index + 1)...].prefix(12) {
      if LabelReader.mayBegin(line.first), line.width < 120, !line.endsSentence { break }
      if line.width < layout.fullWidth * 2 { widths.append(line.width) }
    }
    boxWidth = max(layout.fullWidth * 3 / 4, widths.max() ?? layout.fullWidth)
  }

  /// Finds the plan's own title in its first lines and takes it; returns the next line.
  mutating func takeTitle() -> Int {
    guard let title = TitleFinder(source: source, lines: lines, headings: headings).title() else {
      return 0
    }
    for index in 0..<title.lowerBound { takeText(index, lines[index].span) }
    var text = MendedText()
    let joiner = LineJoiner(source: source)
    for index in title { joiner.append(lines[index].span, to: &text) }
    outline.title = text
    addPassage(.heading, text, division: nil)
    contentEnd = lines[title.upperBound - 1].span.end
    lastLine = title.upperBound - 1
    open = nil
    return title.upperBound
  }
}
