import PlanDocument

/// Where a passage stands, in a form that can be written into a note and looked up again:
/// `dongsheng-fyp14#第三篇/第一章/第一节@12345`.
///
/// The number is the passage's first character in code points of the source text. It decides; the
/// path is for people, and for a program whose rules for headings have changed since.
package struct PassageAddress: Sendable, Equatable {
  package let document: String
  /// Empty in front of the first unit.
  package let path: String
  package let offset: Int

  package init(document: String, path: String, offset: Int) {
    self.document = document
    self.path = path
    self.offset = offset
  }

  package init(_ passage: PassageRecord) {
    self.init(document: passage.document, path: passage.path, offset: passage.offset)
  }

  /// Reads an address back; the path may be left out (`dongsheng-fyp14#@12345`).
  ///
  /// - Returns: nil for what is none: a `#` and behind it `@` with a number at the end.
  package init?(parsing text: String) {
    guard let at = text.lastIndex(of: "@"),
      let offset = Int(text[text.index(after: at)...]), offset >= 0,
      let hash = text[..<at].lastIndex(of: "#"), hash > text.startIndex
    else { return nil }
    self.init(
      document: String(text[..<hash]), path: String(text[text.index(after: hash)..<at]),
      offset: offset)
  }

  package var text: String { "\(document)#\(path)@\(offset)" }

  /// The passage that is meant: the one that begins there, of several one with this path, of those
  /// the longest (a row that begins with a cell); where none begins there, the one that the character
  /// stands in.
  ///
  /// - Parameter passages: those of the document.
  /// - Returns: nil where none begins so early.
  package func passage(among passages: [PassageRecord]) -> Int? {
    let starting = passages.indices.filter { passages[$0].offset == offset }
    if !starting.isEmpty {
      let samePath = starting.filter { passages[$0].path == path }
      return (samePath.isEmpty ? starting : samePath)
        .max { passages[$0].text.utf8.count < passages[$1].text.utf8.count }
    }
    return passages.indices.filter { passages[$0].offset < offset }
      .max { passages[$0].offset < passages[$1].offset }
  }
}
