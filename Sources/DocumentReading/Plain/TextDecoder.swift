/// Recognises a file's encoding and gives its text as UTF-8 with LF line ends.
///
/// In this order: byte-order mark; UTF-8 where every byte is valid; UTF-16 by what its
/// units would be; the encoding that an HTML page declares; GB18030, which holds GBK and GB 2312.
struct TextDecoder {
  struct Decoded: Equatable {
    var bytes: [UInt8]
    var encoding: String
  }

  /// Encodings as pages name them, and as iconv does. Pages that declare gb2312 or gbk hold
  /// characters outside them.
  static let declared: [(String, String)] = [
    ("gb2312", "GB18030"), ("gbk", "GB18030"), ("gb18030", "GB18030"), ("x-gbk", "GB18030"),
    ("big5", "BIG5-HKSCS"), ("big5-hkscs", "BIG5-HKSCS"), ("utf-16", "UTF-16LE"),
    ("shift_jis", "SHIFT_JIS"), ("euc-kr", "EUC-KR"),
  ]

  let path: String

  /// - Parameter hint: what the file itself declares its encoding to be.
  func decode(_ bytes: [UInt8], hint: String?) throws(ReadingError) -> Decoded {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      let rest = Array(bytes[3...])
      if let invalid = Self.firstInvalidUTF8(rest) {
        throw .unknownEncoding(path: path, tried: ["UTF-8"], byte: invalid + 3)
      }
      return try checked(rest, encoding: "UTF-8 (BOM)")
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return try decode(bytes, from: "UTF-16LE", skip: 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try decode(bytes, from: "UTF-16BE", skip: 2) }
    if Self.firstInvalidUTF8(bytes) == nil, !bytes.contains(0) {
      return try checked(bytes, encoding: "UTF-8")
    }
    if let encoding = Self.utf16(bytes) { return try decode(bytes, from: encoding, skip: 0) }
    if let zero = bytes.firstIndex(of: 0) { throw .binary(path: path, byte: zero) }
    var tried = ["UTF-8"]
    let name = hint?.lowercased()
    var candidates = Self.declared.filter { $0.0 == name }.map(\.1)
    if candidates != ["GB18030"] { candidates.append("GB18030") }
    var failedAt = 0
    for candidate in candidates {
      tried.append(candidate)
      do {
        return try checked(IconvDecoder.utf8(bytes, from: candidate), encoding: candidate)
      } catch let error as IconvDecoder.Failure {
        if case .invalid(let byte) = error { failedAt = byte }
      } catch let error as ReadingError {
        throw error
      } catch {
        continue
      }
    }
    throw .unknownEncoding(path: path, tried: tried, byte: failedAt)
  }

  private func decode(
    _ bytes: [UInt8], from encoding: String, skip: Int
  ) throws(ReadingError) -> Decoded {
    let text: [UInt8]
    do {
      text = try IconvDecoder.utf8(Array(bytes[skip...]), from: encoding)
    } catch {
      guard case .invalid(let byte) = error else {
        throw .unknownEncoding(path: path, tried: [encoding], byte: skip)
      }
      throw .unknownEncoding(path: path, tried: [encoding], byte: skip + byte)
    }
    return try checked(text, encoding: encoding)
  }

  /// Turns line ends into LF, and refuses what has the control characters of a program.
  private func checked(_ bytes: [UInt8], encoding: String) throws(ReadingError) -> Decoded {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var controls = 0
    var firstControl = 0
    var previous: UInt8 = 0
    for (index, byte) in bytes.enumerated() {
      defer { previous = byte }
      switch byte {
      case 0x0D: text.append(0x0A)
      case 0x0A: if previous != 0x0D { text.append(0x0A) }
      case 0x00...0x08, 0x0E...0x1F, 0x7F:
        if controls == 0 { firstControl = index }
        controls += 1
        text.append(byte)
      default: text.append(byte)
      }
    }
    if controls > 4, controls * 200 > bytes.count || text.contains(0) {
      throw .binary(path: path, byte: firstControl)
    }
    return Decoded(bytes: text, encoding: encoding)
  }

  /// The first byte that begins no well-formed sequence (Unicode 16, table 3-7); nil where all is
  /// well-formed.
  static func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      let length: Int
      var second: ClosedRange<UInt8> = 0x80...0xBF
      switch byte {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF1...0xF3: length = 4
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      default: return index
      }
      guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return index }
      for offset in 2..<max(length, 2) where bytes[index + offset] & 0xC0 != 0x80 { return index }
      index += length
    }
    return nil
  }

  /// UTF-16 without a byte-order mark: in the right byte order nearly all of its units are
  /// characters that Chinese texts are made of, in the wrong one few are.
  private static func utf16(_ bytes: [UInt8]) -> String? {
    // A line end, a digit or a blank has a zero byte there, and no other encoding has one.
    guard bytes.count % 2 == 0, bytes.count >= 8, bytes.contains(0) else { return nil }
    var big = 0
    var little = 0
    for index in stride(from: 0, to: bytes.count, by: 2) {
      if isUsual(high: bytes[index], low: bytes[index + 1]) { big += 1 }
      if isUsual(high: bytes[index + 1], low: bytes[index]) { little += 1 }
    }
    guard big != little, max(big, little) * 40 >= bytes.count / 2 * 38 else { return nil }
    return big > little ? "UTF-16BE" : "UTF-16LE"
  }

  /// Whether a unit of UTF-16 is a Han character, a mark or letter beside them, or half of a
  /// rarer character.
  private static func isUsual(high: UInt8, low: UInt8) -> Bool {
    switch high {
    case 0x00: (0x20..<0x7F).contains(low) || (0x09...0x0D).contains(low) || low >= 0xA0
    case 0x20...0x26, 0x30...0x33, 0x4E...0x9F, 0xD8...0xDF, 0xFE, 0xFF: true
    default: false
    }
  }
}
