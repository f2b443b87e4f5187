import PlanDocument

/// What may be wrong with a claim of running text.
struct ClaimDoubts {
  let text: PassageText
  let mentions: [NumberMention]

  /// - Parameters:
  ///   - name: the code points of its indicator's name.
  ///   - knowsUnit: whether its unit can be led back to a base unit.
  func doubts(of claim: PassageExtractor.Claim, name: [UInt32], knowsUnit: Bool) -> [Doubt] {
    var doubts: [Doubt] = []
    func note(_ doubt: Doubt, _ holds: Bool) { if holds { doubts.append(doubt) } }
    let mention = claim.mention
    let subject = claim.subject
    note(.borrowedSubject, claim.borrowed != nil)
    note(.nameBehind, subject.isBehind)
    doubts += Self.doubts(ofName: name)
    note(.partedName, subject.parts.count > 1)
    note(.inheritedTime, claim.year == nil && claim.inheritedYear != nil)
    note(.severalTimes, hasSeveralTimes(claim))
    note(.unknownUnit, !knowsUnit)
    note(.chineseNumeral, mention.isChinese)
    note(.ratio, mention.fate == .ratio)
    note(.respective, isRespective(claim))
    note(.changeNear, hasChangeNear(claim))
    note(.tornNumber, isTorn(mention))
    note(
      .bareNumber,
      !subject.isReached && subject.change == nil && mention.bound == nil && subject.bound == nil
        && !subject.isMade && claim.year == nil)
    note(.unusualValue, Self.isUnusual(mention.value, mention.valueMax))
    return doubts
  }

  private static let verbs = WordTable<Bool>(
    words: "建成 建设 实现 完成 达到 推进 推动 加快 开展 实施 打造 引进 培育 提升 提高 加强 确保 力争 促进 带动 形成 支持 鼓励")

  private static let oddWords = WordTable<Bool>(
    words: "将 从 居 比去 比上 比年 比计 减少到 增加到 的重点 又 都 就 使 把 被 让 并 叫 为 占 已 了 · 内增 可按 按照 用于 提出")

  /// Several names with 分别, of which this value may be another's.
  private func isRespective(_ claim: PassageExtractor.Claim) -> Bool {
    let start = max(claim.sentence.lowerBound, claim.mention.text.lowerBound - 60)
    return SubjectWords.respective.stands(in: text.scalars, start..<claim.mention.text.lowerBound)
  }

  /// 新增A能力10万吨，B能力20万吨: whether the second is an increase as well is a guess.
  private func hasChangeNear(_ claim: PassageExtractor.Claim) -> Bool {
    guard claim.subject.change == nil else { return false }
    let start = max(claim.sentence.lowerBound, claim.mention.text.lowerBound - 60)
    let range = start..<claim.mention.text.lowerBound
    return SubjectWords.increases.stands(in: text.scalars, range)
      || SubjectWords.decreases.stands(in: text.scalars, range)
  }

  private func isTorn(_ mention: NumberMention) -> Bool {
    Self.isTear(text.at(mention.number.lowerBound - 1))
      || Self.isTear(text.at(mention.text.upperBound))
      || NumeralReader.isChineseNumeral(text.at(mention.number.lowerBound - 1))
      || NumeralReader.isDigit(text.at(mention.number.lowerBound - 1))
      || NumeralReader.isDigit(text.at(mention.text.upperBound))
  }

  private static func isTear(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xB7, 0x25CB, 0x2E, 0x2022: true
    default: false
    }
  }

  /// - Parameter scalars: of the name.
  static func doubts(ofName scalars: [UInt32]) -> [Doubt] {
    var doubts: [Doubt] = []
    if scalars.count > 15 { doubts.append(.longName) }
    let isBare =
      SubjectWords.bareMeasures.match(scalars, at: 0, before: scalars.count)?.length
      == scalars.count
      || SubjectWords.generic.match(scalars, at: 0, before: scalars.count)?.length == scalars.count
    if scalars.count < 2 || isBare { doubts.append(.bareName) }
    if oddWords.stands(in: scalars, scalars.indices) { doubts.append(.oddName) }
    if verbs.stands(in: scalars, scalars.indices) { doubts.append(.verbInName) }
    if scalars.contains(where: PassageExtractor.isJoint) { doubts.append(.joinedName) }
    return doubts
  }

  private func hasSeveralTimes(_ claim: PassageExtractor.Claim) -> Bool {
    var index = mentions.partitionPoint { $0.number.lowerBound < claim.sentence.lowerBound }
    var times = 0
    while index < mentions.count, times < 2,
      mentions[index].number.lowerBound < claim.sentence.upperBound
    {
      if mentions[index].fate == .year { times += 1 }
      index += 1
    }
    return times > 1
  }

  /// A range that runs backwards, or a value too large to be exact.
  static func isUnusual(_ value: Double, _ max: Double?) -> Bool {
    if let max, max <= value { return true }
    return abs(value) >= 1e15
  }
}
