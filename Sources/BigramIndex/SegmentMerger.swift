import ByteAccess

/// Makes one segment of neighbouring ones, without their deleted documents.
///
/// The result is byte for byte what a builder writes that is given the remaining documents in order.
package struct SegmentMerger {
  private let segments: [Segment]
  /// For each segment and ordinal the new ordinal; `dropped` for a deleted document.
  private var ordinals: [[UInt32]] = []
  private var documentCount = 0
  private static let dropped = UInt32.max

  /// Merges some segments of an index into a new file.
  ///
  /// - Returns: the entry of the new segment; nil where no document is left.
  package static func merge(
    _ range: Range<Int>, of index: IndexSnapshot, to folder: String, name: String
  ) throws(IndexError) -> CommitPoint.Entry? {
    let merger = try SegmentMerger(
      Array(index.segments[range]), deleted: range.map { index.deleted(in: $0) })
    guard merger.documentCount > 0 else { return nil }
    return try SegmentWriter.write(to: folder, name: name) { file throws(IndexError) in
      try merger.write(to: file)
    }
  }

  /// - Parameter deleted: deleted ordinals of each segment, sorted and disjoint.
  package init(_ segments: [Segment], deleted: [[Range<Int>]]) throws(IndexError) {
    self.segments = segments
    for (segment, ranges) in zip(segments, deleted) {
      var map = [UInt32](repeating: Self.dropped, count: segment.documentCount)
      for range in OrdinalRanges.complement(ranges, in: segment.documentCount) {
        for ordinal in range {
          map[ordinal] = UInt32(documentCount)
          documentCount += 1
        }
      }
      ordinals.append(map)
    }
    let limit = SegmentBuilder.documentLimit
    guard documentCount <= limit else {
      throw .tooLarge(what: "\(documentCount) documents", limit: limit)
    }
    // Offsets into these are 32 bits wide.
    for section in [SegmentSection.ids, .words, .terms, .lists] {
      let bytes = segments.reduce(0) { $0 + $1.range(of: section).count }
      // A merged list is a little longer than its parts where its gaps are written wider.
      guard bytes < 3 << 30 else {
        throw .tooLarge(what: "section '\(section.name)' of \(bytes) bytes", limit: 3 << 30)
      }
    }
  }

  /// The new file's bytes.
  package func encode() throws(IndexError) -> [UInt8] {
    let memory = MemorySink()
    try write(to: memory)
    return memory.bytes
  }

  /// Writes the new file.
  private func write(to sink: any ByteSink) throws(IndexError) {
    var parts = SegmentParts(attributeCount: segments.map(\.attributeCount).max() ?? 0)
    for (segment, map) in zip(segments, ordinals) {
      for ordinal in map.indices where map[ordinal] != Self.dropped {
        try parts.add(ordinal, of: segment)
      }
    }
    let places = parts.lengths.count + parts.tokens + parts.breaks.reduce(0) { $0 + Int($1) }
    guard places < SegmentBuilder.occurrenceLimit else {
      throw .tooLarge(what: "\(places) positions", limit: SegmentBuilder.occurrenceLimit)
    }
    var serializer = try IndexError.ofFile { () throws(FileError) in
      try SegmentSerializer(parts: parts, to: sink)
    }
    let words = try MergedWords(segments) { index throws(IndexError) in
      try remainingWords(of: index)
    }
    for word in words.words { serializer.append(word: word.unicodeScalars.map(\.value)) }
    try appendTerms(words, parts.lengths, to: &serializer)
    try appendStrings(to: &serializer)
    let (texts, textOffsets) = try storedTokens()
    try IndexError.ofFile { () throws(FileError) in
      try serializer.finish { file throws(FileError) in
        for text in texts {
          try text.segment.file.withBytes { bytes throws(FileError) in
            try file.append(bytes.extracting(text.range))
          }
        }
        return textOffsets
      }
    }
  }

  /// Where the stored tokens of the remaining documents stand, those that stand together as one range;
  /// and for each document the byte at which they begin in the new file, and the end of all.
  private func storedTokens() throws(IndexError) -> (
    texts: [(segment: Segment, range: Range<Int>)], offsets: [UInt64]
  ) {
    var texts: [(segment: Segment, range: Range<Int>)] = []
    var offsets: [UInt64] = [0]
    for (segment, map) in zip(segments, ordinals) {
      for ordinal in map.indices where map[ordinal] != Self.dropped {
        let range = try segment.textRange(of: ordinal)
        offsets.append(offsets[offsets.count - 1] + UInt64(range.count))
        if let last = texts.last, last.segment === segment,
          last.range.upperBound == range.lowerBound
        {
          texts[texts.count - 1].range = last.range.lowerBound..<range.upperBound
        } else {
          texts.append((segment, range))
        }
      }
    }
    return (texts, offsets)
  }

  /// Whether each word of a segment is in a document that remains.
  private func remainingWords(of index: Int) throws(IndexError) -> [Bool] {
    let map = ordinals[index]
    var remaining = [Bool](repeating: !map.contains(Self.dropped), count: segments[index].wordCount)
    if remaining.first ?? true { return remaining }
    try segments[index].forEachTerm { entry, bytes throws(Damage) in
      guard entry.term.kind == .word, let number = entry.term.firstWord.map({ Int($0) }),
        number < remaining.count
      else { return }
      var cursor = PostingCursor(entry, of: segments[index])
      while try cursor.next(in: bytes) {
        guard map[Int(cursor.document)] == Self.dropped else {
          remaining[number] = true
          return
        }
      }
    }
    return remaining
  }

  private func appendTerms(
    _ words: MergedWords, _ lengths: [UInt32], to serializer: inout SegmentSerializer
  ) throws(IndexError) {
    var streams: [MergedTerms] = []
    for index in segments.indices {
      streams.append(try MergedTerms(segments[index], words.numbers[index]))
    }
    var list = OccurrenceList()
    // By segment the key of the term that its stream stands on.
    var keys = streams.map { $0.term?.key ?? .max }
    while let key = keys.min(), key < .max {
      list.removeAll()
      for index in keys.indices where keys[index] == key {
        try append(streams[index].entry, of: index, lengths, &list)
        try streams[index].advance()
        keys[index] = streams[index].term?.key ?? .max
      }
      guard !list.isEmpty else { continue }
      try IndexError.ofFile { () throws(FileError) in
        try serializer.append(Term(key: key), list)
      }
    }
  }

  /// Appends the strings that have lists of their own in some segment, if they are in enough
  /// documents now.
  private func appendStrings(to serializer: inout SegmentSerializer) throws(IndexError) {
    var strings: Set<CommonString> = []
    for segment in segments {
      for number in 0..<segment.stringCount {
        strings.insert(
          try segment.reading { bytes throws(Damage) in try segment.string(number, in: bytes) })
      }
    }
    let threshold = CommonString.threshold(of: documentCount)
    var list = OccurrenceList()
    for string in strings.sorted() {
      list.removeAll()
      for (segment, map) in zip(segments, ordinals) {
        let own: PostingList
        if let entry = try segment.entry(of: string) {
          own = try segment.postings(of: entry)
        } else {
          own = try segment.occurrences(of: Phrase(tokens: string.codes.map { [$0] }))
        }
        for (old, frequency) in zip(own.documents, own.frequencies) {
          let document = map[Int(old)]
          guard document != Self.dropped else { continue }
          list.append(document, frequency: frequency) { _ in }
        }
      }
      if list.count >= threshold { serializer.append(string, list) }
    }
  }

  /// Appends the occurrences of a term in the documents of one segment that remain.
  private func append(
    _ entry: TermEntry?, of index: Int, _ lengths: [UInt32], _ list: inout OccurrenceList
  ) throws(IndexError) {
    guard let entry else { return }
    let map = ordinals[index]
    if let once = entry.once {
      guard Int(once.document) < map.count else {
        throw segments[index].damaged(.terms, 0, "an impossible document")
      }
      let document = map[Int(once.document)]
      guard document != Self.dropped else { return }
      list.append(document, frequency: 1) { positions in
        if entry.term.hasPositions { positions.append(once.position) }
      }
      return
    }
    try segments[index].reading { bytes throws(Damage) in
      var cursor = PostingCursor(entry, of: segments[index])
      while try cursor.next(in: bytes) {
        let document = map[Int(cursor.document)]
        guard document != Self.dropped else { continue }
        let frequency = try cursor.frequency(in: bytes)
        // Not more occurrences than the document has tokens.
        guard frequency <= lengths[Int(document)] else {
          throw Damage(
            section: .lists, offset: entry.list.lowerBound,
            found: "\(frequency) occurrences in one document")
        }
        try list.append(document, frequency: frequency) { positions throws(Damage) in
          guard entry.term.hasPositions else { return }
          try cursor.readPositions(in: bytes, shift: 0, into: &positions)
        }
      }
    }
  }
}
