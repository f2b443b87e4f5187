import ByteAccess
import PlanDocument

/// Writes the text of a page, one block a line, and says what each stretch of it was.
///
/// Every format with markup ends here, so that tables and headings look the same to all later
/// stages. What is written can be asked for in pieces: `write` takes the events of some blocks,
/// `finish` gives the text of all of them.
struct MarkupTextWriter {
  /// Whether white space collapses as on a page, or is text as in a file of words.
  private let collapses: Bool

  private var bytes: [UInt8] = []
  private var blocks: [MarkupBlock] = []
  private var pages: [(start: PageStart, section: Int32)] = []
  /// The line in the making.
  private var line: [UInt8] = []
  private var pendingBlank = Blank.none
  private var role = MarkupBlock.Role.paragraph
  private var verbatim = 0
  private var grid: TableGrid?
  private var tables = 0
  private var cellStart: Int?
  /// Page breaks met and not yet written, with what they were for.
  private var pendingPages: [Int32] = []

  /// White space met and not yet written: a line end between two Han characters is none.
  private enum Blank { case none, blank, lineEnd }

  init(collapsesBlanks: Bool = true) { collapses = collapsesBlanks }

  static func text(of events: MarkupEvents) -> SourceText {
    var writer = MarkupTextWriter()
    writer.write(events)
    return writer.finish()
  }

  /// Makes room for a text whose length is about known. Room that nothing is written to takes no
  /// memory.
  mutating func reserve(bytes: Int, blocks: Int) {
    self.bytes.reserveLargePages(bytes)
    self.blocks.reserveLargePages(min(blocks, Self.mostReserved))
  }

  private static let mostReserved = 1 << 20

  /// Bytes written so far.
  var count: Int { bytes.count }

  /// Writes whole blocks; tables begin and end within them.
  mutating func write(_ list: MarkupEvents) {
    let shape = MarkupTableShape(list.events)
    let text = list.text.span
    var tableStack: [Bool] = []
    for (index, event) in list.events.enumerated() {
      switch event {
      case .begin(let role): beginBlock(role)
      case .end: endBlock()
      case .lineBreak: endLine()
      case .verbatim(let begins): verbatim = max(0, verbatim + (begins ? 1 : -1))
      case .page(let section): beginPage(section: section)
      case .beginTable:
        let isData = shape.dataTables.contains(index)
        tableStack.append(isData)
        endLine()
        if isData { beginTable() }
      case .endTable:
        endLine()
        if tableStack.popLast() == true { endTable() }
      case .beginHead:
        endLine()
        grid?.isInHead = true
      case .endHead:
        endBlock()
        grid?.isInHead = false
      case .beginRow(let isHeader):
        endLine()
        grid?.beginRow(isHeader: isHeader)
      case .skip(let columns): grid?.skip(columns: Int(columns))
      case .beginCell(let rows, let columns, let isHeader):
        beginCell(rows: Int(rows), columns: Int(columns), isHeader: isHeader)
      case .endCell: endCell()
      case .text(let start, let end):
        append(text.extracting(Int(start)..<Int(end)))
      }
    }
    endLine()
  }

  /// - Parameter pagesAreKnown: false where some page breaks of the document are not marked.
  consuming func finish(pagesAreKnown: Bool = true) -> SourceText {
    endLine()
    let starts = pagesAreKnown ? pages.map(\.start) : []
    return SourceText(bytes: bytes, pages: starts, blocks: blocks)
  }

  // MARK: Blocks

  mutating func beginBlock(_ role: MarkupEvents.Role?) {
    endLine()
    if let role { self.role = Self.role(role) }
  }

  mutating func endBlock() {
    endLine()
    role = .paragraph
  }

  private static func role(_ role: MarkupEvents.Role) -> MarkupBlock.Role {
    switch role {
    case .paragraph: .paragraph
    case .heading(let depth): .heading(depth: Int(depth))
    case .listItem: .listItem
    case .caption: .caption
    case .footnote: .footnote
    case .contents: .contents
    }
  }

  // MARK: Tables

  mutating func beginTable() {
    grid = TableGrid(table: tables)
    tables += 1
  }

  mutating func endTable() {
    grid = nil
    cellStart = nil
  }

  mutating func beginRow(isHeader: Bool = false) { grid?.beginRow(isHeader: isHeader) }

  mutating func beginCell(rows: Int, columns: Int, isHeader: Bool) {
    endLine()
    guard grid != nil else { return }
    grid?.beginCell(isHeader: isHeader, rowSpan: rows, columnSpan: columns)
    cellStart = bytes.count
  }

  mutating func endCell() {
    endBlock()
    if let place = grid?.endCell(), let start = cellStart, bytes.count > start {
      blocks.append(MarkupBlock(span: TextSpan(start, bytes.count - 1), role: .cell(place)))
    }
    cellStart = nil
  }

  // MARK: Pages

  /// What is written next stands on a new page.
  ///
  /// - Parameter section: the section that begins with it, from 1; 0 for another break.
  mutating func beginPage(section: Int32 = 0) { pendingPages.append(section) }

  /// Pages so far, 1 where nothing said where they begin.
  var pageCount: Int { max(1, pages.last?.start.number ?? 1) }

  /// Takes back the page that was begun for a section which turned out to go on with the page.
  mutating func joinPage(ofSection section: Int32) {
    pendingPages.removeAll { $0 == section }
    guard let index = pages.firstIndex(where: { $0.section == section }) else { return }
    pages.remove(at: index)
    for later in index..<pages.count { pages[later].start.number -= 1 }
  }

  private mutating func writePages() {
    guard !pendingPages.isEmpty else { return }
    if pages.isEmpty {
      // What was written so far is the first page.
      pages.append((PageStart(byte: 0, number: 1), 0))
    }
    // Without the indent, which is not written.
    let place = bytes.count + line.count - Self.indent(line.span)
    let number = (pages.last?.start.number ?? 0) + pendingPages.count
    if place == 0 {
      pages[0].start.number = number
    } else {
      pages.append((PageStart(byte: place, number: number), pendingPages.first { $0 > 0 } ?? 0))
    }
    pendingPages.removeAll()
  }

  // MARK: Text

  mutating func append(_ text: Span<UInt8>) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == 0x0A, verbatim > 0 || !collapses {
        endLine()
        index += 1
        continue
      }
      if collapses, verbatim == 0, let (blank, length) = Self.blank(text, at: index) {
        if blank == .lineEnd || pendingBlank == .none { pendingBlank = blank }
        index += length
        continue
      }
      if !pendingPages.isEmpty { writePages() }
      writePendingBlank(before: byte)
      // All up to the next white space.
      let start = index
      repeat { index += 1 } while index < text.count && Self.isInWord(text[index])
      line.append(copying: text.extracting(start..<index))
    }
  }

  /// Bytes that cannot begin white space.
  private static func isInWord(_ byte: UInt8) -> Bool { byte > 0x20 && byte != 0xC2 }

  /// White space of HTML, and the no-break blank.
  private static func blank(_ text: Span<UInt8>, at index: Int) -> (Blank, Int)? {
    switch text[index] {
    case 0x0A, 0x0D: (.lineEnd, 1)
    case 0x20, 0x09, 0x0C: (.blank, 1)
    case 0xC2 where index + 1 < text.count && text[index + 1] == 0xA0: (.blank, 2)
    default: nil
    }
  }

  private mutating func writePendingBlank(before next: UInt8) {
    guard pendingBlank != .none else { return }
    let blank = pendingBlank
    pendingBlank = .none
    guard let last = line.last else { return }
    if blank == .lineEnd, last >= 0x80, next >= 0x80 { return }
    line.append(0x20)
  }

  mutating func endLine() {
    pendingBlank = .none
    guard !line.isEmpty else { return }
    let indent = Self.indent(line.span)
    var end = line.count
    while end > indent, line[end - 1] == 0x20 || line[end - 1] == 0x09 { end -= 1 }
    guard end > indent else {
      line.removeAll(keepingCapacity: true)
      return
    }
    let start = bytes.count
    bytes.append(contentsOf: line[indent..<end])
    line.removeAll(keepingCapacity: true)
    if cellStart == nil {
      blocks.append(MarkupBlock(span: TextSpan(start, bytes.count), role: role))
    }
    bytes.append(0x0A)
  }

  /// Indents are often ideographic blanks.
  private static func indent(_ line: Span<UInt8>) -> Int {
    var indent = 0
    while indent < line.count {
      let byte = line[indent]
      if byte == 0x20 || byte == 0x09 {
        indent += 1
      } else if indent + 2 < line.count, byte == 0xE3, line[indent + 1] == 0x80,
        line[indent + 2] == 0x80
      {
        indent += 3
      } else if indent + 1 < line.count, byte == 0xC2, line[indent + 1] == 0xA0 {
        indent += 2
      } else {
        break
      }
    }
    return indent
  }
}
