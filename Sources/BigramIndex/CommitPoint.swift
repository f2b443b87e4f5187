import ByteAccess

/// The state of an index: its segments in order, what is deleted in them, and the next free name.
package struct CommitPoint: Sendable, Equatable {
  /// One segment as the commit point knows it.
  package struct Entry: Sendable, Equatable {
    /// File name inside the index's folder.
    package var name: String
    /// The segment header's checksum, which binds those of all its sections.
    package var checksum: UInt32
    /// Documents and their tokens, deleted ones too.
    package var documents: Int
    package var tokens: Int
    /// Ordinals of deleted documents, sorted, disjoint, not adjacent.
    package var deleted: [Range<Int>]
    /// Tokens of the deleted documents.
    package var deletedTokens: Int

    package init(
      name: String, checksum: UInt32, documents: Int, tokens: Int, deleted: [Range<Int>] = [],
      deletedTokens: Int = 0
    ) {
      self.name = name
      self.checksum = checksum
      self.documents = documents
      self.tokens = tokens
      self.deleted = deleted
      self.deletedTokens = deletedTokens
    }

    package var deletedDocuments: Int { deleted.reduce(0) { $0 + $1.count } }
    package var liveDocuments: Int { documents - deletedDocuments }
    package var liveTokens: Int { tokens - deletedTokens }

    /// Marks documents as deleted; those that are already stay so.
    ///
    /// - Parameter segment: the segment of this entry, for the lengths of the documents.
    package mutating func delete(_ range: Range<Int>, in segment: Segment) {
      let range = range.clamped(to: 0..<documents)
      guard !range.isEmpty else { return }
      for ordinal in range where !OrdinalRanges.contains(deleted, ordinal) {
        deletedTokens += segment.length(of: ordinal)
      }
      deleted = OrdinalRanges.union(deleted + [range])
    }
  }

  package var segments: [Entry] = []
  /// The number of the next segment file; numbers are never used again.
  package var nextNumber = 1

  package init() {}

  package var liveDocuments: Int { segments.reduce(0) { $0 + $1.liveDocuments } }
  package var liveTokens: Int { segments.reduce(0) { $0 + $1.liveTokens } }

  /// The name of a segment file: `000001.seg`.
  package static func name(ofNumber number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits + ".seg"
  }

  /// Whether a file name is one that `name(ofNumber:)` gives.
  package static func isSegmentName(_ name: String) -> Bool {
    guard name.hasSuffix(".seg"), let number = Int(name.dropLast(4)) else { return false }
    return number > 0 && Self.name(ofNumber: number) == name
  }

  /// Takes the next free name.
  package mutating func takeName() -> String {
    defer { nextNumber += 1 }
    return Self.name(ofNumber: nextNumber)
  }
}
