import ByteAccess
import TextFolding

/// Reading all of a segment.
extension Segment {
  /// Compares every section with its checksum and reads everything that can be read.
  ///
  /// - Throws: the first damage, with section and offset.
  package func verify() throws(IndexError) {
    for section in SegmentSection.allCases {
      try checkSum(of: section)
    }
    let content = SectionWriter.aligned(SegmentHeader.size)..<range(of: .checksums).lowerBound
    if let offset = checks.firstDamage(in: content) {
      throw damaged(.checksums, offset, "the checksum of a block differs")
    }
    try verifyPadding()
    try verifyDocuments()
    try verifyWords()
    try verifyTerms()
    try verifyStrings()
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

  private func verifyStrings() throws(IndexError) {
    try reading { bytes throws(Damage) in
      var last: CommonString?
      for number in 0..<stringCount {
        let string = try self.string(number, in: bytes)
        let entry = try stringEntry(number, in: bytes)
        guard last.map({ $0 < string }) ?? true, try isWhole(entry, in: bytes) else {
          throw Damage(
            section: .stringLists, offset: entry.list.lowerBound, found: "an impossible string")
        }
        last = string
      }
    }
  }

  /// Whether a list without positions can be read to its end.
  private func isWhole(_ entry: TermEntry, in bytes: RawSpan) throws(Damage) -> Bool {
    var cursor = PostingCursor(entry, of: self)
    var count = 0
    var isWhole = true
    while try cursor.next(in: bytes) {
      count += 1
      if cursor.isAtBlockEnd { isWhole = try cursor.isFilled(in: bytes) && isWhole }
    }
    return isWhole && count == entry.documents
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
        if cursor.isAtBlockEnd { isWhole = try cursor.isFilled(in: bytes) && isWhole }
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
