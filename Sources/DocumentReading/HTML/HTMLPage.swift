import ByteAccess

/// The elements and text of one page, in order, as its parser met them.
struct HTMLPage {
  struct Node {
    var element: HTMLElement
    var hint = HTMLHint.none
    /// Not shown, with all that is in it.
    var isHidden = false
    /// A link to elsewhere; one to a place on the page is none.
    var isLink = false
    /// Of a cell, as the page has them.
    var rows: UInt16 = 1
    var columns: UInt16 = 1
    /// Its item, and that of its end.
    var begin: Int32
    var end: Int32 = 0
    /// The node that holds it; −1 at the top.
    var parent: Int32
  }

  /// Number of the first entry of a list, and its form (`1`, `a`, `A`, `i`, `I`); 0 for no number.
  struct List {
    var start: Int32 = 1
    var form: UInt8 = 0x31
  }

  enum Item {
    case open(Int32)
    case close(Int32)
    case text(start: Int32, end: Int32)
  }

  var nodes: [Node] = []
  /// Of the nodes that say how their entries are numbered.
  var lists: [Int32: List] = [:]
  var items: [Item] = []
  var text: [UInt8] = []
  /// `<title>` and what the page calls its article in `<meta>`.
  var titles: [String] = []

  /// Makes room for a page of so many bytes, so that growing copies nothing. Room that nothing is
  /// written to takes no memory.
  mutating func reserve(bytes: Int) {
    let bytes = min(bytes, Self.mostReserved)
    nodes.reserveLargePages(bytes / 12)
    items.reserveLargePages(bytes / 4)
    text.reserveLargePages(bytes)
  }

  /// Bytes that room is made for.
  private static let mostReserved = 16 << 20

  /// Appends text to what the parser delivered before.
  mutating func append(_ bytes: Span<UInt8>) {
    let start = Int32(text.count)
    guard text.count + bytes.count <= Int32.max else { return }
    text.append(copying: bytes)
    if case .text(let first, _) = items.last {
      items[items.count - 1] = .text(start: first, end: Int32(text.count))
    } else {
      items.append(.text(start: start, end: Int32(text.count)))
    }
  }
}
