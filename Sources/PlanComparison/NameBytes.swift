import PlanDocument

/// A name as UTF-8, changed in place: comparing strings of Chinese goes through their canonical
/// forms, which takes far longer than comparing bytes.
struct NameBytes: Sendable, Hashable {
  private(set) var bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }
  init(bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  var text: String { String(decoding: bytes, as: UTF8.self) }
  var isEmpty: Bool { bytes.isEmpty }

  /// Code points.
  var count: Int { bytes.count { $0 & 0xC0 != 0x80 } }

  func opens(with word: NameBytes) -> Bool { bytes.starts(with: word.bytes) }

  func ends(with word: NameBytes) -> Bool {
    bytes.count >= word.bytes.count && bytes.suffix(word.bytes.count).elementsEqual(word.bytes)
  }

  func holds(_ word: NameBytes) -> Bool { bytes.place(of: word.bytes) != nil }

  /// Whether the name begins with a word and goes on for more than `rest` code points.
  func opens(with word: NameBytes, leaving rest: Int) -> Bool {
    opens(with: word) && count > word.count + rest
  }

  func ends(with word: NameBytes, leaving rest: Int) -> Bool {
    ends(with: word) && count > word.count + rest
  }

  mutating func dropFirst(_ word: NameBytes) { bytes.removeFirst(word.bytes.count) }
  mutating func dropLast(_ word: NameBytes) { bytes.removeLast(word.bytes.count) }
  mutating func append(_ word: NameBytes) { bytes += word.bytes }

  /// A bit for each code point that stands in it, several to a bit.
  var letters: UInt64 {
    var bits: UInt64 = 0
    var scalar: UInt32 = 0
    for byte in bytes {
      if byte & 0xC0 == 0x80 {
        scalar = scalar << 6 | UInt32(byte & 0x3F)
      } else {
        if scalar != 0 { bits |= 1 << UInt64((scalar &* 0x9E37_79B1) >> 26) }
        scalar = UInt32(byte)
      }
    }
    return scalar == 0 ? bits : bits | 1 << UInt64((scalar &* 0x9E37_79B1) >> 26)
  }

  /// - Returns: whether it stood there.
  @discardableResult
  mutating func replace(_ written: NameBytes, with meant: NameBytes) -> Bool {
    guard var place = bytes.place(of: written.bytes) else { return false }
    var changed: [UInt8] = []
    var start = 0
    while true {
      changed += bytes[start..<place]
      changed += meant.bytes
      start = place + written.bytes.count
      guard let next = bytes.place(of: written.bytes, from: start) else { break }
      place = next
    }
    changed += bytes[start...]
    bytes = changed
    return true
  }

  /// Bytes of the code points that both end with.
  func commonEnd(with other: NameBytes) -> Int {
    var length = 0
    while length < min(bytes.count, other.bytes.count),
      bytes[bytes.count - 1 - length] == other.bytes[other.bytes.count - 1 - length]
    { length += 1 }
    // Back to the beginning of a code point.
    while length > 0, bytes[bytes.count - length] & 0xC0 == 0x80 { length -= 1 }
    return length
  }

  /// Bytes of the code points that both begin with.
  func commonBeginning(with other: NameBytes) -> Int {
    var length = 0
    while length < min(bytes.count, other.bytes.count), bytes[length] == other.bytes[length] {
      length += 1
    }
    while length > 0, length < bytes.count, bytes[length] & 0xC0 == 0x80 { length -= 1 }
    return length
  }

  /// All but so many bytes at the beginning, a whole number of code points.
  func droppingBeginning(_ length: Int) -> NameBytes {
    NameBytes(bytes: Array(bytes.dropFirst(length)))
  }

  /// All but so many bytes at the end, a whole number of code points.
  func droppingEnd(_ length: Int) -> NameBytes { NameBytes(bytes: Array(bytes.dropLast(length))) }
}
