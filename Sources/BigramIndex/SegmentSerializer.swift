import ByteAccess

/// Writes a segment's bytes; words and terms come in ascending order.
struct SegmentSerializer {
  /// Terms in one block of the dictionary.
  static let blockSize = 64
  /// Bytes of one entry of the block table.
  static let blockEntrySize = 28

  private let parts: SegmentParts
  private var wordOffsets: [UInt32] = [0]
  private var words = ByteWriter()
  private var termBlocks = ByteWriter()
  private var terms = ByteWriter()
  private var postings = ByteWriter()
  private var positions = ByteWriter()
  private var termCount = 0
  private var previousKey: UInt64 = 0

  init(parts: SegmentParts) { self.parts = parts }

  mutating func append(word: [UInt32]) {
    let text = String(String.UnicodeScalarView(word.compactMap(Unicode.Scalar.init)))
    words.append(Array(text.utf8))
    wordOffsets.append(UInt32(words.count))
  }

  /// Appends a term with its occurrences.
  ///
  /// - Parameters:
  ///   - documents: ordinal of each occurrence, ascending.
  ///   - occurrences: position of each, ascending within a document.
  mutating func append(
    _ term: Term, documents: ArraySlice<UInt32>, positions occurrences: ArraySlice<UInt32>
  ) {
    let postingsStart = postings.count
    let positionsStart = positions.count
    let hasPositions = term.kind?.hasPositions ?? false
    var documentCount: UInt64 = 0
    var previous: UInt32 = 0
    var index = documents.startIndex
    let shift = occurrences.startIndex - documents.startIndex
    while index < documents.endIndex {
      let document = documents[index]
      var end = index
      while end < documents.endIndex, documents[end] == document { end += 1 }
      let delta = UInt64(document - previous)
      let frequency = UInt64(end - index)
      postings.append(varint: delta << 1 | (frequency == 1 ? 1 : 0))
      if frequency > 1 { postings.append(varint: frequency - 2) }
      if hasPositions {
        var last: UInt32 = 0
        for place in index..<end {
          positions.append(varint: UInt64(occurrences[place + shift] - last))
          last = occurrences[place + shift]
        }
      }
      previous = document
      documentCount += 1
      index = end
    }
    if termCount % Self.blockSize == 0 {
      termBlocks.append(term.key)
      termBlocks.append(UInt32(terms.count))
      termBlocks.append(UInt64(postingsStart))
      termBlocks.append(UInt64(positionsStart))
      previousKey = term.key
    }
    terms.append(varint: term.key - previousKey)
    terms.append(varint: documentCount)
    terms.append(varint: UInt64(postings.count - postingsStart))
    if hasPositions { terms.append(varint: UInt64(positions.count - positionsStart)) }
    previousKey = term.key
    termCount += 1
  }

  /// The whole file.
  mutating func finish() -> [UInt8] {
    var header = SegmentHeader(
      documents: parts.lengths.count, attributes: parts.attributeCount, tokens: parts.tokens,
      terms: termCount)
    var body: [(SegmentSection, [UInt8])] = [
      (.lengths, Self.bytes(parts.lengths)),
      (.attributes, parts.attributes.flatMap(Self.bytes)),
      (.idOffsets, Self.bytes(parts.idOffsets)), (.ids, parts.ids.bytes),
      (.wordOffsets, Self.bytes(wordOffsets)), (.words, words.bytes),
      (.termBlocks, termBlocks.bytes), (.terms, terms.bytes), (.postings, postings.bytes),
      (.positions, positions.bytes),
    ]
    var textOffsets = ByteWriter()
    for offset in parts.textOffsets { textOffsets.append(offset) }
    body.append((.textOffsets, textOffsets.bytes))
    body.append((.text, parts.text.bytes))
    var offset = Self.aligned(SegmentHeader.size)
    for (section, bytes) in body {
      header.sections[section] = .init(
        checksum: CRC32C.checksum(bytes), offset: offset, length: bytes.count)
      offset = Self.aligned(offset + bytes.count)
    }
    var file = ByteWriter()
    file.append(header.encode())
    for (_, bytes) in body {
      file.align(to: 8)
      file.append(bytes)
    }
    file.align(to: 8)
    return file.bytes
  }

  /// Sections begin at multiples of 8, and the file ends at one.
  static func aligned(_ offset: Int) -> Int { (offset + 7) / 8 * 8 }

  private static func bytes(_ values: [UInt32]) -> [UInt8] {
    var writer = ByteWriter()
    for value in values { writer.append(value) }
    return writer.bytes
  }
}
