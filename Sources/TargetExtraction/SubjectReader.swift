import PlanDocument

/// What a clause says beside its number: the name, the verbs around it, the change.
struct Subject {
  /// Places of the name's parts in order.
  var parts: [Range<Int>] = []
  var change: PlanTarget.Change?
  /// The words that gave `change`, `bound`, `isPerYear` and `rateBasis`.
  var changeWords: Range<Int>?
  var boundWords: Range<Int>?
  var perYearWords: Range<Int>?
  var rateBasisWords: Range<Int>?
  /// Words of growth stood between name and number and are not part of the name.
  var isGrowthOfSubject = false
  /// A verb of reaching stood before the number.
  var isReached = false
  /// A bound that stands away from the number (占比不低于总量的70%).
  var bound: PlanTarget.Bound?
  /// 每年, 年产, 年均 before an amount.
  var isPerYear = false
  /// 年均, 累计, 同比 before a rate.
  var rateBasis: PlanTarget.RateBasis?
  /// The thing counted stood behind the number.
  var isBehind = false
  /// The last word in front of the number was a verb of making or holding.
  var isMade = false

  var isEmpty: Bool { parts.isEmpty }
}

/// Reads the name of an indicator out of the words before and behind its number.
struct SubjectReader {
  let text: PassageText
  let times: TimeMentions

  /// - Parameters:
  ///   - before: from the clause's beginning, or the last number's end, to the number.
  ///   - behind: from the number's end to the clause's end or the next number.
  func subject(before: Range<Int>, behind: Range<Int>, mention: NumberMention) -> Subject {
    var subject = Subject()
    noteBasis(before, &subject)
    var front = dropTrailing(before, &subject, sort: mention.sort)
    front = dropLeading(dropCircumstance(front), &subject)
    front = front.lowerBound..<Predicates.start(in: front, of: text, firm: true)
    front = dropDone(front)
    front = behindInnerTime(front)
    let back = tail(behind, before: before, isRate: mention.sort == .rate)
    if front.isEmpty {
      subject.parts = back.isEmpty ? [] : [back]
      subject.isBehind = !back.isEmpty
    } else if back.isEmpty || subject.isGrowthOfSubject {
      subject.parts = named(front)
    } else if mention.sort == .rate {
      // 智慧课堂覆盖全市50%以上的中小学
      let isOf = text.at(behind.lowerBound) == 0x7684
      subject.parts =
        isOf && subject.isReached ? named(front) : named(dropVerb(front)) + [back]
    } else {
      let isBase = text.at(front.lowerBound) == 0x6BCF || text.at(front.lowerBound) == 0x5404
      if subject.isReached, !isBase, !subject.isMade {
        subject.parts = named(front)
      } else {
        let scope = SubjectWords.scopes.match(
          text.scalars, at: front.lowerBound, before: front.upperBound)
        let kept = dropVerb(front)
        if isBase {
          subject.parts = named(kept) + [back]
        } else if let scope, kept.count == scope.length {
          subject.parts = [kept, back]
        } else if Self.phases.match(text.scalars, at: kept.lowerBound, before: kept.upperBound)?
          .length == kept.count
        {
          subject.parts = [kept, back]
        } else if isOwner(kept, of: back, before: before) {
          subject.parts = [kept, back]
        } else {
          subject.parts = [back]
        }
        subject.isBehind = true
      }
    }
    noteRemoving(&subject)
    noteDistance(before, mention, &subject)
    if subject.bound == nil, mention.bound == nil { noteBound(before, &subject) }
    return subject
  }

  /// 稳经济⟦30项⟧举措, 前海累计⟦88项⟧制度创新成果: what stands in front is part of the name.
  private func isOwner(_ front: Range<Int>, of back: Range<Int>, before: Range<Int>) -> Bool {
    guard (2...16).contains(front.count),
      SubjectWords.circumstances.match(text.scalars, at: front.lowerBound, before: front.upperBound)
        == nil
    else { return false }
    if front.upperBound < before.upperBound,
      Self.countLeads.match(
        text.scalars, at: front.upperBound, before: before.upperBound) != nil
    {
      return true
    }
    return front.upperBound == before.upperBound && front.lowerBound > before.lowerBound
      && back.count <= 6
      && SubjectWords.abstractNouns.match(
        text.scalars, endingAt: back.upperBound, from: back.lowerBound) != nil
  }

  /// 一期⟦150万千瓦⟧光伏项目
  private static let phases = WordTable<Bool>(words: "一期 二期 三期 四期 五期 首期 一期工程 二期工程 三期工程")

  private static let countLeads = WordTable<Bool>(words: "累计 共 共有 现有 拥有 建有 设有 总计 合计")

  private static let firmBounds = WordTable<PlanTarget.Bound>([
    ("至少", .atLeast), ("不低于", .atLeast), ("不少于", .atLeast), ("不得少于", .atLeast),
    ("不得低于", .atLeast), ("不超过", .atMost), ("不高于", .atMost), ("不得超过", .atMost), ("超过", .above),
  ])

  /// A bound that stands before the verb or inside the name: 每个乡镇⟦至少⟧建成一所.
  private func noteBound(_ range: Range<Int>, _ subject: inout Subject) {
    guard let found = Self.firmBounds.last(in: text.scalars, range) else { return }
    subject.bound = found.match.value
    subject.boundWords = found.start..<found.start + found.match.length
  }

  // MARK: Change and basis

  /// 高于全国0.3个百分点: a distance to another value, not a value.
  private func noteDistance(
    _ range: Range<Int>, _ mention: NumberMention, _ subject: inout Subject
  ) {
    guard subject.change == nil, mention.unitEnds(with: "百分点", in: text),
      let word = Self.distances.last(in: text.scalars, range)
    else { return }
    subject.change = word.match.value
    subject.changeWords = word.start..<word.start + word.match.length
    // The distance itself is exact: its words are no bound of it.
    subject.bound = .exactly
  }

  private static let distances = WordTable<PlanTarget.Change>([
    ("高于", .increase), ("高出", .increase), ("快于", .increase), ("优于", .increase), ("超出", .increase),
    ("好于", .increase), ("领先", .increase), ("低于", .decrease), ("慢于", .decrease), ("少于", .decrease),
  ])

  private func noteRemoving(_ subject: inout Subject) {
    guard subject.change == nil, let first = subject.parts.first else { return }
    let end = subject.parts.last?.upperBound ?? first.upperBound
    if let removing = SubjectWords.removing.first(in: text.scalars, first.lowerBound..<end),
      subject.isBehind == false
    {
      subject.change = .decrease
      subject.changeWords = removing.start..<removing.start + removing.match.length
    }
  }

  private static let perYear = WordTable<Bool>(
    words:
      "每年 年均 平均每年 年产 年生产 年接待 年处理 年加工 年销售 年发电 年供 年新增 年培训 年引进 年开展 年组织 年服务 年吞吐 年输送 年完成 年节约 年减排 年产销 年产量 年产能 年用 年综合 年可 年屠宰 年出栏 年运输 年旅客 年货邮 年利用 年回收 年调水 年供水 年消 每年度 年旅游 年游客"
  )

  private func noteBasis(_ range: Range<Int>, _ subject: inout Subject) {
    let scalars = text.scalars
    if let found = Self.perYear.last(in: scalars, range), text.at(found.start - 1) != 0x5168,
      !NumeralReader.isDigit(text.at(found.start - 1)),
      // 年销售收入超亿元企业: what the counted ones earn a year, not how many a year.
      !(found.start..<range.upperBound).contains(where: {
        text.has("企业", at: $0) && range.contains($0 - 1)
      })
        || text.has("每", at: found.start) || text.has("每", at: found.start - 1)
        || text.has("年均", at: found.start)
    {
      subject.isPerYear = true
      subject.perYearWords = found.start..<found.start + found.match.length
    }
    var basis: (rank: Int, words: Range<Int>)?
    for index in range {
      guard let found = Self.bases.match(scalars, at: index, before: range.upperBound),
        found.value.rank < basis?.rank ?? .max
      else { continue }
      basis = (found.value.rank, index..<index + found.length)
      subject.rateBasis = found.value.basis
    }
    subject.rateBasisWords = basis?.words
  }

  /// Of several the one of the lowest rank holds.
  private static let bases = WordTable<(rank: Int, basis: PlanTarget.RateBasis)>([
    ("年均", (0, .annualAverage)), ("平均每年", (1, .annualAverage)), ("年平均", (2, .annualAverage)),
    ("累计", (3, .cumulative)), ("同比", (4, .yearOnYear)), ("比上年", (5, .yearOnYear)),
    ("较上年", (6, .yearOnYear)),
  ])
}
