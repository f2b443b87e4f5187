import DocumentReading
import Foundation
import PlanCatalog
import PlanDocument

/// What has to be done with a file, found out without touching the library.
struct FileAnalysis: Sendable {
  enum Result: Sendable {
    /// Everything for the catalog; the key of the document it takes the place of; doubts.
    case read(CatalogEntry, replaced: Int?, warnings: [PlanWarning])
    case unchanged(DocumentRecord)
    case failed(any Error & Sendable)
  }

  private let known: [String: CatalogDocument]
  /// For each id the first file that has it.
  private let owners: [DocumentID: PlannedFile]
  private let readsAgain: Bool

  /// - Parameters:
  ///   - files: all of the run; of two with one id the second fails.
  ///   - known: documents of the library.
  ///   - readsAgain: unchanged files too, as if the library held nothing.
  init(of files: [PlannedFile], known: [CatalogDocument], readsAgain: Bool) {
    owners = Dictionary(files.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.known = Dictionary(
      known.map { ($0.record.document, $0) }, uniquingKeysWith: { first, _ in first })
    self.readsAgain = readsAgain
  }

  func result(of file: PlannedFile) -> Result {
    let known = known[file.id.name]
    do {
      if let owner = owners[file.id], owner.path != file.path {
        throw PipelineError.sameID(file.id.name, path: file.shownPath, other: owner.shownPath)
      }
      let document = try DocumentReader().read(path: file.shownPath)
      if let known, !readsAgain {
        if known.record.checksum == document.checksum,
          known.manifestDigest == EntryDigest.of(file.metadata)
        {
          return .unchanged(known.record)
        }
        if known.record.path != file.path, Self.isThere(known.record) {
          throw PipelineError.sameID(
            file.id.name, path: file.shownPath, other: known.record.path)
        }
      }
      let plan = AnalyzedPlan(file, document: document)
      var entry = plan.catalogEntry
      entry.manifestDigest = EntryDigest.of(file.metadata)
      entry.digest = try EntryDigest.of(entry)
      return .read(entry, replaced: known?.key, warnings: plan.warnings)
    } catch {
      return .failed(error)
    }
  }

  /// Whether the file that a document was read from is still there: then another file with its id
  /// is another plan, not a newer state of it.
  private static func isThere(_ record: DocumentRecord) -> Bool {
    FileManager.default.fileExists(atPath: record.path)
  }
}
