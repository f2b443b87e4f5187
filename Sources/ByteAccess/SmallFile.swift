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

  /// Replaces a file at once (write beside it, flush, rename, flush the folder).
  package static func replace(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    let temporary = path + ".new"
    try remove(temporary)
    let file = try NewFile(path: temporary)
    try bytes.withLittleEndianBytes { raw throws(FileError) in try file.append(raw) }
    try file.finish()
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
}
