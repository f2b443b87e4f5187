import Glibc

/// A file in the making: bytes go in one behind another. It may be counted on when it is finished.
package final class NewFile {
  package let path: String
  private let descriptor: Int32

  /// Makes a file; an existing one is an error.
  package init(path: String) throws(FileError) {
    self.path = path
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileError(path: path, operation: "create", code: errno) }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Writes bytes behind those that are there.
  package func append(_ bytes: RawSpan) throws(FileError) {
    try unsafe writeAll(bytes) { start, count, _ in unsafe Glibc.write(descriptor, start, count) }
  }

  /// Writes bytes over those at the start.
  package func replaceStart(by bytes: RawSpan) throws(FileError) {
    try unsafe writeAll(bytes) { start, count, place in
      unsafe pwrite(descriptor, start, count, off_t(place))
    }
  }

  /// Flushes all bytes to the disk.
  package func finish() throws(FileError) {
    guard fsync(descriptor) == 0 else {
      throw FileError(path: path, operation: "flush", code: errno)
    }
  }

  /// Calls `write` with what is left, and how much was written before, until all is written.
  private func writeAll(
    _ bytes: RawSpan, _ write: (UnsafeRawPointer, _ count: Int, _ written: Int) -> Int
  ) throws(FileError) {
    var written = 0
    while written < bytes.byteCount {
      let count = unsafe bytes.withUnsafeBytes { buffer -> Int in
        guard let base = buffer.baseAddress else { return 0 }
        return unsafe write(base + written, buffer.count - written, written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileError(path: path, operation: "write", code: errno)
      }
      written += count
    }
  }
}
