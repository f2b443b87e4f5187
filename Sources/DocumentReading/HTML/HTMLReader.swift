import PlanDocument

/// HTML to text: blocks become lines, cells keep their place.
struct HTMLReader {
  let path: String
  let options: ReadingOptions

  func read(_ bytes: [UInt8]) throws(ReadingError) -> SourceText {
    guard !Self.isCutOff(bytes) else { throw .cutOff(path: path, bytes: bytes.count) }
    do {
      return MarkupTextWriter.text(of: try XMLTree.html(bytes, deepest: options.deepestElement))
    } catch {
      switch error {
      case .tooDeep: throw .tooDeep(path: path, limit: options.deepestElement)
      case .noDocument, .malformed, .entity:
        throw .markup(path: path, problem: "there is no element in it")
      }
    }
  }

  /// A page that was begun and not ended, or any text that ends inside a tag. A fragment (no
  /// `<html>` or `<body>`) may end anywhere else.
  static func isCutOff(_ bytes: [UInt8]) -> Bool {
    let text = bytes.map(lowercased)
    let begins = contains(text, "<html") || contains(text, "<body")
    let ends = contains(text, "</html") || contains(text, "</body")
    if begins && !ends { return true }
    guard !ends, let open = text.lastIndex(of: 0x3C) else { return false }
    guard !text[open...].contains(0x3E), open + 1 < text.count else { return false }
    let next = text[open + 1]
    return (0x61...0x7A).contains(next) || next == 0x2F || next == 0x21
  }

  /// The encoding that a page declares in its first 4,096 bytes (`<meta charset=…>`, or in a
  /// content type); nil where it declares none.
  static func declaredEncoding(_ bytes: [UInt8]) -> String? {
    let head = Array(bytes.prefix(4_096).filter { $0 < 0x80 && $0 > 0x20 }.map(lowercased))
    let key = Array("charset=".utf8)
    guard let start = firstIndex(of: key, in: head) else { return nil }
    let name = head[(start + key.count)...].drop { $0 == 0x22 || $0 == 0x27 }
      .prefix {
        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D || $0 == 0x5F
      }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }

  /// Whether a text without a telling name is HTML.
  static func looksLikeHTML(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(1_024).map(lowercased)
    guard head.first(where: { $0 > 0x20 }) == 0x3C else { return false }
    return ["<!doctype html", "<html", "<head", "<body", "<table", "<div", "<p>"].contains {
      contains(head, $0)
    }
  }

  /// Whether a text says in its beginning that it is a page.
  static func isPage(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(1_024).map(lowercased)
    return contains(head, "<!doctype html") || contains(head, "<html")
  }

  private static func contains(_ text: [UInt8], _ part: String) -> Bool {
    firstIndex(of: Array(part.utf8), in: text) != nil
  }

  private static func firstIndex(of part: [UInt8], in text: [UInt8]) -> Int? {
    guard let first = part.first, text.count >= part.count else { return nil }
    var index = 0
    while index <= text.count - part.count {
      if text[index] == first {
        var length = 1
        while length < part.count, text[index + length] == part[length] { length += 1 }
        if length == part.count { return index }
      }
      index += 1
    }
    return nil
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
