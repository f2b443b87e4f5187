/// Pages and words of what `pdftotext -bbox-layout` prints, as it arrives.
final class PDFTextParser: MarkupHandler {
  private(set) var pages: [PDFPage] = []
  /// Bytes that no text has, control characters and broken UTF-8, each read as U+FFFD.
  private(set) var strayBytes = 0
  /// Words more than are kept of a page; a page of text has some thousand.
  private(set) var dropped = 0

  private static let mostWordsOfPage = 60_000

  private var page: PDFPage?
  private var word: PDFWord?
  private var cleaner = XHTMLCleaner()

  /// Takes all of the output; ends early where it breaks off.
  ///
  /// - Parameter next: the next bytes, empty at the end.
  func take(_ next: @escaping () -> [UInt8]) {
    var isOver = false
    let clean: () -> [UInt8] = { [self] in
      while !isOver {
        let piece = next()
        isOver = piece.isEmpty
        let bytes = isOver ? cleaner.end() : cleaner.clean(piece)
        if !bytes.isEmpty { return bytes }
      }
      return []
    }
    do {
      try MarkupParser.xml(deepest: 32, to: self, next: clean)
    } catch {
      // Behind the end of the pages come those of elements around them; what breaks off has the
      // pages that came before.
    }
    if let page { pages.append(page) }
    page = nil
    strayBytes = cleaner.strayBytes
  }

  // MARK: Called by the parser

  private static let pageKind = 1
  private static let wordKind = 2

  var isDone: Bool { false }

  func kind(of name: String, namespace: String) -> Int {
    switch name {
    case "page": Self.pageKind
    case "word": Self.wordKind
    default: 0
    }
  }

  func open(_ kind: Int, _ attributes: borrowing MarkupAttributes) {
    switch kind {
    case Self.pageKind:
      if let page { pages.append(page) }
      page = PDFPage(
        width: Self.number(attributes.value("width")),
        height: Self.number(attributes.value("height")))
    case Self.wordKind:
      word = PDFWord(
        text: "", left: Self.number(attributes.value("xMin")),
        top: Self.number(attributes.value("yMin")),
        right: Self.number(attributes.value("xMax")),
        bottom: Self.number(attributes.value("yMax")))
    default: break
    }
  }

  func close(_ kind: Int) {
    switch kind {
    case Self.pageKind:
      if let page { pages.append(page) }
      page = nil
    case Self.wordKind:
      defer { word = nil }
      guard let word, !word.text.isEmpty, word.right >= word.left, word.bottom >= word.top,
        let count = page?.words.count
      else { return }
      guard count < Self.mostWordsOfPage else {
        dropped += 1
        return
      }
      page?.words.append(word)
    default: break
    }
  }

  func text(_ bytes: Span<UInt8>) {
    guard word != nil else { return }
    var piece: [UInt8] = []
    for index in bytes.indices { piece.append(bytes[index]) }
    word?.text += String(decoding: piece, as: UTF8.self)
  }

  /// A place on a page; what is none, or is off any page, is 0.
  private static func number(_ text: String?) -> Double {
    guard let text, let number = Double(text), number.isFinite, abs(number) < 100_000 else {
      return 0
    }
    return number
  }
}
