/// What a term of the index stands for.
package enum TermKind: UInt64, Sendable, CaseIterable {
  /// One Han character: documents and frequencies.
  case character
  /// Two adjacent Han characters, with positions of the first.
  case bigram
  /// A whole word, with positions.
  case word
  /// A Han character and the word behind it, with positions of the first.
  case characterWord
  /// A word and the Han character behind it, with positions of the first.
  case wordCharacter
  /// A mark: documents and frequencies.
  case mark

  /// Whether posting lists of this kind have positions.
  package var hasPositions: Bool { self != .character && self != .mark }
}

/// A term as one integer: kind, then two parts of 30 bits, each a code point or the number of a
/// word in the segment's word list. Terms are sorted by it.
package struct Term: Hashable, Comparable, Sendable {
  package let key: UInt64

  package init(key: UInt64) { self.key = key }

  package init(_ kind: TermKind, _ first: UInt32, _ second: UInt32 = 0) {
    key = kind.rawValue << 60 | UInt64(first & 0x3FFF_FFFF) << 30 | UInt64(second & 0x3FFF_FFFF)
  }

  /// Nil for a key that no kind has.
  package var kind: TermKind? { TermKind(rawValue: key >> 60) }
  package var first: UInt32 { UInt32(key >> 30 & 0x3FFF_FFFF) }
  package var second: UInt32 { UInt32(key & 0x3FFF_FFFF) }

  package static func < (a: Term, b: Term) -> Bool { a.key < b.key }
}
