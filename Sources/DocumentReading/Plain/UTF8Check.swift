import ByteAccess

/// UTF-8 and how much of some bytes is well-formed (Unicode 16, table 3-7).
enum UTF8Check {
  /// Bytes of the sequence at a place; nil where none begins there.
  @inline(__always)
  static func length(_ bytes: Span<UInt8>, at index: Int) -> Int? {
    let byte = bytes[index]
    if byte < 0x80 { return 1 }
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch byte {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, low) = (3, 0xA0)
    case 0xED: (length, high) = (3, 0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, low) = (4, 0x90)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, high) = (4, 0x8F)
    default: return nil
    }
    guard index + length <= bytes.count, bytes[index + 1] >= low, bytes[index + 1] <= high else {
      return nil
    }
    if length > 2, bytes[index + 2] & 0xC0 != 0x80 { return nil }
    if length > 3, bytes[index + 3] & 0xC0 != 0x80 { return nil }
    return length
  }

  /// The first byte from a place on that begins no well-formed sequence; nil where all is
  /// well-formed.
  static func firstInvalid(_ bytes: [UInt8], from start: Int = 0) -> Int? {
    let span = bytes.span
    var index = start
    while index < span.count {
      if span[index] < 0x80 {
        // Much of a page is ASCII, in long stretches.
        index += span.asciiStretch(from: index)
        while index < span.count, span[index] < 0x80 { index += 1 }
        continue
      }
      guard let length = length(span, at: index) else { return index }
      index += length
    }
    return nil
  }

  /// Share of the bytes above 0x7F that stand in well-formed sequences of three bytes or four, as
  /// Chinese does, in hundredths; 0 where there are none. Sequences of two bytes, which GB18030 has by
  /// chance, do not count either way.
  static func share(_ bytes: [UInt8]) -> Int {
    let span = bytes.span
    var index = 0
    var good = 0
    var bad = 0
    while index < span.count {
      guard let length = length(span, at: index) else {
        bad += 1
        index += 1
        continue
      }
      if length > 2 { good += length }
      index += length
    }
    return good + bad == 0 ? 0 : good * 100 / (good + bad)
  }
}
