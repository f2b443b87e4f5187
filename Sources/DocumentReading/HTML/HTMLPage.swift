/// The elements and text of one page, in order, as its parser met them.
struct HTMLPage {
  struct Node {
    var element: HTMLElement
    var hint = HTMLHint.none
    /// Not shown, with all that is in it.
    var isHidden = false
    /// A link to elsewhere; one to a place on the page is none.
    var isLink = false
    var rows: Int32 = 1
    var columns: Int32 = 1
    /// Number of the first entry of a list, and its form (`1`, `a`, `A`, `i`, `I`); 0 for no number.
    var listStart: Int32 = 1
    var listForm: UInt8 = 0x31
    /// Its item, and that of its end.
    var begin: Int32
    var end: Int32 = 0
    /// The node that holds it; −1 at the top.
    var parent: Int32
  }

  enum Item {
    case open(Int32)
    case close(Int32)
    case text(start: Int32, end: Int32)
  }

  var nodes: [Node] = []
  var items: [Item] = []
  var text: [UInt8] = []
  /// `<title>` and what the page calls its article in `<meta>`.
  var titles: [String] = []

  /// Appends text to what the parser delivered before.
  mutating func append(_ bytes: Span<UInt8>) {
    let start = Int32(text.count)
    guard text.count + bytes.count <= Int32.max else { return }
    for index in bytes.indices { text.append(bytes[index]) }
    if case .text(let first, _) = items.last {
      items[items.count - 1] = .text(start: first, end: Int32(text.count))
    } else {
      items.append(.text(start: start, end: Int32(text.count)))
    }
  }
}

/// Builds an `HTMLPage` of what a parser meets.
final class HTMLPageBuilder: MarkupHandler {
  private(set) var page = HTMLPage()
  let isDone = false
  private var open: [Int32] = []
  private var title: [UInt8]?
  private var hints = HTMLHint.Reader()

  func kind(of name: String, namespace: String) -> Int {
    HTMLElement.named(name.lowercased()).rawValue
  }

  func open(_ kind: Int, _ attributes: borrowing MarkupAttributes) {
    let element = HTMLElement(rawValue: kind) ?? .inline
    var node = HTMLPage.Node(
      element: element, begin: Int32(page.items.count), parent: open.last ?? -1)
    if !attributes.isEmpty { read(attributes, into: &node) }
    if element == .title { title = [] }
    if element == .meta, let name = attributes.value("name"),
      HTMLHint.titleMeta.contains(name.lowercased()), let value = attributes.value("content")
    {
      page.titles.append(value)
    }
    let index = Int32(page.nodes.count)
    page.nodes.append(node)
    page.items.append(.open(index))
    open.append(index)
  }

  private func read(_ attributes: borrowing MarkupAttributes, into node: inout HTMLPage.Node) {
    if attributes.has("hidden") { node.isHidden = true }
    if attributes.style("display", is: "none") { node.isHidden = true }
    switch node.element {
    case .td, .th:
      node.rows = Self.span(attributes.value("rowspan"))
      node.columns = Self.span(attributes.value("colspan"))
    case .a:
      if let address = attributes.value("href") { node.isLink = !address.hasPrefix("#") }
    case .ol:
      node.listStart = Int32(clamping: attributes.integer("start") ?? 1)
      node.listForm = attributes.value("type")?.utf8.first ?? 0x31
      if attributes.style("list-style", is: "none")
        || attributes.style("list-style-type", is: "none")
      {
        node.listForm = 0
      }
    default: break
    }
    switch node.element {
    case .td, .th, .tr, .thead, .table: break
    default:
      guard node.element.isBlock else { return }
      node.hint = hints.hint(attributes.value("id"), attributes.value("class"))
    }
  }

  /// Digits of a span, whatever stands around them.
  private static func span(_ text: String?) -> Int32 {
    guard let text else { return 1 }
    return Int32(text.filter(\.isASCII).filter(\.isNumber).prefix(6)) ?? 1
  }

  func close(_ kind: Int) {
    guard let index = open.popLast() else { return }
    page.nodes[Int(index)].end = Int32(page.items.count)
    page.items.append(.close(index))
    if let text = title, page.nodes[Int(index)].element == .title {
      page.titles.append(String(decoding: text, as: UTF8.self))
      title = nil
    }
  }

  func text(_ bytes: Span<UInt8>) {
    if title != nil {
      for index in bytes.indices { title?.append(bytes[index]) }
    }
    page.append(bytes)
  }

  /// Closes what a page that breaks off left open.
  func finish() -> HTMLPage {
    while !open.isEmpty { close(0) }
    return page
  }
}
