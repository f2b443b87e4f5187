import ByteAccess

/// Checksums of the catalog's file, kept in a file beside it while nobody writes.
///
/// SQLite's own check and the digests of the documents say nothing of bytes that no table uses, nor
/// of a tail behind the last page; the seal covers every byte. A writer takes it away before its
/// first change and puts it back when it closes. So a seal that is there holds for the file, and one
/// that is missing (the writer died, or a reader kept the log from being written back) is no damage:
/// the next writer that closes makes it anew.
package struct CatalogSeal: Equatable {
  /// Bytes of the file.
  package var size: Int
  /// CRC-32C of each block of `blockSize` bytes, the last one shorter.
  package var checksums: [UInt32]

  package static let blockSize = 1 << 20
  private static let magic = "gangyao-seal 1"

  package init(size: Int, checksums: [UInt32]) {
    self.size = size
    self.checksums = checksums
  }

  /// Reads a whole file.
  ///
  /// SQLite's locks belong to the process and go when it closes any descriptor of the file, so this
  /// is for a process that has no connection to the catalog open.
  package init(ofFile path: String) throws(FileError) {
    let file = try MappedFile(path: path)
    size = file.count
    checksums = file.withBytes { bytes in
      let bytes = Span<UInt8>(_bytes: bytes)
      return stride(from: 0, to: bytes.count, by: Self.blockSize).map {
        CRC32C.checksum(bytes.extracting($0..<min($0 + Self.blockSize, bytes.count)))
      }
    }
  }

  /// Lines of ASCII: name, version, bytes of the file, bytes of a block; a checksum a block in
  /// hexadecimal; the checksum of all that.
  package func encode() -> [UInt8] {
    var text = "\(Self.magic) \(size) \(Self.blockSize)\n"
    for checksum in checksums { text += Self.hexadecimal(checksum) + "\n" }
    return Array((text + Self.hexadecimal(CRC32C.checksum(Array(text.utf8))) + "\n").utf8)
  }

  /// Nil for bytes that `encode` did not write.
  package init?(_ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    guard let head = lines.first, lines.count >= 2 else { return nil }
    let fields = head.split(separator: " ")
    guard fields.count == 4, let size = Int(fields[2]), size >= 0 else { return nil }
    let checksums = lines[1..<(lines.count - 1)].compactMap { UInt32($0, radix: 16) }
    self.init(size: size, checksums: checksums)
    guard encode() == bytes else { return nil }
  }

  /// Where a file with the other seal has other bytes: blocks, joined where they touch.
  package func differences(to other: CatalogSeal) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for block in 0..<min(checksums.count, other.checksums.count)
    where checksums[block] != other.checksums[block] {
      let start = block * Self.blockSize
      let end = min(start + Self.blockSize, min(size, other.size))
      guard start < end else { continue }
      if let last = ranges.last, last.upperBound == start {
        ranges[ranges.count - 1] = last.lowerBound..<end
      } else {
        ranges.append(start..<end)
      }
    }
    return ranges
  }

  private static func hexadecimal(_ number: UInt32) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
