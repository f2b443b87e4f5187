import PlanDocument

/// Writes the text of a page, one block a line, and says what each stretch of it was.
struct MarkupTextWriter {
  private var bytes: [UInt8] = []
  private var blocks: [MarkupBlock] = []
  /// The line in the making, white space collapsed.
  private var line: [UInt8] = []
  private var pendingBlank = Blank.none
  private var role = MarkupBlock.Role.paragraph
  private var preformatted = 0
  private var grid: TableGrid?
  private var tables = 0
  private var cellStart: Int?

  /// White space met and not yet written: a line end between two Han characters is none.
  private enum Blank { case none, blank, lineEnd }

  static func text(of events: [MarkupEvent]) -> SourceText {
    let shape = MarkupTableShape(events)
    var writer = MarkupTextWriter()
    var silentDepth = 0
    var tableStack: [Bool] = []
    for (index, event) in events.enumerated() {
      switch event {
      case .open(let element):
        if silentDepth > 0 || HTMLElements.silent.contains(element.name)
          || HTMLElements.isHidden(element)
        {
          silentDepth += 1
          continue
        }
        if element.name == "table" {
          let isData = shape.dataTables.contains(index)
          tableStack.append(isData)
          writer.endLine()
          if isData { writer.beginTable() }
          continue
        }
        writer.open(element)
      case .close(let name):
        if silentDepth > 0 {
          silentDepth -= 1
          continue
        }
        if name == "table" {
          writer.endLine()
          if tableStack.popLast() == true { writer.endTable() }
          continue
        }
        writer.close(name)
      case .text(let text):
        if silentDepth == 0 { writer.append(text) }
      }
    }
    writer.endLine()
    return SourceText(bytes: writer.bytes, blocks: writer.blocks)
  }

  private mutating func open(_ element: MarkupElement) {
    let name = element.name
    if name == "br" { return breakLine() }
    guard HTMLElements.blocks.contains(name) else { return }
    endLine()
    if name == "pre" { preformatted += 1 }
    if let depth = HTMLElements.headingDepth(name) {
      role = .heading(depth: depth)
    } else if name == "li" {
      role = .listItem
    } else if name == "caption" || name == "figcaption" {
      role = .caption
    }
    guard grid != nil else { return }
    switch name {
    case "thead": grid?.isInHead = true
    case "tr": grid?.beginRow()
    case "td", "th":
      grid?.beginCell(
        isHeader: name == "th", rowSpan: element.attributes["rowspan"],
        columnSpan: element.attributes["colspan"])
      cellStart = bytes.count
    default: break
    }
  }

  private mutating func close(_ name: String) {
    guard HTMLElements.blocks.contains(name) else { return }
    endLine()
    role = .paragraph
    if name == "pre" { preformatted = max(0, preformatted - 1) }
    switch name {
    case "thead": grid?.isInHead = false
    case "td", "th":
      if let place = grid?.endCell(), let start = cellStart, bytes.count > start {
        blocks.append(MarkupBlock(span: TextSpan(start, bytes.count - 1), role: .cell(place)))
      }
      cellStart = nil
    default: break
    }
  }

  private mutating func beginTable() {
    grid = TableGrid(table: tables)
    tables += 1
  }

  private mutating func endTable() {
    grid = nil
    cellStart = nil
  }

  private mutating func append(_ text: [UInt8]) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if preformatted > 0, byte == 0x0A {
        breakLine()
        index += 1
        continue
      }
      if let (blank, length) = Self.blank(text, at: index) {
        if blank == .lineEnd || pendingBlank == .none { pendingBlank = blank }
        index += length
        continue
      }
      writePendingBlank(before: byte)
      line.append(byte)
      index += 1
    }
  }

  /// White space of HTML, and the no-break blank.
  private static func blank(_ text: [UInt8], at index: Int) -> (Blank, Int)? {
    switch text[index] {
    case 0x0A, 0x0D: (.lineEnd, 1)
    case 0x20, 0x09, 0x0C: (.blank, 1)
    case 0xC2 where index + 1 < text.count && text[index + 1] == 0xA0: (.blank, 2)
    default: nil
    }
  }

  private mutating func writePendingBlank(before next: UInt8) {
    defer { pendingBlank = .none }
    guard pendingBlank != .none, let last = line.last else { return }
    if pendingBlank == .lineEnd, last >= 0x80, next >= 0x80 { return }
    line.append(0x20)
  }

  /// Ends the line and keeps its role (`<br>`).
  private mutating func breakLine() { endLine() }

  private mutating func endLine() {
    pendingBlank = .none
    // Indents are often ideographic blanks.
    var indent = 0
    while indent < line.count {
      if line[indent] == 0x20 {
        indent += 1
      } else if line[indent...].starts(with: [0xE3, 0x80, 0x80]) {
        indent += 3
      } else {
        break
      }
    }
    line.removeFirst(indent)
    guard !line.isEmpty else { return }
    let start = bytes.count
    bytes.append(contentsOf: line)
    line.removeAll(keepingCapacity: true)
    if cellStart == nil {
      blocks.append(MarkupBlock(span: TextSpan(start, bytes.count), role: role))
    }
    bytes.append(0x0A)
  }
}
