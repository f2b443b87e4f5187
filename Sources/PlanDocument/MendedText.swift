/// Text put together from pieces of a source text, with its map back.
///
/// Hard line ends, form feeds, page numbers and boxes that stood inside are gone; nothing else is changed.
/// Where two Latin words met at a line end a blank stands between them that the source does not
/// have.
package struct MendedText: Sendable, Equatable {
  /// A run of bytes that is the same here and in the source.
  package struct Piece: Sendable, Equatable {
    /// First byte of the run in `bytes`.
    package var start: Int
    /// The run in the source; as long as the run here.
    package var source: TextSpan
  }

  /// Well-formed UTF-8.
  package private(set) var bytes: [UInt8] = []
  /// In order, never overlapping; bytes between two pieces were put in.
  package private(set) var pieces: [Piece] = []

  package init() {}

  /// One stretch of the source as it stands.
  package init(_ span: TextSpan, of source: SourceText) {
    append(span, of: source)
  }

  /// Takes over text and pieces as they were stored.
  package init(bytes: [UInt8], pieces: [Piece]) {
    self.bytes = bytes
    self.pieces = pieces
  }

  package var string: String { String(decoding: bytes, as: UTF8.self) }
  package var isEmpty: Bool { bytes.isEmpty }
  package var count: Int { bytes.count }

  /// From the first to the last byte in the source; nil for text that has nothing of it.
  package var sourceSpan: TextSpan? {
    guard let first = pieces.first, let last = pieces.last else { return nil }
    return TextSpan(first.source.start, last.source.end)
  }

  /// Appends a stretch of the source, without the line ends and form feeds inside it.
  package mutating func append(_ span: TextSpan, of source: SourceText) {
    var start = span.start
    let bytes = source.bytes.span
    for index in span.range where bytes[index] == 0x0C || bytes[index] == 0x0A {
      appendRun(TextSpan(start, index), of: source)
      start = index + 1
    }
    appendRun(TextSpan(start, span.end), of: source)
  }

  private mutating func appendRun(_ span: TextSpan, of source: SourceText) {
    guard !span.isEmpty else { return }
    if let last = pieces.last, last.source.end == span.start,
      last.start + last.source.count == bytes.count
    {
      pieces[pieces.count - 1].source.end = span.end
    } else {
      pieces.append(Piece(start: bytes.count, source: span))
    }
    bytes.append(contentsOf: source.bytes[span.range])
  }

  /// Puts in text that the source does not have (a blank between two words).
  package mutating func insert(_ text: String) { bytes.append(contentsOf: text.utf8) }

  package mutating func append(_ other: MendedText) {
    let shift = bytes.count
    bytes.append(contentsOf: other.bytes)
    for piece in other.pieces {
      pieces.append(Piece(start: piece.start + shift, source: piece.source))
    }
  }

  /// The byte of the source that a byte of this text came from; for text that was put in, the
  /// place where it was put in. `byte` may be `count` (the end).
  package func sourceByte(of byte: Int) -> Int {
    let after = pieces.partitionPoint { $0.start <= byte }
    guard after > 0 else { return pieces.first?.source.start ?? 0 }
    let piece = pieces[after - 1]
    return piece.source.start + min(byte - piece.start, piece.source.count)
  }

  /// A part of this text with its map; `range` counts bytes and lies on character borders.
  package func slice(_ range: Range<Int>) -> MendedText {
    var part: [Piece] = []
    for piece in pieces {
      let from = max(piece.start, range.lowerBound)
      let to = min(piece.start + piece.source.count, range.upperBound)
      guard from < to else { continue }
      let source = piece.source.start + from - piece.start
      part.append(
        Piece(start: from - range.lowerBound, source: TextSpan(source, source + to - from)))
    }
    return MendedText(bytes: Array(bytes[range]), pieces: part)
  }
}
