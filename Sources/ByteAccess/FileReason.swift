import Glibc

/// Why a file could not be used.
package enum FileReason: Error, Equatable, Sendable, CustomStringConvertible {
  /// errno.
  case system(Int32)
  /// What stands there is no file with an end.
  case pipe, device, socket

  /// The kind of a thing that is no file; `mode` is its `st_mode`.
  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFDIR: self = .system(EISDIR)
    case S_IFIFO: self = .pipe
    case S_IFSOCK: self = .socket
    case S_IFCHR, S_IFBLK: self = .device
    default: self = .system(EINVAL)
    }
  }

  /// The operating system's sentence for a code.
  package var description: String {
    switch self {
    case .system(let code):
      guard let text = unsafe strerror(code) else { return "error \(code)" }
      return unsafe String(cString: text)
    case .pipe: return "it is a pipe, not a file"
    case .device: return "it is a device, not a file"
    case .socket: return "it is a socket, not a file"
    }
  }

  /// What a user can do about it, as a sentence.
  package var advice: String {
    switch self {
    case .system(ENOENT), .system(ENOTDIR): "Check the name."
    case .system(EACCES), .system(EPERM):
      "Check the permissions of the file and of its folder, or choose another place."
    case .system(EROFS): "The place is read-only; choose another."
    case .system(ENOSPC), .system(EDQUOT): "Make room there, or choose another place."
    case .system(EISDIR): "Name a file in it."
    case .system(EEXIST): "Remove it, or choose another name."
    case .system(ELOOP): "The link leads in a circle; name the file itself."
    case .system(ENAMETOOLONG): "Choose a shorter name."
    case .system(EMFILE), .system(ENFILE): "Close other programs, or raise 'ulimit -n'."
    case .system(EIO): "Check the disk."
    case .system: "Check the path and the permissions."
    case .pipe, .device, .socket: "Write what comes out of it into a file first, and name that."
    }
  }
}
