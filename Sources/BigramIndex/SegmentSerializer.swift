import ByteAccess

/// Writes a segment; words and terms come in ascending order.
///
/// Lists go to the file as they are made, before all other sections, so that they never stand in
/// memory together.
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
  private var file: SectionWriter
  private var termCount = 0
  private var previous = Term(key: 0)
  private var seconds = SecondsParameter()

  /// Bytes of lists that are kept before they are written.
  private static let listBuffer = 1 << 20

  init(parts: SegmentParts, to sink: any ByteSink) throws(FileError) {
    self.parts = parts
    file = try SectionWriter(sink)
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
  mutating func append(_ term: Term, _ list: borrowing OccurrenceList) throws(FileError) {
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
    if lists.bits.bufferedBytes >= Self.listBuffer { try file.append(lists.takeWholeWords()) }
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

  /// Writes all that is not written yet.
  ///
  /// - Parameter text: appends the stored tokens of all documents; returns for each the byte at which
  ///   they begin, and the end of all.
  consuming func finish(
    text: (inout SectionWriter) throws(FileError) -> [UInt64]
  ) throws(FileError) {
    try file.append(lists.bits)
    try file.end(.lists)
    try file.append(stringLists.bits)
    try file.end(.stringLists)
    try DocumentSizes.withColumn(parts.lengths) { bytes throws(FileError) in try file.append(bytes)
    }
    try file.end(.lengths)
    try DocumentSizes.withColumn(parts.breaks) { bytes throws(FileError) in try file.append(bytes) }
    try file.end(.breaks)
    try write(DocumentSizes.starts(places), as: .starts)
    try file.append(parts.attributes)
    try file.end(.attributes)
    try write(parts.idOffsets, as: .idOffsets)
    try write(parts.ids.bytes, as: .ids)
    try write(wordOffsets, as: .wordOffsets)
    try write(words.bytes, as: .words)
    try write(termBlocks.bytes, as: .termBlocks)
    try file.append(terms)
    try file.end(.terms)
    try write(strings.bytes, as: .strings)
    let textOffsets = try text(&file)
    try file.end(.text)
    try write(textOffsets, as: .textOffsets)
    try file.finish(
      SegmentHeader(
        documents: parts.lengths.count, attributes: parts.attributeCount, tokens: parts.tokens,
        terms: termCount))
  }

  private mutating func write<Number: FixedWidthInteger & BitwiseCopyable>(
    _ numbers: [Number], as section: SegmentSection
  ) throws(FileError) {
    try file.append(numbers)
    try file.end(section)
  }
}
