import ByteAccess

/// The commit point's bytes; FORMAT.md describes them.
extension CommitPoint {
  package static let magic: UInt64 = 0x3154_4D43_4D41_5247  // "GRAMCMT1"
  package static let version = 1

  package func encode() -> [UInt8] {
    var writer = ByteWriter()
    writer.append(Self.magic)
    writer.append(UInt32(Self.version))
    writer.append(varint: UInt64(nextNumber))
    writer.append(varint: UInt64(segments.count))
    for segment in segments {
      let name = Array(segment.name.utf8)
      writer.append(varint: UInt64(name.count))
      writer.append(name)
      writer.append(segment.checksum)
      writer.append(varint: UInt64(segment.documents))
      writer.append(varint: UInt64(segment.tokens))
      writer.append(varint: UInt64(segment.deletedTokens))
      writer.append(varint: UInt64(segment.deleted.count))
      var end = 0
      for range in segment.deleted {
        writer.append(varint: UInt64(range.lowerBound - end))
        writer.append(varint: UInt64(range.count))
        end = range.upperBound
      }
    }
    writer.append(CRC32C.checksum(writer.bytes))
    return writer.bytes
  }

  /// Reads a commit point.
  ///
  /// - Throws: `IndexError.commitPoint` or `.version` where the bytes are none that `encode` gives.
  package init(_ bytes: [UInt8]) throws(IndexError) {
    var reader = CommitPointReader(bytes: bytes)
    self = try reader.read()
  }
}

/// Takes a commit point's fields from its bytes, one after another.
private struct CommitPointReader {
  let bytes: [UInt8]
  var offset = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func read() throws(IndexError) -> CommitPoint {
    guard bytes.count >= 16, try fixed(8) == CommitPoint.magic else {
      throw .commitPoint(found: "\(bytes.count) bytes that begin otherwise")
    }
    let version = try fixed(4)
    guard version == CommitPoint.version else {
      throw .version(path: "commit point", found: Int(version), known: CommitPoint.version)
    }
    var checksum: UInt32 = 0
    for (lane, byte) in bytes.suffix(4).enumerated() {
      checksum |= UInt32(byte) << UInt32(8 * lane)
    }
    guard CRC32C.checksum(Array(bytes.dropLast(4))) == checksum else {
      throw .commitPoint(found: "its checksum differs")
    }
    var point = CommitPoint()
    point.nextNumber = try number()
    for _ in 0..<(try number()) { point.segments.append(try entry()) }
    guard offset == bytes.count - 4 else {
      throw .commitPoint(found: "\(bytes.count - 4 - offset) bytes too many")
    }
    return point
  }

  private mutating func entry() throws(IndexError) -> CommitPoint.Entry {
    let length = try number()
    guard length <= bytes.count - offset else { throw .commitPoint(found: "it ends in a name") }
    let name = String(decoding: bytes[offset..<offset + length], as: UTF8.self)
    guard CommitPoint.isSegmentName(name) else { throw .commitPoint(found: "a file '\(name)'") }
    offset += length
    var entry = CommitPoint.Entry(
      name: name, checksum: UInt32(try fixed(4)), documents: try number(), tokens: try number())
    entry.deletedTokens = try number()
    guard entry.documents <= SegmentBuilder.documentLimit, entry.deletedTokens <= entry.tokens
    else { throw .commitPoint(found: "impossible counts for '\(name)'") }
    var end = 0
    for _ in 0..<(try number()) {
      let gap = try number()
      let count = try number()
      guard count > 0, gap <= entry.documents - end, count <= entry.documents - end - gap else {
        throw .commitPoint(found: "an impossible deletion in '\(name)'")
      }
      entry.deleted.append(end + gap..<end + gap + count)
      end += gap + count
    }
    return entry
  }

  private mutating func fixed(_ width: Int) throws(IndexError) -> UInt64 {
    guard width <= bytes.count - offset else { throw .commitPoint(found: "it ends too early") }
    var value: UInt64 = 0
    for lane in 0..<width { value |= UInt64(bytes[offset + lane]) << UInt64(8 * lane) }
    offset += width
    return value
  }

  /// A varint of at most 47 bits.
  private mutating func number() throws(IndexError) -> Int {
    var value = 0
    for shift in stride(from: 0, to: 49, by: 7) {
      let byte = try fixed(1)
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 {
        guard value < 1 << 47 else { break }
        return value
      }
    }
    throw .commitPoint(found: "a number that is too large")
  }
}
