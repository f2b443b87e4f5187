import ByteAccess

/// Why a whole run of the pipeline stops; what is wrong with one document is in its outcome.
package enum PipelineError: Error, Equatable, CustomStringConvertible {
  case missingPath(String)
  case noReadableFiles(String)
  /// A folder that the user may not list.
  case unreadableFolder(String, reason: FileReason)
  case manifest(path: String, ManifestProblem)
  /// A line of JSON, 1-based, that is no document.
  case jsonLine(path: String, line: Int, JSONLineProblem)
  /// An archive, or a file of lines of JSON, inside an archive.
  case nested(path: String, member: String)
  /// An entry of an archive whose name leads out of it.
  case escape(path: String, member: String)
  /// A file of several documents that holds none.
  case emptyContainer(String)
  /// A file of several documents where one is wanted.
  case severalDocuments(String, count: Int)
  /// `near` are names of the library that were perhaps meant.
  case unknownDocument(String, library: String, near: [String])
  /// `near` are parts that were perhaps meant.
  case unknownPath(String, document: String, near: [String])
  /// A part that none of the documents that were asked about has; `near` are parts that were perhaps
  /// meant.
  case unknownPart(String, near: [String])
  /// Two files with one id; `path` is the second.
  case sameID(String, path: String, other: String)
  /// A rebuild that the user stopped; the library is as it was.
  case stoppedRebuild(String)
  /// Another process writes the library.
  case locked(library: String, holder: String)
  case library(path: String, LibraryProblem)

  package var description: String {
    switch self {
    case .missingPath(let path):
      "\(path): no such file or folder. Check the spelling; a relative path starts at the "
        + "current folder."
    case .noReadableFiles(let path):
      "\(path): the folder holds no file of a known kind (\(FileCollector.kinds)). Name a file "
        + "to have it read whatever it is called."
    case .unreadableFolder(let path, let reason):
      "\(path): the folder cannot be listed: \(reason). \(reason.advice)"
    case .manifest(let path, let problem):
      "\(path): \(problem)"
    case .jsonLine(let path, let line, let problem):
      "\(path):\(line): the line \(problem). It is left out."
    case .nested(let path, let member):
      "\(path)/\(member): is not opened inside another archive. Take it out and name it by itself."
    case .escape(let path, let member):
      "\(path): its entry '\(member)' would lead out of the archive and is not read."
    case .emptyContainer(let path):
      "\(path): holds no document of a known kind (\(FileCollector.kinds))."
    case .severalDocuments(let path, let count):
      "\(path): holds \(count) documents. Read it with 'gangyao ingest \(path)', then name one of "
        + "them; 'gangyao documents' lists them."
    case .unknownDocument(let name, let library, let near):
      "\(name): neither a file nor a document of the library \(library). "
        + (near.isEmpty ? "" : "Perhaps \(near.joined(separator: ", ")) is meant? ")
        + "'gangyao documents' lists what is there."
    case .unknownPath(let path, let document, let near):
      "\(document): there is no part \(path). "
        + (near.isEmpty ? "" : "Perhaps \(near.joined(separator: ", ")) is meant? ")
        + "'gangyao outline \(document)' shows the parts."
    case .unknownPart(let path, let near):
      "\(path): none of the documents has such a part. "
        + (near.isEmpty ? "" : "Perhaps \(near.joined(separator: ", ")) is meant? ")
        + "'gangyao outline DOC' shows the parts of one."
    case .sameID(let id, let path, let other):
      "\(path): its id \(id) is that of \(other) already. Rename one of the files, give them ids in "
        + "a manifest.csv beside them, or take the other out with 'gangyao remove \(id)'."
    case .stoppedRebuild(let library):
      "\(library): the rebuild was stopped; the library is as it was."
    case .locked(let library, let holder):
      "\(library): the library is locked by \(holder.isEmpty ? "another process" : holder). "
        + "Wait until that has ended."
    case .library(let path, let problem):
      "\(path): \(problem)"
    }
  }
}
