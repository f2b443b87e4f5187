import ByteAccess

/// Writes the sections of a segment in the order of the file, and what the header says of them.
struct SectionWriter {
  private var header: SegmentHeader
  private var sums = RunningBlockSums()
  /// Bytes written.
  private var count = 0
  private var sectionStart = 0
  private var checksum: UInt32 = 0

  /// - Parameter header: without sections.
  init(_ header: SegmentHeader) { self.header = header }

  /// Sections begin at multiples of 8, and the file ends at one.
  static func aligned(_ offset: Int) -> Int { (offset + 7) / 8 * 8 }

  /// Leaves room for the header.
  mutating func begin(in sink: inout some (ByteSink & ~Copyable)) throws(FileError) {
    count = Self.aligned(SegmentHeader.size)
    try [UInt8](repeating: 0, count: count).withLittleEndianBytes { bytes throws(FileError) in
      try sink.append(bytes)
    }
    sectionStart = count
  }

  /// Appends bytes to the section that is being written.
  mutating func append(
    _ bytes: RawSpan, to sink: inout some (ByteSink & ~Copyable)
  ) throws(FileError) {
    checksum = CRC32C.checksum(bytes, 0..<bytes.byteCount, after: checksum)
    try put(bytes, into: &sink)
  }

  mutating func append<Number: FixedWidthInteger & BitwiseCopyable>(
    _ numbers: [Number], to sink: inout some (ByteSink & ~Copyable)
  ) throws(FileError) {
    try numbers.withLittleEndianBytes { bytes throws(FileError) in
      try append(bytes, to: &sink)
    }
  }

  mutating func append(
    _ bits: BitWriter, to sink: inout some (ByteSink & ~Copyable)
  ) throws(FileError) {
    try bits.withBytes { bytes throws(FileError) in try append(bytes, to: &sink) }
  }

  /// Ends a section.
  mutating func end(
    _ section: SegmentSection, in sink: inout some (ByteSink & ~Copyable)
  ) throws(FileError) {
    header.sections[section] = .init(
      checksum: checksum, offset: sectionStart, length: count - sectionStart)
    let gap = [UInt8](repeating: 0, count: Self.aligned(count) - count)
    try gap.withLittleEndianBytes { bytes throws(FileError) in try put(bytes, into: &sink) }
    sectionStart = count
    checksum = 0
  }

  /// Writes the checksums of blocks, and the header in its place.
  mutating func finish(in sink: inout some (ByteSink & ~Copyable)) throws(FileError) {
    try append(sums.sums, to: &sink)
    try end(.checksums, in: &sink)
    try header.encode().withLittleEndianBytes { bytes throws(FileError) in
      try sink.replaceStart(by: bytes)
    }
  }

  private mutating func put(
    _ bytes: RawSpan, into sink: inout some (ByteSink & ~Copyable)
  ) throws(FileError) {
    sums.append(bytes)
    try sink.append(bytes)
    count += bytes.byteCount
  }
}
