import ByteAccess
import TextFolding

/// Looks for a phrase in stored tokens as they lie in the file.
///
/// A phrase is stored as the same code units wherever it stands. They are the phrase unless they
/// are part of a longer word: what stands before a word or behind it is then neither an end, nor a
/// blank, nor a Han character.
struct StoredTextScan {
  private let units: [UInt16]
  private let beginsWithWord: Bool
  private let endsWithWord: Bool

  /// - Parameter phrase: at least one token.
  init(_ phrase: Phrase) {
    var units: [UInt16] = []
    StoredTokens.encode(phrase.stream, into: &units)
    self.units = units
    beginsWithWord = phrase.kind(0) == .word
    endsWithWord = phrase.kind(phrase.count - 1) == .word
  }

  func occurrences(
    in segment: Segment, among candidates: [UInt32]
  ) throws(IndexError) -> PostingList {
    var list = PostingList()
    for document in candidates {
      let range = try segment.textRange(of: Int(document))
      let count = segment.file.withBytes { bytes in self.count(in: bytes, range) }
      if count > 0 { list.append(document, frequency: count) }
    }
    return list
  }

  private func count(in bytes: RawSpan, _ range: Range<Int>) -> UInt32 {
    guard let first = units.first else { return 0 }
    var count: UInt32 = 0
    var offset = range.lowerBound
    let last = range.upperBound - 2 * units.count
    while offset <= last {
      if bytes.uint16(at: offset) == first, matches(bytes, offset, range) { count += 1 }
      offset += 2
    }
    return count
  }

  private func matches(_ bytes: RawSpan, _ offset: Int, _ range: Range<Int>) -> Bool {
    for (index, unit) in units.enumerated() where bytes.uint16(at: offset + 2 * index) != unit {
      return false
    }
    let end = offset + 2 * units.count
    if beginsWithWord, offset > range.lowerBound, continuesWord(scalar(before: offset, bytes)) {
      return false
    }
    return !(endsWithWord && end < range.upperBound && continuesWord(scalar(at: end, bytes)))
  }

  /// Whether a code point that stands beside a word belongs to it.
  private func continuesWord(_ scalar: UInt32) -> Bool {
    guard scalar != StoredTokens.blank, scalar != StoredTokens.lineEnd else { return false }
    return CharacterClass(of: scalar) != .han
  }

  private func scalar(before offset: Int, _ bytes: RawSpan) -> UInt32 {
    guard let low = bytes.uint16(at: offset - 2), low & 0xFC00 == 0xDC00 else {
      return UInt32(bytes.uint16(at: offset - 2) ?? 0)
    }
    return scalar(at: offset - 4, bytes)
  }

  private func scalar(at offset: Int, _ bytes: RawSpan) -> UInt32 {
    guard let unit = bytes.uint16(at: offset), unit & 0xFC00 == 0xD800,
      let low = bytes.uint16(at: offset + 2)
    else { return UInt32(bytes.uint16(at: offset) ?? 0) }
    return StoredTokens.scalar(unit, low)
  }
}
