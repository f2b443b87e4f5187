import Glibc

/// A lock that one process at a time can hold on a folder: `flock` on a file whose text names the
/// holder. It goes with the process, however that ends.
@safe
package final class FileLock: Sendable {
  package struct Held: Error, Equatable, CustomStringConvertible {
    package let path: String
    /// What the holder wrote into the file.
    package let holder: String

    package init(path: String, holder: String) {
      self.path = path
      self.holder = holder
    }

    package var description: String {
      "\(path): locked by \(holder.isEmpty ? "another process" : holder)"
    }
  }

  private let descriptor: Int32

  /// - Parameters:
  ///   - path: made where it does not exist; its folder has to.
  ///   - command: what the holder does, for the text in the file.
  /// - Throws: `Held` where another holds it, `FileError` where the file cannot be made.
  package init(path: String, command: String) throws {
    // Kept only when the lock is held: what throws with all properties set runs `deinit`, and that would
    // empty and close whatever file has the number by then.
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileError(path: path, operation: "open", code: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      guard code == EWOULDBLOCK else { throw FileError(path: path, operation: "lock", code: code) }
      let text = (try? SmallFile.read(path)) ?? []
      let holder = String(decoding: text.prefix(200), as: UTF8.self).split(separator: "\n").first
      throw Held(path: path, holder: holder.map(String.init) ?? "")
    }
    self.descriptor = descriptor
    let text = Array("process \(getpid()) (\(command))\n".utf8)
    ftruncate(descriptor, 0)
    _ = unsafe text.withUnsafeBytes { unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  deinit {
    ftruncate(descriptor, 0)
    close(descriptor)
  }
}
