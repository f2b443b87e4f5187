import ByteAccess
import TextFolding

/// An immutable part of the index on disk, opened for reading. It never writes.
package final class Segment: Sendable {
  let file: MappedFile
  package let header: SegmentHeader
  /// The header's checksum, as commit points name it.
  package let checksum: UInt32
  /// Bytes of each section in the file, in the order of `SegmentSection.allCases`.
  private let sections: [Range<Int>]
  let sizes: DocumentSizes
  /// Bytes that are compared with their checksums before they are read.
  let checks: CheckedBlocks

  /// Maps a file and checks its header and the sizes of its sections, not their contents.
  package init(path: String) throws(IndexError) {
    do { file = try MappedFile(path: path) } catch { throw .file(error) }
    header = try SegmentHeader(file)
    checksum = SegmentHeader.checksum(of: file.bytes(0..<SegmentHeader.size) ?? [])
    sections = SegmentSection.allCases.map { [header] section in
      let place = header.sections[section] ?? .init(checksum: 0, offset: 0, length: 0)
      return place.offset..<place.offset + place.length
    }
    let starts = sections[Int(SegmentSection.starts.rawValue) - 1]
    sizes = DocumentSizes(
      count: header.documents, lengths: sections[Int(SegmentSection.lengths.rawValue) - 1],
      breaks: sections[Int(SegmentSection.breaks.rawValue) - 1], starts: starts,
      places: file.withBytes { $0.uint32(at: starts.upperBound - 4) } ?? 0)
    let sums = sections[Int(SegmentSection.checksums.rawValue) - 1]
    let start = SectionWriter.aligned(SegmentHeader.size)
    let content = start..<max(start, sums.lowerBound)
    checks = CheckedBlocks(file, content: content, sums: sums.lowerBound)
    try checkSizes()
    guard sums.count == 4 * CheckedBlocks.count(content.count) else {
      throw damaged(.checksums, sums.lowerBound, "\(sums.count) bytes")
    }
    // What is small and read by everything is compared as a whole.
    for section in [SegmentSection.checksums, .lengths, .breaks, .starts, .wordOffsets, .words] {
      try checkSum(of: section)
    }
  }

  package var path: String { file.path }
  package var documentCount: Int { header.documents }
  package var tokenCount: Int { header.tokens }
  package var attributeCount: Int { header.attributes }

  /// Words of the segment's word list.
  package var wordCount: Int { range(of: .wordOffsets).count / 4 - 1 }

  func range(of section: SegmentSection) -> Range<Int> { sections[Int(section.rawValue) - 1] }

  private func checkSizes() throws(IndexError) {
    guard header.documents <= SegmentBuilder.documentLimit, header.attributes <= 1 << 16 else {
      throw .notASegment(path: path, found: "its header has impossible counts")
    }
    let end = SectionWriter.aligned(sections.map(\.upperBound).max() ?? 0)
    guard file.count == end else {
      throw .notASegment(path: path, found: "\(file.count) bytes where \(end) belong to it")
    }
    let blocks = (header.terms + SegmentSerializer.blockSize - 1) / SegmentSerializer.blockSize
    let expected: [(SegmentSection, Int)] = [
      (.attributes, header.documents * header.attributes * 4),
      (
        .starts,
        4 * ((header.documents + DocumentSizes.startDistance - 1) / DocumentSizes.startDistance + 1)
      ),
      (.strings, stringCount * Self.stringEntrySize),
      (.idOffsets, header.documents * 4 + 4), (.textOffsets, header.documents * 8 + 8),
      (.termBlocks, blocks * SegmentSerializer.blockEntrySize),
      (.wordOffsets, max(4, range(of: .wordOffsets).count / 4 * 4)),
    ]
    for (section, count) in expected where range(of: section).count != count {
      throw .damaged(
        path: path, section: section.name, offset: 0,
        found: "\(range(of: section).count) bytes where \(count) are needed")
    }
    for section in [SegmentSection.lengths, .breaks]
    where !DocumentSizes.isColumn(range(of: section).count, count: header.documents) {
      throw .damaged(
        path: path, section: section.name, offset: 0,
        found: "\(range(of: section).count) bytes for \(header.documents) documents")
    }
  }

  /// Compares a section with its checksum.
  func checkSum(of section: SegmentSection) throws(IndexError) {
    let range = range(of: section)
    guard file.withBytes({ CRC32C.checksum($0, range) }) == header.sections[section]?.checksum
    else { throw damaged(section, range.lowerBound, "its checksum differs") }
  }

  /// Compares the blocks that some bytes of a section stand in with their checksums, unless that was
  /// done before.
  @inline(__always)
  func check(_ range: Range<Int>, _ section: SegmentSection) throws(Damage) {
    if let offset = checks.firstDamage(in: range) {
      throw Damage(section: section, offset: offset, found: "its checksum differs")
    }
  }

  /// Likewise, with the name of the file in the error.
  func checked(_ range: Range<Int>, _ section: SegmentSection) throws(IndexError) {
    do { try check(range, section) } catch {
      throw damaged(section, error.offset, error.found)
    }
  }

  /// Tokens of a document.
  package func length(of ordinal: Int) -> Int {
    guard let document = UInt32(exactly: ordinal) else { return 0 }
    return file.withBytes { Int(sizes.length(of: document, in: $0)) }
  }

  /// Tokens of some documents.
  package func lengths(of ordinals: ArraySlice<UInt32>) -> [UInt32] {
    file.withBytes { bytes in ordinals.map { sizes.length(of: $0, in: bytes) } }
  }

  /// One of the numbers that were given with a document; 0 in a column that there is not.
  ///
  /// - Throws: `IndexError.damaged` where its bytes are not those that were written.
  package func attribute(_ column: Int, of ordinal: Int) throws(IndexError) -> UInt32 {
    guard column >= 0, column < attributeCount, ordinal >= 0, ordinal < documentCount else {
      return 0
    }
    let place = range(of: .attributes).lowerBound + 4 * (ordinal * attributeCount + column)
    if !checks.isKnown(place..<place + 4) { try checked(place..<place + 4, .attributes) }
    return file.withBytes { $0.uint32(at: place) } ?? 0
  }

  /// All numbers that were given with a document; none for a document that there is not.
  package func attributes(of ordinal: Int) throws(IndexError) -> [UInt32] {
    guard ordinal >= 0, ordinal < documentCount else { return [] }
    let place = range(of: .attributes).lowerBound + 4 * attributeCount * ordinal
    try checked(place..<place + 4 * attributeCount, .attributes)
    return file.withBytes { bytes in
      (0..<attributeCount).map { bytes.uint32(at: place + 4 * $0) ?? 0 }
    }
  }

  /// One of the numbers of several documents.
  package func attributes(_ column: Int, of ordinals: Range<Int>) throws(IndexError) -> [UInt32] {
    guard column >= 0, column < attributeCount, !ordinals.isEmpty, ordinals.lowerBound >= 0,
      ordinals.upperBound <= documentCount
    else { return [UInt32](repeating: 0, count: ordinals.count) }
    let section = range(of: .attributes).lowerBound
    let width = 4 * attributeCount
    try checked(
      section + width * ordinals.lowerBound..<section + width * ordinals.upperBound, .attributes)
    return file.withBytes { bytes in
      ordinals.map { bytes.uint32(at: section + width * $0 + 4 * column) ?? 0 }
    }
  }

  /// What a document was called when it was added; empty for none.
  package func id(of ordinal: Int) throws(IndexError) -> String {
    guard ordinal >= 0, ordinal < documentCount else { return "" }
    let place = range(of: .idOffsets).lowerBound + 4 * ordinal
    try checked(place..<place + 8, .idOffsets)
    let start = Int(number(.idOffsets, ordinal))
    let end = Int(number(.idOffsets, ordinal + 1))
    let section = range(of: .ids)
    guard start <= end, end <= section.count,
      let bytes = file.bytes(section.lowerBound + start..<section.lowerBound + end)
    else { throw damaged(.idOffsets, 4 * ordinal, "an id from \(start) to \(end)") }
    try checked(section.lowerBound + start..<section.lowerBound + end, .ids)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The folded tokens of a document.
  package func tokens(of ordinal: Int) throws(IndexError) -> TokenStream {
    let range = try textRange(of: ordinal)
    guard let tokens = file.withBytes({ StoredTokens.decode($0, range) }) else {
      throw damaged(.text, range.lowerBound, "tokens that end too early")
    }
    return tokens
  }

  /// Where a document's stored tokens stand in the file.
  func textRange(of ordinal: Int) throws(IndexError) -> Range<Int> {
    let section = range(of: .text)
    let table = range(of: .textOffsets).lowerBound + 8 * ordinal
    guard ordinal >= 0, ordinal < documentCount else {
      throw damaged(.textOffsets, 8 * ordinal, "no such document")
    }
    try checked(table..<table + 16, .textOffsets)
    let (start, end) = file.withBytes { bytes in
      (bytes.uint64(at: table) ?? .max, bytes.uint64(at: table + 8) ?? .max)
    }
    guard start <= end, end <= UInt64(section.count) else {
      throw damaged(.textOffsets, 8 * ordinal, "a text from \(start) to \(end)")
    }
    try checked(
      section.lowerBound + Int(start)..<section.lowerBound + Int(end), .text)
    return section.lowerBound + Int(start)..<section.lowerBound + Int(end)
  }

  /// An entry of a section of 32-bit numbers; 0 past its end.
  func number(_ section: SegmentSection, _ index: Int) -> UInt32 {
    let range = range(of: section)
    guard index >= 0, index < range.count / 4 else { return 0 }
    return file.withBytes { $0.uint32(at: range.lowerBound + 4 * index) } ?? 0
  }

  func damaged(_ section: SegmentSection, _ offset: Int, _ found: String) -> IndexError {
    .damaged(path: path, section: section.name, offset: offset, found: found)
  }
}
