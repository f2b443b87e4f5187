/// Numbers terms in the order in which they are met: a hash table with open addressing (Knuth,
/// "The Art of Computer Programming", volume 3, section 6.4), half full at most.
struct TermTable {
  /// Keys in the order of their numbers.
  private(set) var keys: [UInt64] = []
  /// Number + 1 of the term in each slot, 0 for an empty one.
  private var slots: [UInt32] = Array(repeating: 0, count: 1 << 12)

  /// The number of a term, a new one where it was not met before.
  mutating func number(of term: Term) -> UInt32 {
    let mask = slots.count - 1
    var slot = Self.hash(term.key) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { break }
      if keys[Int(entry) - 1] == term.key { return entry - 1 }
      slot = (slot + 1) & mask
    }
    let number = UInt32(keys.count)
    keys.append(term.key)
    slots[slot] = number + 1
    if keys.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    var larger = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = larger.count - 1
    for (number, key) in keys.enumerated() {
      var slot = Self.hash(key) & mask
      while larger[slot] != 0 { slot = (slot + 1) & mask }
      larger[slot] = UInt32(number) + 1
    }
    slots = larger
  }

  /// Fibonacci hashing of the mixed key.
  @inline(__always)
  private static func hash(_ key: UInt64) -> Int {
    let mixed = (key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 20)
  }
}
