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
  /// How the two names came together.
  package var match: Match = .name
  /// 0 ... 1: how sure it is that both speak of one indicator at one time; docs/check.md says how it
  /// is computed.
  package var confidence = 1.0
  package var remarks: [Remark] = []

  /// Whether it is on cells of a table's total and its parts, which are no claims.
  package var isOfTable: Bool { if case .tableSum = reason { true } else { false } }

  /// How two names were told to be of one indicator.
  package enum Match: String, Sendable {
    /// The same key.
    case name
    /// A user has confirmed the pair.
    case mapping
    /// One name is whole, and what the other lacks stands around it.
    case context
    /// Near names with one value that is no common one.
    case value
    /// Near names.
    case near
    /// The name of a part is that of the whole with more said.
    case part
  }

  /// What is worth knowing beside the verdict and changes nothing of it.
  package enum Remark: Sendable, Equatable {
    /// On a straight line between base value and target, the value for the other's year.
    case onPath(value: Double, year: Int)
    /// One is 约束性, the other 预期性.
    case otherBinding
    /// Plans in whose field the indicator is.
    case inFieldOf([String])
  }

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
    /// Current against constant prices.
    case otherPrices
    /// What there is against what was added over some years.
    case stockAgainstSum
    /// Equal numbers of another unit.
    case otherUnit
    /// The base value of one is still to come.
    case baseMissing
    /// A part of what the other counts as a whole.
    case partOfWhole
    /// One year of an amount of several.
    case oneYearOfSeveral
    /// A rate of change against base value and target of the other.
    case growthOfLevels(Double)
    /// The base value of the target's own row is as good as the target.
    case ownBase
    /// Parts that do not add up to their total, with their sum.
    case sum(Double)
    /// Rows or columns of a table that do not add up to its total: their sum, how many they are, and
    /// what the first and the last are called (B is the last).
    case tableSum(Double, of: Int, from: String, to: String, isColumns: Bool)
    /// Shares of one whole that are not 100 % together, with their sum.
    case shares(Double)
    /// A part that is larger than its whole.
    case partExceeds
  }
}
