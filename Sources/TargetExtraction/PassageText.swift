import PlanDocument

/// A passage as the rules read it: white space gone, forms of one mark made one, and every code
/// point with its place in the source.
///
/// Full-width digits, letters and signs are half width, brackets full width. What is shown or
/// exported is always taken from `written`, never from `scalars`.
final class PassageText: Sendable {
  /// Code points for matching.
  let scalars: [UInt32]
  /// `scalars` in lower case: units of Latin letters come in all forms.
  let lower: [UInt32]
  /// The same code points as the source has them; as many as `scalars`.
  let written: [UInt32]
  /// First byte in the source of each; one more entry for the end.
  let sourceBytes: [Int]
  /// All traits that a code point of the text has.
  let traits: ScalarTraits

  init(_ text: MendedText) {
    var scalars: [UInt32] = []
    var written: [UInt32] = []
    var places: [Int] = []
    var traits: ScalarTraits = []
    var map = PieceMap(text.pieces)
    let likely = text.count / 2 + 1
    scalars.reserveCapacity(likely)
    written.reserveCapacity(likely)
    places.reserveCapacity(likely)
    var hasColon = false
    var byte = 0
    let bytes = text.bytes.span
    while byte < bytes.count {
      let (value, width) = Self.scalar(bytes, at: byte)
      let own = ScalarTraits.of(value)
      if !own.contains(.blank) {
        written.append(value)
        places.append(map.place(of: byte))
        if own.contains(.folds) {
          let folded = Self.folded(value)
          scalars.append(folded)
          traits.formUnion(ScalarTraits.of(folded))
          hasColon = hasColon || folded == 0x3A
        } else {
          scalars.append(value)
          traits.formUnion(own)
        }
      }
      byte += width
    }
    places.append(map.place(of: byte))
    if hasColon { Self.tellColons(&scalars) }
    self.scalars = scalars
    self.written = written
    sourceBytes = places
    self.traits = traits
    lower =
      traits.contains(.capital)
      ? scalars.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 } : scalars
  }

  /// The place in the source of each byte, asked in ascending order.
  private struct PieceMap {
    private let pieces: [MendedText.Piece]
    private var next = 0
    private var start = 0
    private var source = TextSpan(0, 0)

    init(_ pieces: [MendedText.Piece]) { self.pieces = pieces }

    mutating func place(of byte: Int) -> Int {
      while next < pieces.count, pieces[next].start <= byte || next == 0 {
        start = pieces[next].start
        source = pieces[next].source
        next += 1
      }
      return source.start + min(max(0, byte - start), source.count)
    }
  }

  /// A colon of ASCII is one of the sentence unless digits stand around it (8:30, 2:38:60).
  private static func tellColons(_ scalars: inout [UInt32]) {
    for index in scalars.indices where scalars[index] == 0x3A {
      let isRatio =
        index > 0 && index + 1 < scalars.count && NumeralReader.isDigit(scalars[index - 1])
        && NumeralReader.isDigit(scalars[index + 1])
      if !isRatio { scalars[index] = 0xFF1A }
    }
  }

  /// The code point at a place of well-formed UTF-8, and its bytes.
  private static func scalar(_ bytes: Span<UInt8>, at index: Int) -> (UInt32, Int) {
    let first = UInt32(bytes[index])
    func rest(_ offset: Int) -> UInt32 {
      index + offset < bytes.count ? UInt32(bytes[index + offset] & 0x3F) : 0
    }
    switch first {
    case ..<0xC0: return (first, 1)
    case ..<0xE0: return ((first & 0x1F) << 6 | rest(1), 2)
    case ..<0xF0: return ((first & 0x0F) << 12 | rest(1) << 6 | rest(2), 3)
    default: return ((first & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3), 4)
    }
  }

  /// White space of Unicode, and the blank of no width.
  static func isBlank(_ value: UInt32) -> Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
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
  func at(_ index: Int) -> UInt32 { index >= 0 && index < scalars.count ? scalars[index] : 0 }

  func has(_ word: Word, at index: Int) -> Bool {
    var place = index
    for scalar in word.text.unicodeScalars {
      guard at(place) == scalar.value else { return false }
      place += 1
    }
    return true
  }

  /// The plain form of a mark, letter or digit.
  static func folded(_ value: UInt32) -> UInt32 {
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
