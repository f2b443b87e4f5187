import PlanDocument

/// Which section of one version is which of the other.
struct SectionMatches {
  /// Number in the new version by number in the old one, and the other way round.
  private(set) var new: [Int: Int] = [:]
  private(set) var old: [Int: Int] = [:]
  /// Numbers in the new version of sections that stand under another one, or in another order.
  private(set) var moved: Set<Int> = []

  init(old before: PlanVersion, new after: PlanVersion) {
    matchTitles(before, after, underSameParent: true)
    matchTitles(before, after, underSameParent: false)
    matchTexts(before, after)
    findMoved(before, after)
  }

  private mutating func pair(_ first: Int, _ second: Int) {
    new[first] = second
    old[second] = first
  }

  private struct Title: Hashable {
    let level: DivisionLevel
    let text: String
    /// The new number of the section around; nil where it does not matter.
    let parent: Int?
  }

  /// Sections with one title, in the order in which they stand.
  private mutating func matchTitles(
    _ before: PlanVersion, _ after: PlanVersion, underSameParent: Bool
  ) {
    // Parents stand before what is in them, so they are paired already.
    var waiting: [Title: [Int]] = [:]
    for (number, division) in after.divisions.enumerated() where old[number] == nil {
      let title = Title(
        level: division.level, text: division.title.squeezed,
        parent: underSameParent ? division.parent ?? -1 : nil)
      waiting[title, default: []].append(number)
    }
    for (number, division) in before.divisions.enumerated() where new[number] == nil {
      var parent: Int?
      if underSameParent {
        guard let around = division.parent else {
          take(number, division, -1, &waiting)
          continue
        }
        guard let known = new[around] else { continue }
        parent = known
      }
      take(number, division, parent, &waiting)
    }
  }

  private mutating func take(
    _ number: Int, _ division: DivisionRecord, _ parent: Int?, _ waiting: inout [Title: [Int]]
  ) {
    let title = Title(level: division.level, text: division.title.squeezed, parent: parent)
    // A section without a title (（一）as a list) is told by its text alone.
    guard !title.text.isEmpty, let first = waiting[title]?.first else { return }
    waiting[title]?.removeFirst()
    pair(number, first)
  }

  /// Sections of one level with other titles: by their words, the likest first.
  private mutating func matchTexts(_ before: PlanVersion, _ after: PlanVersion) {
    let firsts = before.divisions.indices.filter { new[$0] == nil }
    let seconds = after.divisions.indices.filter { old[$0] == nil }
    guard !firsts.isEmpty, !seconds.isEmpty, firsts.count * seconds.count <= Self.mostPairs else {
      return
    }
    let features = (
      firsts.map { Self.features(before, $0) }, seconds.map { Self.features(after, $0) }
    )
    var pairs: [(likeness: Double, first: Int, second: Int)] = []
    for (i, first) in firsts.enumerated() {
      for (j, second) in seconds.enumerated()
      where before.divisions[first].level == after.divisions[second].level {
        let likeness = TextLikeness.of(features.0[i], features.1[j])
        if likeness >= Self.leastLikeness { pairs.append((likeness, first, second)) }
      }
    }
    pairs.sort { ($1.likeness, $0.first, $0.second) < ($0.likeness, $1.first, $1.second) }
    for found in pairs where new[found.first] == nil && old[found.second] == nil {
      pair(found.first, found.second)
    }
  }

  private static func features(_ version: PlanVersion, _ number: Int) -> [UInt64: Int] {
    // The title counts more than its length: a section may hold nothing but others.
    let title = version.divisions[number].title.squeezed
    return TextLikeness.pairs(title + "\n" + title + "\n" + version.text(number))
  }

  private static let leastLikeness = 0.5
  /// Two versions that have nothing in common are not worth more time.
  private static let mostPairs = 4_000_000

  /// Under one parent the longest run in order stays, the others moved.
  private mutating func findMoved(_ before: PlanVersion, _ after: PlanVersion) {
    var children: [Int: [(old: Int, new: Int)]] = [:]
    for (first, second) in new.sorted(by: { $0.key < $1.key }) {
      let parents = (before.divisions[first].parent, after.divisions[second].parent)
      let isSame =
        parents.0 == nil
        ? parents.1 == nil : parents.1 != nil && parents.0.flatMap { new[$0] } == parents.1
      // What stands under a section that was added or removed did not move by itself.
      let isShifted =
        parents.0.map { new[$0] == nil } ?? false || parents.1.map { old[$0] == nil } ?? false
      if isSame {
        children[parents.1 ?? -1, default: []].append((first, second))
      } else if !isShifted {
        moved.insert(second)
      }
    }
    for pairs in children.values {
      let kept = Self.longestRun(pairs.map(\.new))
      for pair in pairs where !kept.contains(pair.new) { moved.insert(pair.new) }
    }
  }

  /// The members of the longest increasing subsequence.
  private static func longestRun(_ values: [Int]) -> Set<Int> {
    var ends: [Int] = []
    var before = [Int?](repeating: nil, count: values.count)
    for (index, value) in values.enumerated() {
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if values[ends[middle]] < value { low = middle + 1 } else { high = middle }
      }
      before[index] = low > 0 ? ends[low - 1] : nil
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var kept: Set<Int> = []
    var place = ends.last
    while let index = place {
      kept.insert(values[index])
      place = before[index]
    }
    return kept
  }
}
