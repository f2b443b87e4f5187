/// Where a value came from: document, place and the rule that read it.
package struct Provenance: Sendable, Equatable {
  package var document: DocumentID
  /// In the source text, as stored.
  package var span: TextSpan
  /// Name of the rule, `quantity.bounded`.
  package var rule: String

  package init(document: DocumentID, span: TextSpan, rule: String) {
    self.document = document
    self.span = span
    self.rule = rule
  }
}
