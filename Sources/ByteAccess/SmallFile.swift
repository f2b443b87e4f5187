import Glibc

/// Whole files, read and replaced so that a crash leaves the old or the new, never half.
package enum SmallFile {
  /// All bytes of a file.
  package static func read(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: path, operation: "open", code: errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileError(path: path, operation: "read", code: errno)
      }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  /// Writes a new file and flushes it to the disk; an existing one is an error.
  package static func create(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    try write(bytes, to: path, flags: O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC)
  }

  /// Replaces a file at once (write beside it, flush, rename, flush the folder).
  package static func replace(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    let temporary = path + ".new"
    try write(bytes, to: temporary, flags: O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC)
    guard unsafe rename(temporary, path) == 0 else {
      throw FileError(path: path, operation: "replace", code: errno)
    }
    try flushFolder(of: path)
  }

  /// Makes the names in a file's folder as durable as the files (fsync of the folder).
  package static func flushFolder(of path: String) throws(FileError) {
    let end = path.lastIndex(of: "/")
    let folder = end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: folder, operation: "open", code: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw FileError(path: folder, operation: "flush", code: errno)
    }
  }

  /// Removes a file; one that is not there is no error.
  package static func remove(_ path: String) throws(FileError) {
    guard unsafe unlink(path) == 0 || errno == ENOENT else {
      throw FileError(path: path, operation: "remove", code: errno)
    }
  }

  /// Makes a folder and those above it; one that is there is no error.
  package static func makeFolder(_ path: String) throws(FileError) {
    if unsafe mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let end = path.lastIndex(of: "/"), end > path.startIndex else {
      throw FileError(path: path, operation: "make the folder", code: errno)
    }
    try makeFolder(String(path[..<end]))
    guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw FileError(path: path, operation: "make the folder", code: errno)
    }
  }

  /// Names in a folder, sorted, without `.` and `..`.
  package static func names(in folder: String) throws(FileError) -> [String] {
    guard let stream = unsafe opendir(folder) else {
      throw FileError(path: folder, operation: "list", code: errno)
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func write(
    _ bytes: [UInt8], to path: String, flags: Int32
  ) throws(FileError) {
    let descriptor = unsafe open(path, flags, 0o644)
    guard descriptor >= 0 else { throw FileError(path: path, operation: "create", code: errno) }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer -> Int in
        guard let base = buffer.baseAddress else { return 0 }
        return unsafe Glibc.write(descriptor, base + written, buffer.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileError(path: path, operation: "write", code: errno)
      }
      written += count
    }
    guard fsync(descriptor) == 0 else {
      throw FileError(path: path, operation: "flush", code: errno)
    }
  }
}
