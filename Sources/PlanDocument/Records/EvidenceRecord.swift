/// Words that gave a field of a target, as they leave the program.
package struct EvidenceRecord: Sendable, Equatable, Codable {
  package var field: FieldEvidence.Field
  package var text: String
  /// Code points of the source text before the words, and from the first to the last of them.
  package var offset: Int
  package var length: Int
  package var line: Int
  package var origin: FieldEvidence.Origin

  package init(_ evidence: FieldEvidence, source: SourceText) {
    field = evidence.field
    text = evidence.text
    offset = source.codePointOffset(ofByte: evidence.span.start)
    length = source.codePointOffset(ofByte: evidence.span.end) - offset
    line = source.line(ofByte: evidence.span.start)
    origin = evidence.origin
  }
}
