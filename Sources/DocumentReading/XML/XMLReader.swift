import PlanDocument

/// XML to text: each element with text of its own is a line.
///
/// Names of elements mean what the author of the vocabulary wanted, so what counts is where text
/// stands: an element that holds text is a block, elements inside it are parts of its line. The names
/// that HTML and CALS have for tables keep their meaning. Text of attributes is left out.
struct XMLReader {
  let path: String
  let options: ReadingOptions

  func read(_ bytes: [UInt8]) throws(ReadingError) -> SourceText {
    do {
      let events = try XMLTree.xml(bytes, deepest: options.deepestElement)
      return MarkupTextWriter.text(of: XMLBlocks(events).asHTML)
    } catch {
      switch error {
      case .tooDeep: throw .tooDeep(path: path, limit: options.deepestElement)
      case .noDocument:
        throw .malformedXML(path: path, line: 1, problem: "there is no element in it")
      case .malformed(let line, let problem):
        throw .malformedXML(path: path, line: line, problem: problem)
      case .entity(let name): throw .entity(path: path, name: name)
      }
    }
  }

  /// The encoding of the XML declaration (`<?xml … encoding="…"?>`); nil where there is none.
  static func declaredEncoding(_ bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(256), as: UTF8.self)
    guard head.hasPrefix("<?xml"), let end = head.firstRange(of: "?>") else { return nil }
    let match = head[..<end.lowerBound].firstMatch(of: /encoding\s*=\s*["']([A-Za-z0-9._\-]+)["']/)
    return match.map { String($0.1) }
  }

  /// Whether a text without a telling name is XML.
  static func looksLikeXML(_ bytes: [UInt8]) -> Bool { bytes.starts(with: "<?xml".utf8) }
}
