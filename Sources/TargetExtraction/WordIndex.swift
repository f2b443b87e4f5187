/// Finds words in code points by their first or their last one.
///
/// Rules ask at nearly every place of a text whether one of some words stands there, and nearly
/// always none does: a filter of 4,096 bits answers that. What passes it is looked up in one flat
/// table, without a reference counted or an array made.
struct WordIndex: Sendable {
  private struct Entry: Sendable {
    /// Of the word in `letters`.
    var start: Int
    var length: Int
    /// Number of the word as it was given.
    var number: Int
  }

  private struct Group: Sendable {
    var key: UInt32 = 0
    /// Of its words in `entries`; empty in an unused slot.
    var first = 0
    var end = 0
  }

  /// A bit for each value of the low 12 bits of a code point.
  private let filter: [UInt64]
  /// Open addressing; as many as a power of two, at most half of them used.
  private let slots: [Group]
  /// Words with the same key stand together, the longest first.
  private let entries: [Entry]
  private let letters: [UInt32]
  private let isByLast: Bool

  /// - Parameters:
  ///   - words: none empty; of two that are the same the first is found.
  ///   - isByLast: whether words are found by where they end.
  init(_ words: [[UInt32]], byLast isByLast: Bool) {
    self.isByLast = isByLast
    let key: (Int) -> UInt32 = { isByLast ? words[$0][words[$0].count - 1] : words[$0][0] }
    let groups = Dictionary(grouping: words.indices, by: key)
    var size = 8
    while size < groups.count * 2 { size *= 2 }
    var slots = [Group](repeating: Group(), count: size)
    var filter = [UInt64](repeating: 0, count: 64)
    var entries: [Entry] = []
    var letters: [UInt32] = []
    for (key, members) in groups.sorted(by: { $0.key < $1.key }) {
      let first = entries.count
      let ordered = members.sorted { (words[$1].count, $0) < (words[$0].count, $1) }
      for number in ordered {
        entries.append(
          Entry(start: letters.count, length: words[number].count, number: number))
        letters += words[number]
      }
      var slot = Self.slot(key, size)
      while slots[slot].end > 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Group(key: key, first: first, end: entries.count)
      filter[Int(key >> 6) & 63] |= 1 << UInt64(key & 63)
    }
    self.slots = slots
    self.filter = filter
    self.entries = entries
    self.letters = letters
  }

  private static func slot(_ key: UInt32, _ size: Int) -> Int {
    Int((key &* 0x9E37_79B1) >> 16) & (size - 1)
  }

  /// False where no word has the code point at the end that words are found by.
  func mayFind(_ key: UInt32) -> Bool {
    filter[Int(key >> 6) & 63] & (1 << UInt64(key & 63)) != 0
  }

  /// The longest word at a place: it begins at `start` or after and ends at `end` or before.
  ///
  /// - Parameter place: where it begins, or for words found by their last code point ends.
  func find(
    _ scalars: [UInt32], at place: Int, from start: Int, before end: Int
  ) -> (number: Int, length: Int)? {
    let last = isByLast ? place - 1 : place
    guard last >= 0, last < scalars.count, start >= 0, end <= scalars.count else { return nil }
    let key = scalars[last]
    guard mayFind(key) else { return nil }
    var slot = Self.slot(key, slots.count)
    while slots[slot].end > 0 {
      if slots[slot].key == key {
        return longest(scalars, at: place, from: start, before: end, slots[slot])
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func longest(
    _ scalars: [UInt32], at place: Int, from start: Int, before end: Int, _ group: Group
  ) -> (number: Int, length: Int)? {
    for index in group.first..<group.end {
      let entry = entries[index]
      let begin = isByLast ? place - entry.length : place
      guard begin >= start, begin + entry.length <= end else { continue }
      var offset = 0
      while offset < entry.length, scalars[begin + offset] == letters[entry.start + offset] {
        offset += 1
      }
      if offset == entry.length { return (entry.number, entry.length) }
    }
    return nil
  }
}
