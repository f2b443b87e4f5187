import BigramIndex

extension IndexSnapshot {
  /// Of the documents of a segment those that are not deleted.
  ///
  /// - Parameter ranges: sorted and disjoint; nil for all documents.
  func live(_ ranges: [Range<Int>]? = nil, in segment: Int) -> [UInt32] {
    let deleted = deleted(in: segment)
    return SortedOrdinals.all(
      in: ranges.map { OrdinalRanges.difference($0, deleted) }
        ?? OrdinalRanges.complement(deleted, in: segments[segment].documentCount))
  }
}
