import PlanDocument

/// What one claim is against another.
package struct Verdict: Sendable, Equatable {
  package enum Status: String, Sendable, CaseIterable {
    case agree
    /// The same indicator at the same time, and the values cannot both hold.
    case conflict
    /// B against A, where it is known which direction is better.
    case stricter, looser
    /// A value against the other's base column.
    case baselineAgrees = "baseline_agrees"
    case baselineDiffers = "baseline_differs"
    /// The same indicator for other years.
    case yearDiffers = "year_differs"
    case onlyInA = "only_in_a"
    case onlyInB = "only_in_b"
    /// Side by side, of two jurisdictions of one level.
    case peer
    /// An amount of a part against the whole.
    case partOf = "part_of"
    /// The numbers must not be held against each other; the reason says why.
    case notComparable = "not_comparable"
  }

  package var status: Status
  package var key: String
  /// 1 for the same name, else how alike the names are.
  package var score: Double
  package var a: TargetRecord?
  package var b: TargetRecord?
  /// B less A in the base unit; nil where that says nothing.
  package var difference: Double?
  package var reason: Reason
  /// A pair of near names that nobody confirmed.
  package var isProposed = false
  /// A target that lies below what was reached already.
  package var isAlreadyMet = false

  /// Why the verdict is what it is.
  package enum Reason: Sendable, Equatable {
    case sameValue
    case sameAfterRounding
    case insideRange
    case values
    case bounds
    case years
    case reachedAgainstTarget
    case baseYear
    case otherCurrency
    case otherBasis
    case words
    case yearlyAgainstSum
    case partOfTerritory
    case twoJurisdictions
    case noneTakesUp
    case overallLacks
  }
}
