/// The elements and text of an XML document of any vocabulary, in order.
struct XMLPage {
  enum Item {
    /// `name` is an index of `names`.
    case open(name: Int32, rows: Int32, columns: Int32)
    case close
    case text(start: Int32, end: Int32)
  }

  /// Lower case, without prefixes.
  var names: [String] = []
  var items: [Item] = []
  var text: [UInt8] = []

  /// XHTML is HTML already.
  var isXHTML: Bool {
    guard case .open(let name, _, _) = items.first else { return false }
    return names[Int(name)] == "html"
  }
}

final class XMLPageBuilder: MarkupHandler {
  private(set) var page = XMLPage()
  let isDone = false

  func kind(of name: String, namespace: String) -> Int {
    page.names.append(name.lowercased())
    return page.names.count - 1
  }

  func open(_ kind: Int, _ attributes: borrowing MarkupAttributes) {
    var rows: Int32 = 1
    var columns: Int32 = 1
    if !attributes.isEmpty {
      rows = Int32(clamping: attributes.integer("rowspan") ?? 1)
      columns = Int32(clamping: attributes.integer("colspan") ?? 1)
    }
    page.items.append(.open(name: Int32(kind), rows: rows, columns: columns))
  }

  func close(_ kind: Int) { page.items.append(.close) }

  func text(_ bytes: Span<UInt8>) {
    let start = page.text.count
    for index in bytes.indices { page.text.append(bytes[index]) }
    if case .text(let first, _) = page.items.last {
      page.items[page.items.count - 1] = .text(start: first, end: Int32(page.text.count))
    } else {
      page.items.append(.text(start: Int32(start), end: Int32(page.text.count)))
    }
  }
}
