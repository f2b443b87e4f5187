import BigramIndex
import PlanCatalog

/// A change of a library in the making; valid inside `LibraryWriter.commit` only.
package struct LibraryDraft {
  let folder: LibraryFolder
  let transaction: CatalogTransaction
  private(set) var point: CommitPoint
  let atStep: (CommitStep) throws -> Void
  private var builder = SegmentBuilder.forPassages()
  /// Segments that were opened to take documents out of them.
  private var opened: [String: Segment] = [:]

  /// Bytes that a segment in the making takes at most before it is written.
  static let memoryLimit = 48 << 20

  init(
    folder: LibraryFolder, transaction: CatalogTransaction, point: CommitPoint,
    atStep: @escaping (CommitStep) throws -> Void
  ) {
    self.folder = folder
    self.transaction = transaction
    self.point = point
    self.atStep = atStep
  }

  /// Whether what was added should be written before more is.
  var isFull: Bool { builder.memory >= Self.memoryLimit }

  /// Adds a document behind all others.
  package mutating func add(_ entry: CatalogEntry) throws {
    let key = try transaction.insert(entry)
    try builder.add(entry.passages, ofDocument: key)
  }

  /// Takes out a document that was there before this change.
  package mutating func remove(key: Int) throws {
    try transaction.remove(key: key)
    for index in point.segments.indices {
      let segment = try segment(point.segments[index].name)
      point.segments[index].delete(try segment.ordinals(ofDocument: key), in: segment)
    }
    point.segments.removeAll { $0.liveDocuments == 0 }
  }

  /// Takes out everything that was there before, whatever state its segments are in.
  mutating func removeAll(_ documents: [CatalogDocument]) throws {
    for document in documents { try transaction.remove(key: document.key) }
    point.segments = []
  }

  /// Writes the segment in the making, if there is anything in it.
  mutating func seal() throws {
    guard !builder.isEmpty else { return }
    let name = point.takeName()
    point.segments.append(try SegmentWriter.write(builder, to: folder.segments, name: name))
    builder = .forPassages()
    try atStep(.segmentWritten)
  }

  /// Makes one segment of neighbouring ones.
  mutating func merge(_ range: Range<Int>) throws {
    let index = try IndexSnapshot(folder: folder.segments, commitPoint: point)
    let name = point.takeName()
    let merged = try SegmentMerger.merge(range, of: index, to: folder.segments, name: name)
    point.segments.replaceSubrange(range, with: merged.map { [$0] } ?? [])
    try atStep(.segmentWritten)
  }

  private mutating func segment(_ name: String) throws(IndexError) -> Segment {
    if let segment = opened[name] { return segment }
    let segment = try Segment(path: folder.segments + "/" + name)
    opened[name] = segment
    return segment
  }
}
