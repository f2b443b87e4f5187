import ByteAccess
import TextFolding

/// Folded tokens as a segment keeps them: UTF-16 code units, a blank where two tokens would run
/// together, a line feed where a line end stood.
///
/// Folding the text again gives the same tokens; reading it back needs only the classes.
enum StoredTokens {
  static let blank: UInt16 = 0x20
  static let lineEnd: UInt16 = 0x0A

  /// Whether a unit is a Han character of the block that nearly all text is made of: a token of its own, of
  /// which nothing has to be looked up.
  @inline(__always)
  static func isCommonHan(_ unit: UInt16) -> Bool { unit >= 0x4E00 && unit < 0xA000 }

  static func encode(_ tokens: TokenStream, into units: inout [UInt16]) {
    var lineStarts = tokens.lineStarts[...]
    var previous: TokenKind?
    for index in 0..<tokens.count {
      let kind = tokens.kind(index)
      if lineStarts.first == UInt32(index) {
        lineStarts.removeFirst()
        units.append(lineEnd)
      } else if needsBlank(between: previous, kind) {
        units.append(blank)
      }
      for scalar in tokens.scalars(of: index) { append(scalar, to: &units) }
      previous = kind
    }
  }

  /// Whether two tokens would run together without a blank.
  @inline(__always)
  static func needsBlank(between first: TokenKind?, _ second: TokenKind) -> Bool {
    switch (first, second) {
    case (nil, _), (_, .han): false
    case (.word, _): true
    case (.han, _): false
    case (.mark, .word): true
    case (.mark, .mark): false
    }
  }

  @inline(__always)
  static func append(_ scalar: UInt32, to units: inout [UInt16]) {
    guard scalar > 0xFFFF else { return units.append(UInt16(truncatingIfNeeded: scalar)) }
    let rest = scalar - 0x1_0000
    units.append(UInt16(0xD800 + (rest >> 10 & 0x3FF)))
    units.append(UInt16(0xDC00 + (rest & 0x3FF)))
  }

  /// The code point of two surrogates.
  static func scalar(_ high: UInt16, _ low: UInt16) -> UInt32 {
    0x1_0000 + (UInt32(high & 0x3FF) << 10 | UInt32(low & 0x3FF))
  }

  /// Reads tokens back from a range of bytes.
  ///
  /// - Returns: nil where the range is not inside the bytes.
  static func decode(_ bytes: RawSpan, _ range: Range<Int>) -> TokenStream? {
    guard range.lowerBound >= 0, range.upperBound <= bytes.byteCount else { return nil }
    var tokens = TokenStream()
    tokens.reserveCapacity(range.count / 2)
    var word: [UInt32] = []
    var afterLineEnd = false
    func flush() {
      guard !word.isEmpty else { return }
      tokens.append(token: word[...], afterLineEnd: afterLineEnd)
      afterLineEnd = false
      word.removeAll(keepingCapacity: true)
    }
    var offset = range.lowerBound
    while offset + 2 <= range.upperBound, let unit = bytes.uint16(at: offset) {
      offset += 2
      var scalar = UInt32(unit)
      if isCommonHan(unit) {
        flush()
        tokens.append(token: scalar, afterLineEnd: afterLineEnd)
        afterLineEnd = false
        continue
      }
      if unit == blank || unit == lineEnd {
        flush()
        if unit == lineEnd { afterLineEnd = true }
        continue
      }
      if unit & 0xFC00 == 0xD800, offset + 2 <= range.upperBound,
        let low = bytes.uint16(at: offset), low & 0xFC00 == 0xDC00
      {
        scalar = Self.scalar(unit, low)
        offset += 2
      }
      let kind = CharacterClass(of: scalar)
      // A full stop inside a word has no blank before it; one that is a mark has.
      if kind == .word || (scalar == 0x2E && !word.isEmpty) {
        word.append(scalar)
      } else {
        flush()
        word.append(scalar)
        flush()
      }
    }
    flush()
    return tokens
  }
}
