import PlanDocument

/// What is done with the thing that a claim counts: 新建 makes more of it, 改造 mends what there is,
/// and 新建改造 does both, so that their amounts are three.
struct WorkActs: OptionSet, Sendable {
  let rawValue: Int

  static let making = WorkActs(rawValue: 1)
  static let mending = WorkActs(rawValue: 2)

  init(rawValue: Int) { self.rawValue = rawValue }

  /// By the name and the few words in front of it; empty where these name no work.
  init(_ record: TargetRecord) {
    let name = record.indicator.squeezed
    var words = name
    let sentence = record.sentence.squeezed
    if !name.isEmpty, let place = sentence.firstRange(of: name) {
      words = String(sentence[..<place.lowerBound].suffix(Self.reach)) + name
    }
    self = []
    if Self.makingWords.contains(where: words.holds) { insert(.making) }
    if Self.mendingWords.contains(where: words.holds) { insert(.mending) }
  }

  /// Whether both name their work, and not the same.
  func isOther(than other: WorkActs) -> Bool { !isEmpty && !other.isEmpty && self != other }

  /// Characters of 新建和改造.
  private static let reach = 5
  private static let makingWords = ["新建", "建设", "建成", "修建", "敷设", "铺设"]
  private static let mendingWords = ["改造", "修复", "整治", "更新", "维修", "改建", "翻建"]
}
