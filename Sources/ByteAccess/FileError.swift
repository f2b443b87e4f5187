import Glibc

/// What went wrong with a file.
package struct FileError: Error, Equatable, CustomStringConvertible {
  package let path: String
  /// What was tried: "open", "read", "flush" …
  package let operation: String
  package let reason: FileReason

  package init(path: String, operation: String, reason: FileReason) {
    self.path = path
    self.operation = operation
    self.reason = reason
  }

  /// - Parameter code: errno.
  package init(path: String, operation: String, code: Int32) {
    self.init(path: path, operation: operation, reason: .system(code))
  }

  package var isMissing: Bool { reason == .system(ENOENT) }
  package var isFolder: Bool { reason == .system(EISDIR) }

  package var description: String {
    "\(path): cannot \(operation): \(reason). \(reason.advice)"
  }
}
