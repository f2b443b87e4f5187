import Synchronization

/// Compares the bytes of a mapped file with checksums, block by block, each block once and only when
/// it is first asked for.
@safe
package final class CheckedBlocks: Sendable {
  /// Bytes of a block.
  package static let blockSize = 4096

  private let file: MappedFile
  /// What is checked: it is cut into blocks from its start, the last one the rest.
  @usableFromInline let content: Range<Int>
  /// Where the checksums stand in the file, 4 bytes for each block.
  private let sums: Int
  /// One bit for each block that was found right.
  @usableFromInline nonisolated(unsafe) let marks: UnsafeMutablePointer<Atomic<UInt64>>
  private let markCount: Int

  /// - Parameters:
  ///   - content: inside the file.
  ///   - sums: first byte of the checksums; those that lie outside the file are wrong ones.
  package init(_ file: MappedFile, content: Range<Int>, sums: Int) {
    self.file = file
    self.content = content
    self.sums = sums
    markCount = Self.count(content.count) / 64 + 1
    unsafe marks = .allocate(capacity: markCount)
    for index in 0..<markCount { unsafe (marks + index).initialize(to: Atomic(0)) }
  }

  deinit {
    unsafe marks.deinitialize(count: markCount)
    unsafe marks.deallocate()
  }

  /// Blocks of so many bytes.
  package static func count(_ bytes: Int) -> Int { (bytes + blockSize - 1) / blockSize }

  /// Whether bytes of one block were found right before. Of others `firstDamage` tells.
  @inlinable @inline(__always)
  package func isKnown(_ range: Range<Int>) -> Bool {
    guard range.lowerBound >= content.lowerBound, range.upperBound <= content.upperBound else {
      return false
    }
    let first = range.lowerBound &- content.lowerBound
    let block = first / Self.blockSize
    guard (first &+ range.count &- 1) / Self.blockSize == block else { return false }
    let bit: UInt64 = 1 &<< UInt64(block & 63)
    return unsafe marks[block &>> 6].load(ordering: .relaxed) & bit != 0
  }

  /// The first offset from which on bytes of a range are not known to be right; nil where all are.
  package func firstDamage(in range: Range<Int>) -> Int? {
    guard !range.isEmpty else { return nil }
    guard range.lowerBound >= content.lowerBound, range.upperBound <= content.upperBound else {
      return range.lowerBound
    }
    var block = (range.lowerBound &- content.lowerBound) / Self.blockSize
    let last = (range.upperBound &- 1 &- content.lowerBound) / Self.blockSize
    while block <= last {
      let bit: UInt64 = 1 &<< UInt64(block & 63)
      if unsafe marks[block &>> 6].load(ordering: .relaxed) & bit == 0 {
        guard isRight(block) else { return content.lowerBound + block * Self.blockSize }
        unsafe marks[block &>> 6].bitwiseOr(bit, ordering: .relaxed)
      }
      block &+= 1
    }
    return nil
  }

  private func isRight(_ block: Int) -> Bool {
    let start = content.lowerBound + block * Self.blockSize
    return file.withBytes { bytes in
      bytes.uint32(at: sums + 4 * block)
        == CRC32C.checksum(
          bytes, start..<min(start + Self.blockSize, content.upperBound))
    }
  }
}
