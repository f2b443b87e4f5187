import ByteAccess

/// Strings with lists of their own.
extension Segment {
  /// Bytes of one entry of `strings`.
  static let stringEntrySize = 24

  var stringCount: Int { range(of: .strings).count / Self.stringEntrySize }

  /// The list of a string, without positions; nil where it has none.
  func entry(of string: CommonString) throws(IndexError) -> TermEntry? {
    try reading { bytes throws(Damage) in
      var low = 0
      var high = stringCount
      while low < high {
        let middle = (low + high) / 2
        if try self.string(middle, in: bytes) < string { low = middle + 1 } else { high = middle }
      }
      guard low < stringCount, try self.string(low, in: bytes) == string else { return nil }
      return try stringEntry(low, in: bytes)
    }
  }

  /// A string by its number; the number has to be one.
  func string(_ number: Int, in bytes: RawSpan) throws(Damage) -> CommonString {
    let place = range(of: .strings).lowerBound + Self.stringEntrySize * number
    try check(place..<place + Self.stringEntrySize, .strings)
    // The first of two numbers is the low half of eight bytes.
    guard let first = bytes.uint64(at: place), let second = bytes.uint64(at: place + 8),
      max(first >> 32, first & 0xFFFF_FFFF, second >> 32, second & 0xFFFF_FFFF) < 0x11_0000
    else { throw Damage(section: .strings, offset: place, found: "an impossible string") }
    return CommonString(
      first: first << 32 | first >> 32, second: second << 32 | second >> 32)
  }

  func stringEntry(_ number: Int, in bytes: RawSpan) throws(Damage) -> TermEntry {
    let place = range(of: .strings).lowerBound + Self.stringEntrySize * number
    let lists = range(of: .stringLists)
    var end = lists.count
    if number + 1 < stringCount {
      let next = place + Self.stringEntrySize
      try check(next..<next + Self.stringEntrySize, .strings)
      end = Int(bytes.uint32(at: next + 20) ?? 0)
    }
    guard let first = bytes.uint32(at: place), let documents = bytes.uint32(at: place + 16),
      let start = bytes.uint32(at: place + 20), documents > 0, Int(documents) <= documentCount,
      Int(start) <= end, end <= lists.count, Int(documents) <= 8 * (end - Int(start))
    else { throw Damage(section: .strings, offset: place, found: "an impossible string") }
    return TermEntry(
      term: Term(first, 0), documents: Int(documents),
      list: lists.lowerBound + Int(start)..<lists.lowerBound + end, once: nil)
  }
}
