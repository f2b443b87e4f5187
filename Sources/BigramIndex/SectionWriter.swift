import ByteAccess

/// Writes the sections of a segment, and what the header says of them: in the order in which they are
/// given, each as a whole.
struct SectionWriter {
  private var sections: [SegmentSection: SegmentHeader.Section] = [:]
  private var sums = RunningBlockSums()
  /// Bytes written.
  private var count = 0
  private var sectionStart = 0
  private var checksum: UInt32 = 0

  private let sink: any ByteSink

  /// Leaves room for the header.
  init(_ sink: any ByteSink) throws(FileError) {
    self.sink = sink
    count = Self.aligned(SegmentHeader.size)
    try [UInt8](repeating: 0, count: count).withLittleEndianBytes { bytes throws(FileError) in
      try sink.append(bytes)
    }
    sectionStart = count
  }

  /// Sections begin at multiples of 8, and the file ends at one.
  static func aligned(_ offset: Int) -> Int { (offset + 7) / 8 * 8 }

  /// Appends bytes to the section that is being written.
  mutating func append(_ bytes: RawSpan) throws(FileError) {
    checksum = CRC32C.checksum(bytes, 0..<bytes.byteCount, after: checksum)
    try put(bytes)
  }

  mutating func append<Number: FixedWidthInteger & BitwiseCopyable>(
    _ numbers: [Number]
  ) throws(FileError) {
    try numbers.withLittleEndianBytes { bytes throws(FileError) in try append(bytes) }
  }

  mutating func append(_ bits: BitWriter) throws(FileError) {
    try bits.withBytes { bytes throws(FileError) in try append(bytes) }
  }

  /// Ends a section, whose bytes were appended since the last one ended.
  mutating func end(_ section: SegmentSection) throws(FileError) {
    sections[section] = .init(
      checksum: checksum, offset: sectionStart, length: count - sectionStart)
    let gap = [UInt8](repeating: 0, count: Self.aligned(count) - count)
    try gap.withLittleEndianBytes { bytes throws(FileError) in try put(bytes) }
    sectionStart = count
    checksum = 0
  }

  /// Writes the checksums of blocks, and the header in its place.
  ///
  /// - Parameter header: what it says beside the sections.
  mutating func finish(_ header: SegmentHeader) throws(FileError) {
    try append(sums.sums)
    try end(.checksums)
    var whole = header
    whole.sections = sections
    try whole.encode().withLittleEndianBytes { bytes throws(FileError) in
      try sink.replaceStart(by: bytes)
    }
  }

  private mutating func put(_ bytes: RawSpan) throws(FileError) {
    sums.append(bytes)
    try sink.append(bytes)
    count += bytes.byteCount
  }
}
