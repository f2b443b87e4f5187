/// A query as a tree; terms are numbers into `SearchQuery.terms`.
package indirect enum QueryNode: Sendable, Hashable {
  case term(Int)
  case all([QueryNode])
  case any([QueryNode])
  case not(QueryNode)
  /// Both terms, in either order, with at most so many tokens between.
  case near(Int, Int, distance: Int)
  /// Documents that meet a condition: a number into `SearchQuery.conditions`.
  case condition(Int)

  /// All conditions, in query order.
  var conditions: [Int] {
    switch self {
    case .condition(let number): [number]
    case .all(let nodes), .any(let nodes): nodes.flatMap(\.conditions)
    case .not(let node): node.conditions
    case .term, .near: []
    }
  }

  /// Conditions that are not below a NOT.
  var wantedConditions: [Int] {
    switch self {
    case .condition(let number): [number]
    case .all(let nodes), .any(let nodes): nodes.flatMap(\.wantedConditions)
    case .not, .term, .near: []
    }
  }

  /// Terms that add to the score, in query order: those not below a NOT.
  var scoredTerms: [Int] {
    switch self {
    case .term(let term): [term]
    case .all(let nodes), .any(let nodes): nodes.flatMap(\.scoredTerms)
    case .not, .condition: []
    case .near(let first, let second, _): [first, second]
    }
  }

  /// All terms, those below a NOT too.
  var terms: [Int] {
    switch self {
    case .term(let term): [term]
    case .all(let nodes), .any(let nodes): nodes.flatMap(\.terms)
    case .not(let node): node.terms
    case .condition: []
    case .near(let first, let second, _): [first, second]
    }
  }
}
