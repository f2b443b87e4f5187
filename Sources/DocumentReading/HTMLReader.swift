import PlanDocument

/// HTML to text: blocks become lines, cells keep their place.
struct HTMLReader {
  let path: String
  let options: ReadingOptions

  func read(_ bytes: [UInt8]) throws(ReadingError) -> SourceText {
    guard !Self.isCutOff(bytes) else { throw .cutOff(path: path, bytes: bytes.count) }
    do {
      return HTMLTextWriter.text(of: try XMLTree.html(bytes, deepest: options.deepestElement))
    } catch {
      switch error {
      case .tooDeep: throw .tooDeep(path: path, limit: options.deepestElement)
      case .noDocument: throw .markup(path: path, problem: "there is no element in it")
      }
    }
  }

  /// A page that was begun and not ended, or any text that ends inside a tag. A fragment (no
  /// `<html>` or `<body>`) may end anywhere else.
  static func isCutOff(_ bytes: [UInt8]) -> Bool {
    let text = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
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
    let head = String(decoding: bytes.prefix(4_096).filter { $0 < 0x80 }, as: UTF8.self)
      .lowercased()
    guard let start = head.range(of: "charset=")?.upperBound else { return nil }
    let name = head[start...].drop { "\"' ".contains($0) }
      .prefix { $0.isLetter || $0.isNumber || "-_".contains($0) }
    return name.isEmpty ? nil : String(name)
  }

  /// Whether a text without a telling name is HTML.
  static func looksLikeHTML(_ bytes: [UInt8]) -> Bool {
    let head = Array(bytes.prefix(1_024)).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    guard head.first(where: { $0 > 0x20 }) == 0x3C else { return false }
    return ["<!doctype html", "<html", "<head", "<body", "<table", "<div", "<p>"].contains {
      contains(head, $0)
    }
  }

  private static func contains(_ text: [UInt8], _ part: String) -> Bool {
    let part = Array(part.utf8)
    guard text.count >= part.count else { return false }
    return text.indices.dropLast(part.count - 1).contains { index in
      text[index] == part[0] && text[index..<index + part.count].elementsEqual(part)
    }
  }
}
