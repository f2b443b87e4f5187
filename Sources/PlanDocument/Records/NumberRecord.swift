/// A number of the source and what became of it, as it leaves the program.
package struct NumberRecord: Sendable, Equatable {
  package var document: String
  package var fate: NumberFate
  /// As the source has it.
  package var text: String
  /// The id of the record that holds it.
  package var target: String?
  package var path: String
  package var page: Int?
  package var line: Int
  /// Code points of the source text.
  package var offset: Int
  package var length: Int
  /// Its line around it, at most `reach` code points on each side, the number in ⟦ ⟧.
  package var context: String

  private static let reach = 12

  package init(
    _ number: AccountedNumber, of outline: Outline, source: SourceText, document: DocumentID
  ) {
    let span = number.span
    self.document = document.name
    fate = number.fate
    text = source.string(span)
    target = number.record.map { "\(document)@\(source.codePointOffset(ofByte: $0))" }
    path = outline.path(of: number.passage.flatMap { outline.passages[$0].division })
    page = source.page(ofByte: span.start)
    line = source.line(ofByte: span.start)
    offset = source.codePointOffset(ofByte: span.start)
    length = source.codePointOffset(ofByte: span.end) - offset
    let line = source.span(ofLine: line)
    let before = source.string(TextSpan(line.start, span.start)).unicodeScalars
      .suffix(Self.reach)
    let behind = source.string(TextSpan(span.end, line.end)).unicodeScalars.prefix(Self.reach)
    context = String(before) + "⟦" + text + "⟧" + String(behind)
  }
}
