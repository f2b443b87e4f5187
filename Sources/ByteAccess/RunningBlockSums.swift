/// The checksums of `CheckedBlocks` for bytes that come in pieces.
package struct RunningBlockSums: Sendable {
  /// Of blocks that are full.
  private var full: [UInt32] = []
  /// Of the bytes of the last block, and how many they are.
  private var last: UInt32 = 0
  private var filled = 0

  package init() {}

  package mutating func append(_ bytes: RawSpan) {
    var place = 0
    while place < bytes.byteCount {
      let end = min(bytes.byteCount, place + CheckedBlocks.blockSize - filled)
      last = CRC32C.checksum(bytes, place..<end, after: last)
      filled += end - place
      place = end
      if filled == CheckedBlocks.blockSize {
        full.append(last)
        (last, filled) = (0, 0)
      }
    }
  }

  /// By block, also of the last that is not full.
  package var sums: [UInt32] { filled > 0 ? full + [last] : full }
}
