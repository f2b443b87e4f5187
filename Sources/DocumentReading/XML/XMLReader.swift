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
    guard bytes.count <= options.largestMarkup else {
      throw .markupTooLarge(path: path, bytes: bytes.count, limit: options.largestMarkup)
    }
    let builder = XMLPageBuilder()
    try parse(bytes, to: builder)
    guard builder.page.isXHTML else {
      return MarkupTextWriter.text(of: XMLBlocks(page: builder.page).events())
    }
    let page = HTMLPageBuilder(bytes: bytes.count)
    try parse(bytes, to: page)
    return HTMLReader.text(of: page.finish(), isWhole: true)
  }

  private func parse(_ bytes: [UInt8], to handler: any MarkupHandler) throws(ReadingError) {
    do {
      try MarkupParser.xml(bytes, deepest: options.deepestElement, to: handler)
    } catch {
      throw ReadingError(error, path: path, limit: options.deepestElement)
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

extension ReadingError {
  /// What is wrong with a file of XML, or with a part of one.
  init(_ failure: MarkupParser.Failure, path: String, limit: Int) {
    switch failure {
    case .tooDeep: self = .tooDeep(path: path, limit: limit)
    case .noDocument:
      self = .malformedXML(path: path, line: 1, problem: "there is no element in it")
    case .malformed(let line, let problem):
      self = .malformedXML(path: path, line: line, problem: problem)
    case .entity(let name): self = .entity(path: path, name: name)
    }
  }
}
