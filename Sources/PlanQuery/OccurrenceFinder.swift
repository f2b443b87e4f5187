import TextFolding

/// Finds each place where one of a query's terms stands: what a concordance has a line for.
///
/// Overlapping places count each, as in a score (人人人 holds 人人 twice); a place that two terms
/// name is one. Of `a NEAR/n b` a place reaches from each a to the b that is nearest to it, so far as
/// one is near enough. Terms below a NOT are not looked for.
package struct OccurrenceFinder: Sendable {
  private let terms: [QueryTerm]
  private let pairs: [NearPair]
  private let patterns: [PatternMatcher]

  package init(_ query: SearchQuery) {
    let parts = QueryParts(query)
    terms = parts.terms
    pairs = parts.pairs
    patterns = query.wantedPatterns.map(PatternMatcher.init)
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
    for pair in pairs { places.formUnion(pair.spans(in: matcher)) }
    for pattern in patterns { places.formUnion(pattern.places(in: tokens)) }
    return places.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }

  /// Places in a text, in its code points.
  package func places(in text: String) -> [Range<Int>] {
    let folded = FoldedText(text)
    return places(in: folded.tokens).map(folded.sourceRange(ofTokens:))
  }
}
