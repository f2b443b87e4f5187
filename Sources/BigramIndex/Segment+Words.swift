import ByteAccess

/// The sorted list of the segment's words.
extension Segment {
  /// The number of a word; nil where no document has it.
  package func wordNumber(of word: [UInt32]) -> UInt32? {
    let bytes = Self.utf8(word)
    let place = firstWord(notBefore: bytes)
    return place < wordCount && compare(place, with: bytes) == 0 ? UInt32(place) : nil
  }

  /// Numbers of the words that begin with some code points, the word itself included.
  package func words(withPrefix prefix: [UInt32]) -> Range<UInt32> {
    let bytes = Self.utf8(prefix)
    let start = firstWord(notBefore: bytes)
    var low = start
    var high = wordCount
    while low < high {
      let middle = (low + high) / 2
      if compare(middle, with: bytes, prefixOnly: true) == 0 {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return UInt32(start)..<UInt32(low)
  }

  /// A word's text; nil past the end of the list.
  package func word(_ number: Int) throws(IndexError) -> String {
    guard let range = wordRange(number), let bytes = file.bytes(range) else {
      throw damaged(.wordOffsets, 4 * number, "a word outside the list")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func firstWord(notBefore bytes: [UInt8]) -> Int {
    var low = 0
    var high = wordCount
    while low < high {
      let middle = (low + high) / 2
      if compare(middle, with: bytes) < 0 { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Where a word stands in the file.
  private func wordRange(_ number: Int) -> Range<Int>? {
    let start = Int(self.number(.wordOffsets, number))
    let end = Int(self.number(.wordOffsets, number + 1))
    let section = range(of: .words)
    guard start <= end, end <= section.count else { return nil }
    return section.lowerBound + start..<section.lowerBound + end
  }

  /// Below 0 where the word sorts before the bytes, 0 where it equals them (or begins with them),
  /// above 0 else. UTF-8 sorts as its code points do.
  private func compare(_ number: Int, with other: [UInt8], prefixOnly: Bool = false) -> Int {
    guard let range = wordRange(number) else { return 1 }
    return file.withBytes { bytes in
      for (index, byte) in other.enumerated() {
        guard index < range.count else { return -1 }
        let own = bytes.uint8(at: range.lowerBound + index) ?? 0
        if own != byte { return own < byte ? -1 : 1 }
      }
      return prefixOnly || range.count == other.count ? 0 : 1
    }
  }

  private static func utf8(_ word: [UInt32]) -> [UInt8] {
    Array(String(String.UnicodeScalarView(word.compactMap(Unicode.Scalar.init))).utf8)
  }
}
