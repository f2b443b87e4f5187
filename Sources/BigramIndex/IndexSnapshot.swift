import ByteAccess

/// All segments of one commit point, opened: what a reader sees until it opens another.
package final class IndexSnapshot: Sendable {
  package let commitPoint: CommitPoint
  package let segments: [Segment]

  /// Maps every segment and compares it with its entry.
  ///
  /// - Throws: `IndexError.file` whose error `isMissing` where a writer has replaced a segment since
  ///   the commit point was read: read it again.
  package init(folder: String, commitPoint: CommitPoint) throws(IndexError) {
    var segments: [Segment] = []
    for entry in commitPoint.segments {
      let path = folder + "/" + entry.name
      let segment = try Segment(path: path)
      guard segment.checksum == entry.checksum, segment.documentCount == entry.documents,
        segment.tokenCount == entry.tokens
      else { throw .notASegment(path: path, found: "it is another than the index was built with") }
      segments.append(segment)
    }
    self.segments = segments
    self.commitPoint = commitPoint
  }

  /// Documents that are not deleted, and their tokens.
  package var liveDocuments: Int { commitPoint.liveDocuments }
  package var liveTokens: Int { commitPoint.liveTokens }

  package func isLive(segment: Int, ordinal: Int) -> Bool {
    !OrdinalRanges.contains(commitPoint.segments[segment].deleted, ordinal)
  }

  /// Ordinals of a segment that are deleted, as sorted ranges.
  package func deleted(in segment: Int) -> [Range<Int>] { commitPoint.segments[segment].deleted }
}
