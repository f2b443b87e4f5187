import ByteAccess

/// Takes the bytes of a segment one behind another.
protocol ByteSink: AnyObject {
  func append(_ bytes: RawSpan) throws(FileError)
  /// Puts bytes in the place of as many at the start.
  func replaceStart(by bytes: RawSpan) throws(FileError)
}

extension NewFile: ByteSink {}

/// Keeps the bytes in memory.
final class MemorySink: ByteSink {
  private(set) var bytes: [UInt8] = []

  func append(_ more: RawSpan) { bytes.append(more, 0..<more.byteCount) }

  func replaceStart(by start: RawSpan) {
    for place in 0..<min(start.byteCount, bytes.count) {
      bytes[place] = start.uint8(at: place) ?? 0
    }
  }
}
