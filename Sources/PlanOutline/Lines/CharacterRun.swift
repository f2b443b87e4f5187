import PlanDocument

/// The characters of a stretch of text, with the byte at which each begins.
struct CharacterRun {
  private(set) var scalars: [Unicode.Scalar] = []
  /// One more than `scalars`: the last is the end of the stretch.
  private(set) var starts: [Int] = []

  /// - Parameter limit: no more characters than this are read.
  init(_ span: TextSpan, of source: SourceText, limit: Int = .max) {
    let most = min(limit, span.count)
    scalars.reserveCapacity(most)
    starts.reserveCapacity(most + 1)
    var reader = ScalarReader(bytes: source.bytes, position: span.start, end: span.end)
    while scalars.count < limit {
      let start = reader.position
      guard let scalar = reader.next() else { break }
      scalars.append(scalar)
      starts.append(start)
    }
    starts.append(reader.position)
  }

  var count: Int { scalars.count }

  subscript(_ index: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }

  func span(_ range: Range<Int>) -> TextSpan {
    TextSpan(starts[range.lowerBound], starts[range.upperBound])
  }

  /// Whether the characters from `index` on are those of `text`.
  func has(_ text: String, at index: Int) -> Bool {
    var position = index
    for scalar in text.unicodeScalars {
      guard self[position] == scalar else { return false }
      position += 1
    }
    return true
  }

  /// The first index at or after `index` that is no blank.
  func skipBlanks(_ index: Int) -> Int {
    var position = index
    while let scalar = self[position], scalar.isBlank { position += 1 }
    return position
  }

  func firstIndex(of wanted: Unicode.Scalar, from index: Int) -> Int? {
    guard index < count else { return nil }
    return scalars[index...].firstIndex(of: wanted)
  }

  /// A part as text, without white space.
  func squeezed(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in scalars[range] where !scalar.isBlank { view.append(scalar) }
    return String(view)
  }
}

/// Reads characters of well-formed UTF-8 one after another.
struct ScalarReader {
  private let bytes: [UInt8]
  private(set) var position: Int
  private let end: Int

  init(bytes: [UInt8], position: Int, end: Int) {
    self.bytes = bytes
    self.position = position
    self.end = min(end, bytes.count)
  }

  mutating func next() -> Unicode.Scalar? {
    guard position < end else { return nil }
    let first = bytes[position]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = UInt32(length == 1 ? first : first & (0xFF >> (length + 1)))
    for offset in 1..<max(length, 1) {
      guard position + offset < end else { break }
      value = value << 6 | UInt32(bytes[position + offset] & 0x3F)
    }
    position = min(position + length, end)
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}

extension Unicode.Scalar {
  /// White space of every kind, and the marks without width that converters leave.
  var isBlank: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F,
      0x2060, 0x3000, 0xFEFF:
      true
    default: false
    }
  }

  /// A Chinese character.
  var isHan: Bool {
    switch value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x2E80...0x2FDF, 0x20000...0x3FFFF,
      0x3007:
      true
    default: false
    }
  }

  /// A letter or digit of the Latin, Greek or Cyrillic scripts, of half width.
  var isLatinWord: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x370...0x52F: value != 0xD7
    default: false
    }
  }

  /// The value of a digit of half or full width.
  var digit: Int? {
    switch value {
    case 0x30...0x39: Int(value - 0x30)
    case 0xFF10...0xFF19: Int(value - 0xFF10)
    default: nil
    }
  }

  /// A mark that ends a sentence.
  var endsSentence: Bool {
    switch self {
    case "。", "！", "？", "；", "!", "?", ";", "…": true
    default: false
    }
  }

  /// A mark that may stand behind one that ends a sentence.
  var closes: Bool {
    switch self {
    case "”", "’", "）", ")", "》", "」", "』", "】", "\"": true
    default: false
    }
  }

  /// A mark that opens what a later one closes.
  var opens: Bool {
    switch self {
    case "“", "‘", "（", "(", "「", "『", "【", "《": true
    default: false
    }
  }

  /// Width in quarters of a Chinese character.
  var width: Int { isBlank ? (value == 0x3000 ? 4 : 1) : value < 0x2000 ? 2 : 4 }
}
