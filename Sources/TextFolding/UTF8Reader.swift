/// Decodes UTF-8, never failing: each maximal ill-formed part is one U+FFFD (Unicode Standard,
/// section 3.9, table 3-7 and "U+FFFD Substitution of Maximal Subparts").
package struct UTF8Reader: Sendable {
  /// The next byte to be read.
  package private(set) var position = 0

  package init() {}

  /// The next code point where its bytes are those of most Han characters: E4 to E9 and two more.
  /// The reader stays before it.
  @inline(__always)
  func han(in bytes: Span<UInt8>) -> UInt32? {
    guard position &+ 2 < bytes.count else { return nil }
    let lead = bytes[position]
    guard lead &- 0xE4 < 6 else { return nil }
    let (second, third) = (bytes[position &+ 1], bytes[position &+ 2])
    guard second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return nil }
    return UInt32(lead & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
  }

  /// Goes on by some bytes.
  @inline(__always)
  mutating func skip(_ count: Int) { position &+= count }

  /// The next code point, or nil at the end.
  package mutating func next(in bytes: Span<UInt8>) -> UInt32? {
    guard position < bytes.count else { return nil }
    let lead = bytes[position]
    position += 1
    if lead < 0x80 { return UInt32(lead) }
    let length: Int
    var lower: UInt8 = 0x80
    var upper: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: length = 1
    case 0xE0: (length, lower) = (2, 0xA0)
    case 0xED: (length, upper) = (2, 0x9F)
    case 0xE1...0xEF: length = 2
    case 0xF0: (length, lower) = (3, 0x90)
    case 0xF1...0xF3: length = 3
    case 0xF4: (length, upper) = (3, 0x8F)
    default: return 0xFFFD
    }
    var scalar = UInt32(lead) & (0x3F >> UInt32(length))
    for _ in 0..<length {
      guard position < bytes.count, bytes[position] >= lower, bytes[position] <= upper else {
        return 0xFFFD
      }
      scalar = scalar << 6 | UInt32(bytes[position] & 0x3F)
      position += 1
      (lower, upper) = (0x80, 0xBF)
    }
    return scalar
  }
}
