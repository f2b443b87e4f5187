/// The text of a page as events: blocks, tables, what is shown.
struct HTMLText {
  let page: HTMLPage
  /// Nodes left out with all that is in them, and those that are none of the article (for which text
  /// alone is left out).
  let choice: HTMLArticle.Choice

  /// Lists that are open: their next number, and how it is written.
  private struct List {
    var next: Int
    var form: UInt8
  }

  /// Events after which they are written, outside of tables.
  private static let mostEvents = 4_096

  func write(to writer: inout MarkupTextWriter) {
    var events = MarkupEvents(of: page.text)
    var tables = 0
    let text = page.text.span
    var silent = 0
    var superscript = 0
    var lists: [List?] = []
    var entry: String?
    for (place, item) in page.items.enumerated() {
      switch item {
      case .open(let index):
        let node = page.nodes[Int(index)]
        if silent > 0 || node.isHidden || node.element.isSilent || choice.isLeftOut(Int(index)) {
          silent += 1
          continue
        }
        switch node.element {
        case .ol:
          let list = page.lists[index] ?? HTMLPage.List()
          lists.append(List(next: Int(list.start), form: list.form))
        case .table: tables += 1
        case .ul: lists.append(nil)
        case .li:
          if let last = lists.indices.last, let list = lists[last] {
            entry = HTMLListNumber.text(list.next, form: list.form)
            lists[last]?.next += 1
          }
        case .sup: superscript += 1
        default: break
        }
        open(node, &events)
      case .close(let index):
        if silent > 0 {
          silent -= 1
          continue
        }
        let element = page.nodes[Int(index)].element
        if element == .ol || element == .ul { _ = lists.popLast() }
        if element == .sup { superscript -= 1 }
        if element == .li { entry = nil }
        if element == .table { tables -= 1 }
        close(element, &events)
        if tables == 0, events.events.count >= Self.mostEvents {
          writer.write(events)
          events.removeEvents()
        }
      case .text(let start, let end):
        guard silent == 0, choice.shows(place) else { continue }
        let bytes = text.extracting(Int(start)..<Int(end))
        if let number = entry, Self.hasText(bytes) {
          if !HTMLListNumber.isNumbered(bytes) { events.append(number) }
          entry = nil
        }
        if superscript > 0, let raised = Superscript.digits(bytes) {
          events.append(raised)
        } else {
          events.appendText(start: start, end: end)
        }
      }
    }
    writer.write(events)
  }

  private func open(_ node: HTMLPage.Node, _ events: inout MarkupEvents) {
    switch node.element {
    case .br: events.append(.lineBreak)
    case .table: events.append(.beginTable)
    case .thead: events.append(.beginHead)
    case .tr: events.append(.beginRow(isHeader: false))
    case .td, .th:
      events.append(
        .beginCell(
          rows: Int32(node.rows), columns: Int32(node.columns), isHeader: node.element == .th))
    case .li: events.append(.begin(.listItem))
    case .caption, .figcaption: events.append(.begin(.caption))
    case .pre:
      events.append(.begin(nil))
      events.append(.verbatim(true))
    default:
      if let depth = node.element.headingDepth {
        events.append(.begin(.heading(depth)))
      } else if node.element.isBlock {
        events.append(.begin(nil))
      }
    }
  }

  private func close(_ element: HTMLElement, _ events: inout MarkupEvents) {
    switch element {
    case .table: events.append(.endTable)
    case .thead: events.append(.endHead)
    case .td, .th: events.append(.endCell)
    case .pre:
      events.append(.verbatim(false))
      events.append(.end)
    default: if element.isBlock { events.append(.end) }
    }
  }

  private static func hasText(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices where bytes[index] > 0x20 { return true }
    return false
  }
}
