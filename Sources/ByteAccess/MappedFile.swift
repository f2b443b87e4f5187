import Glibc

/// A file mapped into memory for reading. It outlives the unlinking of the file.
@safe
package final class MappedFile: Sendable {
  package let path: String
  /// Bytes of the file.
  package let count: Int
  // Never written after init.
  @usableFromInline nonisolated(unsafe) let base: UnsafeRawBufferPointer

  package init(path: String) throws(FileError) {
    self.path = path
    // A pipe without a writer would keep `open` waiting.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError(path: path, operation: "open", code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw FileError(path: path, operation: "look at", code: errno)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(path: path, operation: "read", reason: FileReason(mode: status.st_mode))
    }
    count = Int(status.st_size)
    guard count > 0 else {
      unsafe base = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    let address = unsafe mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else {
      throw FileError(path: path, operation: "map", code: errno)
    }
    unsafe base = UnsafeRawBufferPointer(start: address, count: count)
  }

  deinit {
    if let address = unsafe base.baseAddress {
      unsafe munmap(UnsafeMutableRawPointer(mutating: address), base.count)
    }
  }

  /// Calls `body` with the bytes of the file. The span cannot leave the closure.
  @inlinable @inline(__always)
  package func withBytes<R, E: Error>(_ body: (RawSpan) throws(E) -> R) throws(E) -> R {
    try unsafe body(base.bytes)
  }

  /// A copy of some bytes; nil where the range is not inside the file.
  package func bytes(_ range: Range<Int>) -> [UInt8]? {
    guard range.lowerBound >= 0, range.upperBound <= count else { return nil }
    return unsafe [UInt8](base[range])
  }
}
