import PlanDocument

/// A file as read: its text, and what it was read as.
package struct ReadDocument: Sendable {
  package var text: SourceText
  package var format: SourceFormat
  /// `UTF-8`, `GB18030`, `UTF-16LE` …
  package var encoding: String
  /// `sha256:` and the hexadecimal digest of the file's bytes.
  package var checksum: String
  /// Doubts.
  package var warnings: [ReadingWarning] = []
}
