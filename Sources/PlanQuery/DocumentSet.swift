import BigramIndex

/// Documents of an index that a search is confined to.
package struct DocumentSet: Sendable, Equatable {
  /// For each segment the ordinals, as sorted, disjoint ranges; none for segments past the end.
  package var ranges: [[Range<Int>]]

  package init(ranges: [[Range<Int>]]) { self.ranges = ranges }

  func ranges(in segment: Int) -> [Range<Int>] {
    segment < ranges.count ? ranges[segment] : []
  }
}
