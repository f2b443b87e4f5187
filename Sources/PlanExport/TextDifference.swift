/// Which pieces of two texts differ, for marking them side by side.
package struct TextDifference: Sendable {
  package struct Piece: Sendable, Equatable {
    package var text: String
    package var isChanged: Bool

    package init(_ text: String, isChanged: Bool) {
      self.text = text
      self.isChanged = isChanged
    }
  }

  package let old: [Piece]
  package let new: [Piece]

  /// A number or a run of Latin letters is one token, any other code point is one.
  package init(_ old: String, _ new: String) {
    let (a, b) = (Self.tokens(old), Self.tokens(new))
    var start = 0
    while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
    var end = 0
    while end < min(a.count, b.count) - start,
      a[a.count - 1 - end] == b[b.count - 1 - end]
    { end += 1 }
    var kept = (
      Set(0..<start).union((a.count - end)..<a.count),
      Set(0..<start).union((b.count - end)..<b.count)
    )
    let middle = (start..<(a.count - end), start..<(b.count - end))
    if middle.0.count * middle.1.count <= Self.mostCells {
      let common = Self.common(a, middle.0, b, middle.1)
      for (i, j) in Self.withoutChance(
        common, from: (start, start), to: (a.count - end, b.count - end))
      {
        kept.0.insert(i)
        kept.1.insert(j)
      }
    }
    self.old = Self.pieces(a, kept.0)
    self.new = Self.pieces(b, kept.1)
  }

  /// Above this the middle of both texts counts as changed, rather than take long.
  private static let mostCells = 4_000_000

  private static func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    var word = ""
    for character in text {
      let isWord =
        character.isASCII && (character.isNumber || character.isLetter || character == ".")
      if isWord {
        word.append(character)
        continue
      }
      if !word.isEmpty {
        tokens.append(word)
        word = ""
      }
      tokens.append(String(character))
    }
    if !word.isEmpty { tokens.append(word) }
    return tokens
  }

  /// The longest common subsequence of two ranges.
  private static func common(
    _ a: [String], _ first: Range<Int>, _ b: [String], _ second: Range<Int>
  ) -> [(Int, Int)] {
    guard !first.isEmpty, !second.isEmpty else { return [] }
    let width = second.count + 1
    var lengths = [Int32](repeating: 0, count: (first.count + 1) * width)
    for i in (0..<first.count).reversed() {
      for j in (0..<second.count).reversed() {
        lengths[i * width + j] =
          a[first.lowerBound + i] == b[second.lowerBound + j]
          ? lengths[(i + 1) * width + j + 1] + 1
          : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    var pairs: [(Int, Int)] = []
    var (i, j) = (0, 0)
    while i < first.count, j < second.count {
      if a[first.lowerBound + i] == b[second.lowerBound + j] {
        pairs.append((first.lowerBound + i, second.lowerBound + j))
        i += 1
        j += 1
      } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return pairs
  }

  /// Leaves out short runs that lie between long differences: two sentences have some characters in
  /// common by chance.
  private static func withoutChance(
    _ pairs: [(Int, Int)], from start: (Int, Int), to end: (Int, Int)
  ) -> [(Int, Int)] {
    var kept: [(Int, Int)] = []
    var last = start
    var first = 0
    while first < pairs.count {
      var next = first + 1
      while next < pairs.count, pairs[next].0 == pairs[next - 1].0 + 1,
        pairs[next].1 == pairs[next - 1].1 + 1
      { next += 1 }
      let behind = next < pairs.count ? pairs[next] : end
      let length = next - first
      let (from, to) = (pairs[first], pairs[next - 1])
      let around =
        from.0 - last.0 + from.1 - last.1 + behind.0 - to.0 - 1 + behind.1 - to.1 - 1
      if around <= differingAround * length * length {
        kept += pairs[first..<next]
        last = (to.0 + 1, to.1 + 1)
      }
      first = next
    }
    return kept
  }

  /// Differing tokens around one that both texts have, above which it counts as differing; of two in
  /// a row four times as many.
  private static let differingAround = 8

  private static func pieces(_ tokens: [String], _ kept: Set<Int>) -> [Piece] {
    var pieces: [Piece] = []
    for (index, token) in tokens.enumerated() {
      let isChanged = !kept.contains(index)
      if pieces.last?.isChanged == isChanged {
        pieces[pieces.count - 1].text += token
      } else {
        pieces.append(Piece(token, isChanged: isChanged))
      }
    }
    return pieces
  }
}
