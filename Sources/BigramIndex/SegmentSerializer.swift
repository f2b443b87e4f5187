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
    if list.count == 1, list.frequency(0) == 1 {
      append(term, onlyIn: list.document(0), at: list.hasPositions ? list.position(0) : 0)
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

  /// The file's bytes.
  consuming func encode() -> [UInt8] {
    var memory = MemorySink()
    // Memory takes all bytes.
    try? finish(to: &memory)
    return memory.bytes
  }

  /// Writes the whole file.
  consuming func finish<Sink: ByteSink & ~Copyable>(to sink: inout Sink) throws(FileError) {
    let header = SegmentHeader(
      documents: parts.lengths.count, attributes: parts.attributeCount, tokens: parts.tokens,
      terms: termCount)
    var file = SectionWriter(header)
    try file.begin(in: &sink)
    try DocumentSizes.withColumn(parts.lengths) { bytes throws(FileError) in
      try file.append(bytes, to: &sink)
    }
    try file.end(.lengths, in: &sink)
    try DocumentSizes.withColumn(parts.breaks) { bytes throws(FileError) in
      try file.append(bytes, to: &sink)
    }
    try file.end(.breaks, in: &sink)
    try file.append(DocumentSizes.starts(places), to: &sink)
    try file.end(.starts, in: &sink)
    for column in parts.attributes { try file.append(column, to: &sink) }
    try file.end(.attributes, in: &sink)
    try file.append(parts.idOffsets, to: &sink)
    try file.end(.idOffsets, in: &sink)
    try file.append(parts.ids.bytes, to: &sink)
    try file.end(.ids, in: &sink)
    try file.append(wordOffsets, to: &sink)
    try file.end(.wordOffsets, in: &sink)
    try file.append(words.bytes, to: &sink)
    try file.end(.words, in: &sink)
    try file.append(termBlocks.bytes, to: &sink)
    try file.end(.termBlocks, in: &sink)
    try file.append(terms, to: &sink)
    try file.end(.terms, in: &sink)
    try file.append(lists.bits, to: &sink)
    try file.end(.lists, in: &sink)
    try file.append(strings.bytes, to: &sink)
    try file.end(.strings, in: &sink)
    try file.append(stringLists.bits, to: &sink)
    try file.end(.stringLists, in: &sink)
    try file.append(parts.textOffsets, to: &sink)
    try file.end(.textOffsets, in: &sink)
    try file.append(parts.text, to: &sink)
    try file.end(.text, in: &sink)
    try file.finish(in: &sink)
  }
}
