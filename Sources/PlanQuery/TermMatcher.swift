import TextFolding

/// Matches terms against the tokens of one passage, without an index.
package struct TermMatcher: Sendable {
  private let tokens: TokenStream
  /// Whether a line end stands before each token; empty for a text of one line.
  private let afterLineEnd: [Bool]

  package init(_ tokens: TokenStream) {
    self.tokens = tokens
    guard !tokens.lineStarts.isEmpty else {
      afterLineEnd = []
      return
    }
    var afterLineEnd = [Bool](repeating: false, count: tokens.count)
    for start in tokens.lineStarts { afterLineEnd[Int(start)] = true }
    self.afterLineEnd = afterLineEnd
  }

  private func isAfterLineEnd(_ place: Int) -> Bool {
    !afterLineEnd.isEmpty && afterLineEnd[place]
  }

  /// Where a term stands: for each start its shortest extent.
  package func shortestMatches(of term: QueryTerm) -> [Range<Int>] {
    if case .token(let first) = term.elements.first, let scalar = first.first {
      // Most tokens begin with something else: asked before anything is made.
      let (scalars, starts) = (tokens.scalars, tokens.starts)
      var found: [Range<Int>] = []
      for start in tokens.indices where scalars[Int(starts[start])] == scalar {
        if let end = ends(of: term, from: start).min() { found.append(start..<end) }
      }
      return found
    }
    return tokens.indices.compactMap { start in
      ends(of: term, from: start).min().map { start..<$0 }
    }
  }

  /// Every extent of a term.
  package func matches(of term: QueryTerm) -> [Range<Int>] {
    // One without gaps has one extent at each start.
    if term.hasFixedLength { return shortestMatches(of: term) }
    return tokens.indices.flatMap { start in ends(of: term, from: start).map { start..<$0 } }
  }

  /// Whether two terms stand, without overlap, with at most so many tokens between.
  package func areNear(_ first: QueryTerm, _ second: QueryTerm, distance: Int) -> Bool {
    let ones = matches(of: first)
    guard !ones.isEmpty else { return false }
    let others = matches(of: second)
    return ones.contains { one in
      others.contains { other in
        let between = max(other.lowerBound - one.upperBound, one.lowerBound - other.upperBound)
        return (0...distance).contains(between)
      }
    }
  }

  /// Ends of the extents that begin at a token.
  private func ends(of term: QueryTerm, from start: Int) -> [Int] {
    guard start + term.fewestTokens <= tokens.count else { return [] }
    if term.hasFixedLength { return standsFixed(term, from: start) }
    guard let first = term.elements.first, stands(first, at: start) else { return [] }
    var places = [start + 1]
    for element in term.elements.dropFirst() {
      var next: [Int] = []
      for place in places {
        for end in ends(of: element, from: place) where !next.contains(end) { next.append(end) }
      }
      if next.isEmpty { return [] }
      places = next
    }
    return places
  }

  /// A term without gaps: its literal tokens are looked at before the open ones, of which there may
  /// be thousands.
  private func standsFixed(_ term: QueryTerm, from start: Int) -> [Int] {
    for (offset, element) in term.elements.enumerated() where element != .anyToken {
      guard stands(element, at: start + offset) else { return [] }
    }
    let end = start + term.elements.count
    guard !afterLineEnd.isEmpty else { return [end] }
    return afterLineEnd[(start + 1)..<end].contains(true) ? [] : [end]
  }

  /// Where an element that begins behind another one may end.
  private func ends(of element: QueryTerm.Element, from place: Int) -> [Int] {
    guard element == .gap else {
      return place < tokens.count && !isAfterLineEnd(place) && stands(element, at: place)
        ? [place + 1] : []
    }
    var end = place
    while end < tokens.count, end - place < QueryTerm.gapLimit, !isAfterLineEnd(end),
      tokens.kind(end) != .mark
    {
      end += 1
    }
    return Array(place...end)
  }

  /// Whether the token at a place is one of those that an element stands for.
  private func stands(_ element: QueryTerm.Element, at place: Int) -> Bool {
    switch element {
    case .token(let token): tokens.scalars(of: place).elementsEqual(token)
    case .anyOf(let choices):
      choices.contains { tokens.scalars(of: place).elementsEqual($0) }
    case .prefix(let prefix):
      tokens.kind(place) == .word && tokens.scalars(of: place).starts(with: prefix)
    case .anyToken: true
    case .gap: tokens.kind(place) != .mark
    }
  }
}

extension TokenStream {
  var indices: Range<Int> { 0..<count }
}
