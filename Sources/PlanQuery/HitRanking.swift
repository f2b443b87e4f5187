import BigramIndex
import TextFolding

/// Where a hit stands, as far as it tells whether it is about what was asked.
package struct HitFields: Sendable {
  /// Text of one field, and what a place in it counts compared with one in the hit itself.
  package struct Field: Sendable {
    package let tokens: TokenStream
    package let weight: Double

    package init(_ tokens: TokenStream, weight: Double) {
      self.tokens = tokens
      self.weight = weight
    }
  }

  package var fields: [Field]

  package init(_ fields: [Field] = []) { self.fields = fields }
}

/// The order of exact hits: by BM25 over several fields, and by how near the terms stand together.
///
/// - A term's places in the fields are added to those in the hit, each with the weight of its field,
///   before the number becomes a weight (BM25F: Robertson, Zaragoza and Taylor, "Simple BM25 extension
///   to multiple weighted fields", CIKM 2004). Length is that of the hit alone.
/// - What has all terms close together gains up to as much as any hit can have by BM25, divided by one
///   plus the tokens between them: a phrase stands before all that is scattered. The tokens are those of
///   the shortest span with all terms (MinCover: Tao and Zhai, "An exploration of proximity measures in
///   information retrieval", SIGIR 2007), without the terms themselves.
package struct HitRanking: Sendable {
  private struct Weighted: Sendable {
    let term: QueryTerm
    let inverse: Double
    let multiplicity: Double
  }

  private let model: BM25
  private let terms: [Weighted]
  /// Terms of which each group has to have one near; fewer than two where nothing can be near.
  private let groups: [[Int]]
  /// More than what BM25 can give.
  private let most: Double

  /// - Parameter inverses: of `SearchResult`.
  package init(_ query: SearchQuery, _ model: BM25, inverses: [Double]) {
    self.model = model
    var numbers: [Int] = []
    let inOrder = query.root.scoredTerms
    for number in inOrder where !numbers.contains(number) { numbers.append(number) }
    terms = zip(numbers, inverses).map { number, inverse in
      Weighted(
        term: query.terms[number], inverse: inverse,
        multiplicity: Double(inOrder.count { $0 == number }))
    }
    var groups: [[Int]] = []
    if case .all(let nodes) = query.root {
      for node in nodes {
        let sets = Self.groups(of: node).map { group in
          group.compactMap { numbers.firstIndex(of: $0) }.sorted()
        }
        for group in sets where !group.isEmpty && !groups.contains(group) { groups.append(group) }
      }
    } else if case .near = query.root {
      groups = Self.groups(of: query.root).map { $0.compactMap { numbers.firstIndex(of: $0) } }
    }
    self.groups = groups
    most = terms.reduce(0) { $0 + 2.2 * $1.inverse * $1.multiplicity }
  }

  private static func groups(of node: QueryNode) -> [[Int]] {
    switch node {
    case .term(let term): [[term]]
    case .any(let nodes):
      nodes.allSatisfy { if case .term = $0 { true } else { false } }
        ? [nodes.flatMap(\.scoredTerms)] : []
    case .near(let first, let second, _): [[first], [second]]
    case .all(let nodes): nodes.flatMap(groups)
    case .not, .condition: []
    }
  }

  /// Whether the places of terms in a hit matter, besides how many there are.
  package var looksAtPlaces: Bool { groups.count > 1 }

  /// Whether a field holds a term.
  package func holdsTerm(_ fields: HitFields) -> Bool {
    fields.fields.contains { field in
      terms.contains { $0.term.count(in: field.tokens) > 0 }
    }
  }

  /// - Parameter tokens: of the hit.
  package func score(_ tokens: TokenStream, in fields: HitFields) -> Double {
    let norm = model.norm(length: UInt32(tokens.count))
    var places: [[Range<Int>]] = []
    var score = 0.0
    let matcher = TermMatcher(tokens)
    for weighted in terms {
      let own = matcher.shortestMatches(of: weighted.term)
      places.append(own)
      guard !own.isEmpty else { continue }
      var count = Double(own.count)
      for field in fields.fields {
        count += field.weight * Double(weighted.term.count(in: field.tokens))
      }
      score += weighted.multiplicity * weighted.inverse * count * 2.2 / (count + norm)
    }
    guard looksAtPlaces, let between = Self.between(groups.map { $0.flatMap { places[$0] } }) else {
      return score
    }
    return score + most / Double(1 + between)
  }

  /// Tokens of the shortest span with a place of each group that belong to no place in it, and one
  /// more where the groups stand in another order than asked for; nil without such a span.
  static func between(_ groups: [[Range<Int>]]) -> Int? {
    guard groups.allSatisfy({ !$0.isEmpty }) else { return nil }
    var all: [(place: Range<Int>, group: Int)] = []
    for (number, places) in groups.enumerated() { all += places.map { ($0, number) } }
    all.sort {
      ($0.place.lowerBound, $0.place.upperBound, $0.group)
        < ($1.place.lowerBound, $1.place.upperBound, $1.group)
    }
    // The last place of each group, at each place: one of the spans that end there is the shortest.
    var last = [Range<Int>?](repeating: nil, count: groups.count)
    var best: Int?
    for (place, group) in all {
      last[group] = place
      let chosen = last.compactMap(\.self)
      guard chosen.count == groups.count else { continue }
      let start = chosen.map(\.lowerBound).min() ?? 0
      let end = chosen.map(\.upperBound).max() ?? 0
      var covered = 0
      var reached = start
      for place in chosen.sorted(by: { $0.lowerBound < $1.lowerBound }) {
        covered += max(0, place.upperBound - max(reached, place.lowerBound))
        reached = max(reached, place.upperBound)
      }
      let isInOrder = zip(chosen, chosen.dropFirst()).allSatisfy { $0.lowerBound < $1.lowerBound }
      let between = end - start - covered + (isInOrder ? 0 : 1)
      best = min(best ?? between, between)
    }
    return best
  }
}

extension SearchQuery {
  /// The same query for what has its terms as one phrase, in their order; nil where they are not all
  /// phrases that have to be there.
  package var asPhrase: SearchQuery? {
    guard case .all(let nodes) = root else { return nil }
    var tokens: [[UInt32]] = []
    var count = 0
    for node in nodes {
      switch node {
      case .term(let number):
        guard let phrase = terms[number].phrase else { return nil }
        tokens += phrase.tokens
        count += 1
      case .condition, .not: break
      case .any, .all, .near: return nil
      }
    }
    guard count > 1 else { return nil }
    let terms = terms + [QueryTerm(Phrase(tokens: tokens))]
    return with(root: .all([.term(terms.count - 1)] + nodes), terms: terms)
  }
}

extension QueryTerm {
  /// How often it stands in a text.
  func count(in tokens: TokenStream) -> Int {
    TermMatcher(tokens).shortestMatches(of: self).count
  }
}
