import TextFolding

/// Strings of Han characters and words that occur again and again in a body of text, with their
/// counts: bigrams, and what they merge to as long as it is repeated.
///
/// A string of n tokens is frequent only if both strings of n − 1 tokens in it are. So each length is
/// counted from the one before, by pairs of neighbouring numbers, and most places of the text drop out
/// early.
package struct RepeatedStrings: Sendable {
  /// Longest strings that are looked for, in tokens. Those one longer are counted too, to see whether a
  /// string is but a piece of one.
  package static let longest = 8

  /// A string of which so large a share goes on with the same token is a piece of a longer one.
  package static let pieceShare = 0.6

  /// A string as its tokens; equal ones have equal numbers.
  package struct Entry: Sendable {
    /// Numbers of the string without its last token, and without its first; of single tokens −1.
    let front: Int32
    let back: Int32
    /// Its last token, as a number into `tokens`.
    let last: Int32
    package let length: Int
    package fileprivate(set) var count: Int
    /// Texts that have it.
    package fileprivate(set) var texts: Int
  }

  private let body: TextBody
  package private(set) var entries: [Entry] = []
  /// How often a string stands in a part of the body, and in how many texts of it.
  package struct PartCount: Sendable {
    package fileprivate(set) var count = 0
    package fileprivate(set) var texts = 0
    fileprivate var lastText: Int32 = -1
  }
  /// For each part its strings; those that are too rare there to matter are left out.
  package private(set) var parts: [[Int: PartCount]]

  /// - Parameters:
  ///   - fewest: a string that occurs less often in the body, or in a part, is left out; at least 1.
  ///   - partEnds: places behind parts of the body, of which each holds whole texts.
  package init(_ body: TextBody, fewest: Int, partEnds: [Int] = []) {
    self.body = body
    let fewest = max(1, fewest)
    parts = partEnds.map { _ in [:] }
    var places = body.tokens
    for token in 0..<body.names.count {
      entries.append(
        Entry(front: -1, back: -1, last: Int32(token), length: 1, count: 0, texts: 0))
    }
    for length in 2...Self.longest + 1 {
      let known = entries.count
      places = next(places, length: length, fewest: fewest)
      countParts(places, partEnds, fewest: fewest)
      if entries.count == known { break }
    }
  }

  /// Numbers of the strings one token longer that begin at each place.
  private mutating func next(_ places: [Int32], length: Int, fewest: Int) -> [Int32] {
    var numbers: [UInt64: Int32] = [:]
    var counts: [(count: Int32, texts: Int32, lastText: Int32, place: Int32)] = []
    var found = [Int32](repeating: -1, count: places.count)
    var text: Int32 = 0
    var textEnd = body.textEnds.first ?? 0
    for place in places.indices.dropLast() {
      while place >= textEnd, Int(text) + 1 < body.textEnds.count {
        text += 1
        textEnd = body.textEnds[Int(text)]
      }
      let (front, back) = (places[place], places[place + 1])
      guard front >= 0, back >= 0 else { continue }
      let key = UInt64(UInt32(bitPattern: front)) << 32 | UInt64(UInt32(bitPattern: back))
      let number: Int32
      if let known = numbers[key] {
        number = known
      } else {
        number = Int32(counts.count)
        numbers[key] = number
        counts.append((0, 0, -1, Int32(place)))
      }
      counts[Int(number)].count += 1
      if counts[Int(number)].lastText != text {
        counts[Int(number)].lastText = text
        counts[Int(number)].texts += 1
      }
      found[place] = number
    }
    var renumbered = [Int32](repeating: -1, count: counts.count)
    for (number, own) in counts.enumerated() where own.count >= fewest {
      renumbered[number] = Int32(entries.count)
      let place = Int(own.place)
      entries.append(
        Entry(
          front: places[place], back: places[place + 1], last: body.tokens[place + length - 1],
          length: length, count: Int(own.count), texts: Int(own.texts)))
    }
    for place in found.indices where found[place] >= 0 {
      found[place] = renumbered[Int(found[place])]
    }
    return found
  }

  private mutating func countParts(_ places: [Int32], _ partEnds: [Int], fewest: Int) {
    // A piece of a string is known by what occurs nearly as often: that has to be kept as well.
    let fewest = max(1, Int(Double(fewest) * Self.pieceShare))
    var place = 0
    var text: Int32 = 0
    for (part, end) in partEnds.enumerated() {
      var counts: [Int32: PartCount] = [:]
      while place < end {
        while Int(text) < body.textEnds.count, place >= body.textEnds[Int(text)] { text += 1 }
        let string = places[place]
        place += 1
        guard string >= 0 else { continue }
        counts[string, default: PartCount()].count += 1
        if counts[string]?.lastText != text {
          counts[string]?.lastText = text
          counts[string]?.texts += 1
        }
      }
      for (string, own) in counts where own.count >= fewest { parts[part][Int(string)] = own }
    }
  }

  /// Folded text of a string; words are parted by blanks.
  package func text(of string: Int) -> String { body.text(of: tokens(of: string)) }

  /// Folded code points of each of its tokens.
  package func tokenScalars(of string: Int) -> [[UInt32]] {
    tokens(of: string).map { body.names[$0] }
  }

  private func tokens(of string: Int) -> [Int] {
    var tokens: [Int] = []
    var current = string
    while current >= 0 {
      tokens.append(Int(entries[current].last))
      current = Int(entries[current].front)
    }
    return tokens.reversed()
  }

  /// The strings that are worth showing of some with their counts: a string is left out where another
  /// that holds it with one token more has nearly as many occurrences, because then it is but a piece
  /// (数字经 of 数字经济).
  ///
  /// - Parameter counts: by string; those of a part of the body or of all of it.
  package func whole(_ counts: [Int: Int]) -> [Int] {
    var isPiece: Set<Int> = []
    for (string, count) in counts {
      let entry = entries[string]
      for inner in [Int(entry.front), Int(entry.back)] {
        if let innerCount = counts[inner], Double(count) >= Self.pieceShare * Double(innerCount) {
          isPiece.insert(inner)
        }
      }
    }
    return counts.keys.filter {
      let length = entries[$0].length
      return length >= 2 && length <= Self.longest && !isPiece.contains($0)
    }.sorted()
  }

  /// Of strings in the order of their worth those that say something of their own: one that is held by
  /// or holds a better one stays only where it occurs at least half as often again without it, or makes
  /// up a good part of it.
  package func distinct(_ strings: [Int], counts: [Int: Int], limit: Int) -> [Int] {
    var kept: [(string: Int, tokens: [Int])] = []
    for string in strings {
      guard kept.count < limit else { break }
      let own = tokens(of: string)
      let count = counts[string] ?? 0
      let isRepeated = kept.contains { other in
        let otherCount = counts[other.string] ?? 0
        if other.tokens.count < own.count, Self.holds(own, other.tokens) {
          return Double(count) < 0.4 * Double(otherCount)
        }
        if other.tokens.count > own.count, Self.holds(other.tokens, own) {
          return Double(count) < 1.5 * Double(otherCount)
        }
        return false
      }
      if !isRepeated { kept.append((string, own)) }
    }
    return kept.map(\.string)
  }

  private static func holds(_ outer: [Int], _ inner: [Int]) -> Bool {
    (0...outer.count - inner.count).contains { outer[$0..<$0 + inner.count].elementsEqual(inner) }
  }
}
