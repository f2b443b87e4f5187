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
  /// A word and the mark behind it, with positions of the first.
  case wordMark
  /// A mark: documents and frequencies.
  case mark
  /// A mark and the word behind it, with positions of the first.
  case markWord

  /// Whether posting lists of this kind have positions.
  package var hasPositions: Bool { self != .character && self != .mark }
}

/// A term: one token or two adjacent ones, each as a number of 32 bits, in one integer. Terms are
/// sorted by it, so that all that begin with one token stand together.
package struct Term: Hashable, Comparable, Sendable {
  /// The first token's code above the second's; 0 for no second.
  package let key: UInt64

  /// Codes of words begin here: their numbers in the segment's word list are added. Below are
  /// the code points of Han characters.
  static let words: UInt32 = 1 << 21
  /// Codes of marks begin here: their code points are added.
  static let marks: UInt32 = 1 << 31

  @inline(__always)
  package init(key: UInt64) { self.key = key }

  /// - Parameters: code points, or numbers of words, as the kind has them.
  package init(_ kind: TermKind, _ first: UInt32, _ second: UInt32 = 0) {
    let codes: (UInt32, UInt32) =
      switch kind {
      case .character, .bigram: (first, second)
      case .word: (Self.words + first, 0)
      case .characterWord: (first, Self.words + second)
      case .wordCharacter: (Self.words + first, second)
      case .wordMark: (Self.words + first, Self.marks + second)
      case .mark: (Self.marks + first, 0)
      case .markWord: (Self.marks + first, Self.words + second)
      }
    self.init(codes.0, codes.1)
  }

  /// - Parameters: codes of tokens; 0 for no second.
  @inline(__always)
  init(_ first: UInt32, _ second: UInt32) { key = UInt64(first) << 32 | UInt64(second) }

  /// Code of the first token.
  @inline(__always)
  var first: UInt32 { UInt32(truncatingIfNeeded: key >> 32) }
  /// Code of the second token, 0 for none.
  @inline(__always)
  var second: UInt32 { UInt32(truncatingIfNeeded: key) }

  /// Nil for a key that no kind has.
  package var kind: TermKind? {
    switch (Self.kind(ofCode: first), second == 0 ? nil : Self.kind(ofCode: second)) {
    case (.han, nil): first == 0 ? nil : .character
    case (.han, .han): first == 0 ? nil : .bigram
    case (.han, .word): first == 0 ? nil : .characterWord
    case (.word, nil): .word
    case (.word, .han): .wordCharacter
    case (.word, .mark): .wordMark
    case (.mark, nil): .mark
    case (.mark, .word): .markWord
    default: nil
    }
  }

  /// Whether its posting list has positions.
  @inline(__always)
  var hasPositions: Bool { second != 0 || Self.kind(ofCode: first) == .word }

  /// The number of the term's first word in the word list; nil where it is no word.
  var firstWord: UInt32? { Self.word(ofCode: first) }

  static func word(ofCode code: UInt32) -> UInt32? {
    kind(ofCode: code) == .word ? code - words : nil
  }

  @inline(__always)
  static func kind(ofCode code: UInt32) -> CodeKind {
    code < words ? .han : code < marks ? .word : .mark
  }

  enum CodeKind { case han, word, mark }

  /// Whether two adjacent tokens of these kinds are a term: all but two words, and a mark beside
  /// anything but a word.
  @inline(__always)
  static func isPair(_ first: CodeKind, _ second: CodeKind) -> Bool {
    switch (first, second) {
    case (.word, .word): false
    case (.word, _), (_, .word): true
    default: first == .han && second == .han
    }
  }

  package static func < (a: Term, b: Term) -> Bool { a.key < b.key }
}
