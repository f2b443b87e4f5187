import ByteAccess

/// Reads lines of a corpus that have nothing but strings, without a JSON decoder, which would take a
/// fourth of the time of building. What it cannot be sure of is left to the decoder.
struct CorpusLine {
  private let end: Int
  private var offset: Int
  private var id: [UInt8]?
  private var title: [UInt8]?
  private var text: [UInt8]?

  /// The document in a line; nil where the line has to be read by a decoder.
  static func document(in bytes: RawSpan, _ range: Range<Int>) -> CorpusDocument? {
    var line = CorpusLine(range)
    guard line.read(bytes) else { return nil }
    guard let id = line.id, var text = line.title, let rest = line.text else { return nil }
    text.append(0x0A)
    text += rest
    guard (try? UTF8Span(validating: text.span)) != nil,
      let name = String(validating: id, as: UTF8.self)
    else { return nil }
    return CorpusDocument(id: name, text: text)
  }

  private init(_ range: Range<Int>) {
    offset = range.lowerBound
    end = range.upperBound
  }

  /// Reads the whole line: `{"id":"…","title":"…","text":"…"}`, blanks anywhere, other strings too.
  private mutating func read(_ bytes: RawSpan) -> Bool {
    guard take("{", bytes) else { return false }
    repeat {
      guard take("\"", bytes), let key = string(bytes), take(":", bytes), take("\"", bytes) else {
        return false
      }
      guard let value = string(bytes) else { return false }
      switch key {
      case Array("id".utf8) where id == nil: id = value
      case Array("title".utf8) where title == nil: title = value
      case Array("text".utf8) where text == nil: text = value
      default: return false
      }
    } while take(",", bytes)
    guard take("}", bytes) else { return false }
    skipBlanks(bytes)
    return offset == end
  }

  private mutating func skipBlanks(_ bytes: RawSpan) {
    while offset < end, let byte = bytes.uint8(at: offset),
      byte == 0x20 || byte == 0x09 || byte == 0x0D
    {
      offset += 1
    }
  }

  /// Goes behind a character where it stands next, blanks before it skipped.
  private mutating func take(_ character: Unicode.Scalar, _ bytes: RawSpan) -> Bool {
    skipBlanks(bytes)
    guard offset < end, bytes.uint8(at: offset) == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  /// The string whose first quotation mark was taken, up to and with its last; nil where it is none.
  private mutating func string(_ bytes: RawSpan) -> [UInt8]? {
    var result: [UInt8] = []
    while true {
      let start = offset
      skipOrdinary(bytes)
      result.append(bytes, start..<offset)
      guard offset < end, let byte = bytes.uint8(at: offset) else { return nil }
      offset += 1
      if byte == UInt8(ascii: "\"") { return result }
      guard byte == UInt8(ascii: "\\"), escape(bytes, into: &result) else { return nil }
    }
  }

  /// Goes to the next quotation mark, backslash or control character, eight bytes a step.
  private mutating func skipOrdinary(_ bytes: RawSpan) {
    let ones: UInt64 = 0x0101_0101_0101_0101
    while offset + 8 <= end, let eight = bytes.uint64(at: offset) {
      let quote = eight ^ ones &* 0x22
      let backslash = eight ^ ones &* 0x5C
      let found =
        (quote &- ones) & ~quote | (backslash &- ones) & ~backslash
        | (eight &- ones &* 0x20) & ~eight
      guard found & (ones &* 0x80) == 0 else { break }
      offset += 8
    }
    while offset < end, let byte = bytes.uint8(at: offset), byte >= 0x20, byte != 0x22,
      byte != 0x5C
    {
      offset += 1
    }
  }

  /// Takes what stands behind a backslash; false for what JSON does not have.
  private mutating func escape(_ bytes: RawSpan, into result: inout [UInt8]) -> Bool {
    guard offset < end, let byte = bytes.uint8(at: offset) else { return false }
    offset += 1
    switch byte {
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(byte)
    case UInt8(ascii: "u"):
      guard let value = hexadecimal(bytes), let scalar = Unicode.Scalar(value) else { return false }
      result += Array(String(Character(scalar)).utf8)
    default: return false
    }
    return true
  }

  /// A code point of four digits; half of a surrogate pair is left to the decoder.
  private mutating func hexadecimal(_ bytes: RawSpan) -> UInt32? {
    guard offset + 4 <= end else { return nil }
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = bytes.uint8(at: offset),
        let digit = Character(Unicode.Scalar(byte)).hexDigitValue
      else { return nil }
      value = value << 4 | UInt32(digit)
      offset += 1
    }
    return value
  }
}
