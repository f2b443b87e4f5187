/// HZ (RFC 1843): GB 2312 in seven bits, between `~{` and `~}`.
enum HZText {
  /// Whether some bytes hold Chinese in HZ: all of seven bits, with at least one stretch that begins
  /// and ends, and nothing in any stretch that GB 2312 does not have.
  static func isHZ(_ bytes: [UInt8]) -> Bool {
    let span = bytes.span
    var isInside = false
    var characters = 0
    var index = 0
    while index < span.count {
      let byte = span[index]
      guard byte < 0x80 else { return false }
      let next = index + 1 < span.count ? span[index + 1] : 0
      if isInside {
        if byte == 0x7E, next == 0x7D {
          isInside = false
        } else if byte == 0x0A || byte == 0x0D {
          isInside = false
          index += 1
          continue
        } else {
          guard (0x21...0x77).contains(byte), (0x21...0x7E).contains(next) else { return false }
          characters += 1
        }
        index += 2
      } else if byte == 0x7E, next == 0x7B {
        isInside = true
        index += 2
      } else {
        index += 1
      }
    }
    return characters > 0
  }

  /// The same text in GB 2312 with eight bits.
  static func eightBits(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isInside = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if byte == 0x7E, next == (isInside ? 0x7D : 0x7B) {
        isInside.toggle()
        index += 2
      } else if !isInside, byte == 0x7E, next == 0x7E {
        result.append(0x7E)
        index += 2
      } else if !isInside, byte == 0x7E, next == 0x0A {
        index += 2
      } else {
        if byte == 0x0A || byte == 0x0D { isInside = false }
        result.append(isInside ? byte | 0x80 : byte)
        index += 1
      }
    }
    return result
  }
}
