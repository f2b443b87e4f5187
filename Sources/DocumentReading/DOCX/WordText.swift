/// Reads the body of a Word file, or its notes, as events.
final class WordText: WordHandler {
  /// What is being written: the body, or a text box within it.
  struct Frame {
    var events = MarkupEvents()
    var paragraph: WordParagraph?
    var tables: [WordTable] = []
    var fields: [WordField] = []
  }

  /// Takes what is complete: whole paragraphs and tables of the body.
  var flush: (inout MarkupEvents) -> Void = { _ in }
  /// Takes back the page of a section that goes on with the page before.
  var joinPage: (Int32) -> Void = { _ in }

  private let styles: WordStyles
  private let numbering: WordNumbering
  private let notes: WordNotes
  private let isNotes: Bool
  private var counter: WordCounter
  private var resolved: [String: WordStyles.Resolved] = [:]

  var frames = [Frame()]
  private var inParagraphProperties = false
  private var inRowProperties = false
  private var inRun = false
  private var isHidden = false
  private var isRaised = false
  /// The text of one `w:t`.
  private var piece: [UInt8] = []
  private var isCollecting = false
  private var keepsBlanks = false
  private var instruction: [UInt8]?
  /// For each content control whether it holds the table of contents.
  private var controls: [Bool] = []
  private var section: Int32 = 1
  private var sectionKind: WordParagraph.Section?
  private var footnotes: [Int] = []
  private var endnotes: [Int] = []
  private var contentsLines = 0

  /// Whether text has come since the last page break.
  private var isAtPageStart = false
  private(set) var hasRenderedBreaks = false
  private(set) var explicitBreaks = 0
  private(set) var deletions = 0
  private(set) var embedded = 0
  /// The notes of a part of notes, by number.
  private(set) var result = WordNotes.Part()
  private var note: Int?

  /// Paragraphs of a table of contents, at most: one whose end was lost is none.
  static let longestContents = 1_000

  init(styles: WordStyles, numbering: WordNumbering, notes: WordNotes?) {
    self.styles = styles
    self.numbering = numbering
    self.notes = notes ?? WordNotes()
    isNotes = notes == nil
    counter = WordCounter(numbering: numbering, styles: styles)
  }

  var top: Int { frames.count - 1 }

  private var isMuted: Bool {
    frames.contains { $0.tables.contains { $0.isInCell && $0.cell.isMuted } }
  }

  // MARK: Elements

  override func begin(_ element: WordElement, _ attributes: borrowing MarkupAttributes) -> Way {
    switch element {
    case .p: beginParagraph()
    case .pPr: inParagraphProperties = true
    case .r: beginRun()
    case .t, .mathText:
      isCollecting = true
      keepsBlanks = element == .mathText || attributes.value("space") == "preserve"
      piece.removeAll(keepingCapacity: true)
    case .instrText: instruction = []
    case .tab, .ptab: if !inParagraphProperties { write("\t") }
    case .br: lineBreak(attributes.value("type"))
    case .cr: lineBreak(nil)
    case .noBreakHyphen: write("-")
    case .sym: symbol(attributes)
    case .lastRenderedPageBreak: renderedBreak()
    case .fldChar: field(attributes.value("fldCharType"))
    case .fldSimple:
      frames[top].fields.append(
        WordField(instruction: attributes.value("instr") ?? "", isInResult: true))
    case .footnoteReference: if let id = attributes.integer("id") { footnotes.append(id) }
    case .endnoteReference: if let id = attributes.integer("id") { endnotes.append(id) }
    case .footnote, .endnote:
      note =
        ["separator", "continuationSeparator", "continuationNotice"].contains(
          attributes.value("type") ?? "") ? nil : attributes.integer("id")
    case .txbxContent: frames.append(Frame())
    case .tbl: beginTable()
    case .tr: beginRow()
    case .trPr: inRowProperties = true
    case .tc: beginCell()
    case .sdt: controls.append(false)
    case .docPartGallery:
      if attributes.value("val")?.lowercased() == "table of contents", !controls.isEmpty {
        controls[controls.count - 1] = true
      }
    case .sectPr: sectionKind = .page
    case .type:
      if sectionKind != nil, attributes.value("val") == "continuous" { sectionKind = .continuous }
    case .altChunk: embedded += 1
    case .del, .moveFrom: return deleted()
    case .mathDenominator: write("/")
    case .mathSuperscript: isRaised = true
    default: property(element, attributes)
    }
    return .read
  }

  override func end(_ element: WordElement) {
    switch element {
    case .p: endParagraph()
    case .pPr: inParagraphProperties = false
    case .r: inRun = false
    case .t, .mathText:
      isCollecting = false
      endPiece()
    case .instrText: endInstruction()
    case .fldSimple: _ = frames[top].fields.popLast()
    case .txbxContent: endBox()
    case .tbl: endTable()
    case .tr: endRow()
    case .trPr: inRowProperties = false
    case .tc: endCell()
    case .sdt: _ = controls.popLast()
    case .sectPr: endSection()
    case .footnote, .endnote: endNote()
    case .body: endBody()
    case .mathSuperscript: isRaised = false
    default: break
    }
  }

  override func characters(_ bytes: Span<UInt8>) {
    if isCollecting {
      for index in bytes.indices { piece.append(bytes[index]) }
    } else if instruction != nil, (instruction?.count ?? 0) < 1_000 {
      for index in bytes.indices { instruction?.append(bytes[index]) }
    }
  }

  // MARK: Properties

  private func property(_ element: WordElement, _ attributes: borrowing MarkupAttributes) {
    switch element {
    case .pStyle: frames[top].paragraph?.style = attributes.value("val")
    case .numId where inParagraphProperties:
      frames[top].paragraph?.numbering = attributes.integer("val")
    case .ilvl where inParagraphProperties:
      frames[top].paragraph?.level = attributes.integer("val")
    case .outlineLvl: frames[top].paragraph?.outlineLevel = attributes.integer("val")
    case .pageBreakBefore:
      if attributes.isOn, !isAtPageStart, top == 0 { pageBreak() }
    case .vanish: if inRun { isHidden = attributes.isOn }
    case .vertAlign: if inRun { isRaised = attributes.value("val") == "superscript" }
    default: tableProperty(element, attributes)
    }
  }

  /// In the properties of a mark the element is empty and says that the mark was deleted.
  private func deleted() -> Way {
    if inParagraphProperties {
      frames[top].paragraph?.isJoined = true
      return .read
    }
    if inRowProperties, let table = frames[top].tables.indices.last {
      frames[top].tables[table].isRowDeleted = true
      return .read
    }
    deletions += 1
    return .skip
  }

  private func beginRun() {
    inRun = true
    isHidden = false
    isRaised = false
  }

  // MARK: Text

  private func endPiece() {
    var bytes = piece
    for index in bytes.indices where bytes[index] == 0x0A || bytes[index] == 0x0D {
      bytes[index] = 0x20
    }
    if !keepsBlanks {
      while bytes.last == 0x20 || bytes.last == 0x09 { bytes.removeLast() }
      bytes = Array(bytes.drop { $0 == 0x20 || $0 == 0x09 })
    }
    if isRaised, let raised = Superscript.digits(bytes.span) { return write(raised) }
    write(bytes)
  }

  func write(_ text: String) { write(Array(text.utf8)) }

  private func write(_ bytes: [UInt8]) {
    guard !bytes.isEmpty, !isHidden, !isMuted, frames[top].fields.allSatisfy(\.isInResult) else {
      return
    }
    guard frames[top].paragraph != nil else { return }
    let hasText = bytes.contains { $0 > 0x20 }
    if hasText { beginBlock() }
    frames[top].events.append(bytes.span)
    if hasText, top == 0 { isAtPageStart = false }
  }

  private func symbol(_ attributes: borrowing MarkupAttributes) {
    guard let code = attributes.value("char"),
      let text = WordSymbols.text(font: attributes.value("font") ?? "", code: code)
    else { return }
    write(text)
  }

  private func lineBreak(_ type: String?) {
    if type == "page" {
      guard top == 0, !isHidden, !isMuted else { return }
      explicitBreaks += 1
      frames[top].events.append(.lineBreak)
      pageBreak()
    } else if !isMuted {
      frames[top].events.append(.lineBreak)
    }
  }

  private func pageBreak() {
    frames[top].events.append(.page(section: 0))
    isAtPageStart = true
  }

  private func renderedBreak() {
    hasRenderedBreaks = true
    guard top == 0, !isMuted, !isAtPageStart else { return }
    if let table = frames[top].tables.indices.first {
      frames[top].tables[table].cell.pages += 1
      guard frames[top].tables[table].cell.pages > frames[top].tables[table].pages else { return }
      frames[top].tables[table].pages += 1
    }
    pageBreak()
  }

  // MARK: Fields

  private func field(_ type: String?) {
    switch type {
    case "begin": frames[top].fields.append(WordField())
    case "separate":
      if let last = frames[top].fields.indices.last { frames[top].fields[last].isInResult = true }
    case "end":
      guard let field = frames[top].fields.popLast() else { return }
      if !field.isInResult, let number = field.drawnNumber { write(number) }
    default: break
    }
  }

  private func endInstruction() {
    if let last = frames[top].fields.indices.last, let instruction {
      frames[top].fields[last].instruction += String(decoding: instruction, as: UTF8.self)
    }
    instruction = nil
  }

  // MARK: Paragraphs

  private func beginParagraph() {
    beginCellBlock()
    if frames[top].paragraph?.isJoined == true {
      frames[top].paragraph?.isJoined = false
      return
    }
    frames[top].paragraph = WordParagraph()
  }

  private func style(_ id: String?) -> WordStyles.Resolved {
    let key = id ?? ""
    if let known = resolved[key] { return known }
    let style = styles.resolve(id)
    resolved[key] = style
    return style
  }

  /// Counts the paragraph's number, once.
  private func count() {
    guard var paragraph = frames[top].paragraph, !paragraph.isCounted else { return }
    let style = style(paragraph.style)
    paragraph.isCounted = true
    paragraph.role = role(of: paragraph, style)
    var number = paragraph.numbering
    var level = paragraph.level
    if number == nil, let styled = style.numbering {
      number = styled
      level =
        level
        ?? style.numberingStyle.flatMap {
          numbering.level(ofStyle: $0, in: styled, styles: styles)
        } ?? style.level
    }
    if let number, number != 0 {
      switch counter.label(instance: number, level: level ?? 0) {
      case .number(let text): paragraph.label = text
      case .bullet: if paragraph.role == .paragraph { paragraph.role = .listItem }
      case nil: break
      }
    }
    frames[top].paragraph = paragraph
  }

  private func role(
    of paragraph: WordParagraph, _ style: WordStyles.Resolved
  ) -> MarkupEvents.Role {
    if isNotes { return .footnote }
    let isListed =
      style.isContents || controls.contains(true)
      || frames[0].fields.contains { $0.name.uppercased() == "TOC" }
    let depth = paragraph.outlineLevel.map { $0 < 9 ? $0 + 1 : nil } ?? style.headingDepth
    if isListed, style.isContents || depth == nil, contentsLines < Self.longestContents {
      contentsLines += 1
      return .contents
    }
    if let depth { return .heading(UInt8(min(9, max(1, depth)))) }
    return style.isCaption ? .caption : .paragraph
  }

  private func beginBlock() {
    guard frames[top].paragraph?.hasBegun == false else { return }
    count()
    guard let paragraph = frames[top].paragraph else { return }
    frames[top].paragraph?.hasBegun = true
    frames[top].events.append(.begin(paragraph.role))
    if let label = paragraph.label { frames[top].events.append(label) }
  }

  private func endParagraph() {
    frames[top].fields.removeAll { !$0.isInResult }
    if frames[top].paragraph?.isJoined == true { return }
    count()
    guard let paragraph = frames[top].paragraph else { return }
    frames[top].paragraph = nil
    frames[top].events.append(.end)
    if !isMuted { frames[top].events.append(paragraph.boxes) }
    appendNotes()
    if let section = paragraph.section, top == 0 {
      complete()
      if section == .continuous { joinPage(self.section) }
      self.section += 1
      frames[top].events.append(.page(section: self.section))
      isAtPageStart = true
    }
    complete()
  }

  /// Hands on what is complete.
  func complete() {
    guard top == 0, frames[0].tables.isEmpty, !isNotes else { return }
    flush(&frames[0].events)
    frames[0].events.removeAll()
  }

  private func endSection() {
    guard top == 0 else { return }
    if inParagraphProperties {
      frames[top].paragraph?.section = sectionKind
    } else if sectionKind == .continuous {
      complete()
      joinPage(section)
    }
    sectionKind = nil
  }

  private func endBox() {
    guard frames.count > 1 else { return }
    let box = frames.removeLast()
    if frames[top].paragraph != nil {
      frames[top].paragraph?.boxes.append(box.events)
    } else if !isMuted {
      frames[top].events.append(box.events)
    }
  }

  // MARK: Notes

  /// Puts the notes of what was written below it; those of a table below the table.
  func appendNotes() {
    guard top == 0, frames[0].tables.isEmpty else { return }
    for id in footnotes {
      if let text = notes.footnotes[id] { frames[0].events.append(text) }
    }
    footnotes.removeAll()
  }

  private func endNote() {
    if let note, isNotes { result[note] = frames[0].events }
    note = nil
    frames = [Frame()]
  }

  private func endBody() {
    if frames[0].paragraph != nil {
      frames[0].paragraph?.isJoined = false
      endParagraph()
    }
    for id in endnotes {
      if let text = notes.endnotes[id] { frames[0].events.append(text) }
    }
    endnotes.removeAll()
    complete()
  }
}

/// The notes of a Word file, by number.
struct WordNotes {
  typealias Part = [Int: MarkupEvents]

  var footnotes: Part = [:]
  var endnotes: Part = [:]
}
