/// A word of a table, as code points.
struct Word: Sendable, Hashable, ExpressibleByStringLiteral {
  let scalars: [UInt32]

  init(_ text: String) { scalars = text.unicodeScalars.map(\.value) }
  init(stringLiteral value: String) { self.init(value) }

  var count: Int { scalars.count }
}

/// Words and what they mean; the longest word at a place is the one that is meant.
struct WordTable<Value: Sendable>: Sendable {
  struct Match {
    var value: Value
    /// Code points.
    var length: Int
  }

  /// By first and by last code point, longest first.
  private let byFirst: [UInt32: [(word: [UInt32], value: Value)]]
  private let byLast: [UInt32: [(word: [UInt32], value: Value)]]
  /// Which code points may begin or end a word, by their last ten bits: most places are told
  /// without looking into a dictionary.
  private let firstBits: CodePointBits
  private let lastBits: CodePointBits

  init(_ entries: [(String, Value)]) {
    let words = entries.map { (word: $0.0.unicodeScalars.map(\.value), value: $0.1) }
      .filter { !$0.word.isEmpty }
      .sorted { $0.word.count > $1.word.count }
    byFirst = Dictionary(grouping: words) { $0.word[0] }
    byLast = Dictionary(grouping: words) { $0.word[$0.word.count - 1] }
    firstBits = CodePointBits(byFirst.keys)
    lastBits = CodePointBits(byLast.keys)
  }

  /// The longest word that begins at a place and ends before `end`.
  func match(_ scalars: [UInt32], at index: Int, before end: Int) -> Match? {
    guard index < end, index >= 0, end <= scalars.count, firstBits.mayHold(scalars[index]),
      let words = byFirst[scalars[index]]
    else { return nil }
    for (word, value) in words where index + word.count <= end {
      if scalars[index..<index + word.count].elementsEqual(word) {
        return Match(value: value, length: word.count)
      }
    }
    return nil
  }

  /// The longest word that ends at a place and begins at `start` or after.
  func match(_ scalars: [UInt32], endingAt end: Int, from start: Int) -> Match? {
    guard end > start, start >= 0, end <= scalars.count, lastBits.mayHold(scalars[end - 1]),
      let words = byLast[scalars[end - 1]]
    else { return nil }
    for (word, value) in words where end - word.count >= start {
      if scalars[end - word.count..<end].elementsEqual(word) {
        return Match(value: value, length: word.count)
      }
    }
    return nil
  }

  /// The last word that begins in a range and ends in it.
  func last(in scalars: [UInt32], _ range: Range<Int>) -> (match: Match, start: Int)? {
    for index in range.reversed() {
      if let match = match(scalars, at: index, before: range.upperBound) { return (match, index) }
    }
    return nil
  }

  func first(in scalars: [UInt32], _ range: Range<Int>) -> (match: Match, start: Int)? {
    for index in range {
      if let match = match(scalars, at: index, before: range.upperBound) { return (match, index) }
    }
    return nil
  }
}

/// A set of code points that may say yes too often, never no.
private struct CodePointBits: Sendable {
  private var bits = [UInt64](repeating: 0, count: 16)

  init(_ scalars: some Sequence<UInt32>) {
    for scalar in scalars { bits[Int(scalar >> 6 & 15)] |= 1 << UInt64(scalar & 63) }
  }

  func mayHold(_ scalar: UInt32) -> Bool {
    bits[Int(scalar >> 6 & 15)] & (1 << UInt64(scalar & 63)) != 0
  }
}

extension WordTable where Value == Bool {
  /// A plain list of words, separated by white space.
  init(words: String) {
    self.init(words.split(whereSeparator: \.isWhitespace).map { (String($0), true) })
  }
}
