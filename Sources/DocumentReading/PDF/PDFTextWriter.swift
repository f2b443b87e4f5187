import PlanDocument

/// Writes the text of a document out of its pages: a paragraph a line, a cell a line.
///
/// What stands between two halves of a paragraph or of a table that a page parts comes behind them.
struct PDFTextWriter {
  private var bytes: [UInt8] = []
  private var blocks: [MarkupBlock] = []
  private var pages: [PageStart] = []
  private let rule: ParagraphRule
  private let joiner: WordJoiner

  /// The paragraph in the making.
  private var text = ""
  private var last: ParagraphRule.Line?
  private var lineCount = 0
  /// Pages that begin inside it: bytes of `text` in front of them.
  private var inside: [(offset: Int, number: Int)] = []
  /// The page that begins with what is written next.
  private var beginning: Int?
  private var table: GrowingTable?
  private var tables = 0
  private var deferred: [(text: String, role: MarkupBlock.Role)] = []

  init(rule: ParagraphRule, joiner: WordJoiner) {
    self.rule = rule
    self.joiner = joiner
  }

  mutating func beginPage(number: Int) { beginning = number }

  /// A running head, a page number or a note at the foot of a page.
  mutating func addAside(_ text: String, role: MarkupBlock.Role) {
    deferred.append((text, role))
  }

  mutating func add(_ line: ParagraphRule.Line) {
    endTable()
    if let last, rule.joins(line, to: last, isFirst: lineCount == 1) {
      noteBeginning(at: text.utf8.count)
      WordJoiner.append(line.text, to: &text)
      lineCount += 1
    } else {
      endParagraph()
      noteBeginning(at: 0)
      text = line.text
      lineCount = 1
    }
    last = line
  }

  mutating func add(_ part: PDFTable, isFirstOfPage: Bool) {
    if isFirstOfPage || part.mayGoOn, text.isEmpty, var open = table, open.takes(part) {
      let page = beginning
      beginning = nil
      for text in open.append(part, page: page) { deferred.append((text, .runningHead)) }
      table = open
      return
    }
    endParagraph()
    endTable()
    table = GrowingTable(part, page: beginning)
    beginning = nil
  }

  mutating func end() -> SourceText {
    endTable()
    endParagraph()
    writeDeferred()
    return SourceText(bytes: bytes, pages: pages, blocks: blocks)
  }

  private mutating func noteBeginning(at offset: Int) {
    guard let number = beginning else { return }
    beginning = nil
    inside.append((offset, number))
  }

  private mutating func endParagraph() {
    defer {
      text = ""
      inside = []
      last = nil
      lineCount = 0
    }
    guard !text.isEmpty else { return }
    for page in inside {
      pages.append(PageStart(byte: bytes.count + page.offset, number: page.number))
    }
    write(text, role: .paragraph)
    writeDeferred()
  }

  private mutating func endTable() {
    guard let open = table else { return }
    table = nil
    for (index, cell) in open.cells.enumerated() {
      for page in open.pages where page.cell == index {
        pages.append(PageStart(byte: bytes.count, number: page.number))
      }
      write(
        cell.text,
        role: .cell(
          TableCellPlace(
            table: tables, row: cell.row, column: cell.column, rowSpan: cell.rowSpan,
            columnSpan: cell.columnSpan)))
    }
    tables += 1
    writeDeferred()
  }

  private mutating func writeDeferred() {
    for aside in deferred { write(aside.text, role: aside.role) }
    deferred = []
  }

  private mutating func write(_ text: String, role: MarkupBlock.Role) {
    let start = bytes.count
    bytes += text.utf8
    blocks.append(MarkupBlock(span: TextSpan(start, bytes.count), role: role))
    bytes.append(0x0A)
  }
}
