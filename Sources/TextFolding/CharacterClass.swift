/// What a folded code point is to the cut into tokens.
package enum CharacterClass: UInt32, Sendable {
  /// Punctuation, symbols, enclosed numbers: a token of its own.
  case mark
  /// A Han character: a token of its own.
  case han
  /// A letter or digit of another script: part of a word.
  case word
  /// Separates words and is dropped.
  case blank
  /// Separates words, and no phrase crosses it.
  case lineEnd
  /// Dropped without separating (joiners, variation selectors).
  case ignored

  /// The class of a code point as it stands; values over U+10FFFF are marks.
  @inlinable package init(of scalar: UInt32) {
    self = CharacterClass(rawValue: FoldingTable.entry(of: scalar) >> 28) ?? .mark
  }
}

extension FoldingTable {
  /// The table's entry: see `pages`.
  @inlinable static func entry(of scalar: UInt32) -> UInt32 {
    guard scalar < 0x110000 else { return 0 }
    return pages[Int(pageIndex[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF)]
  }

  /// What a base and the combining mark behind it compose to; nil where they stay two.
  static func composition(_ base: UInt32, _ mark: UInt32) -> UInt32? {
    let key = UInt64(base) << 21 | UInt64(mark)
    var low = 0
    var high = compositionKeys.count
    while low < high {
      let middle = (low + high) / 2
      if compositionKeys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < compositionKeys.count && compositionKeys[low] == key ? compositions[low] : nil
  }
}
