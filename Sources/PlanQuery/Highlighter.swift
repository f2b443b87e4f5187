import TextFolding

/// Finds in a text what a query looks for.
package struct Highlighter: Sendable {
  /// Terms to mark; the second list only where the first marks nothing.
  private let terms: [[QueryTerm]]
  /// Pairs of which those places are marked that are near enough.
  private let pairs: [NearPair]
  private let patterns: [PatternMatcher]

  /// - Parameter near: whether the text is a near match, so that parts of the terms are marked.
  package init(_ query: SearchQuery, near: Bool = false) {
    patterns = query.wantedPatterns.map(PatternMatcher.init)
    let parts = QueryParts(query)
    pairs = near ? [] : parts.pairs
    terms = near ? NearQueries(query).inOrder.map(\.scoredTerms) : [parts.terms]
  }

  /// What to mark, in code points of the text: sorted, merged where they touch.
  ///
  /// - Parameter others: what is marked besides.
  package func highlights(in text: String, besides others: [Range<Int>] = []) -> [Range<Int>] {
    let folded = FoldedText(text)
    let matcher = TermMatcher(folded.tokens)
    let expressed =
      patterns.flatMap { $0.places(in: folded.tokens) }
      + pairs.flatMap { pair in pair.places(in: matcher).flatMap { [$0.first, $0.second] } }
    for group in terms.isEmpty ? [[]] : terms {
      let matches = expressed + Set(group).flatMap { matcher.shortestMatches(of: $0) }
      if !matches.isEmpty {
        return Self.merged(matches.map(folded.sourceRange(ofTokens:)) + others)
      }
    }
    return Self.merged(others)
  }

  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }
}
