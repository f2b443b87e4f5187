import PlanDocument

/// A passage as the rules read it: white space gone, forms of one mark made one, and every code
/// point with its place in the source.
///
/// Full-width digits, letters and signs are half width, brackets full width. What is shown or
/// exported is always taken from `written`, never from `scalars`.
struct PassageText {
  /// Code points for matching.
  let scalars: [UInt32]
  /// The same code points as the source has them; as many as `scalars`.
  let written: [UInt32]
  /// First byte in the source of each; one more entry for the end.
  let sourceBytes: [Int]

  init(_ text: MendedText) {
    var scalars: [UInt32] = []
    var written: [UInt32] = []
    var places: [Int] = []
    var byte = 0
    for scalar in text.string.unicodeScalars {
      let width = UTF8.width(scalar)
      defer { byte += width }
      if scalar.properties.isWhitespace || scalar.value == 0x200B { continue }
      scalars.append(Self.folded(scalar.value))
      written.append(scalar.value)
      places.append(text.sourceByte(of: byte))
    }
    places.append(text.sourceByte(of: byte))
    self.scalars = scalars
    self.written = written
    sourceBytes = places
  }

  var count: Int { scalars.count }

  /// The text as written, white space removed.
  func string(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count * 3)
    for value in written[range] {
      switch value {
      case ..<0x80: bytes.append(UInt8(value))
      case ..<0x800:
        bytes.append(0xC0 | UInt8(value >> 6))
        bytes.append(0x80 | UInt8(value & 0x3F))
      case ..<0x1_0000:
        bytes.append(0xE0 | UInt8(value >> 12))
        bytes.append(0x80 | UInt8(value >> 6 & 0x3F))
        bytes.append(0x80 | UInt8(value & 0x3F))
      default:
        bytes.append(0xF0 | UInt8(value >> 18 & 0x07))
        bytes.append(0x80 | UInt8(value >> 12 & 0x3F))
        bytes.append(0x80 | UInt8(value >> 6 & 0x3F))
        bytes.append(0x80 | UInt8(value & 0x3F))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Bytes of the source from the first to the last code point.
  func span(_ range: Range<Int>) -> TextSpan {
    guard let last = range.last else {
      return TextSpan(sourceBytes[range.lowerBound], sourceBytes[range.lowerBound])
    }
    let width = Unicode.Scalar(written[last]).map(UTF8.width) ?? 1
    return TextSpan(sourceBytes[range.lowerBound], sourceBytes[last] + width)
  }

  /// The code point at a place; 0 outside the text.
  func at(_ index: Int) -> UInt32 { scalars.indices.contains(index) ? scalars[index] : 0 }

  func has(_ word: Word, at index: Int) -> Bool {
    index >= 0 && index + word.scalars.count <= scalars.count
      && scalars[index..<index + word.scalars.count].elementsEqual(word.scalars)
  }

  private static func folded(_ value: UInt32) -> UInt32 {
    switch value {
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: value - 0xFEE0
    case 0xFF05, 0xFF0B, 0xFF0D, 0xFF0E, 0xFF0F, 0xFF1C, 0xFF1D, 0xFF1E: value - 0xFEE0
    case 0x28: 0xFF08
    case 0x29: 0xFF09
    case 0x5B, 0x3014, 0xFF3B: 0x3014
    case 0x5D, 0x3015, 0xFF3D: 0x3015
    case 0xFF5E, 0x301C, 0x223C: 0x7E
    case 0x2010...0x2013, 0x2212: 0x2D
    case 0x2265, 0x2267: 0x2265
    case 0x2264, 0x2266: 0x2264
    case 0x3B: 0xFF1B
    case 0x2236: 0x3A
    default: value
    }
  }
}

extension UTF8 {
  /// Bytes of a code point in UTF-8, 1 ... 4.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case ..<0x80: 1
    case ..<0x800: 2
    case ..<0x1_0000: 3
    default: 4
    }
  }
}
