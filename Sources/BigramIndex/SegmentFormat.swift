import ByteAccess

/// The parts of a segment file; FORMAT.md describes each.
package enum SegmentSection: UInt32, CaseIterable, Sendable {
  case lengths = 1
  case breaks
  case starts
  case attributes
  case idOffsets
  case ids
  case wordOffsets
  case words
  case termBlocks
  case terms
  case lists
  case strings
  case stringLists
  case textOffsets
  case text
  case checksums

  package var name: String { "\(self)" }
}

/// A segment's first bytes: what it is, how much it holds, where its sections stand.
package struct SegmentHeader: Equatable, Sendable {
  package static let magic: UInt64 = 0x3147_4553_4D41_5247  // "GRAMSEG1"
  package static let version = 4
  /// Header without the section table, and one entry of the table, in bytes.
  static let fixedSize = 40
  static let entrySize = 24

  package var documents: Int
  package var attributes: Int
  /// Tokens of all documents.
  package var tokens: Int
  package var terms: Int
  /// By section: checksum (CRC-32C), first byte, bytes.
  package var sections: [SegmentSection: Section]

  package struct Section: Equatable, Sendable {
    package var checksum: UInt32
    package var offset: Int
    package var length: Int
  }

  static var size: Int { fixedSize + entrySize * SegmentSection.allCases.count + 4 }

  func encode() -> [UInt8] {
    var writer = ByteWriter()
    writer.append(Self.magic)
    writer.append(UInt32(Self.version))
    writer.append(UInt32(SegmentSection.allCases.count))
    writer.append(UInt32(documents))
    writer.append(UInt32(attributes))
    writer.append(UInt64(tokens))
    writer.append(UInt64(terms))
    for kind in SegmentSection.allCases {
      let section = sections[kind] ?? Section(checksum: 0, offset: 0, length: 0)
      writer.append(kind.rawValue)
      writer.append(section.checksum)
      writer.append(UInt64(section.offset))
      writer.append(UInt64(section.length))
    }
    writer.append(CRC32C.checksum(writer.bytes))
    return writer.bytes
  }

  /// The header's own checksum, which binds those of all sections.
  static func checksum(of header: [UInt8]) -> UInt32 { CRC32C.checksum(Array(header.dropLast(4))) }

  init(documents: Int, attributes: Int, tokens: Int, terms: Int) {
    self.documents = documents
    self.attributes = attributes
    self.tokens = tokens
    self.terms = terms
    sections = [:]
  }

  /// Reads a header and checks that every section lies inside the file.
  init(_ file: MappedFile) throws(IndexError) {
    let path = file.path
    guard let bytes = file.bytes(0..<min(Self.size, file.count)), bytes.count >= 16 else {
      throw .notASegment(path: path, found: "\(file.count) bytes")
    }
    let span = bytes.span
    func number(_ offset: Int, _ width: Int) -> UInt64 {
      var value: UInt64 = 0
      for index in 0..<width { value |= UInt64(span[offset + index]) << UInt64(8 * index) }
      return value
    }
    guard number(0, 8) == Self.magic else {
      throw .notASegment(path: path, found: "it begins otherwise")
    }
    guard number(8, 4) == Self.version else {
      throw .version(path: path, found: Int(number(8, 4)), known: Self.version)
    }
    guard bytes.count == Self.size,
      number(Self.size - 4, 4) == UInt64(Self.checksum(of: bytes))
    else { throw .notASegment(path: path, found: "its header is damaged") }
    documents = Int(number(16, 4))
    attributes = Int(number(20, 4))
    tokens = Int(truncatingIfNeeded: number(24, 8) & 0x7FFF_FFFF_FFFF)
    terms = Int(truncatingIfNeeded: number(32, 8) & 0x7FFF_FFFF_FFFF)
    sections = [:]
    for (index, kind) in SegmentSection.allCases.enumerated() {
      let entry = Self.fixedSize + index * Self.entrySize
      let offset = number(entry + 8, 8)
      let length = number(entry + 16, 8)
      guard offset <= UInt64(file.count), length <= UInt64(file.count) - offset else {
        throw .damaged(
          path: path, section: kind.name, offset: Int(clamping: offset),
          found: "\(length) bytes where the file has \(file.count) in all")
      }
      sections[kind] = Section(
        checksum: UInt32(number(entry + 4, 4)), offset: Int(offset), length: Int(length))
    }
  }
}
