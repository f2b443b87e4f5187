import PlanDocument

/// In whose prices a value is told.
enum PriceBasis: Sendable, Equatable {
  /// 现价, 当年价, 名义增长
  case current
  /// 不变价, 可比价, 实际增长
  case constant

  /// Nil where the claim's sentence says neither, or both, or it is no matter of money.
  init?(_ record: TargetRecord) {
    let isMoney = record.unitBase?.contains("元") ?? false
    guard isMoney || record.change != "level" || record.unit.hasSuffix("%") else { return nil }
    guard Self.hints.contains(where: record.sentence.holds) || record.indicator.holds("价") else {
      return nil
    }
    let text = record.indicator + record.sentence
    let isCurrent = Self.currentWords.contains(where: text.holds)
    let isConstant = Self.constantWords.contains(where: text.holds)
    guard isCurrent != isConstant else { return nil }
    self = isCurrent ? .current : .constant
  }

  /// One of them stands in each of the words below.
  private static let hints = ["价", "名义增长", "可比", "实际增长"]
  private static let currentWords = ["现价", "当年价", "名义增长", "现行价"]
  private static let constantWords = ["不变价", "可比价", "可比口径", "实际增长", "年价格计算"]
}
