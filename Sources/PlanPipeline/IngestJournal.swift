import PlanCatalog
import PlanDocument

/// What became of the files of an ingest, told when it is certain.
struct IngestJournal {
  private(set) var outcomes: [FileOutcome] = []
  /// Events that wait for the commit.
  private var pending: [IngestEvent] = []
  private let report: (IngestEvent) -> Void
  private var progress: IngestProgress
  /// The first file of the run with each digest, and its document.
  private var contents: [String: (path: String, record: DocumentRecord)] = [:]

  init(of files: [PlannedFile], report: @escaping (IngestEvent) -> Void) {
    self.report = report
    progress = IngestProgress(
      number: 0, total: files.count, bytesDone: 0,
      bytesTotal: files.reduce(0) { $0 + $1.size }, characters: 0)
  }

  mutating func begin(_ file: PlannedFile) {
    progress.number += 1
    report(.reading(path: file.shownPath, progress))
  }

  /// What a file is beside those before it in this run: a copy of one, or what it was found to be.
  /// A file that has an id of its own is no copy, nor one that the library has already.
  func seen(_ result: FileAnalysis.Result, of file: PlannedFile) -> FileAnalysis.Result {
    guard case .read(_, let replaced, _) = result, replaced.isEmpty, !file.isNamed,
      let other = result.checksum.flatMap({ contents[$0] })
    else { return result }
    return .copy(other.record, of: other.path)
  }

  mutating func fail(path: String, document: DocumentID? = nil, _ error: any Error) {
    let outcome = FileOutcome(failed: path, document: document, error: "\(error)")
    outcomes.append(outcome)
    pending.append(.finished(outcome, cause: error))
  }

  mutating func note(_ result: FileAnalysis.Result, of file: PlannedFile) {
    note(checksum: result.checksum, of: file)
    progress.bytesDone += file.size
    switch result {
    case .failed(let error):
      fail(path: file.shownPath, document: file.id, error)
    case .copy(let record, let other):
      note(.copy(path: file.shownPath, of: other))
      finish(FileOutcome(.unchanged, path: file.shownPath, record: record))
    case .unchanged(let record):
      remember(record, of: file)
      finish(FileOutcome(.unchanged, path: file.shownPath, record: record))
    case .read(let entry, let replaced, let warnings):
      for old in replaced where old.record.document != file.id.name {
        pending.append(
          .note(
            .renamed(path: file.shownPath, from: old.record.document, to: file.id.name)))
      }
      remember(entry.record, of: file)
      for warning in warnings { pending.append(.warning(path: file.shownPath, warning)) }
      finish(
        FileOutcome(
          replaced.isEmpty ? .added : .replaced, path: file.shownPath, record: entry.record))
    }
  }

  mutating func note(_ note: IngestNote) { pending.append(.note(note)) }

  private mutating func note(checksum: String?, of file: PlannedFile) {
    guard let stated = file.stated, let checksum, checksum != stated.checksum else { return }
    note(
      .otherChecksum(path: file.shownPath, manifest: stated.manifest, line: stated.line))
  }

  private mutating func remember(_ record: DocumentRecord, of file: PlannedFile) {
    if contents[record.checksum] == nil { contents[record.checksum] = (file.shownPath, record) }
  }

  private mutating func finish(_ outcome: FileOutcome) {
    progress.characters += outcome.characters ?? 0
    outcomes.append(outcome)
    pending.append(.finished(outcome, cause: nil))
  }

  /// Tells what was noted since the last time.
  mutating func flush() {
    pending.forEach(report)
    pending.removeAll()
  }
}
