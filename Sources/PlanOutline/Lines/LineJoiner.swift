import PlanDocument

/// Puts lines of one paragraph together.
struct LineJoiner {
  let source: SourceText

  /// Appends a stretch; between two Latin words comes a blank.
  func append(_ span: TextSpan, to text: inout MendedText) {
    if let last = text.bytes.last, span.start < span.end, isWord(last),
      isWord(source.bytes[span.start])
    {
      text.insert(" ")
    }
    text.append(span, of: source)
  }

  private func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
