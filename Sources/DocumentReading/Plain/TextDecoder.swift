import ByteAccess
import PlanDocument

/// Recognises a file's encoding and gives its text as UTF-8 with LF line ends.
///
/// In this order: the encoding that the user names; byte-order mark; HZ; UTF-8 where nearly all of it
/// is well-formed; UTF-16 and UTF-32 by what their units would be; the encoding that a page declares,
/// where the bytes are valid in it; GB18030, which holds GBK and GB 2312, or Big5, by which of them has
/// more characters in daily use. A few undecodable bytes become U+FFFD and a warning; with many the
/// file is refused.
struct TextDecoder {
  struct Decoded: Equatable {
    var bytes: [UInt8]
    var encoding: String
    var warnings: [ReadingWarning] = []
  }

  /// Undecodable bytes that a text may have: 10, or one in a hundred characters; and never more than
  /// one in eight.
  static func mayHave(_ undecodable: Int, in characters: Int) -> Bool {
    undecodable <= max(10, characters / 100) && undecodable * 8 <= characters
  }

  let path: String
  /// What the user says the encoding is.
  var encoding: String?

  private static let marks: [(bytes: [UInt8], encoding: String)] = [
    ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE, 0x00, 0x00], "UTF-32LE"),
    ([0x00, 0x00, 0xFE, 0xFF], "UTF-32BE"), ([0xFF, 0xFE], "UTF-16LE"),
    ([0xFE, 0xFF], "UTF-16BE"), ([0x84, 0x31, 0x95, 0x33], "GB18030"),
  ]

  /// - Parameter hint: what the file itself declares its encoding to be.
  func decode(_ bytes: [UInt8], hint: String?) throws(ReadingError) -> Decoded {
    let mark = Self.mark(bytes)
    if let encoding {
      guard let name = EncodingName.named(encoding) else {
        throw .unknownEncodingName(path: path, name: encoding, known: EncodingName.shown)
      }
      // A mark tells the byte order too.
      let marked = mark.map { $0.encoding.prefix(6) == name.prefix(6) } ?? false
      return try decode(
        bytes, from: marked ? mark?.encoding ?? name : name, skip: marked ? mark?.length ?? 0 : 0)
    }
    if let mark {
      var decoded = try decode(bytes, from: mark.encoding, skip: mark.length)
      if mark.encoding == "UTF-8" { decoded.encoding = "UTF-8 (BOM)" }
      return decoded
    }
    if HZText.isHZ(bytes) { return try decode(bytes, from: "HZ", skip: 0) }
    if UTF8Check.firstInvalid(bytes) == nil, !bytes.contains(0) {
      return try checked(bytes, encoding: "UTF-8")
    }
    let guess = EncodingGuess(bytes: bytes)
    let share = UTF8Check.share(bytes)
    if share < 90, let wide = guess.wide() { return try decode(bytes, from: wide, skip: 0) }
    if share >= 90 { return try decode(bytes, from: "UTF-8", skip: 0) }
    let guessed = guess.chinese()
    let declared = hint.flatMap(EncodingName.named)
    var candidates = declared.map { [$0] } ?? []
    candidates += [guessed] + (guessed == "BIG5" ? ["BIG5-HKSCS", "GB18030"] : ["BIG5-HKSCS"])
    for candidate in candidates where candidate != "UTF-8" && candidate != "HZ" {
      if candidate == "BIG5-HKSCS", guessed != "BIG5", declared?.hasPrefix("BIG5") != true {
        continue
      }
      if let text = try? IconvDecoder.utf8(bytes, from: candidate) {
        return try checked(text, encoding: candidate.hasPrefix("BIG5") ? "Big5" : candidate)
      }
    }
    if let wide = guess.wide(needsZero: false), let text = try? IconvDecoder.utf8(bytes, from: wide)
    {
      return try checked(text, encoding: wide)
    }
    // Short texts hold a few well-formed sequences by chance.
    let isUTF8 = share >= 20 && bytes.count(where: { $0 >= 0x80 }) >= 40
    return try decode(bytes, from: isUTF8 ? "UTF-8" : guessed, skip: 0)
  }

  private static func mark(_ bytes: [UInt8]) -> (encoding: String, length: Int)? {
    marks.first { bytes.starts(with: $0.bytes) }.map { ($0.encoding, $0.bytes.count) }
  }

  // MARK: Decoding

  /// Decodes all of it, with U+FFFD for what cannot be decoded.
  private func decode(
    _ bytes: [UInt8], from encoding: String, skip: Int
  ) throws(ReadingError) -> Decoded {
    var source = bytes
    if skip > 0 { source.removeFirst(skip) }
    let shown = encoding.hasPrefix("BIG5") ? "Big5" : encoding
    if encoding == "UTF-8" { return try decodeUTF8(source, skip: skip) }
    if encoding == "HZ" { source = HZText.eightBits(source) }
    let read: IconvDecoder.Lossy
    do {
      read = try IconvDecoder.lossy(
        source, from: encoding == "HZ" ? "GB18030" : encoding, unit: EncodingName.unit(encoding))
    } catch {
      throw .unknownEncodingName(path: path, name: encoding, known: EncodingName.shown)
    }
    return try checked(
      read.bytes, encoding: shown, undecodable: read.places.map { $0 + skip }, count: read.count)
  }

  /// UTF-8, of which some lines may be in GB18030: files that were put together of others are.
  private func decodeUTF8(_ bytes: [UInt8], skip: Int) throws(ReadingError) -> Decoded {
    guard let first = UTF8Check.firstInvalid(bytes) else {
      return try checked(bytes, encoding: "UTF-8")
    }
    let start = bytes[..<first].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    var text = Array(bytes[..<start])
    text.reserveCapacity(bytes.count + bytes.count / 4)
    var places: [Int] = []
    var count = 0
    var foreign: [Int] = []
    var wasForeign = false
    var index = start
    while index < bytes.count {
      let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
      let line = Array(bytes[index..<end])
      if UTF8Check.firstInvalid(line) == nil {
        text += line
      } else if let chinese = Self.chinese(line, isLikely: wasForeign) {
        foreign.append(index + skip)
        text += chinese
        wasForeign = true
      } else {
        wasForeign = false
        var place = 0
        var attempts = 0
        while place < line.count {
          if let length = UTF8Check.length(line.span, at: place) {
            text += line[place..<place + length]
            place += length
            continue
          }
          attempts += 1
          if attempts <= Self.attempts,
            let chinese = Self.chinese(Array(line[place...]), isLikely: false)
          {
            foreign.append(index + place + skip)
            text += chinese
            break
          }
          if places.count < Self.shownPlaces { places.append(index + place + skip) }
          count += 1
          text += Self.replacement
          place += 1
        }
      }
      if end < bytes.count { text.append(0x0A) }
      index = end + 1
    }
    var decoded = try checked(text, encoding: "UTF-8", undecodable: places, count: count)
    if let place = foreign.first {
      decoded.warnings.append(
        ReadingWarning(
          "\(foreign.count) 行不是 UTF-8，按 GB18030 读入，首行从第 \(place) 字节起",
          "\(foreign.count) lines are not UTF-8 and were read as GB18030, the first from byte \(place) on"
        ))
    }
    return decoded
  }

  /// A line in GB18030; nil where it is not surely that.
  private static func chinese(_ line: [UInt8], isLikely: Bool) -> [UInt8]? {
    let wide = line.count { $0 >= 0x80 }
    guard wide >= (isLikely ? 2 : 8), UTF8Check.share(line) < 50,
      EncodingGuess(bytes: line).chinese() == "GB18030"
    else { return nil }
    return try? IconvDecoder.utf8(line, from: "GB18030")
  }

  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
  /// How often in a line its rest is looked at as another encoding.
  private static let attempts = 3
  /// Places that a warning names.
  static let shownPlaces = 5

  // MARK: Checking

  /// Turns line ends into LF, and refuses what has the control characters of a program or too much that
  /// could not be decoded.
  ///
  /// - Parameters:
  ///   - undecodable: bytes of the file, the first of them.
  ///   - count: of all of them.
  private func checked(
    _ bytes: [UInt8], encoding: String, undecodable: [Int] = [], count: Int = 0
  ) throws(ReadingError) -> Decoded {
    var controls = 0
    var zeros = 0
    var firstControl = 0
    var characters = 0
    var hasReturns = false
    let span = bytes.span
    var start = 0
    while start < span.count {
      // Most stretches have no control characters but line ends and tabs.
      let end = min(start + 256, span.count)
      let stretch = span.characters(in: start..<end)
      characters += stretch.count
      for index in start..<(stretch.mayHaveControls ? end : start) {
        switch span[index] {
        case 0x0D: hasReturns = true
        case 0x09, 0x0A, 0x0B, 0x0C, 0x20..<0x7F, 0x80...0xFF: break
        default:
          if controls == 0 { firstControl = index }
          controls += 1
          if span[index] == 0 { zeros += 1 }
        }
      }
      start = end
    }
    if controls > 4, controls * 200 > bytes.count || zeros > 4 {
      throw .binary(path: path, byte: firstControl)
    }
    guard count == 0 || Self.mayHave(count, in: characters) else {
      throw .unknownEncoding(path: path, tried: [encoding], byte: undecodable.first ?? 0)
    }
    var decoded = Decoded(bytes: [], encoding: encoding)
    if count > 0 {
      let more = count > undecodable.count ? " …" : ""
      let places = undecodable.prefix(Self.shownPlaces).map(String.init).joined(separator: ", ")
      decoded.warnings.append(
        ReadingWarning(
          "\(count) 个字节不能解码（\(encoding)），以 U+FFFD 代替，位于第 \(places)\(more) 字节",
          "\(count) undecodable bytes (\(encoding)) were replaced by U+FFFD, at byte \(places)\(more)"
        ))
    }
    if zeros > 0 {
      decoded.warnings.append(
        ReadingWarning(
          "\(zeros) 个零字节以 U+FFFD 代替，第一个在正文第 \(firstControl) 字节",
          "\(zeros) zero bytes were replaced by U+FFFD, the first at byte \(firstControl) of the text"
        ))
    }
    decoded.bytes = hasReturns || zeros > 0 ? Self.mended(bytes) : bytes
    return decoded
  }

  /// With LF line ends and without zero bytes.
  private static func mended(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    let span = bytes.span
    var previous: UInt8 = 0
    for index in span.indices {
      let byte = span[index]
      switch byte {
      case 0x0D: text.append(0x0A)
      case 0x0A: if previous != 0x0D { text.append(0x0A) }
      case 0x00: text += replacement
      default: text.append(byte)
      }
      previous = byte
    }
    return text
  }
}
