import TextFolding

/// Two terms that have to stand near one another.
struct NearPair: Hashable, Sendable {
  let first: QueryTerm
  let second: QueryTerm
  /// Most tokens between them.
  let distance: Int

  /// Every place of one with a place of the other that is near enough.
  func places(in matcher: TermMatcher) -> [(first: Range<Int>, second: Range<Int>)] {
    let others = matcher.matches(of: second)
    return matcher.matches(of: first).flatMap { one in
      others.filter { isNear(one, $0) }.map { (one, $0) }
    }
  }

  private func isNear(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    let between = max(other.lowerBound - one.upperBound, one.lowerBound - other.upperBound)
    return (0...distance).contains(between)
  }

  /// From each place of the first term to the nearest of the second.
  func spans(in matcher: TermMatcher) -> [Range<Int>] {
    // A term with a gap has several ends at one start: the shortest span is the place.
    var spans: [Int: Range<Int>] = [:]
    for (one, other) in places(in: matcher) {
      let span = min(one.lowerBound, other.lowerBound)..<max(one.upperBound, other.upperBound)
      if spans[one.lowerBound].map({ $0.count <= span.count }) != true {
        spans[one.lowerBound] = span
      }
    }
    return Array(spans.values)
  }
}

/// What of a query can stand in a text: its terms, and pairs of them that have to be near; each once.
/// What is below a NOT is left out.
struct QueryParts: Sendable {
  private(set) var terms: [QueryTerm] = []
  private(set) var pairs: [NearPair] = []

  init(_ query: SearchQuery) {
    collect(query.root, query)
  }

  private mutating func collect(_ node: QueryNode, _ query: SearchQuery) {
    switch node {
    case .term(let number):
      if !terms.contains(query.terms[number]) { terms.append(query.terms[number]) }
    case .all(let nodes), .any(let nodes): for node in nodes { collect(node, query) }
    case .not, .condition: break
    case .near(let first, let second, let distance):
      let pair = NearPair(
        first: query.terms[first], second: query.terms[second], distance: distance)
      if !pairs.contains(pair) { pairs.append(pair) }
    }
  }
}
