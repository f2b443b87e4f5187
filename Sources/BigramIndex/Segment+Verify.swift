import ByteAccess
import TextFolding

/// Reading all of a segment.
extension Segment {
  /// Compares every section with its checksum and reads everything that can be read.
  ///
  /// - Throws: the first damage, with section and offset.
  package func verify() throws(IndexError) {
    for section in SegmentSection.allCases {
      let range = range(of: section)
      let found = file.withBytes { CRC32C.checksum(Span<UInt8>(_bytes: $0).extracting(range)) }
      let expected = header.sections[section]?.checksum
      guard found == expected else {
        throw damaged(section, range.lowerBound, "its checksum differs")
      }
    }
    try verifyPadding()
    try verifyDocuments()
    try verifyWords()
    try verifyTerms()
  }

  /// Between header and sections there are zeros.
  private func verifyPadding() throws(IndexError) {
    var end = SegmentHeader.size
    let places = SegmentSection.allCases.map { ($0, range(of: $0)) }
    for (section, range) in places.sorted(by: { $0.1.lowerBound < $1.1.lowerBound }) {
      if end < range.lowerBound,
        file.bytes(end..<range.lowerBound)?.contains(where: { $0 != 0 }) ?? true
      {
        throw damaged(section, end, "bytes before it that belong to nothing")
      }
      end = max(end, range.upperBound)
    }
    if end < file.count, file.bytes(end..<file.count)?.contains(where: { $0 != 0 }) ?? true {
      throw damaged(.text, end, "bytes behind it that belong to nothing")
    }
  }

  private func verifyDocuments() throws(IndexError) {
    var sum = 0
    for ordinal in 0..<documentCount {
      _ = try id(of: ordinal)
      let count = try tokens(of: ordinal).count
      guard count == length(of: ordinal) else {
        throw damaged(.lengths, 4 * ordinal, "document \(ordinal) has \(count) tokens")
      }
      sum += count
    }
    guard sum == tokenCount else { throw damaged(.lengths, 0, "\(sum) tokens in all") }
  }

  private func verifyWords() throws(IndexError) {
    var previous: [UInt8]?
    for number in 0..<wordCount {
      let word = Array(try word(number).utf8)
      guard previous.map({ $0.lexicographicallyPrecedes(word) }) ?? true else {
        throw damaged(.words, number, "word \(number) is out of order")
      }
      previous = word
    }
  }

  private func verifyTerms() throws(IndexError) {
    var end = range(of: .lists).lowerBound
    try forEachTerm { entry, bytes throws(Damage) in
      guard entry.list.lowerBound == end else {
        throw Damage(section: .lists, offset: end, found: "a list that is no term's")
      }
      end = entry.list.upperBound
      var cursor = PostingCursor(entry, of: self)
      var count = 0
      var last: UInt32?
      var isWhole = true
      var positions: [UInt32] = []
      while try cursor.next(in: bytes) {
        count += 1
        isWhole = isWhole && last.map { $0 < cursor.document } ?? true
        last = cursor.document
        positions.removeAll(keepingCapacity: true)
        if entry.term.hasPositions {
          try cursor.readPositions(in: bytes, shift: 0, into: &positions)
        }
        if cursor.isAtBlockEnd { isWhole = try cursor.isExhausted(in: bytes) && isWhole }
      }
      guard count == entry.documents, isWhole else {
        throw Damage(
          section: .lists, offset: entry.list.lowerBound,
          found: "\(count) documents where the dictionary has \(entry.documents)")
      }
    }
    guard end == range(of: .lists).upperBound else {
      throw damaged(.lists, end, "a list that is no term's")
    }
  }
}
