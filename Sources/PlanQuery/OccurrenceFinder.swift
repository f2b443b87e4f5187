import TextFolding

/// Finds each place where one of a query's terms stands: what a concordance has a line for.
///
/// Overlapping places count each, as in a score (人人人 holds 人人 twice); a place that two terms
/// name is one. Terms below a NOT are not looked for.
package struct OccurrenceFinder: Sendable {
  private let terms: [QueryTerm]

  package init(_ query: SearchQuery) {
    var seen: Set<QueryTerm> = []
    terms = query.scoredTerms.filter { seen.insert($0).inserted }
  }

  /// Whether terms can only stand at different places, so that their counts add up: each is an
  /// exact phrase.
  var areDistinct: Bool { terms.allSatisfy { $0.phrase != nil } }

  /// Places in tokens, by where they begin, of those the shortest first.
  package func places(in tokens: TokenStream) -> [Range<Int>] {
    let matcher = TermMatcher(tokens)
    guard terms.count > 1 else {
      return terms.first.map { matcher.shortestMatches(of: $0) } ?? []
    }
    return Set(terms.flatMap { matcher.shortestMatches(of: $0) })
      .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }

  /// Places in a text, in its code points.
  package func places(in text: String) -> [Range<Int>] {
    let folded = FoldedText(text)
    return places(in: folded.tokens).map(folded.sourceRange(ofTokens:))
  }
}
