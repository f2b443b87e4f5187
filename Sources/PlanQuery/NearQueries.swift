import BigramIndex
import TextFolding

/// What to look for where a query finds nothing: documents that share parts of its terms.
package struct NearQueries: Sendable {
  /// To be tried in order until one finds something: pairs and words, whose single characters add to
  /// the score, then single characters.
  package let inOrder: [SearchQuery]
  /// How often the query has each of their terms.
  let repetitions: [Phrase: Int]

  package init(_ query: SearchQuery) {
    let phrases = query.scoredTerms.flatMap(\.asWritten.literalRuns)
    let exclusions = Self.exclusions(of: query.root)
    let characters = phrases.flatMap(Self.characters)
    let pairs = phrases.flatMap(Self.pairsAndWords)
    repetitions = (pairs + characters).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    inOrder = [(pairs, characters), (characters, [])]
      .compactMap { Self.query(for: $0, boosts: $1, without: exclusions, of: query) }
  }

  /// Adjacent tokens that the index has as pairs, and words.
  private static func pairsAndWords(of phrase: Phrase) -> [Phrase] {
    var parts: [Phrase] = []
    for index in 0..<phrase.count {
      if phrase.kind(index) == .word { parts.append(phrase.part(index..<index + 1)) }
      guard index + 1 < phrase.count else { continue }
      let kinds = (phrase.kind(index), phrase.kind(index + 1))
      if kinds.0 != .mark, kinds.1 != .mark, kinds != (.word, .word) {
        parts.append(phrase.part(index..<index + 2))
      }
    }
    return parts
  }

  private static func characters(of phrase: Phrase) -> [Phrase] {
    (0..<phrase.count).filter { phrase.kind($0) == .han }.map { phrase.part($0..<$0 + 1) }
  }

  /// What the query excludes whatever else matches stays excluded, and its conditions hold.
  private static func exclusions(of root: QueryNode) -> [QueryNode] {
    guard case .all(let nodes) = root else { return [] }
    return nodes.filter(\.scoredTerms.isEmpty)
  }

  /// A query for any of the parts; nil without parts.
  private static func query(
    for parts: [Phrase], boosts: [Phrase], without exclusions: [QueryNode], of query: SearchQuery
  ) -> SearchQuery? {
    var terms = query.terms
    var nodes: [QueryNode] = []
    var seen: Set<Phrase> = []
    for part in parts where seen.insert(part).inserted {
      nodes.append(.term(terms.count))
      terms.append(QueryTerm(part))
    }
    guard !nodes.isEmpty else { return nil }
    let first = terms.count
    for boost in boosts where seen.insert(boost).inserted { terms.append(QueryTerm(boost)) }
    // Without exclusions any of the parts is all that is asked, which needs no sets.
    let root: QueryNode = exclusions.isEmpty ? .any(nodes) : .all([.any(nodes)] + exclusions)
    var near = query.with(root: root, terms: terms)
    near.boosts = Array(first..<terms.count)
    return near
  }
}
