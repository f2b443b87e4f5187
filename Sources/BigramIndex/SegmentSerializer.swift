import ByteAccess

/// Writes a segment's bytes; words and terms come in ascending order.
struct SegmentSerializer {
  /// Terms in one block of the dictionary.
  static let blockSize = 64
  /// Bytes of one entry of the block table.
  static let blockEntrySize = 20

  private let parts: SegmentParts
  /// Bits of an ordinal.
  private let ordinalWidth: Int
  private var wordOffsets: [UInt32] = [0]
  private var words = ByteWriter()
  private var termBlocks = ByteWriter()
  private var terms = BitWriter()
  private var lists: ListWriter
  private var termCount = 0
  private var previous = Term(key: 0)
  private var seconds = SecondsParameter()

  init(parts: SegmentParts) {
    self.parts = parts
    ordinalWidth = ListCoding.width(ofNumbersBelow: parts.lengths.count)
    lists = ListWriter(lengths: parts.lengths, widths: parts.widths, tokens: parts.tokens)
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
    terms.append(UInt64(document), width: ordinalWidth)
    if term.hasPositions {
      terms.append(UInt64(position), width: Int(parts.widths[Int(document)]))
    }
  }

  private mutating func appendKey(of term: Term) {
    if termCount % Self.blockSize == 0 {
      terms.align()
      termBlocks.append(term.key)
      termBlocks.append(UInt32(terms.bitCount >> 3))
      termBlocks.append(UInt64(lists.byteCount))
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

  /// The whole file.
  mutating func finish() -> [UInt8] {
    var header = SegmentHeader(
      documents: parts.lengths.count, attributes: parts.attributeCount, tokens: parts.tokens,
      terms: termCount)
    let body: [(SegmentSection, [UInt8])] = [
      (.lengths, parts.lengths.littleEndianBytes()),
      (.positionWidths, parts.widths),
      (.attributes, parts.attributes.flatMap { $0.littleEndianBytes() }),
      (.idOffsets, parts.idOffsets.littleEndianBytes()), (.ids, parts.ids.bytes),
      (.wordOffsets, wordOffsets.littleEndianBytes()), (.words, words.bytes),
      (.termBlocks, termBlocks.bytes), (.terms, terms.bytes), (.lists, lists.bits.bytes),
      (.textOffsets, parts.textOffsets.littleEndianBytes()),
      (.text, parts.text.littleEndianBytes()),
    ]
    var offset = Self.aligned(SegmentHeader.size)
    for (section, bytes) in body {
      header.sections[section] = .init(
        checksum: CRC32C.checksum(bytes), offset: offset, length: bytes.count)
      offset = Self.aligned(offset + bytes.count)
    }
    var file = header.encode()
    file.reserveCapacity(offset)
    for (_, bytes) in body {
      file += [UInt8](repeating: 0, count: Self.aligned(file.count) - file.count)
      file += bytes
    }
    file += [UInt8](repeating: 0, count: Self.aligned(file.count) - file.count)
    return file
  }

  /// Sections begin at multiples of 8, and the file ends at one.
  static func aligned(_ offset: Int) -> Int { (offset + 7) / 8 * 8 }
}
