import PlanCatalog
import PlanDocument

/// What became of the files of an ingest, told when it is certain.
struct IngestJournal {
  private(set) var outcomes: [FileOutcome] = []
  /// Events that wait for the commit.
  private var pending: [IngestEvent] = []
  private let report: (IngestEvent) -> Void

  init(report: @escaping (IngestEvent) -> Void) { self.report = report }

  mutating func begin(_ file: PlannedFile, number: Int, of total: Int) {
    report(.reading(path: file.shownPath, number: number, total: total))
  }

  mutating func fail(path: String, document: DocumentID? = nil, _ error: any Error) {
    let outcome = FileOutcome(failed: path, document: document, error: "\(error)")
    outcomes.append(outcome)
    pending.append(.finished(outcome, cause: error))
  }

  mutating func note(_ result: FileAnalysis.Result, of file: PlannedFile) {
    note(checksum: result.checksum, of: file)
    switch result {
    case .failed(let error):
      fail(path: file.shownPath, document: file.id, error)
    case .unchanged(let record):
      finish(FileOutcome(.unchanged, path: file.shownPath, record: record))
    case .read(let entry, let replaced, let warnings):
      for old in replaced where old.record.document != file.id.name {
        pending.append(
          .note(
            .renamed(path: file.shownPath, from: old.record.document, to: file.id.name)))
      }
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

  private mutating func finish(_ outcome: FileOutcome) {
    outcomes.append(outcome)
    pending.append(.finished(outcome, cause: nil))
  }

  /// Tells what was noted since the last time.
  mutating func flush() {
    pending.forEach(report)
    pending.removeAll()
  }
}
