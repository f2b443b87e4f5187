/// A passage as it leaves the program.
package struct PassageRecord: Sendable, Equatable, Codable {
  /// The document's id.
  package var document: String
  package var kind: PassageKind
  package var path: String
  package var line: Int
  package var page: Int?
  /// Code points of the source text before the passage.
  package var offset: Int
  package var text: String
  /// Index of the smallest unit that holds it.
  package var division: Int?
  package var isListItem: Bool

  package init(
    document: String, kind: PassageKind, path: String, line: Int, page: Int?, offset: Int,
    text: String, division: Int?, isListItem: Bool
  ) {
    self.document = document
    self.kind = kind
    self.path = path
    self.line = line
    self.page = page
    self.offset = offset
    self.text = text
    self.division = division
    self.isListItem = isListItem
  }

  package init(
    _ passage: Passage, of outline: Outline, source: SourceText, document: DocumentID
  ) {
    let start = passage.text.sourceSpan?.start ?? 0
    self.document = document.name
    kind = passage.kind
    path = outline.path(of: passage.division)
    line = source.line(ofByte: start)
    page = source.page(ofByte: start)
    offset = source.codePointOffset(ofByte: start)
    text = passage.text.string
    division = passage.division
    isListItem = passage.isListItem
  }
}
