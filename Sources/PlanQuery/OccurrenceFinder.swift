import TextFolding

/// Finds each place where one of a query's terms stands: what a concordance has a line for.
///
/// Overlapping places count each, as in a score (人人人 holds 人人 twice); a place that two terms
/// name is one. Of `a NEAR/n b` a place reaches from each a to the b that is nearest to it, so far as
/// one is near enough. Terms below a NOT are not looked for.
package struct OccurrenceFinder: Sendable {
  private let terms: [QueryTerm]
  private let pairs: [Pair]
  private let patterns: [QueryPattern]

  private struct Pair: Hashable {
    let first: QueryTerm
    let second: QueryTerm
    let distance: Int
  }

  package init(_ query: SearchQuery) {
    var terms: [QueryTerm] = []
    var pairs: [Pair] = []
    func collect(_ node: QueryNode) {
      switch node {
      case .term(let term): terms.append(query.terms[term])
      case .all(let nodes), .any(let nodes): for node in nodes { collect(node) }
      case .not, .condition: break
      case .near(let first, let second, let distance):
        pairs.append(
          Pair(first: query.terms[first], second: query.terms[second], distance: distance))
      }
    }
    collect(query.root)
    patterns = query.wantedPatterns
    var seenTerms: Set<QueryTerm> = []
    self.terms = terms.filter { seenTerms.insert($0).inserted }
    var seenPairs: Set<Pair> = []
    self.pairs = pairs.filter { seenPairs.insert($0).inserted }
  }

  /// Whether terms can only stand at different places, so that their counts add up: each is an
  /// exact phrase.
  var areDistinct: Bool {
    pairs.isEmpty && patterns.isEmpty && terms.allSatisfy { $0.phrase != nil }
  }

  /// Places in tokens, by where they begin, of those the shortest first.
  package func places(in tokens: TokenStream) -> [Range<Int>] {
    let matcher = TermMatcher(tokens)
    if pairs.isEmpty, patterns.isEmpty, terms.count == 1 {
      return matcher.shortestMatches(of: terms[0])
    }
    var places: Set<Range<Int>> = []
    for term in terms { places.formUnion(matcher.shortestMatches(of: term)) }
    for pair in pairs { places.formUnion(Self.spans(pair, matcher)) }
    for pattern in patterns { places.formUnion(pattern.places(in: tokens)) }
    return places.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }

  /// From each place of the first term to the nearest of the second.
  private static func spans(_ pair: Pair, _ matcher: TermMatcher) -> [Range<Int>] {
    let others = matcher.matches(of: pair.second)
    // A term with a gap has several ends at one start: the shortest span is the place.
    var spans: [Int: Range<Int>] = [:]
    for one in matcher.matches(of: pair.first) {
      for other in others {
        let between = max(other.lowerBound - one.upperBound, one.lowerBound - other.upperBound)
        guard (0...pair.distance).contains(between) else { continue }
        let span =
          min(one.lowerBound, other.lowerBound)..<max(one.upperBound, other.upperBound)
        if spans[one.lowerBound].map({ $0.count <= span.count }) != true {
          spans[one.lowerBound] = span
        }
      }
    }
    return Array(spans.values)
  }

  /// Places in a text, in its code points.
  package func places(in text: String) -> [Range<Int>] {
    let folded = FoldedText(text)
    return places(in: folded.tokens).map(folded.sourceRange(ofTokens:))
  }
}
