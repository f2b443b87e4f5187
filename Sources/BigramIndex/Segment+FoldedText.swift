import ByteAccess
import TextFolding

/// The folded text of documents as one piece, for matching that does not go by tokens.
extension Segment {
  /// Puts the folded text of a document into a buffer as UTF-8.
  ///
  /// Tokens stand one behind another, with a blank between two words and a line feed between two
  /// lines; it is what `FoldedLine` makes of the document's tokens.
  package func foldedText(
    of ordinal: Int, into text: inout [UInt8]
  ) throws(IndexError) {
    let range = try textRange(of: ordinal)
    text.removeAll(keepingCapacity: true)
    // A unit becomes at most three bytes; one more is written over by the next.
    text.append(addingCapacity: 3 * (range.count / 2) + 1) { text in
      file.withBytes { Self.append($0, range, to: &text) }
    }
  }

  private static func append(
    _ bytes: RawSpan, _ range: Range<Int>, to text: inout OutputSpan<UInt8>
  ) {
    var offset = range.lowerBound
    // The last code point, and whether a blank was stored behind it.
    var previous = UInt32(StoredTokens.lineEnd)
    var isAfterBlank = false
    while offset + 2 <= range.upperBound, let unit = bytes.uint16(at: offset) {
      if StoredTokens.isCommonHan(unit) {
        isAfterBlank = false
        previous = UInt32(unit)
        offset += commonHan(in: bytes, offset..<range.upperBound, to: &text)
        continue
      }
      offset += 2
      if unit == StoredTokens.blank {
        isAfterBlank = true
        continue
      }
      var scalar = UInt32(unit)
      if unit & 0xFC00 == 0xD800, offset + 2 <= range.upperBound,
        let low = bytes.uint16(at: offset), low & 0xFC00 == 0xDC00
      {
        scalar = StoredTokens.scalar(unit, low)
        offset += 2
      }
      if isAfterBlank, CharacterClass(of: previous) == .word, CharacterClass(of: scalar) == .word {
        text.append(0x20)
      }
      isAfterBlank = false
      previous = scalar
      UTF8Text.append(scalar, to: &text)
    }
  }

  /// Puts the common Han characters that a range begins with into the text.
  ///
  /// Most text is runs of them: they are written without asking for each byte whether there is room.
  ///
  /// - Returns: bytes of the range that they take up.
  private static func commonHan(
    in bytes: RawSpan, _ range: Range<Int>, to text: inout OutputSpan<UInt8>
  ) -> Int {
    let most = range.count / 2
    precondition(text.freeCapacity > 3 * most)
    return unsafe bytes.withUnsafeBytes { bytes in
      unsafe text.withUnsafeMutableBufferPointer { buffer, count in
        let text = UnsafeMutableRawBufferPointer(buffer)
        var place = range.lowerBound
        let end = place + 2 * most
        while place < end {
          let unit = unsafe UInt16(
            littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt16.self))
          guard StoredTokens.isCommonHan(unit) else { break }
          // Its three bytes at once: 1110xxxx 10xxxxxx 10xxxxxx, the first one lowest.
          let scalar = UInt32(unit)
          let encoded =
            0x80_80E0 | scalar &>> 12 | scalar &<< 2 & 0x3F00 | scalar &<< 16 & 0x3F_0000
          unsafe text.storeBytes(of: encoded.littleEndian, toByteOffset: count, as: UInt32.self)
          count &+= 3
          place &+= 2
        }
        return place - range.lowerBound
      }
    }
  }
}

/// Folded tokens as one text, with the way back to them.
package struct FoldedLine: Sendable {
  /// UTF-8.
  package private(set) var bytes: [UInt8] = []
  /// For each byte the token that it belongs to; for a blank the one in front of it.
  private var tokens: [Int] = []

  package init(_ stream: TokenStream) {
    var lineStarts = stream.lineStarts[...]
    for token in 0..<stream.count {
      if lineStarts.first == UInt32(token) {
        lineStarts.removeFirst()
        append(0x0A, max(0, token - 1))
      } else if token > 0, stream.kind(token) == .word, stream.kind(token - 1) == .word {
        append(0x20, token - 1)
      }
      for scalar in stream.scalars(of: token) { append(scalar, token) }
    }
  }

  private mutating func append(_ scalar: UInt32, _ token: Int) {
    bytes.append(addingCapacity: 4) { UTF8Text.append(scalar, to: &$0) }
    while tokens.count < bytes.count { tokens.append(token) }
  }

  /// The tokens that a range of bytes belongs to; at least one where it is not empty.
  package func tokens(ofBytes range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty, tokens.indices.contains(range.upperBound - 1) else { return 0..<0 }
    return tokens[range.lowerBound]..<tokens[range.upperBound - 1] + 1
  }
}

enum UTF8Text {
  /// A value that is no code point becomes U+FFFD.
  @inline(__always)
  static func append(_ scalar: UInt32, to text: inout OutputSpan<UInt8>) {
    let isScalar = scalar < 0xD800 || (scalar > 0xDFFF && scalar < 0x11_0000)
    let scalar = isScalar ? scalar : 0xFFFD
    switch scalar {
    case 0..<0x80: text.append(UInt8(scalar))
    case 0x80..<0x800:
      text.append(UInt8(0xC0 | scalar >> 6))
      text.append(UInt8(0x80 | scalar & 0x3F))
    case 0x800..<0x1_0000:
      text.append(UInt8(0xE0 | scalar >> 12))
      text.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      text.append(UInt8(0x80 | scalar & 0x3F))
    default:
      text.append(UInt8(0xF0 | scalar >> 18))
      text.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      text.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      text.append(UInt8(0x80 | scalar & 0x3F))
    }
  }
}
