/// Verbs and circumstances around a name that are no part of it.
extension SubjectReader {
  /// 依托重点企业引进…: the name begins behind the verb.
  func dropCircumstance(_ range: Range<Int>) -> Range<Int> {
    // 用二十年时间使总产值翻番
    if text.at(range.lowerBound) == 0x7528,
      let cause = range.first(where: { text.at($0) == 0x4F7F && text.at($0 + 1) != 0x7528 }),
      cause + 2 < range.upperBound
    {
      return cause + 1..<range.upperBound
    }
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

  func isVerb(at index: Int, _ end: Int) -> Bool {
    guard index < end else { return true }
    if SubjectWords.compounds.match(text.scalars, at: index, before: end) != nil { return false }
    return SubjectWords.light.match(text.scalars, at: index, before: end) != nil
      || SubjectWords.adverbs.match(text.scalars, at: index, before: end).map {
        isVerb(at: index + $0.length, end)
      } ?? false
  }

  /// 引进和集聚, 引进、培养: a joint between two verbs.
  func skipJoint(_ index: Int, _ end: Int) -> Int {
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
  func secondVerb(_ index: Int, _ end: Int) -> Int? {
    guard let verb = SubjectWords.building.match(text.scalars, at: index, before: end),
      verb.length >= 2, index + verb.length < end,
      SubjectWords.compounds.match(text.scalars, at: index, before: end) == nil
    else { return nil }
    return verb.length
  }

  func dropSecondVerb(_ index: Int, _ end: Int) -> Int {
    index + (secondVerb(index, end) ?? 0)
  }

  /// 连续推进民生实事、近五年累计⟦投入资金⟧: a time behind a joint begins anew.
  func behindInnerTime(_ range: Range<Int>) -> Range<Int> {
    for place in range.reversed() where text.at(place) == 0x3001 {
      if let time = times.beginning(at: place + 1), time.range.upperBound + 2 <= range.upperBound {
        return time.range.upperBound..<range.upperBound
      }
    }
    return range
  }

  /// 重点项目⟦新开工⟧330个: what was done with the things counted, behind their name.
  func dropDone(_ range: Range<Int>) -> Range<Int> {
    guard
      let verb = Self.doneVerbs.match(
        text.scalars, endingAt: range.upperBound, from: range.lowerBound),
      range.count - verb.length >= 3
    else { return range }
    return range.lowerBound..<range.upperBound - verb.length
  }

  private static let doneVerbs = WordTable<Bool>(
    words: "新开工 新入列 新入库 新交付 新投产 新竣工 新签约 开工 竣工 投产 续建 新入选")

  /// Drops a verb of making at the end of what stands before the number: 每个乡镇⟦建成⟧.
  func dropVerb(_ range: Range<Int>) -> Range<Int> {
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
}
