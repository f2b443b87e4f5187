/// Digits set above the line, as characters of their own: of km² and 10⁸ the digit is no part of a
/// number, and plain digits would make it one.
enum Superscript {
  /// - Returns: nil for anything but digits with a sign.
  static func digits(_ bytes: Span<UInt8>) -> String? {
    guard !bytes.isEmpty, bytes.count <= 8 else { return nil }
    var result = ""
    for index in bytes.indices {
      switch bytes[index] {
      case 0x30: result += "⁰"
      case 0x31: result += "¹"
      case 0x32: result += "²"
      case 0x33: result += "³"
      case 0x34...0x39: result.unicodeScalars.append(scalar(bytes[index]))
      case 0x2D: result += "⁻"
      case 0x2B: result += "⁺"
      default: return nil
      }
    }
    return result
  }

  private static func scalar(_ digit: UInt8) -> Unicode.Scalar {
    Unicode.Scalar(0x2070 + UInt32(digit - 0x30)) ?? " "
  }
}
