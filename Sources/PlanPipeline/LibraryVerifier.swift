import BigramIndex
import ByteAccess
import Foundation
import PlanCatalog
import PlanDocument
import TextFolding

/// Reads a whole library and says whether it is as it was written. It changes nothing.
package struct LibraryVerifier {
  package struct Report: Sendable, Equatable {
    /// None where all is well.
    package var faults: [LibraryFault] = []
    /// Whether every byte of the catalog's file was compared with its seal. Where the last writer did
    /// not get to its end there is none, and only what the catalog's tables hold was checked.
    package var isSealed = false
    /// Files that a writer which ended in the middle has left; the next writer removes them.
    package var leftovers: [String] = []
    package var documents = 0
    package var passages = 0
    package var segments = 0
    /// Of the catalog's file and all segments.
    package var bytes = 0
  }

  package let folder: LibraryFolder

  package init(folder path: String) { folder = LibraryFolder(path) }

  /// - Throws: `CatalogError.missing` where there is no library, `.version` where it is another
  ///   program's; everything else that is wrong is in the report.
  package func verify() throws -> Report {
    while true {
      let (report, point) = try pass()
      // A writer that has committed since may have removed a segment before it could be opened.
      guard report.faults.contains(where: Self.isMissingSegment), try commitPoint() != point else {
        return report
      }
    }
  }

  private static func isMissingSegment(_ fault: LibraryFault) -> Bool {
    guard case .index(.file(let error)) = fault else { return false }
    return error.isMissing
  }

  /// As it is now.
  private func commitPoint() throws -> [UInt8]? {
    try CatalogReader(path: folder.catalog).read { try $0.commitPoint() }
  }

  /// Reads everything once; with the commit point that the index was opened by.
  private func pass() throws -> (Report, point: [UInt8]?) {
    var report = Report()
    var point: [UInt8]?
    if FileManager.default.fileExists(atPath: folder.catalog) {
      switch try folder.checkSeal() {
      case .sound: report.isSealed = true
      case .missing: break
      case .broken(let faults):
        report.isSealed = true
        report.faults = faults
      }
    }
    do {
      let reader = try CatalogReader(path: folder.catalog)
      try reader.read { view in
        point = try view.commitPoint()
        report.faults += try view.faults().map { .structure(path: folder.catalog, message: $0) }
        let documents = try view.documents()
        report.documents = documents.count
        for document in documents { verify(document, in: view, &report) }
        try verifyIndex(view, documents: documents, &report)
      }
      report.bytes += Self.size(of: folder.catalog)
    } catch let error as CatalogError {
      guard case .database = error else { throw error }
      report.faults.append(.catalog(error))
    }
    return (report, point)
  }

  /// Compares a document with the digest that was stored with it.
  private func verify(_ document: CatalogDocument, in view: CatalogView, _ report: inout Report) {
    let name = document.record.document
    do {
      guard let entry = try view.entry(of: document.key) else {
        report.faults.append(.textMissing(path: folder.catalog, document: name))
        return
      }
      if try EntryDigest.of(entry) != entry.digest {
        report.faults.append(.digest(path: folder.catalog, document: name))
      }
      report.passages += entry.passages.count
    } catch {
      report.faults.append(
        .unreadable(path: folder.catalog, document: name, reason: "\(error)"))
    }
  }

  private func verifyIndex(
    _ view: CatalogView, documents: [CatalogDocument], _ report: inout Report
  ) throws {
    let snapshot: IndexSnapshot
    do {
      let point = try view.commitPoint().map { try CommitPoint($0) } ?? CommitPoint()
      let live = Set(point.segments.map(\.name))
      report.leftovers = try LibraryFolder.leftovers(in: folder, live: live)
        .map { folder.segments + "/" + $0 }
      snapshot = try IndexSnapshot(folder: folder.segments, commitPoint: point)
    } catch let error as IndexError {
      report.faults.append(.index(error))
      return
    } catch let error as FileError {
      report.faults.append(.index(.file(error)))
      return
    }
    report.segments = snapshot.segments.count
    for segment in snapshot.segments {
      report.bytes += Self.size(of: segment.path)
      do { try segment.verify() } catch { report.faults.append(.index(error)) }
    }
    guard report.faults.isEmpty else { return }
    if let fault = try firstDifference(snapshot, view, documents) { report.faults.append(fault) }
  }

  /// Where the index holds something else than the passages of the catalog, in their order.
  private func firstDifference(
    _ snapshot: IndexSnapshot, _ view: CatalogView, _ documents: [CatalogDocument]
  ) throws -> LibraryFault? {
    var places = LivePlaces(snapshot)
    for document in documents {
      for (number, record) in try view.passages(of: document.key).enumerated() {
        let expected = PassagePlace(document: document.key, passage: number, record: record)
        let name = document.record.document
        guard let (segment, ordinal) = places.next(),
          try PassagePlace(segment, ordinal: ordinal) == expected
        else { return .notInIndex(path: folder.segments, passage: number, document: name) }
        guard try segment.tokens(of: ordinal) == TokenStream(record.text) else {
          return .otherTokens(
            path: segment.path, ordinal: ordinal, passage: number, document: name)
        }
      }
    }
    guard let (segment, ordinal) = places.next() else { return nil }
    return .stray(path: segment.path, ordinal: ordinal)
  }

  private static func size(of path: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.size] as? NSNumber)?.intValue ?? 0
  }
}

/// The documents of an index that are not deleted, in order.
private struct LivePlaces {
  let snapshot: IndexSnapshot
  var segment = 0
  var ordinal = 0

  init(_ snapshot: IndexSnapshot) { self.snapshot = snapshot }

  mutating func next() -> (Segment, Int)? {
    while segment < snapshot.segments.count {
      while ordinal < snapshot.segments[segment].documentCount {
        defer { ordinal += 1 }
        if snapshot.isLive(segment: segment, ordinal: ordinal) {
          return (snapshot.segments[segment], ordinal)
        }
      }
      segment += 1
      ordinal = 0
    }
    return nil
  }
}
