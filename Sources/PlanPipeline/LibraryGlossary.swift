import PlanCatalog
import PlanDocument
import PlanQuery

/// The words that plans explain, found in their sections of that kind.
package struct LibraryGlossary {
  package struct Row: Sendable, Equatable {
    package let entry: GlossaryEntry
    /// The passage with the term.
    package let passage: PassageRecord
  }

  /// The entries of one document in the order of its text.
  package static func rows(
    _ passages: [PassageRecord], divisions: [DivisionRecord]
  ) -> [Row] {
    var rows: [Row] = []
    var place = 0
    while place < passages.count {
      guard isBeginning(passages[place], divisions) else {
        place += 1
        continue
      }
      let first = place + 1
      let unit = passages[place].division
      place = first
      while place < passages.count, !ends(passages[place], of: unit, divisions) { place += 1 }
      let list = passages[first..<place]
      rows += GlossaryReader().entries(list.map(\.text)).map {
        Row(entry: $0.entry, passage: passages[first + $0.passage])
      }
    }
    return rows
  }

  /// Whether a list of explained words begins behind a passage.
  private static func isBeginning(
    _ passage: PassageRecord, _ divisions: [DivisionRecord]
  ) -> Bool {
    if passage.kind == .heading, let unit = passage.division, divisions.indices.contains(unit),
      divisions[unit].level == .glossary
    {
      return true
    }
    return passage.kind != .row && GlossaryReader.isTitle(passage.text)
  }

  /// Whether a passage no longer belongs to the list: the heading of a part, chapter, section or annex
  /// that does not stand inside it.
  private static func ends(
    _ passage: PassageRecord, of unit: Int?, _ divisions: [DivisionRecord]
  ) -> Bool {
    guard passage.kind == .heading, let own = passage.division, own != unit,
      divisions.indices.contains(own)
    else { return false }
    var current = divisions[own].parent
    while let index = current, divisions.indices.contains(index) {
      if index == unit { return false }
      current = divisions[index].parent.flatMap { $0 < index ? $0 : nil }
    }
    return [.part, .chapter, .section, .appendix, .glossary].contains(divisions[own].level)
  }
}
