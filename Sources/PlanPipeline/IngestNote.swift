/// What an ingest noticed beside the files that it read: no failure, but nothing to be silent about.
package enum IngestNote: Sendable, Equatable, CustomStringConvertible {
  /// A file that the library had under another id.
  case renamed(path: String, from: String, to: String)
  /// A link inside a folder that leads out of it; it is not followed.
  case linkOutside(path: String)
  /// Files of a folder whose names begin with a dot; they are not read.
  case hiddenFiles(folder: String, count: Int)
  /// A file with the very bytes of another that was read or that the library has.
  case copy(path: String, of: String)
  /// The run was stopped by the user; so many files were not read.
  case stopped(unread: Int)
  /// A dry run was stopped by the user; so many files were not read.
  case stoppedRehearsal(unread: Int)
  /// A row of a manifest whose file is not there.
  case rowWithoutFile(manifest: String, line: Int, path: String)
  /// A file that is not the one whose checksum its row of a manifest has.
  case otherChecksum(path: String, manifest: String, line: Int)

  package var description: String {
    switch self {
    case .renamed(let path, let from, let to):
      "\(path): the document \(from) of this file is now \(to)"
    case .linkOutside(let path):
      "\(path): a link that leads out of the folder is not followed; name its target to have it read"
    case .hiddenFiles(let folder, let count):
      "\(folder): hidden files are not read (\(count)); name one to have it read"
    case .copy(let path, let other):
      "\(path): the same bytes as \(other); it is not read a second time. Give it an id in a "
        + "manifest.csv to have both"
    case .stopped(let unread):
      "stopped; what was finished is in the library, \(unread) files were not read. The same command "
        + "goes on where it ended"
    case .stoppedRehearsal(let unread): "stopped; \(unread) files were not read"
    case .rowWithoutFile(let manifest, let line, let path):
      "\(manifest):\(line): there is no file \(path)"
    case .otherChecksum(let path, let manifest, let line):
      "\(path): the checksum in \(manifest):\(line) is that of another file; this one was read as it is"
    }
  }
}
