/// Makes what pdftotext prints well-formed: it copies control characters and broken UTF-8 of a
/// document, and titles of its head, as they are.
struct XHTMLCleaner {
  /// Bytes that were no text.
  private(set) var strayBytes = 0
  /// Bytes of a character that the next piece goes on with, or of the head.
  private var waiting: [UInt8] = []
  private var isInHead = true

  private static let body = Array("<doc>".utf8)
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// The next piece; in front of `<doc>` nothing is let through.
  mutating func clean(_ piece: [UInt8]) -> [UInt8] {
    waiting += piece
    if isInHead {
      guard let start = waiting.firstRange(of: Self.body)?.lowerBound else {
        // The head is short; of a long one only the end can matter.
        if waiting.count > 1 << 20 { waiting.removeFirst(waiting.count - 16) }
        return []
      }
      waiting.removeFirst(start)
      isInHead = false
    }
    let (clean, rest) = cleaned(waiting, isLast: false)
    waiting = rest
    return clean
  }

  mutating func end() -> [UInt8] {
    guard !isInHead else { return [] }
    let (clean, _) = cleaned(waiting, isLast: true)
    waiting = []
    return clean
  }

  private mutating func cleaned(
    _ bytes: [UInt8], isLast: Bool
  ) -> (clean: [UInt8], rest: [UInt8]) {
    var clean: [UInt8] = []
    clean.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte >= 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D {
          clean.append(byte)
        } else {
          strayBytes += 1
          clean += Self.replacement
        }
        index += 1
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      if index + length > bytes.count, !isLast { return (clean, Array(bytes[index...])) }
      if index + length <= bytes.count, Self.isCharacter(bytes[index..<index + length]) {
        clean += bytes[index..<index + length]
        index += length
      } else {
        strayBytes += 1
        clean += Self.replacement
        index += 1
      }
    }
    return (clean, [])
  }

  /// Whether the bytes are one character that XML takes.
  private static func isCharacter(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let lead = bytes.first, lead >= 0xC2, lead <= 0xF4,
      bytes.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 })
    else { return false }
    var value = UInt32(lead) & (bytes.count == 2 ? 0x1F : bytes.count == 3 ? 0x0F : 0x07)
    for byte in bytes.dropFirst() { value = value << 6 | UInt32(byte & 0x3F) }
    let least: UInt32 = bytes.count == 2 ? 0x80 : bytes.count == 3 ? 0x800 : 0x10000
    return value >= least && Unicode.Scalar(value) != nil && value & 0xFFFE != 0xFFFE
  }
}
