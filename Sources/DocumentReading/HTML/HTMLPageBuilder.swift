import ByteAccess

/// Builds an `HTMLPage` of what a parser meets.
final class HTMLPageBuilder: MarkupHandler {
  let isDone = false
  /// All that changes, in one: each event of the parser reaches for it once.
  private var building: Building

  fileprivate struct Building {
    var page = HTMLPage()
    var open: [Int32] = []
    var title: [UInt8]?
    var hints = HTMLHint.Reader()
  }

  /// - Parameter bytes: of the page, so that room is made for it.
  init(bytes: Int) {
    building = Building()
    building.page.reserve(bytes: bytes)
  }

  func kind(of name: String, namespace: String) -> Int {
    HTMLElement.named(name.lowercased()).rawValue
  }

  func open(_ kind: Int, _ attributes: borrowing MarkupAttributes) {
    building.begin(HTMLElement(rawValue: kind) ?? .inline, attributes)
  }

  func close(_ kind: Int) { building.end() }

  func text(_ bytes: Span<UInt8>) { building.append(bytes) }

  /// Closes what a page that breaks off left open, and gives the page, once.
  func finish() -> HTMLPage {
    while !building.open.isEmpty { building.end() }
    let page = building.page
    building = Building()
    return page
  }
}

extension HTMLPageBuilder.Building {
  mutating func begin(_ element: HTMLElement, _ attributes: borrowing MarkupAttributes) {
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

  private mutating func read(
    _ attributes: borrowing MarkupAttributes, into node: inout HTMLPage.Node
  ) {
    if attributes.has("hidden") { node.isHidden = true }
    if attributes.style("display", is: "none") { node.isHidden = true }
    switch node.element {
    case .td, .th:
      node.rows = Self.span(attributes.value("rowspan"))
      node.columns = Self.span(attributes.value("colspan"))
    case .a:
      if let address = attributes.value("href") { node.isLink = !address.hasPrefix("#") }
    case .ol:
      page.lists[Int32(page.nodes.count)] = Self.list(attributes)
    default: break
    }
    switch node.element {
    case .td, .th, .tr, .thead, .table: break
    default:
      guard node.element.isBlock else { return }
      node.hint = hints.hint(attributes.value("id"), attributes.value("class"))
    }
  }

  private static func list(_ attributes: borrowing MarkupAttributes) -> HTMLPage.List {
    var list = HTMLPage.List()
    list.start = Int32(clamping: attributes.integer("start") ?? 1)
    list.form = attributes.value("type")?.utf8.first ?? list.form
    if attributes.style("list-style", is: "none") || attributes.style("list-style-type", is: "none")
    {
      list.form = 0
    }
    return list
  }

  /// Digits of a span, whatever stands around them.
  private static func span(_ text: String?) -> UInt16 {
    guard let text else { return 1 }
    let digits = text.filter(\.isASCII).filter(\.isNumber).prefix(6)
    return Int(digits).map { UInt16(clamping: $0) } ?? 1
  }

  mutating func end() {
    guard let index = open.popLast() else { return }
    page.nodes[Int(index)].end = Int32(page.items.count)
    page.items.append(.close(index))
    if let text = title, page.nodes[Int(index)].element == .title {
      page.titles.append(String(decoding: text, as: UTF8.self))
      title = nil
    }
  }

  mutating func append(_ bytes: Span<UInt8>) {
    title?.append(copying: bytes)
    page.append(bytes)
  }
}
