import DocumentReading
import Foundation
import PlanCatalog
import PlanDocument

/// What has to be done with a file, found out without touching the library.
struct FileAnalysis: Sendable {
  enum Result: Sendable {
    /// Everything for the catalog; the documents it takes the place of (of the same id, and of the
    /// same file under another id); doubts.
    case read(CatalogEntry, replaced: [CatalogDocument], warnings: [PlanWarning])
    case unchanged(DocumentRecord)
    /// The bytes of another file, whose document it is, with that file.
    case copy(DocumentRecord, of: String)
    case failed(any Error & Sendable)

    /// Of the file's bytes; nil where they could not be read.
    var checksum: String? {
      switch self {
      case .read(let entry, _, _): entry.record.checksum
      case .unchanged(let record), .copy(let record, _): record.checksum
      case .failed: nil
      }
    }
  }

  private let known: [String: CatalogDocument]
  /// By the digest of the file that they were read from.
  private let knownByChecksum: [String: CatalogDocument]
  /// By the file that they were read from.
  private let knownByPath: [String: [CatalogDocument]]
  /// For each id the first file that has it.
  private let owners: [DocumentID: PlannedFile]
  /// The ids that files have in this run.
  private let ids: [String: DocumentID]
  private let readsAgain: Bool
  private let reading: ReadingOptions

  /// - Parameters:
  ///   - files: all of the run; of two with one id the second fails.
  ///   - known: documents of the library.
  ///   - readsAgain: unchanged files too, as if the library held nothing.
  init(of files: [PlannedFile], known: [CatalogDocument], readsAgain: Bool, reading: ReadingOptions)
  {
    owners = Dictionary(files.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.known = Dictionary(
      known.map { ($0.record.document, $0) }, uniquingKeysWith: { first, _ in first })
    knownByChecksum = Dictionary(
      known.map { ($0.record.checksum, $0) }, uniquingKeysWith: { first, _ in first })
    knownByPath = Dictionary(grouping: known) { $0.record.path }
    ids = Dictionary(files.map { ($0.path, $0.id) }, uniquingKeysWith: { first, _ in first })
    self.readsAgain = readsAgain
    self.reading = reading
  }

  func result(of file: PlannedFile) -> Result {
    let known = known[file.id.name]
    do {
      if let owner = owners[file.id], owner.shownPath != file.shownPath {
        throw PipelineError.sameID(file.id.name, path: file.shownPath, other: owner.shownPath)
      }
      let document = try file.read(reading)
      if let known, !readsAgain {
        if known.record.checksum == document.checksum, earlierNames(of: file).isEmpty,
          known.manifestDigest == EntryDigest.of(file.metadata),
          reading.encoding == nil || known.record.encoding == document.encoding
        {
          return .unchanged(known.record)
        }
        if known.record.path != file.path, isThere(known.record) {
          throw PipelineError.sameID(
            file.id.name, path: file.shownPath, other: known.record.path)
        }
      }
      if known == nil, !readsAgain, !file.isNamed,
        let other = knownByChecksum[document.checksum]?.record, other.path != file.path,
        isThere(other)
      {
        return .copy(other, of: other.path)
      }
      let plan = AnalyzedPlan(file, document: document)
      var entry = plan.catalogEntry
      entry.manifestDigest = EntryDigest.of(file.metadata)
      entry.digest = try EntryDigest.of(entry)
      let replaced = (known.map { [$0] } ?? []) + earlierNames(of: file)
      return .read(entry, replaced: replaced, warnings: plan.warnings)
    } catch {
      return .failed(error)
    }
  }

  /// What the file was in the library before a manifest gave it another id.
  private func earlierNames(of file: PlannedFile) -> [CatalogDocument] {
    (knownByPath[file.path] ?? []).filter { $0.record.document != file.id.name }
  }

  /// Whether the file that a document was read from is still there under its id: then another file
  /// with that id is another plan, not a newer state of it.
  private func isThere(_ record: DocumentRecord) -> Bool {
    if let id = ids[record.path], id.name != record.document { return false }
    return ContainerPath.file(of: record.path) != nil
  }
}
