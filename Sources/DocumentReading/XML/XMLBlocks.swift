/// Elements of any XML vocabulary under the names that HTML has for what they do.
struct XMLBlocks {
  let asHTML: [MarkupEvent]

  /// Parts of a line wherever they stand.
  private static let inline: Set<String> = [
    "a", "b", "bold", "em", "emph", "emphasis", "font", "hi", "i", "italic", "link", "ref", "s",
    "small", "span", "strong", "sub", "sup", "u", "underline", "xref",
  ]
  /// Lines of their own also where text stands beside them.
  private static let block: Set<String> = [
    "br", "chapter", "div", "item", "li", "list", "p", "para", "paragraph", "row", "section",
    "table",
    "tr",
  ]

  init(_ events: [MarkupEvent]) {
    // XHTML is HTML already.
    if case .open(let root) = events.first, root.name == "html" {
      asHTML = events
      return
    }
    let mixed = Self.elementsWithText(events)
    var result: [MarkupEvent] = []
    /// For each open element: its name in HTML, and whether it is a line.
    var stack: [(name: String, isLine: Bool)] = []
    for (index, event) in events.enumerated() {
      switch event {
      case .open(let element):
        let outer = stack.last
        let name = Self.name(
          element.name, inTable: stack.contains { $0.name == "table" },
          inLine: outer?.isLine ?? false)
        let isLine = mixed.contains(index) || (name == "span" && (outer?.isLine ?? false))
        stack.append((name, isLine))
        let kept = element.attributes.filter { ["colspan", "rowspan"].contains($0.key) }
        result.append(.open(MarkupElement(name: name, attributes: kept)))
      case .close: result.append(.close(name: stack.popLast()?.name ?? "div"))
      case .text: result.append(event)
      }
    }
    asHTML = result
  }

  private static func name(_ name: String, inTable: Bool, inLine: Bool) -> String {
    if inTable {
      switch name {
      case "tr", "td", "th", "thead", "tbody", "tfoot": return name
      case "row": return "tr"
      case "cell", "entry": return "td"
      case "tgroup": return "tbody"
      case "caption", "title": return "caption"
      default: break
      }
    }
    switch name {
    case "table", "br": return name
    case _ where inline.contains(name): return "span"
    case _ where inLine && !block.contains(name): return "span"
    default: return "div"
    }
  }

  /// Indices of elements that have text between their tags, not only in elements inside them.
  private static func elementsWithText(_ events: [MarkupEvent]) -> Set<Int> {
    var result: Set<Int> = []
    var open: [Int] = []
    for (index, event) in events.enumerated() {
      switch event {
      case .open: open.append(index)
      case .close: open.removeLast()
      case .text(let text):
        guard let element = open.last, text.contains(where: { $0 > 0x20 }) else { continue }
        result.insert(element)
      }
    }
    return result
  }
}
