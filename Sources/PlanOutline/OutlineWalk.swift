import PlanDocument

/// Walks through the lines of a text once and builds its outline.
struct OutlineWalk {
  let source: SourceText
  let lines: [TextLine]
  let layout: TextLayout
  let headings: HeadingReader
  let survey: HeadingSurvey
  let tables: TextTableReader
  let markupTables: [MarkupTables.Found]
  let joiner: ParagraphJoiner

  var outline = Outline()
  var stack: DivisionStack
  /// The numbering styles of units outside boxes, and whether a unit stands in a box.
  var styles: [NumberingStyle?] = []
  var isBoxed: [Bool] = []
  /// The paragraph in the making: its passage and its last line.
  var open: OpenParagraph?
  /// A paragraph that a box, table or figure interrupts.
  var suspended: OpenParagraph?
  /// Width of a full line in the open box, and whether its paragraphs are bullets.
  var boxWidth = 0
  var boxHasBullets = false
  /// Whether the last box, table or figure was followed by no text yet.
  var isCut = false
  /// The last number of the notes below a table (注：1.… 2.…), whose entries are no headings.
  var noteNumber: Int?
  /// End of the last text.
  var contentEnd = 0
  /// The last line that was taken.
  var lastLine: Int?

  struct OpenParagraph {
    var passage: Int
    var lastLine: Int
    var lineCount: Int
  }

  init(source: SourceText, lines: [TextLine]) {
    self.source = source
    self.lines = lines
    layout = TextLayout(lines)
    headings = HeadingReader(source: source, lines: lines, layout: layout)
    survey = HeadingSurvey(headings)
    stack = DivisionStack(order: survey.order, countsOn: survey.countsOn)
    tables = TextTableReader(source: source, lines: lines, layout: layout)
    markupTables = MarkupTables(source: source).tables()
    joiner = ParagraphJoiner(layout: layout)
  }

  mutating func run() {
    var index = takeTitle()
    while index < lines.count {
      index = take(index)
    }
    closeDivisions(to: 0)
    let kept = ListDemoter(
      styles: styles, isSentences: lines.contains(where: \.isSentence)
    ).apply(to: &outline)
    styles = zip(styles, kept).filter(\.1).map(\.0)
    isBoxed = zip(isBoxed, kept).filter(\.1).map(\.0)
    LevelMapper(styles: styles, isBoxed: isBoxed, order: survey.order).apply(to: &outline)
  }

  /// Takes the line and those that belong to it; returns the next.
  private mutating func take(_ index: Int) -> Int {
    if lines[index].isCell, let next = takeMarkupTable(at: index) { return next }
    if tables.beginsHead(at: index), let next = takeTextTable(at: index, caption: nil) {
      return next
    }
    if let heading = heading(at: index) {
      if let next = takeHeading(heading, at: index) { return next }
    }
    takeText(index, lines[index].span)
    return index + 1
  }

  /// A heading that begins with the line, whether or not it fits in.
  private func heading(at index: Int) -> OutlineHeading? {
    if let labelled = survey.candidates[index] { return labelled }
    guard standsAlone(index) else { return nil }
    return headings.unlabelled(at: index) ?? caption(at: index)
  }

  /// A short line above a table.
  private func caption(at index: Int) -> OutlineHeading? {
    let line = lines[index]
    guard index + 1 < lines.count, !line.endsSentence, line.width <= 200,
      !"：，、".unicodeScalars.contains(line.last), !"（(".unicodeScalars.contains(line.first)
    else { return nil }
    guard !line.isCell, lines[index + 1].isCell || tables.beginsHead(at: index + 1) else {
      return nil
    }
    let title = MendedText(line.span, of: source)
    return OutlineHeading(
      kind: .table, number: nil, label: "", title: title, text: title, lastLine: index, rest: nil)
  }

  /// Whether the line before has ended its paragraph, so that this one can be a heading.
  func standsAlone(_ index: Int) -> Bool {
    guard index > 0, lastLine == index - 1 else { return true }
    let before = lines[index - 1]
    guard open != nil else { return true }
    return before.endsSentence || !layout.isWrapped || before.width < layout.fullWidth * 3 / 5
      || lines[index].role != nil || (layout.usesIndents && lines[index].indent >= 6)
  }

  private mutating func takeHeading(_ heading: OutlineHeading, at index: Int) -> Int? {
    switch heading.kind {
    case .numbered(let style):
      guard let place = place(style, heading, at: index) else { return nil }
      warnOfGap(style, heading, place)
      let eldersAreSingle = stack.hasSingleElders(place)
      closeDivisions(to: place.depth)
      suspended = nil
      begin(
        heading, style: style, isFirst: place.elder == nil, eldersAreSingle: eldersAreSingle)
    case .box:
      interrupt()
      if let box = stack.boxIndex { closeDivisions(to: box) }
      leaveList()
      begin(heading, style: nil)
      measureBox(after: heading.lastLine)
    case .figure, .table:
      interrupt()
      if let box = stack.boxIndex { closeDivisions(to: box) }
      leaveList()
      let division = addDivision(heading, style: nil)
      addPassage(.caption, heading.text, division: division)
      outline.divisions[division].extent.end = heading.span.end
      contentEnd = heading.span.end
      isCut = true
      lastLine = heading.lastLine
      if heading.kind == .table, let next = takeTable(at: heading.lastLine + 1, caption: division) {
        return next
      }
    case .appendix, .glossary:
      guard standsAlone(index) else { return nil }
      if heading.kind == .appendix, !styles.contains(where: { $0 != nil }) { return nil }
      closeDivisions(to: 0)
      suspended = nil
      begin(heading, style: nil)
    }
    lastLine = heading.lastLine
    if let rest = heading.rest { takeText(heading.lastLine, rest) }
    return heading.lastLine + 1
  }

  /// Where a numbered heading stands; nil for one that is none.
  private mutating func place(
    _ style: NumberingStyle, _ heading: OutlineHeading, at index: Int
  ) -> DivisionStack.Place? {
    guard !stack.isInGlossary, let number = heading.number else { return nil }
    if style == .number, let note = noteNumber, (note + 1...note + 9).contains(number) {
      noteNumber = number
      return nil
    }
    let alone = standsAlone(index)
    guard alone || (style.isNamed && heading.rest == nil) else { return nil }
    let isCertain = style.isNamed && style != .article && heading.rest == nil
    let mayJump = alone && heading.rest == nil && survey.hasSequel(index)
    return stack.place(style, number: number, isCertain: isCertain, mayJump: mayJump)
  }

  /// Opens a unit with its heading.
  private mutating func begin(
    _ heading: OutlineHeading, style: NumberingStyle?, isFirst: Bool = true,
    eldersAreSingle: Bool = false
  ) {
    let division = addDivision(heading, style: style)
    stack.push(
      DivisionStack.Entry(
        style: style, kind: heading.kind, number: heading.number ?? 0, division: division,
        isRunIn: heading.rest != nil, isFirst: isFirst, eldersAreSingle: eldersAreSingle))
    addPassage(heading.kind == .box ? .box : .heading, heading.text, division: division)
    contentEnd = heading.span.end
    open = nil
    isCut = false
    noteNumber = nil
  }

  private mutating func addDivision(_ heading: OutlineHeading, style: NumberingStyle?) -> Int {
    let level: DivisionLevel =
      switch heading.kind {
      case .numbered: .item
      case .box: .box
      case .table: .table
      case .figure: .figure
      case .appendix: .appendix
      case .glossary: .glossary
      }
    outline.divisions.append(
      Division(
        level: level, number: heading.number, label: heading.label, title: heading.title,
        parent: stack.top?.division, heading: heading.span, extent: heading.span))
    styles.append(style)
    isBoxed.append(stack.boxIndex != nil && heading.kind != .box)
    return outline.divisions.count - 1
  }

  mutating func addPassage(
    _ kind: PassageKind, _ text: MendedText, division: Int?, row: TableRowPlace? = nil,
    isListItem: Bool = false
  ) {
    outline.passages.append(
      Passage(kind: kind, text: text, division: division, row: row, isListItem: isListItem))
  }

  mutating func closeDivisions(to depth: Int) {
    for entry in stack.close(to: depth) {
      let start = outline.divisions[entry.division].heading.end
      outline.divisions[entry.division].extent.end = max(start, contentEnd)
    }
  }

  /// A box, table or figure begins: what was being written may go on behind it.
  mutating func interrupt() {
    defer { open = nil }
    guard let paragraph = open else { return }
    let line = lines[paragraph.lastLine]
    let isFull =
      layout.isWrapped ? line.width >= layout.fullWidth - 16 : line.width >= 80
    let kind = outline.passages[paragraph.passage].kind
    suspended = !line.endsSentence && isFull && kind == .paragraph ? paragraph : nil
  }

  private mutating func warnOfGap(
    _ style: NumberingStyle, _ heading: OutlineHeading, _ place: DivisionStack.Place
  ) {
    guard let number = heading.number, let before = place.before, number > before + 1 else {
      return
    }
    let elder = place.elder.map { source.line(ofByte: outline.divisions[$0].heading.start) } ?? 0
    outline.warnings.append(
      .missingHeadings(
        first: NumberLabel.text(style, before + 1),
        last: number == before + 2 ? nil : NumberLabel.text(style, number - 1), afterLine: elder))
  }
}
