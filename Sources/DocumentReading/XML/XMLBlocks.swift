/// Elements of any XML vocabulary as blocks, cells and parts of lines.
struct XMLBlocks {
  let page: XMLPage

  private enum Form { case line, block, breaks, table, row, cell, headCell, head, body, caption }

  /// Parts of a line wherever they stand.
  private static let inline: Set<String> = [
    "a", "b", "bold", "em", "emph", "emphasis", "font", "hi", "i", "italic", "link", "ref", "s",
    "small", "span", "strong", "sub", "sup", "u", "underline", "xref",
  ]
  /// Lines of their own also where text stands beside them.
  private static let block: Set<String> = [
    "br", "chapter", "div", "item", "li", "list", "p", "para", "paragraph", "row", "section",
    "table", "tr",
  ]

  func events() -> MarkupEvents {
    let mixed = elementsWithText()
    var events = MarkupEvents()
    let text = page.text.span
    /// For each open element: what it is, and whether it is a line.
    var stack: [(form: Form, isLine: Bool)] = []
    var tables = 0
    for (place, item) in page.items.enumerated() {
      switch item {
      case .open(let name, let rows, let columns):
        let inLine = stack.last?.isLine ?? false
        let form = Self.form(page.names[Int(name)], inTable: tables > 0, inLine: inLine)
        stack.append((form, mixed[place] || (form == .line && inLine)))
        switch form {
        case .line: break
        case .block, .body: events.append(.begin(nil))
        case .breaks: events.append(.lineBreak)
        case .caption: events.append(.begin(.caption))
        case .head: events.append(.beginHead)
        case .row: events.append(.beginRow(isHeader: false))
        case .cell, .headCell:
          events.append(.beginCell(rows: rows, columns: columns, isHeader: form == .headCell))
        case .table:
          tables += 1
          events.append(.beginTable)
        }
      case .close:
        switch stack.popLast()?.form {
        case .line, .breaks, nil: break
        case .block, .body, .caption, .row: events.append(.end)
        case .head: events.append(.endHead)
        case .cell, .headCell: events.append(.endCell)
        case .table:
          tables -= 1
          events.append(.endTable)
        }
      case .text(let start, let end): events.append(text.extracting(Int(start)..<Int(end)))
      }
    }
    return events
  }

  private static func form(_ name: String, inTable: Bool, inLine: Bool) -> Form {
    if inTable {
      switch name {
      case "tr", "row": return .row
      case "td", "cell", "entry": return .cell
      case "th": return .headCell
      case "thead": return .head
      case "tbody", "tfoot", "tgroup": return .body
      case "caption", "title": return .caption
      default: break
      }
    }
    switch name {
    case "table": return .table
    case "br": return .breaks
    case _ where inline.contains(name): return .line
    case _ where inLine && !block.contains(name): return .line
    default: return .block
    }
  }

  /// For each item whether it opens an element that has text between its tags, not only in
  /// elements inside it.
  private func elementsWithText() -> [Bool] {
    var result = Array(repeating: false, count: page.items.count)
    var open: [Int] = []
    for (place, item) in page.items.enumerated() {
      switch item {
      case .open: open.append(place)
      case .close: _ = open.popLast()
      case .text(let start, let end):
        guard let element = open.last, !result[element] else { continue }
        result[element] = page.text[Int(start)..<Int(end)].contains { $0 > 0x20 }
      }
    }
    return result
  }
}
