import BigramIndex
import PlanQuery

/// Where the passages of a document stand in the index.
struct DocumentExtent: Sendable, Equatable {
  let segment: Int
  let ordinals: Range<Int>

  /// Those of its passages that are looked at.
  func searched(within allowed: DocumentSet?) -> [Range<Int>] {
    guard let allowed else { return [ordinals] }
    guard allowed.ranges.indices.contains(segment) else { return [] }
    return allowed.ranges[segment].map { $0.clamped(to: ordinals) }.filter { !$0.isEmpty }
  }
}

extension LibraryView {
  /// Where the passages of each document stand, by its key; also of documents that are deleted.
  ///
  /// Keys ascend within a segment, so that a document's end is found in a few steps.
  func documentExtents() throws -> [Int: [DocumentExtent]] {
    var extents: [Int: [DocumentExtent]] = [:]
    for (number, segment) in index.segments.enumerated() {
      var start = 0
      while start < segment.documentCount {
        let key = try documentKey(segment: number, ordinal: start)
        let end = try endOfRun(from: start, count: segment.documentCount) {
          try documentKey(segment: number, ordinal: $0) == key
        }
        extents[key, default: []].append(
          DocumentExtent(segment: number, ordinals: start..<end))
        start = end
      }
    }
    return extents
  }
}

/// The place behind a run of places that belong together, found in steps that double: what belongs
/// to the first place stands together behind it.
func endOfRun(from start: Int, count: Int, _ belongs: (Int) throws -> Bool) rethrows -> Int {
  var low = start
  var step = 1
  while low + step < count, try belongs(low + step) {
    low += step
    step *= 2
  }
  var high = min(low + step, count)
  while low + 1 < high {
    let middle = (low + high) / 2
    if try belongs(middle) { low = middle } else { high = middle }
  }
  return low + 1
}
