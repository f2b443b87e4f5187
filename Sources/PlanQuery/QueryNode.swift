/// A query as a tree; terms are numbers into `SearchQuery.terms`.
package indirect enum QueryNode: Sendable, Hashable {
  case term(Int)
  case all([QueryNode])
  case any([QueryNode])
  case not(QueryNode)
  /// Both terms, in either order, with at most so many tokens between.
  case near(Int, Int, distance: Int)

  /// Terms that add to the score, in query order: those not below a NOT.
  var scoredTerms: [Int] {
    switch self {
    case .term(let term): [term]
    case .all(let nodes), .any(let nodes): nodes.flatMap(\.scoredTerms)
    case .not: []
    case .near(let first, let second, _): [first, second]
    }
  }
}
