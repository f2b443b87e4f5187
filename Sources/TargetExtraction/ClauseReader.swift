/// Where clauses and sentences of a passage begin and end.
struct ClauseReader {
  let text: PassageText
  /// For each place the depth of brackets （ ） around it; empty where there is none.
  private let depth: [UInt16]

  init(_ text: PassageText) {
    self.text = text
    guard text.traits.contains(.bracket) else {
      depth = []
      return
    }
    var depth: [UInt16] = []
    depth.reserveCapacity(text.count)
    var level: UInt16 = 0
    for scalar in text.scalars {
      if scalar == 0xFF08, level < .max { level += 1 }
      depth.append(level)
      if scalar == 0xFF09, level > 0 { level -= 1 }
    }
    self.depth = depth
  }

  /// Places behind which a new sentence begins: 。！？, not inside brackets.
  func sentences() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    if text.traits.contains(.sentenceEnd) {
      for (index, scalar) in text.scalars.enumerated()
      where Self.endsSentence(scalar) && depth(at: index) == 0 {
        ranges.append(start..<index + 1)
        start = index + 1
      }
    }
    if start < text.count { ranges.append(start..<text.count) }
    return ranges
  }

  func depth(at index: Int) -> Int { depth.indices.contains(index) ? Int(depth[index]) : 0 }

  static func endsSentence(_ scalar: UInt32) -> Bool {
    scalar == 0x3002 || scalar == 0xFF01 || scalar == 0xFF1F
  }

  /// ， ； ： 。 and the like.
  static func endsClause(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xFF0C, 0x2C, 0xFF1B, 0xFF1A, 0x3002, 0xFF01, 0xFF1F: true
    default: false
    }
  }

  /// The place behind the last mark that ends a clause before `index`, at the same depth of
  /// brackets; the bracket's own beginning for what stands in one.
  func clauseStart(before index: Int, from start: Int) -> Int {
    let own = depth(at: index)
    var place = index
    while place > start {
      let scalar = text.at(place - 1)
      if depth(at: place - 1) < own { return place }
      if scalar == 0xFF08, depth(at: place - 1) == own, own > 0 { return place }
      if depth(at: place - 1) == own, Self.endsClause(scalar) { return place }
      place -= 1
    }
    return start
  }

  /// The first mark that ends the clause at or behind `index`, at the same depth of brackets.
  func clauseEnd(from index: Int, before end: Int) -> Int {
    let own = depth(at: index - 1)
    var place = index
    while place < end {
      let scalar = text.at(place)
      if scalar == 0xFF09, depth(at: place) <= own, own > 0 { return place }
      if depth(at: place) <= own, Self.endsClause(scalar) { return place }
      place += 1
    }
    return end
  }
}
