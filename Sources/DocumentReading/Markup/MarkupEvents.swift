import ByteAccess

/// What a reader of markup hands to `MarkupTextWriter`, in the order of the text: blocks, tables,
/// cells and the text in them, whatever the format calls them.
struct MarkupEvents {
  enum Event: Equatable {
    /// A block begins a line and ends one; nil keeps the role of the block around it.
    case begin(Role?)
    case end
    case lineBreak
    /// White space is text from here to the matching `false`.
    case verbatim(Bool)
    /// What follows stands on a new page. Sections are numbered from 1; 0 is any other reason.
    case page(section: Int32)
    case beginTable
    case endTable
    case beginHead
    case endHead
    case beginRow(isHeader: Bool)
    /// How many rows and columns it covers, as the format says it: at least 1 after the writer.
    case beginCell(rows: Int32, columns: Int32, isHeader: Bool)
    case endCell
    /// Columns at the beginning of a row that no cell covers.
    case skip(columns: Int32)
    /// Bytes of `text`.
    case text(start: Int32, end: Int32)
  }

  /// What a block is.
  enum Role: Equatable {
    case paragraph
    /// From 1.
    case heading(UInt8)
    case listItem
    case caption
    case footnote
    case contents
  }

  private(set) var events: [Event] = []
  /// Well-formed UTF-8.
  private(set) var text: [UInt8] = []

  init() {}

  /// - Parameter text: well-formed UTF-8 of which `appendText` takes parts.
  init(of text: [UInt8]) { self.text = text }

  var isEmpty: Bool { events.isEmpty }

  mutating func append(_ event: Event) { events.append(event) }

  mutating func append(_ bytes: Span<UInt8>) {
    let start = text.count
    text.append(copying: bytes)
    appended(from: start)
  }

  /// Appends a part of the text that is here already.
  mutating func appendText(start: Int32, end: Int32) {
    guard start < end else { return }
    // What a parser delivered in pieces is one text.
    if case .text(let first, let last) = events.last, last == start {
      events[events.count - 1] = .text(start: first, end: end)
    } else {
      events.append(.text(start: start, end: end))
    }
  }

  mutating func append(_ string: String) { append(Array(string.utf8).span) }

  /// Appends all of another list.
  mutating func append(_ other: MarkupEvents) {
    let shift = Int32(text.count)
    text.append(contentsOf: other.text)
    for event in other.events {
      if case .text(let start, let end) = event {
        events.append(.text(start: start + shift, end: end + shift))
      } else {
        events.append(event)
      }
    }
  }

  /// Puts another event in the place of one, as for a cell whose height is known only later.
  mutating func replace(at index: Int, with event: Event) { events[index] = event }

  /// A place in the list.
  struct Mark {
    fileprivate var events = 0
    fileprivate var text = 0
  }

  var mark: Mark { Mark(events: events.count, text: text.count) }

  /// Takes away what was appended since.
  mutating func cut(to mark: Mark) {
    events.removeLast(max(0, events.count - mark.events))
    text.removeLast(max(0, text.count - mark.text))
  }

  /// Takes away all but the text, of which parts are still to come.
  mutating func removeEvents() { events.removeAll(keepingCapacity: true) }

  mutating func removeAll() {
    events.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
  }

  private mutating func appended(from start: Int) {
    guard text.count <= Int32.max else { return }
    appendText(start: Int32(start), end: Int32(text.count))
  }
}
