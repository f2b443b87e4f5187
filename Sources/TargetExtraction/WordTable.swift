/// A word as a rule names it: kept as it is written, so that naming one allocates nothing.
struct Word: Sendable, Hashable, ExpressibleByStringLiteral {
  let text: String

  init(_ text: String) { self.text = text }
  init(stringLiteral value: String) { text = value }

  /// Code points.
  var count: Int { text.unicodeScalars.count }
}

/// Words and what they mean; the longest word at a place is the one that is meant.
struct WordTable<Value: Sendable>: Sendable {
  struct Match {
    var value: Value
    /// Code points.
    var length: Int
  }

  private let values: [Value]
  /// Code points of the longest word.
  private let longest: Int
  private let byFirst: WordIndex
  private let byLast: WordIndex

  init(_ entries: [(String, Value)]) {
    let words = entries.map { (word: $0.0.unicodeScalars.map(\.value), value: $0.1) }
      .filter { !$0.word.isEmpty }
    values = words.map(\.value)
    longest = words.map(\.word.count).max() ?? 0
    byFirst = WordIndex(words.map(\.word), byLast: false)
    byLast = WordIndex(words.map(\.word), byLast: true)
  }

  /// False where no word begins with a code point; true says nothing.
  func mayBegin(_ scalar: UInt32) -> Bool { byFirst.mayFind(scalar) }

  /// The longest word that begins at a place and ends before `end`.
  func match(_ scalars: [UInt32], at index: Int, before end: Int) -> Match? {
    guard index < end,
      let found = byFirst.find(scalars, at: index, from: index, before: end)
    else { return nil }
    return Match(value: values[found.number], length: found.length)
  }

  /// The longest word that ends at a place and begins at `start` or after.
  func match(_ scalars: [UInt32], endingAt end: Int, from start: Int) -> Match? {
    guard end > start, let found = byLast.find(scalars, at: end, from: start, before: end) else {
      return nil
    }
    return Match(value: values[found.number], length: found.length)
  }

  /// The last word that stands in a range, and no part of a longer one (不超过 before 超过).
  func last(in scalars: [UInt32], _ range: Range<Int>) -> (match: Match, start: Int)? {
    for index in range.reversed() {
      guard var found = match(scalars, at: index, before: range.upperBound) else { continue }
      let end = index + found.length
      var start = index
      for place in max(range.lowerBound, end - longest)..<max(index, range.lowerBound) {
        guard let longer = match(scalars, at: place, before: range.upperBound),
          place + longer.length >= end
        else { continue }
        (found, start) = (longer, place)
        break
      }
      return (found, start)
    }
    return nil
  }

  /// Whether one of the words stands in a range.
  func stands(in scalars: [UInt32], _ range: Range<Int>) -> Bool {
    first(in: scalars, range) != nil
  }

  func first(in scalars: [UInt32], _ range: Range<Int>) -> (match: Match, start: Int)? {
    for index in range {
      if let match = match(scalars, at: index, before: range.upperBound) { return (match, index) }
    }
    return nil
  }
}

extension WordTable where Value == Bool {
  /// A plain list of words, separated by white space.
  init(words: String) {
    self.init(words.split(whereSeparator: \.isWhitespace).map { (String($0), true) })
  }
}
