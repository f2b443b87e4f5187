import PlanDocument

/// What of the words in front of a number is dropped before its name.
extension SubjectReader {
  /// Drops verbs of reaching, bounds and words of change that stand right before the number.
  func dropTrailing(
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
      // 人均⟦达到⟧: the 均 belongs to the name.
      if text.at(end - longest) == 0x5747, longest > 1,
        [0x4EBA, 0x6237, 0x65E5, 0x6708, 0x5E74].contains(text.at(end - longest - 1))
      {
        end -= longest - 1
        subject.isReached = true
        break
      }
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
      } else if filler != nil, text.at(end - 1) == 0x4ECE || text.at(end - 1) == 0x7531,
        longest == 1
      {
        subject.isReached = true
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

  func changeVerb(endingAt end: Int, from start: Int) -> Int? {
    let increase = SubjectWords.increases.match(text.scalars, endingAt: end, from: start)
    let decrease = SubjectWords.decreases.match(text.scalars, endingAt: end, from: start)
    return [increase?.length, decrease?.length].compactMap { $0 }.max()
  }

  /// 按2000年价格计算的国内生产总值: how it is counted is no part of the name.
  func dropCounting(_ range: Range<Int>) -> Range<Int> {
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
  func dropLeading(_ range: Range<Int>, _ subject: inout Subject) -> Range<Int> {
    var start = range.lowerBound
    let end = range.upperBound
    let scalars = text.scalars
    while start < end {
      if text.at(start) == 0x6309 {
        let counted = dropCounting(start..<end).lowerBound
        if counted > start {
          start = counted
          continue
        }
      }
      if let time = times.containing(start) {
        start = min(end, time.range.upperBound)
        continue
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
  func isName(_ verb: Range<Int>, _ end: Int) -> Bool {
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
  func isOpening(at index: Int, _ end: Int) -> Bool {
    guard index < end, SubjectWords.compounds.match(text.scalars, at: index, before: end) == nil
    else {
      return false
    }
    return SubjectWords.leading.match(text.scalars, at: index, before: end) != nil
      || SubjectWords.light.match(text.scalars, at: index, before: end) != nil
  }
}
