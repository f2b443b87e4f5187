import BigramIndex
import TestSupport
import TextFolding

/// A small index on disk with the texts that it was made from.
struct TestIndex {
  let folder: TemporaryFolder
  private(set) var commitPoint = CommitPoint()
  private(set) var snapshot: IndexSnapshot
  /// By position in the index: the text, nil for a deleted one.
  private(set) var texts: [String?] = []
  /// By position: the place that the document had when the index was made.
  private(set) var origins: [Int] = []

  /// - Parameter segments: the texts of each segment.
  init(_ segments: [[String]]) throws {
    folder = try TemporaryFolder()
    for texts in segments {
      var builder = SegmentBuilder(attributeCount: 1)
      for text in texts {
        try builder.add(
          TokenStream(text), attributes: [UInt32(self.texts.count)], id: "d\(self.texts.count)")
        origins.append(self.texts.count)
        self.texts.append(text)
      }
      let name = commitPoint.takeName()
      commitPoint.segments.append(
        try SegmentWriter.write(builder, to: folder.path, name: name))
    }
    snapshot = try IndexSnapshot(folder: folder.path, commitPoint: commitPoint)
  }

  /// A document's position in the index.
  func position(segment: Int, ordinal: Int) -> Int {
    commitPoint.segments[..<segment].reduce(0) { $0 + $1.documents } + ordinal
  }

  mutating func delete(segment: Int, _ ordinals: Range<Int>) throws {
    commitPoint.segments[segment].delete(ordinals, in: snapshot.segments[segment])
    for ordinal in ordinals { texts[position(segment: segment, ordinal: ordinal)] = nil }
    snapshot = try IndexSnapshot(folder: folder.path, commitPoint: commitPoint)
  }

  /// Merges some segments; documents that were deleted in them are gone for good.
  mutating func merge(_ range: Range<Int>) throws {
    let name = commitPoint.takeName()
    let entry = try SegmentMerger.merge(range, of: snapshot, to: folder.path, name: name)
    let first = position(segment: range.lowerBound, ordinal: 0)
    let last = position(segment: range.upperBound, ordinal: 0)
    let kept = (first..<last).filter { texts[$0] != nil }
    origins.replaceSubrange(first..<last, with: kept.map { origins[$0] })
    texts.replaceSubrange(first..<last, with: kept.map { texts[$0] })
    commitPoint.segments.replaceSubrange(range, with: entry.map { [$0] } ?? [])
    snapshot = try IndexSnapshot(folder: folder.path, commitPoint: commitPoint)
  }
}
