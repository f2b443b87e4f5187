import PlanDocument

/// Text without white space, with the byte of the source at which each character stands.
///
/// Titles are set with blanks between their characters and over several lines; what a plan says of
/// itself is read from them as if they had none.
struct SqueezedText {
  private(set) var scalars: [Unicode.Scalar] = []
  /// Of each character; as many as `scalars`.
  private(set) var starts: [Int] = []

  init() {}

  /// - Parameter limit: no more characters of the source than this are read, blanks included.
  init(_ span: TextSpan, of source: SourceText, limit: Int = .max) {
    let likely = min(limit, span.count / 3 + 1)
    scalars.reserveCapacity(likely)
    starts.reserveCapacity(likely)
    var reader = ScalarReader(bytes: source.bytes, position: span.start, end: span.end)
    var read = 0
    while read < limit {
      let start = reader.position
      guard let scalar = reader.next() else { return }
      read += 1
      if scalar.isBlank { continue }
      scalars.append(scalar)
      starts.append(start)
    }
  }

  init(_ text: MendedText, limit: Int = .max) {
    var reader = ScalarReader(bytes: text.bytes, position: 0, end: text.count)
    while scalars.count < limit {
      let start = reader.position
      guard let scalar = reader.next() else { return }
      if scalar.isBlank { continue }
      scalars.append(scalar)
      starts.append(text.sourceByte(of: start))
    }
  }

  /// A text by itself; its characters stand at their place in it.
  init(_ text: String) { self.init(TextSpan(0, text.utf8.count), of: SourceText(text)) }

  mutating func append(_ other: SqueezedText) {
    scalars += other.scalars
    starts += other.starts
  }

  var count: Int { scalars.count }
  var isEmpty: Bool { scalars.isEmpty }
  var string: String { text(0..<count) }

  subscript(_ index: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }

  func text(_ range: Range<Int>) -> String {
    let range = range.clamped(to: 0..<count)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count * 3)
    for scalar in scalars[range] { bytes.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
    return String(decoding: bytes, as: UTF8.self)
  }

  func slice(_ range: Range<Int>) -> SqueezedText {
    var part = SqueezedText()
    let range = range.clamped(to: 0..<count)
    part.scalars = Array(scalars[range])
    part.starts = Array(starts[range])
    return part
  }

  func has(_ word: String, at index: Int) -> Bool {
    guard index >= 0 else { return false }
    var position = index
    for scalar in word.unicodeScalars {
      guard position < count, scalars[position] == scalar else { return false }
      position += 1
    }
    return true
  }

  /// Whether the whole is a word.
  func equals(_ word: String) -> Bool { word.unicodeScalars.count == count && has(word, at: 0) }

  func ends(with word: String) -> Bool { has(word, at: count - word.unicodeScalars.count) }

  /// The first place of a word at or behind `index`.
  func range(of word: String, from index: Int = 0) -> Range<Int>? {
    let length = word.unicodeScalars.count
    guard let first = word.unicodeScalars.first, index + length <= count else { return nil }
    for start in index...count - length where scalars[start] == first && has(word, at: start) {
      return start..<start + length
    }
    return nil
  }

  func contains(_ word: String) -> Bool { range(of: word) != nil }

  func contains(anyOf marks: Set<Unicode.Scalar>) -> Bool {
    scalars.contains { marks.contains($0) }
  }

  /// A part as something found.
  func found(_ range: Range<Int>) -> PlanMetadata.Found {
    PlanMetadata.Found(
      text(range), start: starts.indices.contains(range.lowerBound) ? starts[range.lowerBound] : nil
    )
  }

  /// Without one pair of brackets around the whole.
  var withoutOuterBrackets: SqueezedText {
    guard count > 2, let first = self[0], let last = self[count - 1],
      "（([【〔".unicodeScalars.contains(first),
      "）)]】〕".unicodeScalars.contains(last)
    else { return self }
    return slice(1..<count - 1)
  }

  /// End of the text without the mark of a footnote.
  var markEnd: Int {
    let marks = "·•*＊※①".unicodeScalars
    return scalars.lastIndex { !marks.contains($0) }.map { $0 + 1 } ?? 0
  }

  /// End of the text without brackets and marks at its end: 规划（草案）* ends at （.
  var bareEnd: Int {
    var end = markEnd
    while end > 0, "）)".unicodeScalars.contains(scalars[end - 1]),
      let open = scalars[..<end].lastIndex(where: { "（(".unicodeScalars.contains($0) })
    {
      end = open
    }
    return end
  }
}
