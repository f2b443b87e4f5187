/// Sets of ordinals as sorted, disjoint ranges.
package enum OrdinalRanges {
  /// Whether an ordinal lies in one of the ranges.
  package static func contains(_ ranges: [Range<Int>], _ ordinal: Int) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= ordinal { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].lowerBound <= ordinal
  }

  /// Any ranges as sorted, disjoint and not adjacent ones.
  package static func union(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = result.last, range.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }

  /// What lies in some of the ranges and in none of the others; both sorted and disjoint.
  package static func difference(_ ranges: [Range<Int>], _ others: [Range<Int>]) -> [Range<Int>] {
    guard !others.isEmpty else { return ranges }
    var result: [Range<Int>] = []
    var next = 0
    for range in ranges {
      var start = range.lowerBound
      while next < others.count, others[next].upperBound <= start { next += 1 }
      var other = next
      while other < others.count, others[other].lowerBound < range.upperBound {
        if others[other].lowerBound > start { result.append(start..<others[other].lowerBound) }
        start = max(start, others[other].upperBound)
        other += 1
      }
      if start < range.upperBound { result.append(start..<range.upperBound) }
    }
    return result
  }

  /// What lies in `0 ..< count` but in none of the ranges, which are sorted and disjoint.
  package static func complement(_ ranges: [Range<Int>], in count: Int) -> [Range<Int>] {
    difference(count > 0 ? [0..<count] : [], ranges)
  }
}
