/// Ids of documents that were met: by a hash table of 16 bytes an entry, at least half empty, that
/// knows where each id's line begins, since the ids themselves would take several times as much.
struct SeenIDs {
  /// Hash and, above 0, offset of the line plus 1.
  private var hashes = [UInt64](repeating: 0, count: 1 << 10)
  private var lines = [UInt64](repeating: 0, count: 1 << 10)
  private var count = 0

  /// Notes an id.
  ///
  /// - Parameters:
  ///   - line: where its line begins.
  ///   - isSame: whether the id in the line at an offset is this one; asked where hashes are equal.
  /// - Returns: where the line of an equal id begins that was noted before; nil for a new id.
  mutating func note(_ id: String, line: Int, isSame: (Int) -> Bool) -> Int? {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash ^= hash >> 32
    let mask = hashes.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while lines[slot] != 0 {
      let known = Int(lines[slot] - 1)
      if hashes[slot] == hash, isSame(known) { return known }
      slot = (slot + 1) & mask
    }
    hashes[slot] = hash
    lines[slot] = UInt64(line) + 1
    count += 1
    if count * 2 > hashes.count { grow() }
    return nil
  }

  private mutating func grow() {
    let (oldHashes, oldLines) = (hashes, lines)
    hashes = [UInt64](repeating: 0, count: oldHashes.count * 2)
    lines = hashes
    let mask = hashes.count - 1
    for (hash, line) in zip(oldHashes, oldLines) where line != 0 {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while lines[slot] != 0 { slot = (slot + 1) & mask }
      hashes[slot] = hash
      lines[slot] = line
    }
  }
}
