/// A condition that is no text of the passage itself. Who knows the library finds the passages that
/// meet it (`SearchQuery.resolved`).
package enum QueryCondition: Hashable, Sendable {
  case title(QueryTerm)
  case heading(QueryTerm)
  /// An id; where it was written with `*` at its end, the beginning of one.
  case document(String, isPrefix: Bool)
  case region(QueryTerm)
  /// First digits of a region's code.
  case regionCode(String)
  case level(String)
  case kind(String)
  case planYear(QueryInterval)
  /// Labels of a path, joined by `/`.
  case part(String)
  /// Nil for any box.
  case box(QueryTerm?)
  /// A text that a regular expression matches; PlanQuery itself finds them.
  case pattern(QueryPattern)
  /// A passage with a target for which this holds.
  case target(TargetPredicate)
}

/// A condition and where it stands in the query.
struct PlacedCondition: Sendable, Hashable {
  var condition: QueryCondition
  /// Code points before it.
  let position: Int
}

/// What a query needs to know of units. Without it a query has no conditions.
package protocol UnitReader {
  /// Nil where it is no unit that is known.
  func unit(_ written: String) -> QueryUnit?
  /// Units that were perhaps meant.
  func units(near written: String) -> [String]
}
