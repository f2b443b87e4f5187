/// Sets of ordinals as ascending arrays.
package enum SortedOrdinals {
  /// Those of sorted, disjoint ranges.
  package static func all(in ranges: [Range<Int>]) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(ranges.reduce(0) { $0 + $1.count })
    for range in ranges { for ordinal in range { result.append(UInt32(ordinal)) } }
    return result
  }

  package static func intersection(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    if a.count > b.count { return intersection(b, a) }
    var result: [UInt32] = []
    result.reserveCapacity(a.count)
    var place = 0
    for value in a {
      place = gallop(b, from: place, to: value)
      guard place < b.count else { break }
      if b[place] == value { result.append(value) }
    }
    return result
  }

  package static func union(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    if a.isEmpty { return b }
    if b.isEmpty { return a }
    var result: [UInt32] = []
    result.reserveCapacity(a.count + b.count)
    var (left, right) = (0, 0)
    while left < a.count, right < b.count {
      let (one, other) = (a[left], b[right])
      result.append(min(one, other))
      if one <= other { left += 1 }
      if other <= one { right += 1 }
    }
    result.append(contentsOf: a[left...])
    result.append(contentsOf: b[right...])
    return result
  }

  /// What is in `a` but not in `b`.
  package static func difference(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    guard !a.isEmpty, !b.isEmpty else { return a }
    var result: [UInt32] = []
    result.reserveCapacity(a.count)
    var place = 0
    for value in a {
      place = gallop(b, from: place, to: value)
      if place == b.count || b[place] != value { result.append(value) }
    }
    return result
  }

  /// Those that lie in one of the sorted, disjoint ranges.
  package static func intersection(_ a: [UInt32], _ ranges: [Range<Int>]) -> [UInt32] {
    var result: [UInt32] = []
    var place = 0
    for range in ranges {
      guard let lower = UInt32(exactly: max(0, range.lowerBound)) else { break }
      place = gallop(a, from: place, to: lower)
      while place < a.count, Int(a[place]) < range.upperBound {
        result.append(a[place])
        place += 1
      }
    }
    return result
  }

  /// The first place from `start` on whose value is not below `value`: steps that double, then
  /// halving (Bentley and Yao, 1976).
  package static func gallop(_ values: [UInt32], from start: Int, to value: UInt32) -> Int {
    guard start < values.count, values[start] < value else { return start }
    var step = 1
    var low = start
    while low + step < values.count, values[low + step] < value {
      low += step
      step *= 2
    }
    var high = min(low + step, values.count)
    low += 1
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
