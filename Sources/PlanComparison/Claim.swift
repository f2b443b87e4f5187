import PlanDocument

/// A claim made ready for comparison.
struct Claim: Sendable {
  let record: TargetRecord
  let key: ComparisonKey
  let quantity: ClaimQuantity?
  let baseline: ClaimQuantity?
  let time: ClaimTime
  let identity: Identity
  /// What near names are told by.
  let features: NameFeatures

  init(_ record: TargetRecord, region: String?) {
    self.record = record
    key = ComparisonKey(record, region: region)
    quantity = ClaimQuantity(record)
    baseline = ClaimQuantity.baseline(of: record)
    time = ClaimTime(record)
    identity = Identity(name: key.bytes, changeClass: ChangeClass(record, key))
    features = NameFeatures(key.bytes)
  }

  /// Claims of one kind may be of one indicator.
  enum ChangeClass: Sendable, Hashable {
    /// The value itself, or a rate of its change, or an amount of it.
    case level, rate, increase, decrease

    init(_ record: TargetRecord, _ key: ComparisonKey) {
      switch record.change {
      case _ where key.isRateOfChange: self = .rate
      case "increase": self = .increase
      case "decrease": self = .decrease
      default: self = .level
      }
    }
  }

  /// What two claims have in common that may be compared.
  struct Identity: Sendable, Hashable {
    let name: NameBytes
    let changeClass: ChangeClass
  }
}
