import Glibc

/// What was printed, until the operating system has it.
package enum StandardOutput {
  /// Hands over everything that was printed and still waits in a buffer.
  ///
  /// - Throws: where it could not be written (a full disk, a closed descriptor): output is missing.
  package static func flush() throws(FileError) {
    guard fflush(nil) == 0 else {
      throw FileError(path: "standard output", operation: "write", code: errno)
    }
  }
}
