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
    let back = tail(behind, isRate: mention.sort == .rate)
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

  // MARK: In front of the number

  /// Drops verbs of reaching, bounds and words of change that stand right before the number.
  private func dropTrailing(
    _ range: Range<Int>, _ subject: inout Subject, sort: UnitWords.Sort?
  ) -> Range<Int> {
    var end = range.upperBound
    var sawChange = false
    while end > range.lowerBound {
      if let time = times.ending(at: end), time.range.lowerBound >= range.lowerBound {
        end = time.range.lowerBound
        // 下降⟦到2000年的⟧1.7吨: the 到 is that of the verb.
        let isReaching = text.at(end) == 0x5230 || text.at(end) == 0x81F3
        if isReaching, let verb = changeVerb(endingAt: end, from: range.lowerBound) {
          end -= verb
          subject.isReached = true
        }
        continue
      }
      // （2019年） between name and number
      if text.at(end - 1) == 0xFF09,
        let time = times.ending(at: end - 1),
        text.at(time.range.lowerBound - 1) == 0xFF08
      {
        end = time.range.lowerBound - 1
        continue
      }
      let scalars = text.scalars
      let start = range.lowerBound
      let growth = SubjectWords.growth.match(scalars, endingAt: end, from: start)
      let reached = SubjectWords.reached.match(scalars, endingAt: end, from: start)
      let increase = SubjectWords.increases.match(scalars, endingAt: end, from: start)
      let decrease = SubjectWords.decreases.match(scalars, endingAt: end, from: start)
      let filler = SubjectWords.filler.match(scalars, endingAt: end, from: start)
      let longest = [growth, reached, increase, decrease, filler].compactMap { $0?.length }.max()
      guard let longest else { break }
      // 供应, 主要: a word that only ends like one of those.
      if let word = SubjectWords.wordEnds.match(scalars, endingAt: end, from: start),
        word.length > longest
      {
        break
      }
      if sawChange, let filler, filler.length == longest {
        end -= longest
        continue
      }
      if let growth, growth.length == longest, sort == .rate || sort == nil {
        if SubjectWords.growthNames.match(scalars, endingAt: end, from: start)?.length == longest {
          subject.change = subject.change ?? .growth
          subject.changeWords = subject.changeWords ?? end - longest..<end
          break
        }
        if subject.change == nil || subject.change == .growth {
          subject.change = .growth
          subject.changeWords = end - longest..<end
          subject.isGrowthOfSubject = true
        }
        end -= longest
        continue
      }
      if let increase, increase.length == longest, !sawChange {
        if subject.isReached && sort != .rate { break }
        if subject.change == nil {
          subject.change = .increase
          subject.changeWords = end - longest..<end
        }
        sawChange = true
      } else if let decrease, decrease.length == longest, !sawChange {
        if subject.change == nil {
          subject.change = .decrease
          subject.changeWords = end - longest..<end
        }
        sawChange = true
      } else if let reached, reached.length == longest {
        if sawChange { break }
        subject.isReached = true
        if BoundWords.before.match(scalars, endingAt: end, from: start)?.length == longest,
          subject.bound == nil
        {
          subject.bound = BoundWords.before.match(scalars, endingAt: end, from: start)?.value
          subject.boundWords = end - longest..<end
        }
      } else if let bound = BoundWords.before.match(scalars, endingAt: end, from: start),
        bound.length == longest, subject.bound == nil
      {
        subject.bound = bound.value
        subject.boundWords = end - longest..<end
      }
      end -= longest
    }
    return range.lowerBound..<end
  }

  private func changeVerb(endingAt end: Int, from start: Int) -> Int? {
    let increase = SubjectWords.increases.match(text.scalars, endingAt: end, from: start)
    let decrease = SubjectWords.decreases.match(text.scalars, endingAt: end, from: start)
    return [increase?.length, decrease?.length].compactMap { $0 }.max()
  }

  /// 按2000年价格计算的国内生产总值: how it is counted is no part of the name.
  private func dropCounting(_ range: Range<Int>) -> Range<Int> {
    guard text.at(range.lowerBound) == 0x6309 else { return range }
    for index in range.lowerBound + 2..<max(range.lowerBound + 2, range.upperBound - 2) {
      for word: Word in ["计算的", "计算，", "计算", "可比价格", "不变价格", "当年价格", "可比口径"]
      where text.has(word, at: index) && index + word.count < range.upperBound {
        return index + word.count..<range.upperBound
      }
    }
    let isWord =
      SubjectWords.compounds.match(
        text.scalars, at: range.lowerBound, before: range.upperBound) != nil
    let length = text.at(range.lowerBound + 1) == 0x7167 ? 2 : 1
    return isWord ? range : min(range.lowerBound + length, range.upperBound)..<range.upperBound
  }

  /// Drops times, connectives, modal words and light verbs that stand in front of the name.
  private func dropLeading(_ range: Range<Int>, _ subject: inout Subject) -> Range<Int> {
    var start = range.lowerBound
    let end = range.upperBound
    let scalars = text.scalars
    while start < end {
      if let time = times.containing(start) {
        start = min(end, time.range.upperBound)
        continue
      }
      if text.at(start) == 0x6309 {
        let counted = dropCounting(start..<end).lowerBound
        if counted > start {
          start = counted
          continue
        }
      }
      // “九五”固定资产投资率
      if FiveYearPeriod.quoted(in: text, at: start) != nil,
        let period = FiveYearPeriod.number(in: text, at: start), period.end + 2 < end
      {
        start = period.end
        continue
      }
      if SubjectWords.compounds.match(scalars, at: start, before: end) != nil { break }
      if let scope = SubjectWords.scopes.match(scalars, at: start, before: end),
        isOpening(at: start + scope.length, end)
      {
        start += scope.length
        continue
      }
      if let light = SubjectWords.light.match(scalars, at: start, before: end),
        !isName(start..<start + light.length, end)
      {
        if let increase = SubjectWords.increases.match(scalars, at: start, before: end),
          increase.length >= light.length, text.at(start + increase.length) != 0x5230,
          text.at(start + increase.length) != 0x81F3,
          SubjectWords.additions.match(scalars, at: start, before: end) != nil,
          subject.change == nil
        {
          subject.change = .increase
          subject.changeWords = start..<start + light.length
        }
        start += light.length
        subject.isMade = start == end
        if text.at(start) == 0x4E86 { start += 1 }
        let behindJoint = skipJoint(start, end)
        if behindJoint > start { start = dropSecondVerb(behindJoint, end) }
        continue
      }
      if let adverb = SubjectWords.adverbs.match(scalars, at: start, before: end),
        isVerb(at: start + adverb.length, end)
      {
        start += adverb.length
        continue
      }
      if let leading = SubjectWords.leading.match(scalars, at: start, before: end) {
        start += leading.length
        continue
      }
      break
    }
    if end - start <= 12,
      Self.comparisons.match(text.scalars, at: start, before: end) != nil
    {
      return end..<end
    }
    return min(start, end)..<end
  }

  /// 优于全国 and the like: what the value is measured against, not whose it is.
  private static let comparisons = WordTable<Bool>(words: "优于 高于 低于 快于 好于 超出 高出 低出 领先")

  /// Whether a verb at a place is all there is of a name, or the name's own beginning.
  private func isName(_ verb: Range<Int>, _ end: Int) -> Bool {
    // 有 and 建 are verbs only before a longer name.
    if verb.count == 1, end - verb.upperBound < 3 { return true }
    if let generic = SubjectWords.generic.match(text.scalars, at: verb.upperBound, before: end),
      verb.upperBound + generic.length == end
    {
      return SubjectWords.rateVerbs.match(text.scalars, at: verb.lowerBound, before: end) == nil
    }
    // 新建小区物业管理覆盖率: a rate keeps the verb that tells what it is of.
    return text.at(end - 1) == 0x7387
      && SubjectWords.rateVerbs.match(text.scalars, at: verb.lowerBound, before: end) == nil
  }

  /// Whether what follows 全省 and the like is an adverb or verb: then the place is no part of a name.
  private func isOpening(at index: Int, _ end: Int) -> Bool {
    guard index < end, SubjectWords.compounds.match(text.scalars, at: index, before: end) == nil
    else {
      return false
    }
    return SubjectWords.leading.match(text.scalars, at: index, before: end) != nil
      || SubjectWords.light.match(text.scalars, at: index, before: end) != nil
  }

  /// 依托重点企业引进…: the name begins behind the verb.
  private func dropCircumstance(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 10,
      SubjectWords.circumstances.match(text.scalars, at: range.lowerBound, before: range.upperBound)
        != nil
    else { return range }
    for index in (range.lowerBound + 4..<range.upperBound - 2).reversed() {
      guard
        let verb = SubjectWords.light.match(text.scalars, at: index, before: range.upperBound - 1),
        verb.length >= 2,
        SubjectWords.compounds.match(text.scalars, at: index, before: range.upperBound) == nil
      else { continue }
      // A noun of the same letters stands behind 的 or before one.
      guard text.at(index - 1) != 0x7684 else { continue }
      return index..<range.upperBound
    }
    return range
  }

  private func isVerb(at index: Int, _ end: Int) -> Bool {
    guard index < end else { return true }
    if SubjectWords.compounds.match(text.scalars, at: index, before: end) != nil { return false }
    return SubjectWords.light.match(text.scalars, at: index, before: end) != nil
      || SubjectWords.adverbs.match(text.scalars, at: index, before: end).map {
        isVerb(at: index + $0.length, end)
      } ?? false
  }

  /// 引进和集聚, 引进、培养: a joint between two verbs.
  private func skipJoint(_ index: Int, _ end: Int) -> Int {
    let joint = text.at(index)
    guard
      joint == 0x548C || joint == 0x3001 || joint == 0x5E76 || joint == 0x6216 || joint == 0x53CA
    else { return index }
    return index + 1 >= end
      || SubjectWords.light.match(text.scalars, at: index + 1, before: end) != nil
      || secondVerb(index + 1, end) != nil
      ? index + 1 : index
  }

  /// 新建、⟦改造⟧高标准农田: a verb that is joined to one of making.
  private func secondVerb(_ index: Int, _ end: Int) -> Int? {
    guard let verb = SubjectWords.building.match(text.scalars, at: index, before: end),
      verb.length >= 2, index + verb.length < end,
      SubjectWords.compounds.match(text.scalars, at: index, before: end) == nil
    else { return nil }
    return verb.length
  }

  private func dropSecondVerb(_ index: Int, _ end: Int) -> Int {
    index + (secondVerb(index, end) ?? 0)
  }

  /// Drops a verb of making at the end of what stands before the number: 每个乡镇⟦建成⟧.
  private func dropVerb(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound {
      if let word = SubjectWords.building.match(text.scalars, endingAt: end, from: range.lowerBound)
        ?? SubjectWords.filler.match(text.scalars, endingAt: end, from: range.lowerBound)
        ?? SubjectWords.adverbs.match(text.scalars, endingAt: end, from: range.lowerBound)
      {
        guard end - word.length > range.lowerBound || range.count <= 2 else { break }
        end -= word.length
      } else {
        break
      }
    }
    return range.lowerBound..<end
  }

  // MARK: Change and basis

  /// 高于全国0.3个百分点: a distance to another value, not a value.
  private func noteDistance(
    _ range: Range<Int>, _ mention: NumberMention, _ subject: inout Subject
  ) {
    guard subject.change == nil, mention.unitText(in: text).hasSuffix("百分点"),
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
    for (word, basis) in Self.bases {
      guard let place = place(of: word, range) else { continue }
      subject.rateBasis = basis
      subject.rateBasisWords = place..<place + word.count
      break
    }
  }

  private static let bases: [(Word, PlanTarget.RateBasis)] = [
    ("年均", .annualAverage), ("平均每年", .annualAverage), ("年平均", .annualAverage),
    ("累计", .cumulative), ("同比", .yearOnYear), ("比上年", .yearOnYear), ("较上年", .yearOnYear),
  ]

  private func place(of word: Word, _ range: Range<Int>) -> Int? {
    range.first { text.has(word, at: $0) && $0 + word.count <= range.upperBound }
  }
}
