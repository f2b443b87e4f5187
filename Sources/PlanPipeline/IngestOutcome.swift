import PlanDocument

/// What became of one file of an ingest.
package struct FileOutcome: Sendable, Equatable {
  package enum Status: String, Sendable, CaseIterable {
    case added, replaced, unchanged, failed
  }

  /// As the user named it, or as it was found in a folder.
  package var path: String
  /// Nil where the file was not even looked at.
  package var document: String?
  package var status: Status
  /// Code points, units of the outline and numeric claims; nil for a failed file.
  package var characters: Int?
  package var units: Int?
  package var targets: Int?
  package var error: String?

  package init(failed path: String, document: DocumentID? = nil, error: String) {
    self.path = path
    self.document = document?.name
    status = .failed
    self.error = error
  }

  package init(_ status: Status, path: String, record: DocumentRecord) {
    self.path = path
    self.status = status
    document = record.document
    characters = record.characters
    units = record.units
    targets = record.targets
  }
}

/// What an ingest tells while it runs.
package enum IngestEvent {
  /// A file's turn has come.
  case reading(path: String, IngestProgress)
  /// A doubt of the reader or the outline.
  case warning(path: String, PlanWarning)
  /// Something about the run that a user should see, though nothing failed.
  case note(IngestNote)
  /// A file is done, and for good; `cause` is the error of one that failed.
  case finished(FileOutcome, cause: (any Error)?)
}

/// How far an ingest has come.
package struct IngestProgress: Sendable, Equatable {
  /// Number of the file, from 1, and how many there are.
  package var number: Int
  package var total: Int
  /// Bytes of the files that are done, and of all.
  package var bytesDone: Int
  package var bytesTotal: Int
  /// Code points that were read so far.
  package var characters: Int
}
