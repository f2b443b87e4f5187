import PlanDocument

/// A claim made ready for comparison.
struct Claim: Sendable {
  let record: TargetRecord
  let key: ComparisonKey
  let quantity: ClaimQuantity?
  let baseline: ClaimQuantity?
  let time: ClaimTime

  init(_ record: TargetRecord, region: String?) {
    self.record = record
    key = ComparisonKey(record, region: region)
    quantity = ClaimQuantity(record)
    baseline = ClaimQuantity.baseline(of: record)
    time = ClaimTime(record)
  }

  /// Claims of one kind may be of one indicator: a value, a rate of change, an amount of change.
  var changeClass: String {
    if key.isRateOfChange { return "rate" }
    return record.change == "increase" || record.change == "decrease" ? record.change : "level"
  }

  /// What two claims have in common that may be compared.
  var identity: Identity { Identity(name: key.name, changeClass: changeClass) }

  struct Identity: Hashable {
    let name: String
    let changeClass: String
  }
}
