import TextFolding

/// Numbers the tokens of a segment in the order in which they are met, from 1: single code points by
/// a table, longer words by a hash table with open addressing (Knuth, "The Art of Computer
/// Programming", volume 3, section 6.4), half full at most.
struct TokenNumbers: Sendable {
  /// What is known of one token.
  struct Token: Sendable {
    let kind: TokenKind
    /// Its code points in `scalars`.
    let start: Int
    let end: Int
  }

  /// By number; the first is that of no token.
  private(set) var tokens: [Token] = [Token(kind: .mark, start: 0, end: 0)]
  private(set) var scalars: [UInt32] = []
  /// Place of each 256 code points in `singles`; page 0 is that of pages without tokens.
  private var pages = [UInt16](repeating: 0, count: 0x11_0000 >> 8)
  /// Numbers of tokens of one code point; 0 for none.
  private var singles = [UInt32](repeating: 0, count: 256)
  /// Numbers of longer words; 0 for an empty slot.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)
  private var slotsUsed = 0

  /// Numbers a token.
  ///
  /// - Parameters:
  ///   - starts: those of a stream of tokens, and `stream` its code points.
  ///   - index: of the token in the stream.
  /// - Returns: its number.
  @inline(__always)
  mutating func note(
    _ starts: Span<UInt32>, _ stream: Span<UInt32>, _ index: Int
  ) -> UInt32 {
    let start = Int(starts[index])
    let end = Int(starts[index &+ 1])
    let first = stream[start]
    if end == start &+ 1, first < 0x11_0000 {
      let number = singles[Int(pages[Int(first >> 8)]) << 8 | Int(first & 0xFF)]
      if number != 0 { return number }
    }
    return slowNumber(stream.extracting(start..<end))
  }

  private mutating func slowNumber(_ token: Span<UInt32>) -> UInt32 {
    let first = token[0]
    guard token.count > 1 || first >= 0x11_0000 else {
      let number = append(TokenKind(of: first), token)
      if pages[Int(first >> 8)] == 0 {
        pages[Int(first >> 8)] = UInt16(singles.count >> 8)
        singles += [UInt32](repeating: 0, count: 256)
      }
      singles[Int(pages[Int(first >> 8)]) << 8 | Int(first & 0xFF)] = number
      return number
    }
    var hash: UInt64 = 0
    for place in token.indices {
      hash = (hash ^ UInt64(token[place])) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let known = tokens[Int(slots[slot])]
      if isEqual(known, token) {
        return slots[slot]
      }
      slot = (slot + 1) & mask
    }
    let number = append(TokenKind(of: first), token)
    slots[slot] = number
    slotsUsed += 1
    if slotsUsed * 2 > slots.count { grow() }
    return number
  }

  private func isEqual(_ known: Token, _ token: Span<UInt32>) -> Bool {
    known.end - known.start == token.count
      && token.indices.allSatisfy { token[$0] == scalars[known.start + $0] }
  }

  private mutating func append(_ kind: TokenKind, _ token: Span<UInt32>) -> UInt32 {
    let start = scalars.count
    for place in token.indices { scalars.append(token[place]) }
    tokens.append(Token(kind: kind, start: start, end: scalars.count))
    return UInt32(tokens.count - 1)
  }

  private mutating func grow() {
    var larger = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = larger.count - 1
    for number in slots where number != 0 {
      let token = tokens[Int(number)]
      var hash: UInt64 = 0
      for place in token.start..<token.end {
        hash = (hash ^ UInt64(scalars[place])) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
      }
      var slot = Int(truncatingIfNeeded: hash) & mask
      while larger[slot] != 0 { slot = (slot + 1) & mask }
      larger[slot] = number
    }
    slots = larger
  }

  func scalars(of number: Int) -> ArraySlice<UInt32> {
    scalars[tokens[number].start..<tokens[number].end]
  }
}
