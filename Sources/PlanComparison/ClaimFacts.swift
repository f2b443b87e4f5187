import PlanDocument

/// What of a claim most pairs are told apart by, in a few numbers: copying a whole claim for each of
/// millions of pairs takes far longer than comparing it.
struct ClaimFacts: Sendable {
  let changeClass: Claim.ChangeClass
  let isTarget: Bool
  /// Names something of its own (`ComparisonKey.isSpecific`).
  let isSpecific: Bool
  /// Parts of it add up to the whole.
  let isAdditive: Bool
  let hasValue: Bool
  let isRange: Bool
  let isShare: Bool
  let isCount: Bool
  /// Of the dimension's name; nil where the text has no unit.
  let dimension: Int?
  let value: Double
  let written: Double
  let significantDigits: Int
  /// Last year of its time; nil where nothing tells it.
  let end: Int?
  /// The last six bytes of the identity, which are two Han characters; nil where it is shorter.
  let tail: UInt64?
  let scopes: UInt64
  let place: Int
  /// Of what a share is a share of.
  let whole: Int

  init(_ claim: Claim) {
    changeClass = claim.identity.changeClass
    isTarget = claim.record.kind == "target"
    isSpecific = claim.key.isSpecific
    isAdditive = claim.isAdditive
    hasValue = claim.quantity != nil
    isRange = claim.quantity?.isRange ?? false
    isShare = claim.quantity?.isShare ?? false
    isCount = claim.quantity?.isCount ?? false
    dimension = claim.quantity.flatMap { $0.dimension.isEmpty ? nil : $0.dimension.hashValue }
    value = claim.quantity?.value ?? 0
    written = claim.quantity?.written ?? 0
    significantDigits = claim.quantity?.significantDigits ?? 0
    end = claim.time.end
    let bytes = claim.key.identity.bytes
    tail =
      bytes.count >= 6 ? bytes.suffix(6).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } : nil
    scopes = claim.features.scopes
    place = claim.features.place
    whole = claim.features.whole.isEmpty ? 0 : claim.features.whole.hashValue
  }

  /// Measured alike: the same base unit, or one of them without any.
  func isComparable(to other: ClaimFacts) -> Bool {
    hasValue && other.hasValue
      && (dimension == other.dimension || dimension == nil || other.dimension == nil)
  }

  func mayBeOfOneTime(_ other: ClaimFacts) -> Bool {
    end == nil || other.end == nil || end == other.end
  }

  /// Whether two near names may be of one indicator: measured alike, of one scope and place, the same
  /// share of the same whole; 产量 and 零售额 of one thing are two: what is measured stands at the end.
  func mayBeNear(_ other: ClaimFacts) -> Bool {
    changeClass == other.changeClass && scopes == other.scopes && place == other.place
      && whole == other.whole && tail != nil && tail == other.tail && isComparable(to: other)
      && (dimension != nil || other.dimension != nil)
  }

  /// Equal values that are not equal by chance: two digits at least, or a measure.
  func isTelling(_ other: ClaimFacts) -> Bool {
    isTarget == other.isTarget && hasValue && other.hasValue && !isShare && !isRange
      && !other.isRange && dimension != nil && dimension == other.dimension
      && abs(value - other.value) <= 1e-9 * max(abs(value), abs(other.value))
      && mayBeOfOneTime(other) && (!isCount || value >= 1_000 || significantDigits >= 2)
  }
}
