import PlanDocument

/// HTML to text: blocks become lines, cells keep their place, what a site puts around its articles is
/// left out.
struct HTMLReader {
  let path: String
  let options: ReadingOptions

  func read(_ bytes: [UInt8]) throws(ReadingError) -> SourceText {
    guard bytes.count <= options.largestMarkup else {
      throw .markupTooLarge(path: path, bytes: bytes.count, limit: options.largestMarkup)
    }
    guard !Self.isCutOff(bytes) else { throw .cutOff(path: path, bytes: bytes.count) }
    let builder: HTMLPageBuilder
    do {
      builder = try MarkupParser.html(bytes, deepest: options.deepestElement) {
        HTMLPageBuilder(bytes: bytes.count)
      }
    } catch {
      switch error {
      case .tooDeep: throw .tooDeep(path: path, limit: options.deepestElement)
      case .noDocument, .malformed, .entity:
        throw .markup(path: path, problem: "there is no element in it")
      }
    }
    return Self.text(of: builder.finish(), isWhole: Self.isWhole(bytes))
  }

  /// - Parameter isWhole: a fragment of a page has been chosen by somebody already.
  static func text(of page: HTMLPage, isWhole: Bool) -> SourceText {
    let choice = isWhole ? HTMLArticle(page).choice() : .all
    var writer = MarkupTextWriter()
    writer.reserve(bytes: page.text.count, blocks: page.nodes.count)
    HTMLText(page: page, choice: choice).write(to: &writer)
    return writer.finish()
  }

  /// A page that was begun and not ended, or any text that ends inside a tag. A fragment (no
  /// `<html>` or `<body>`) may end anywhere else.
  static func isCutOff(_ bytes: [UInt8]) -> Bool {
    let tail = Array(bytes.suffix(1_024))
    let ends =
      tail.has("</html") || tail.has("</body") || bytes.has("</html") || bytes.has("</body")
    if !ends, isWhole(bytes) { return true }
    guard !ends, let open = bytes.lastIndex(of: 0x3C) else { return false }
    guard !bytes[open...].contains(0x3E), open + 1 < bytes.count else { return false }
    let next = bytes[open + 1] | 0x20
    return (0x61...0x7A).contains(next) || next == 0x2F || next == 0x21
  }

  /// Whether the text has the tags of a whole page.
  private static func isWhole(_ bytes: [UInt8]) -> Bool {
    bytes.has("<html") || bytes.has("<body")
  }

  /// The encoding that a page declares in its first 4,096 bytes (`<meta charset=…>`, or in a
  /// content type); nil where it declares none.
  static func declaredEncoding(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4_096).filter { $0 < 0x80 && $0 > 0x20 }.map(ASCII.lowercased)
    let key = "charset="
    guard let start = head.place(of: key) else { return nil }
    let name = head[(start + key.utf8.count)...].drop { $0 == 0x22 || $0 == 0x27 }
      .prefix {
        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D || $0 == 0x5F
      }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }

  /// Whether a text without a telling name is HTML.
  static func looksLikeHTML(_ bytes: [UInt8]) -> Bool {
    let head = Array(bytes.prefix(1_024))
    guard head.first(where: { $0 > 0x20 }) == 0x3C else { return false }
    return ["<!doctype html", "<html", "<head", "<body", "<table", "<div", "<p>"].contains {
      head.has($0)
    }
  }

  /// Whether a text says in its beginning that it is a page.
  static func isPage(_ bytes: [UInt8]) -> Bool {
    let head = Array(bytes.prefix(1_024))
    return head.has("<!doctype html") || head.has("<html")
  }
}

/// Letters of ASCII in either case.
enum ASCII {
  static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}

extension [UInt8] {
  /// Whether the text holds a part, in either case.
  ///
  /// - Parameter part: lower case, of ASCII, beginning with a mark.
  func has(_ part: String) -> Bool {
    let part = Array(part.utf8)
    let bytes = span
    guard let first = part.first, bytes.count >= part.count else { return false }
    var index = 0
    while index <= bytes.count - part.count {
      if bytes[index] == first {
        var length = 1
        while length < part.count, ASCII.lowercased(bytes[index + length]) == part[length] {
          length += 1
        }
        if length == part.count { return true }
      }
      index += 1
    }
    return false
  }
}
