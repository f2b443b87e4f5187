import PlanDocument

/// A passage with what stands around it: its section, or as much of it as can be taken in.
package struct SectionExcerpt: Sendable, Equatable {
  /// In the order of the text.
  package let passages: [PassageRecord]
  /// Place of the passage among `passages`.
  package let marked: Int
  /// Passages of the section that were left out in front and behind.
  package let omittedBefore: Int
  package let omittedAfter: Int

  /// Code points of text that are shown at most, the passage itself not counted; an item is shown
  /// with the unit around it as long as that is no longer.
  package static let length = 3000

  /// - Parameters:
  ///   - place: of the passage among `passages`, which are those of the whole document.
  package init(around place: Int, of passages: [PassageRecord], divisions: [DivisionRecord]) {
    let unit = Self.unit(of: passages[place], divisions)
    let section = passages.indices.filter { Self.contains(unit, passages[$0], divisions) }
    let middle = section.firstIndex(of: place) ?? 0
    var first = middle
    var last = middle
    var left = Self.length
    // To both sides in turn, so that the passage stands in the middle.
    while left > 0, first > 0 || last < section.count - 1 {
      if first > 0 {
        first -= 1
        left -= passages[section[first]].text.unicodeScalars.count
      }
      if last < section.count - 1, left > 0 {
        last += 1
        left -= passages[section[last]].text.unicodeScalars.count
      }
    }
    self.passages = section[first...last].map { passages[$0] }
    marked = middle - first
    omittedBefore = first
    omittedAfter = section.count - 1 - last
  }

  /// The unit to show: of items, boxes and tables the section around them where it is short enough.
  private static func unit(of passage: PassageRecord, _ divisions: [DivisionRecord]) -> Int? {
    guard var unit = passage.division, divisions.indices.contains(unit) else { return nil }
    while [.item, .box, .table, .figure].contains(divisions[unit].level),
      let parent = divisions[unit].parent, divisions[parent].length <= length
    {
      unit = parent
    }
    return unit
  }

  private static func contains(
    _ unit: Int?, _ passage: PassageRecord, _ divisions: [DivisionRecord]
  ) -> Bool {
    guard let unit else { return passage.division == nil }
    var current = passage.division
    while let index = current, index > unit, divisions.indices.contains(index) {
      current = divisions[index].parent
    }
    return current == unit
  }
}
