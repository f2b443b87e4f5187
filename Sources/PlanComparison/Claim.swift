import PlanDocument

/// A claim made ready for comparison.
struct Claim: Sendable {
  let record: TargetRecord
  let key: ComparisonKey
  let quantity: ClaimQuantity?
  /// The value of the base year; of several columns of one row the last alone has it.
  var baseline: ClaimQuantity?
  let time: ClaimTime
  let identity: Identity
  /// What near names are told by.
  let features: NameFeatures
  /// Whether parts of it add up to the whole: things counted, amounts of money, mass, area.
  let isAdditive: Bool

  init(
    _ record: TargetRecord, region: String?, words: ComparisonWords, mapping: PairMapping
  ) {
    self.record = record
    let key = ComparisonKey(record, region: region, words: words)
    self.key = key
    quantity = ClaimQuantity(record)
    baseline = ClaimQuantity.baseline(of: record)
    time = ClaimTime(record)
    identity = Identity(
      name: mapping.canonical(key.identity, written: words.written(record.indicator)),
      changeClass: ChangeClass(record, key))
    features = NameFeatures(key.bytes)
    isAdditive = Self.isAdditive(quantity, key, identity.changeClass)
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

  private static func isAdditive(
    _ quantity: ClaimQuantity?, _ key: ComparisonKey, _ changeClass: ChangeClass
  ) -> Bool {
    guard let quantity, changeClass != .rate,
      quantity.isCount || additiveUnits.contains(quantity.dimension)
    else { return false }
    return !NameWordings.averages.contains(where: key.bytes.holds)
  }

  var prices: PriceBasis? { PriceBasis(record) }

  private static let additiveUnits: Set<String> = [
    "元", "美元", "吨", "平方米", "立方米", "米", "千瓦", "千瓦时", "人", "人次", "标准箱", "吨标准煤", "户", "水立方",
  ]
}
