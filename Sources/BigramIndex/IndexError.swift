import ByteAccess

/// What can be wrong with an index on disk.
package enum IndexError: Error, Equatable, CustomStringConvertible {
  /// A file that could not be opened, read or written.
  case file(FileError)
  /// The file is no segment, or its header is damaged.
  case notASegment(path: String, found: String)
  case version(path: String, found: Int, known: Int)
  /// Bytes that contradict the format.
  case damaged(path: String, section: String, offset: Int, found: String)
  /// The commit point's bytes.
  case commitPoint(found: String)
  /// More than a segment can hold.
  case tooLarge(what: String, limit: Int)

  package var description: String {
    switch self {
    case .file(let error): error.description
    case .notASegment(let path, let found):
      "\(path): not a segment of an index (\(found)). Rebuild the index."
    case .version(let path, let found, let known):
      "\(path): written in version \(found) of the format, this program reads \(known). "
        + "Rebuild the index."
    case .damaged(let path, let section, let offset, let found):
      "\(path): section '\(section)' is damaged at byte \(offset): \(found). Rebuild the index."
    case .commitPoint(let found):
      "the list of the index's segments is damaged: \(found). Rebuild the index."
    case .tooLarge(let what, let limit): "\(what) (a segment holds at most \(limit))"
    }
  }

  /// Calls `body`; what it says of a file is an error of the index.
  static func ofFile<R>(_ body: () throws(FileError) -> R) throws(IndexError) -> R {
    do throws(FileError) { return try body() } catch { throw .file(error) }
  }
}
