import PlanDocument

/// Where the words of one number end and those of the next begin.
extension PassageExtractor {
  /// Where what belongs to one number ends and what belongs to the next begins.
  func joint(from start: Int, to end: Int) -> Int {
    guard start < end else { return start }
    if Self.isJoint(text.at(start)) || text.at(start) == 0xFF08 { return start }
    for place in (start..<end).reversed() where Self.isJoint(text.at(place)) {
      if isVerbs(place + 1..<end) { return place }
    }
    if let comma = (start..<end).last(where: {
      text.at($0) == 0x3001 && clauses.depth(at: $0) == clauses.depth(at: start)
    }) {
      return comma
    }
    if let bracket = (start..<end).last(where: { text.at($0) == 0xFF08 }),
      clauses.depth(at: end - 1) > clauses.depth(at: start - 1)
    {
      return bracket
    }
    // 与30个高校⟦开展⟧合作40项: the verb opens the next name.
    for place in start + 2..<max(start + 2, end)
    where SubjectWords.light.match(text.scalars, at: place, before: end).map({ $0.length >= 2 })
      ?? false && SubjectWords.compounds.match(text.scalars, at: place, before: end) == nil
    {
      return place
    }
    return end
  }

  static func isJoint(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3001, 0x548C, 0x53CA, 0x4E0E: true
    default: false
    }
  }

  /// A和B分别达到17家和36家: the first value is of A, the second of B.
  func takeRespective(
    _ subject: inout Subject, before: Range<Int>, mention: NumberMention, carried: inout Carried
  ) {
    if subject.isEmpty, !carried.respective.isEmpty, isJoints(before) {
      subject.parts = carried.respective.removeFirst()
      return
    }
    carried.respective = []
    guard let only = subject.parts.first, subject.parts.count == 1, !subject.isBehind,
      SubjectWords.respective.stands(in: text.scalars, before)
    else { return }
    var parts: [Range<Int>] = []
    var start = only.lowerBound
    for place in only
    where Self.isJoint(text.at(place)) && clauses.depth(at: place) == clauses.depth(at: start) {
      parts.append(start..<place)
      start = place + 1
    }
    parts.append(start..<only.upperBound)
    parts.removeAll { $0.isEmpty }
    let values = valuesJoined(to: mention)
    if values == 2, parts.count == 1, let names = RespectiveNames.joined(text, only) {
      subject.parts = names[0]
      carried.respective = [names[1]]
      return
    }
    guard parts.count > 1, parts.count == values else { return }
    var names = RespectiveNames(text: text, parts: parts).names
    subject.parts = names.removeFirst()
    carried.respective = names
  }

  /// 城镇收入达到A，农村收入达到B，分别增长C和D: the names of the values before, in their order.
  func takeEarlierNames(
    _ subject: Subject, before: Range<Int>, mention: NumberMention, carried: inout Carried
  ) -> Bool {
    guard subject.isEmpty, carried.respective.isEmpty,
      SubjectWords.respective.stands(in: text.scalars, before)
    else { return false }
    let values = valuesJoined(to: mention)
    guard values > 1, values == 2 || carried.names.count == values, carried.names.count >= values
    else { return false }
    carried.respective = carried.names.suffix(values).map(\.subject)
    return carried.respective.allSatisfy { !$0.isEmpty }
  }

  /// How many numbers follow one another with nothing but 、 or 和 between, this one counted.
  func valuesJoined(to mention: NumberMention) -> Int {
    var count = 1
    var end = mention.text.upperBound
    var index = mentions.partitionPoint { $0.number.lowerBound <= mention.number.lowerBound }
    while index < mentions.count, isJoints(end..<max(end, mentions[index].text.lowerBound)) {
      count += 1
      end = mentions[index].text.upperBound
      index += 1
    }
    return count
  }

  /// Nothing but 、 和 and the like.
  func isJoints(_ range: Range<Int>) -> Bool {
    !range.isEmpty && range.allSatisfy { Self.isJoint(text.at($0)) || text.at($0) == 0xFF0C }
  }

  /// 12种主要污染物排放总量下降5%: a number inside the name of the next one's indicator.
  func belongsToName(_ mention: NumberMention, next: NumberMention?, sentence: Range<Int>)
    -> Bool
  {
    guard let next, mention.sort == .classifier || mention.sort == nil, next.sort != .classifier
    else { return false }
    let between = mention.text.upperBound..<next.text.lowerBound
    guard between.count > 4,
      !between.contains(where: {
        ClauseReader.endsClause(text.at($0)) || Self.isJoint(text.at($0))
          || text.at($0) == 0xFF08 || text.at($0) == 0xFF09
      })
    else { return false }
    for table in [
      SubjectWords.reached, SubjectWords.increases, SubjectWords.decreases, SubjectWords.growth,
    ] where table.match(text.scalars, endingAt: between.upperBound, from: between.lowerBound) != nil
    {
      return true
    }
    return false
  }

  /// Nothing but verbs and adverbs, or nothing at all.
  func isVerbs(_ range: Range<Int>) -> Bool {
    var place = range.lowerBound
    while place < range.upperBound {
      guard
        let word = SubjectWords.light.match(text.scalars, at: place, before: range.upperBound)
          ?? SubjectWords.adverbs.match(text.scalars, at: place, before: range.upperBound)
          ?? SubjectWords.leading.match(text.scalars, at: place, before: range.upperBound)
      else { return false }
      place += word.length
    }
    return true
  }
}
