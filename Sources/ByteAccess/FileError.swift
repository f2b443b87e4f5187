import Glibc

/// What went wrong with a file, in the operating system's words.
package struct FileError: Error, Equatable, CustomStringConvertible {
  package let path: String
  /// What was tried: "open", "read", "flush" …
  package let operation: String
  /// errno.
  package let code: Int32

  package init(path: String, operation: String, code: Int32) {
    self.path = path
    self.operation = operation
    self.code = code
  }

  package var isMissing: Bool { code == ENOENT }
  package var isFolder: Bool { code == EISDIR }

  /// The operating system's sentence for the code.
  package var reason: String {
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }

  package var description: String { "\(path): cannot \(operation): \(reason)" }
}
