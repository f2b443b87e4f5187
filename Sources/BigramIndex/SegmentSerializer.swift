import ByteAccess

/// Writes a segment's bytes; words and terms come in ascending order.
struct SegmentSerializer {
  /// Terms in one block of the dictionary.
  static let blockSize = 64
  /// Bytes of one entry of the block table.
  static let blockEntrySize = 16

  private let parts: SegmentParts
  /// By document where its positions begin; see `DocumentSizes`. Then the end of all.
  private let places: [UInt32]
  /// Bits of a place.
  private let placeWidth: Int
  private var wordOffsets: [UInt32] = [0]
  private var words = ByteWriter()
  private var termBlocks = ByteWriter()
  private var terms = BitWriter()
  private var lists: ListWriter
  private var strings = ByteWriter()
  private var stringLists: ListWriter
  private var termCount = 0
  private var previous = Term(key: 0)
  private var seconds = SecondsParameter()

  init(parts: SegmentParts) {
    self.parts = parts
    places = DocumentSizes.places(lengths: parts.lengths, breaks: parts.breaks)
    placeWidth = ListCoding.width(ofNumbersBelow: Int(places[places.count - 1]))
    lists = ListWriter(lengths: parts.lengths, extents: parts.extents, tokens: parts.tokens)
    stringLists = lists
  }

  mutating func append(word: some Sequence<UInt32>) {
    let text = String(String.UnicodeScalarView(word.compactMap(Unicode.Scalar.init)))
    words.append(Array(text.utf8))
    wordOffsets.append(UInt32(words.count))
  }

  /// Appends a term with its occurrences, at least one.
  mutating func append(_ term: Term, _ list: borrowing OccurrenceList) {
    if list.count == 1, list.frequencies[0] == 1 {
      append(term, onlyIn: list.documents[0], at: list.positions.first ?? 0)
      return
    }
    appendKey(of: term)
    terms.append(0, width: 1)
    terms.append(gamma: UInt64(list.count))
    let start = lists.byteCount
    lists.append(list)
    terms.append(
      rice: UInt64(lists.byteCount - start),
      parameter: ListCoding.lengthParameter(documents: list.count))
  }

  /// Appends a term that occurs once; it has no list.
  @inline(__always)
  mutating func append(_ term: Term, onlyIn document: UInt32, at position: UInt32) {
    appendKey(of: term)
    terms.append(1, width: 1)
    terms.append(UInt64(places[Int(document)] &+ position), width: placeWidth)
  }

  private mutating func appendKey(of term: Term) {
    if termCount % Self.blockSize == 0 {
      terms.align()
      termBlocks.append(term.key)
      termBlocks.append(UInt32(terms.bitCount >> 3))
      termBlocks.append(UInt32(truncatingIfNeeded: lists.byteCount))
      seconds = SecondsParameter()
    } else if term.first == previous.first {
      let gap = UInt64(term.second - previous.second - 1)
      terms.append(0, width: 1)
      terms.append(rice: gap, parameter: seconds.value)
      seconds.note(gap)
    } else {
      // Every token is a term by itself, before those that begin with it.
      terms.append(1, width: 1)
      terms.append(gamma: UInt64(term.first - previous.first))
    }
    previous = term
    termCount += 1
  }

  /// Appends a string with a list of its own; they come in order.
  mutating func append(_ string: CommonString, _ list: borrowing OccurrenceList) {
    for number in [string.first, string.second] {
      strings.append(UInt32(number >> 32))
      strings.append(UInt32(truncatingIfNeeded: number))
    }
    strings.append(UInt32(list.count))
    strings.append(UInt32(stringLists.byteCount))
    stringLists.append(list)
  }

  /// The whole file.
  mutating func finish() -> [UInt8] {
    let start = Self.aligned(SegmentHeader.size)
    var header = SegmentHeader(
      documents: parts.lengths.count, attributes: parts.attributeCount, tokens: parts.tokens,
      terms: termCount)
    // One at a time: all of them at once would be as large as the file.
    let body: [(SegmentSection, () -> [UInt8])] = [
      (.lengths, { [parts] in DocumentSizes.column(parts.lengths) }),
      (.breaks, { [parts] in DocumentSizes.column(parts.breaks) }),
      (.starts, { [places] in DocumentSizes.starts(places) }),
      (.attributes, { [parts] in parts.attributes.flatMap { $0.littleEndianBytes() } }),
      (.idOffsets, { [parts] in parts.idOffsets.littleEndianBytes() }),
      (.ids, { [parts] in parts.ids.bytes }),
      (.wordOffsets, { [wordOffsets] in wordOffsets.littleEndianBytes() }),
      (.words, { [words] in words.bytes }), (.termBlocks, { [termBlocks] in termBlocks.bytes }),
      (.terms, { [terms] in terms.bytes }), (.lists, { [lists] in lists.bits.bytes }),
      (.strings, { [strings] in strings.bytes }),
      (.stringLists, { [stringLists] in stringLists.bits.bytes }),
      (.textOffsets, { [parts] in parts.textOffsets.littleEndianBytes() }),
      (.text, { [parts] in parts.text.littleEndianBytes() }),
    ]
    var file = [UInt8](repeating: 0, count: start)
    func append(_ section: SegmentSection, _ bytes: [UInt8]) {
      header.sections[section] = .init(
        checksum: CRC32C.checksum(bytes), offset: file.count, length: bytes.count)
      file += bytes
      file += [UInt8](repeating: 0, count: Self.aligned(file.count) - file.count)
    }
    for (section, bytes) in body { append(section, bytes()) }
    append(.checksums, CheckedBlocks.sums(of: file, from: start).littleEndianBytes())
    file.replaceSubrange(0..<SegmentHeader.size, with: header.encode())
    return file
  }

  /// Sections begin at multiples of 8, and the file ends at one.
  static func aligned(_ offset: Int) -> Int { (offset + 7) / 8 * 8 }
}
