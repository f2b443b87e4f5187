import Glibc

/// What the operating system says of the terminal.
package enum Terminal {
  /// Columns of the terminal on standard output; nil where it is none.
  package static var columns: Int? {
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }
}
