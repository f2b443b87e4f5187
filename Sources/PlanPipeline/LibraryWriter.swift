import BigramIndex
import ByteAccess
import Foundation
import PlanCatalog
import PlanDocument

/// A point of a commit at which a crash must leave the library as it was before or after.
package enum CommitStep: String, Sendable, CaseIterable {
  /// A segment file is on the disk, and nothing names it.
  case segmentWritten
  /// All is in the transaction, which has not ended.
  case transactionReady
  /// The transaction has ended; replaced segments are still there.
  case committed
}

/// The one writer of a library: it holds the folder's lock as long as it lives.
package final class LibraryWriter {
  let folder: LibraryFolder
  private let lock: FileLock
  private let catalog: CatalogWriter
  /// As it was last committed.
  private(set) var point: CommitPoint
  /// Called at each step of each commit; what it throws stops the commit there.
  private let atStep: (CommitStep) throws -> Void

  /// Opens a library for writing, making it where there is none, and removes what an earlier
  /// writer that ended in the middle has left.
  ///
  /// - Parameters:
  ///   - command: what is done, for a second writer's message.
  ///   - isRebuild: a catalog that cannot be used any more is given up and made anew.
  /// - Throws: `PipelineError.locked` where another process writes.
  package init(
    folder path: String, command: String, isRebuild: Bool = false,
    atStep: @escaping (CommitStep) throws -> Void = { _ in }
  ) throws {
    folder = LibraryFolder(path)
    self.atStep = atStep
    try SmallFile.makeFolder(folder.segments)
    do {
      lock = try FileLock(path: folder.lock, command: command)
    } catch let held as FileLock.Held {
      throw PipelineError.locked(library: path, holder: held.holder)
    }
    if !FileManager.default.fileExists(atPath: folder.catalog) { try folder.breakSeal() }
    let bytes: [UInt8]?
    if isRebuild, let sound = Self.soundCatalog(folder) {
      catalog = sound
      bytes = try? sound.commitPoint()
    } else if isRebuild {
      try folder.breakSeal()
      for file in folder.catalogFiles { try SmallFile.remove(file) }
      catalog = try CatalogWriter(path: folder.catalog)
      bytes = nil
    } else {
      catalog = try CatalogWriter(path: folder.catalog)
      bytes = try catalog.commitPoint()
    }
    if isRebuild {
      point = bytes.flatMap { try? CommitPoint($0) } ?? CommitPoint()
    } else {
      point = try bytes.map { try CommitPoint($0) } ?? CommitPoint()
      try checkSegments()
    }
    point.nextNumber = max(point.nextNumber, try Self.largestNumber(in: folder) + 1)
    try sweep()
  }

  private static func soundCatalog(_ folder: LibraryFolder) -> CatalogWriter? {
    guard let catalog = try? CatalogWriter(path: folder.catalog) else { return nil }
    if catalog.isSound() { return catalog }
    try? catalog.close()
    return nil
  }

  /// Nothing is added to an index that has lost a segment: what its documents hold would not be found,
  /// though they are said to be unchanged.
  private func checkSegments() throws {
    do throws(IndexError) {
      _ = try IndexSnapshot(folder: folder.segments, commitPoint: point)
    } catch {
      throw PipelineError.library(path: folder.path, .damagedIndex(error))
    }
  }

  /// The largest number that a segment file in the folder has; names are not used again.
  private static func largestNumber(in folder: LibraryFolder) throws -> Int {
    try SmallFile.names(in: folder.segments).filter(CommitPoint.isSegmentName)
      .compactMap { Int($0.prefix { $0.isNumber }) }.max() ?? 0
  }

  package func documents() throws -> [CatalogDocument] { try catalog.documents() }

  /// Makes one change of the library, all of it or, where `body` or a step of the commit throws,
  /// nothing.
  ///
  /// Segment files are written and flushed first, then the transaction that names them ends, then
  /// files that nothing names any more are removed.
  package func commit(_ body: (inout LibraryDraft) throws -> Void) throws {
    do {
      point = try catalog.write { transaction in
        var draft = LibraryDraft(
          folder: folder, transaction: transaction, point: point, atStep: atStep)
        try body(&draft)
        try draft.seal()
        if draft.point != point { try transaction.set(commitPoint: draft.point.encode()) }
        if transaction.hasChanges { try folder.breakSeal() }
        try atStep(.transactionReady)
        return draft.point
      }
    } catch {
      try? sweep()
      throw error
    }
    try atStep(.committed)
    try sweep()
  }

  /// Merges neighbouring segments as the index's policy asks, each merge a commit of its own.
  package func mergeSegments() throws {
    while let range = SegmentMerger.mergeCandidates(in: point) {
      try commit { draft in try draft.merge(range) }
    }
  }

  /// Closes the catalog, so that it can be read where nobody may write, and seals it.
  package func close() throws {
    let isWhole = catalog.writeBack()
    try catalog.close()
    // What was ingested is safe without a seal: one that cannot be written fails nothing, and
    // `verify` says that it is missing.
    if isWhole, !folder.isSealed { try? folder.writeSeal() }
  }

  /// Removes segment files that nothing names. Readers that have them open keep them.
  private func sweep() throws {
    let live = Set(point.segments.map(\.name))
    for name in try LibraryFolder.leftovers(in: folder, live: live) {
      try SmallFile.remove(folder.segments + "/" + name)
    }
  }

  /// Takes documents out of a library.
  ///
  /// - Returns: the names of those that were there, which are all.
  /// - Throws: `PipelineError.unknownDocument` where one is not there; then none is taken out.
  package static func remove(_ names: [String], from path: String) throws -> [String] {
    let folder = LibraryFolder(path)
    guard FileManager.default.fileExists(atPath: folder.catalog) else {
      throw CatalogError.missing(path: folder.catalog)
    }
    let writer = try LibraryWriter(folder: path, command: "gangyao remove")
    let known = Dictionary(
      uniqueKeysWithValues: try writer.documents().map { ($0.record.document, $0.key) })
    var removed: [(name: String, key: Int)] = []
    for name in names where !removed.contains(where: { $0.name == name }) {
      guard let key = known[name] else {
        throw PipelineError.unknownDocument(
          name, library: path, near: NearNames.of(name, among: known.keys.sorted()))
      }
      removed.append((name, key))
    }
    try writer.commit { draft in
      for (_, key) in removed { try draft.remove(key: key) }
    }
    try writer.mergeSegments()
    try writer.close()
    return removed.map(\.name)
  }
}
