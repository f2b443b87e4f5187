import PlanDocument

/// Reads the claims of one passage of running text.
struct PassageExtractor {
  /// A claim before it is given its document and place.
  struct Claim {
    var mention: NumberMention
    var subject: Subject
    var indicator: String
    var borrowed: Range<Int>?
    var kind: PlanTarget.Kind
    var year: String?
    var inheritedYear: String?
    var isPerYear: Bool
    var sentence: Range<Int>
    var clause: Range<Int>
    var referenceYear: String?
    var rule: String
  }

  let text: PassageText
  let kinds: KindReader
  let documentTimes: DocumentTimes
  /// A time that the units around give (2023年工作回顾).
  let headingYear: String?

  private let clauses: ClauseReader
  private let times: TimeMentions
  /// All numbers, with what became of them.
  let mentions: [NumberMention]

  init(
    _ text: PassageText, kinds: KindReader, documentTimes: DocumentTimes, headingYear: String?
  ) {
    self.text = text
    self.kinds = kinds
    self.documentTimes = documentTimes
    self.headingYear = headingYear
    clauses = ClauseReader(text)
    let times = TimeMentions(
      TimeReader(text: text, times: documentTimes, isReview: kinds.kindOfUnit == .actual)
        .mentions(), count: text.count)
    self.times = times
    mentions = NumberScanner(text).mentions().map { mention in
      guard times.containing(mention.number.lowerBound) != nil else { return mention }
      var year = mention
      year.fate = .year
      return year
    }
  }

  /// What holds over from one claim of a sentence to the next.
  private struct Carried {
    var subject: [Range<Int>] = []
    var indicator = ""
    var topic: Range<Int>?
    var change: PlanTarget.Change?
    var isPerYear = false
    /// Where the number before ended, with the words behind it.
    var end: Int
  }

  /// Code points (and numbers) that a rule looks behind and ahead: sentences without a mark are read
  /// in time that grows with their length only.
  private static let reach = 400

  func claims() -> [Claim] {
    var claims: [Claim] = []
    var paragraphYear: String?
    let head = headTopic()
    var first = 0
    for sentence in clauses.sentences() {
      var last = first
      while last < mentions.count, mentions[last].number.lowerBound < sentence.upperBound {
        last += 1
      }
      let own = Array(mentions[first..<last])
      first = last
      var carried = Carried(end: sentence.lowerBound)
      for (place, mention) in own.enumerated() {
        guard mention.fate == .quantity || mention.fate == .ratio else { continue }
        let following = place + 1 < own.count ? own[place + 1] : nil
        if belongsToName(mention, next: following, sentence: sentence) { continue }
        let next = own[(place + 1)...].prefix(Self.reach).first {
          $0.fate == .quantity && $0.text.lowerBound >= mention.text.upperBound
        }
        if let claim = claim(
          of: mention, next: next, sentence: sentence, carried: &carried, head: head,
          paragraphYear: paragraphYear)
        {
          claims.append(claim)
        }
      }
      if let last = times.last(in: sentence, where: { $0.year != nil && !$0.isReference }) {
        paragraphYear = last.year
      }
    }
    return claims
  }

  private func claim(
    of mention: NumberMention, next: NumberMention?, sentence: Range<Int>, carried: inout Carried,
    head: Range<Int>?, paragraphYear: String?
  ) -> Claim? {
    let start = max(carried.end, clauseRange(mention, sentence).lowerBound)
    let before = start..<max(start, mention.text.lowerBound)
    let behind = behind(mention, next: next, sentence: sentence)
    if (carried.end..<max(carried.end, mention.text.lowerBound)).contains(where: {
      text.at($0) == 0xFF1B
    }) {
      carried.topic = nil
    }
    var subject = SubjectReader(text: text, times: times).subject(
      before: before, behind: behind, mention: mention)
    guard isClaim(mention, before: before, behind: behind, subject: subject) else { return nil }
    // 分别增长10.7%、13.3%: the verb holds for the values behind it.
    if subject.isEmpty, subject.change == nil, !subject.isReached, isJoints(before) {
      subject.change = carried.change
    }
    if mention.fate == .ratio, subject.isEmpty { subject.parts = carried.subject }
    let resolved = resolve(&subject, carried: carried, head: head, sentence: sentence)
    guard let resolved, !resolved.name.isEmpty else { return nil }

    let year = ownYear(of: mention, sentence: sentence)
    let inherited = year == nil ? paragraphYear ?? headingYear : nil
    let clause = clauseRange(mention, sentence)
    let context = max(sentence.lowerBound, clause.lowerBound - Self.reach)..<clause.upperBound
    let isInChain =
      !before.isEmpty && text.at(before.lowerBound - 1) == 0x3001
      || text.at(before.lowerBound) == 0x3001
    let isRate = mention.sort == .rate
    let carriesYearly = carried.isPerYear && (isInChain || yearlyLead(sentence, before: mention))
    let unit = mention.unitText(in: text)
    let isPerYear =
      (!isRate && (subject.isPerYear || carriesYearly))
      || (isRate && subject.isPerYear && subject.change != .growth && unit.contains("百分点"))
      || unit.hasSuffix("/年")
    carried.change = subject.change
    carried.subject = subject.parts.isEmpty ? carried.subject : subject.parts
    carried.indicator = resolved.name
    if carried.topic == nil { carried.topic = topic(before: before, subject: subject) }
    if !isRate { carried.isPerYear = isPerYear }
    carried.end = max(mention.text.upperBound, subject.isBehind ? behind.upperBound : 0)
    let reference = times.last(in: clause) { $0.isReference }
    return Claim(
      mention: mention, subject: subject, indicator: resolved.name, borrowed: resolved.borrowed,
      kind: kinds.kind(text, sentence: context, year: year, inherited: inherited), year: year,
      inheritedYear: inherited, isPerYear: isPerYear, sentence: shown(sentence, around: clause),
      clause: clause, referenceYear: reference?.year, rule: resolved.rule)
  }

  /// The sentence, or of one that does not end the part around the clause.
  private func shown(_ sentence: Range<Int>, around clause: Range<Int>) -> Range<Int> {
    guard sentence.count > 2 * Self.reach else { return sentence }
    return max(
      sentence.lowerBound, clause.lowerBound - Self.reach)..<min(
        sentence.upperBound, clause.upperBound + Self.reach)
  }

  private func clauseRange(_ mention: NumberMention, _ sentence: Range<Int>) -> Range<Int> {
    let number = mention.text
    let start = clauses.clauseStart(
      before: number.lowerBound, from: max(sentence.lowerBound, number.lowerBound - Self.reach))
    let end = clauses.clauseEnd(
      from: number.upperBound, before: min(sentence.upperBound, number.upperBound + Self.reach))
    return start..<max(start, end)
  }

  /// What stands behind a number up to the clause's end, or to the joint before the next number.
  private func behind(
    _ mention: NumberMention, next: NumberMention?, sentence: Range<Int>
  ) -> Range<Int> {
    let start = mention.text.upperBound
    var end = clauses.clauseEnd(
      from: start, before: min(sentence.upperBound, start + Self.reach))
    if let next, next.text.lowerBound < end {
      end = joint(from: start, to: next.text.lowerBound)
    }
    return start..<max(start, end)
  }

  /// Where what belongs to one number ends and what belongs to the next begins.
  private func joint(from start: Int, to end: Int) -> Int {
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

  private static func isJoint(_ scalar: UInt32) -> Bool {
    [0x3001, 0x548C, 0x53CA, 0x4E0E].contains(scalar)
  }

  /// Nothing but 、 和 and the like.
  private func isJoints(_ range: Range<Int>) -> Bool {
    !range.isEmpty && range.allSatisfy { Self.isJoint(text.at($0)) || text.at($0) == 0xFF0C }
  }

  /// 12种主要污染物排放总量下降5%: a number inside the name of the next one's indicator.
  private func belongsToName(_ mention: NumberMention, next: NumberMention?, sentence: Range<Int>)
    -> Bool
  {
    guard let next, mention.sort == .classifier || mention.sort == nil else { return false }
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
  private func isVerbs(_ range: Range<Int>) -> Bool {
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

  // MARK: Is it a claim

  private func isClaim(
    _ mention: NumberMention, before: Range<Int>, behind: Range<Int>, subject: Subject
  ) -> Bool {
    if mention.fate == .ratio { return true }
    if mention.sort == .duration {
      return behind.isEmpty && !subject.isEmpty
        && (subject.isReached || mention.bound != nil || subject.bound != nil
          || Self.durationNames.match(
            text.scalars, endingAt: subject.parts.last?.upperBound ?? 0, from: before.lowerBound)
            != nil)
    }
    if mention.sort == nil, mention.bound == nil, subject.bound == nil, !subject.isReached {
      return false
    }
    guard mention.isChinese else { return true }
    let unit = mention.unitText(in: text)
    if text.has("方面", at: behind.lowerBound) { return false }
    if text.at(mention.text.lowerBound - 1) == 0x7B49, ["项", "类", "种", "个"].contains(unit) {
      return false
    }
    if unit == "届", mention.value > 1 { return false }
    let isRound = [0x767E, 0x5343].contains(text.at(mention.number.lowerBound))
    if isRound || mention.sort == nil {
      return mention.bound == .above || mention.bound == .atLeast
    }
    if mention.value > 10 { return true }
    let made =
      SubjectWords.building.match(
        text.scalars, endingAt: mention.text.lowerBound, from: before.lowerBound) != nil
    let bounded = mention.bound == .atLeast || subject.bound == .atLeast || subject.isPerYear
    let counted = behind.isEmpty && !subject.isEmpty
    if mention.value == 1 {
      return bounded || (counted && unit != "次" && unit != "个")
        || (made && ["座", "所", "处", "家"].contains(unit))
    }
    return made || bounded || counted
  }

  /// Names that are lengths of time themselves.
  private static let durationNames = WordTable<Bool>(
    words: "年限 寿命 天数 时间 时长 期 期限 周期 时限 工期 学制 年龄 时数")

  // MARK: Whose value it is

  private func resolve(
    _ subject: inout Subject, carried: Carried, head: Range<Int>?, sentence: Range<Int>
  ) -> (name: String, borrowed: Range<Int>?, rule: String)? {
    let own = name(subject.parts)
    let carriedRange = carried.subject.first
    if own.isEmpty {
      if !carried.indicator.isEmpty {
        return (carried.indicator, carriedRange, "subject.before.clause")
      }
      if let clause = earlierClause(before: subject, sentence: sentence, end: carried.end) {
        return (text.string(clause), clause, "subject.earlier.clause")
      }
      return nil
    }
    guard let first = subject.parts.first else { return nil }
    if text.at(first.lowerBound) == 0x5360, !carried.indicator.isEmpty,
      !text.has("占地面积", at: first.lowerBound)
    {
      return (carried.indicator + own, carriedRange, "subject.share")
    }
    let isBare =
      SubjectWords.bareMeasures.match(text.scalars, at: first.lowerBound, before: text.count)?
      .length
      == first.count && subject.parts.count == 1
    let isOwnRate = own.hasPrefix("占比") || own.hasPrefix("比重")
    if isBare || isOwnRate {
      if let topic = carried.topic, !topic.isEmpty {
        return (text.string(topic) + own, topic, "subject.topic")
      }
      if !carried.indicator.isEmpty {
        return (Self.entity(of: carried.indicator) + own, carriedRange, "subject.topic")
      }
      if let head { return (text.string(head) + own, head, "subject.head") }
    } else if isGeneric(subject),
      let topic = carried.topic ?? (carried.indicator.isEmpty ? head : nil),
      !topic.isEmpty
    {
      return (text.string(topic) + own, topic, "subject.topic")
    }
    return (own, nil, subject.isBehind ? "object.behind" : "subject.before")
  }

  /// 项目, 新引进项目: a noun that says nothing by itself, perhaps with its verb.
  private func isGeneric(_ subject: Subject) -> Bool {
    guard let only = subject.parts.first, subject.parts.count == 1,
      let noun = SubjectWords.generic.match(
        text.scalars, endingAt: only.upperBound, from: only.lowerBound)
    else { return false }
    let verb = only.count - noun.length
    return verb == 0
      || SubjectWords.light.match(text.scalars, at: only.lowerBound, before: only.upperBound)?
        .length
        == verb
  }

  private func name(_ parts: [Range<Int>]) -> String {
    Self.cleaned(parts.map { text.string($0) }.joined())
  }

  /// The name of whose value something is, without the measure: 白酒⟦产能⟧.
  private static func entity(of indicator: String) -> String {
    let scalars = indicator.unicodeScalars.map(\.value)
    guard let match = SubjectWords.bareMeasures.match(scalars, endingAt: scalars.count, from: 1)
    else { return indicator }
    return String(indicator.unicodeScalars.dropLast(match.length))
  }

  /// Marks that a cut left at the ends.
  static func cleaned(_ name: String) -> String {
    var text = name[...]
    while let first = text.first, "，、；：。）·—●◆-".contains(first) { text = text.dropFirst() }
    while let last = text.last, "，、；：。（·—-".contains(last) { text = text.dropLast() }
    return String(text)
  }

  /// The clause before, where it has no number and the clause of the number has no name.
  private func earlierClause(before subject: Subject, sentence: Range<Int>, end: Int) -> Range<Int>?
  {
    let start = clauses.clauseStart(
      before: max(sentence.lowerBound, end - 1), from: sentence.lowerBound)
    guard start < end, subject.isReached || subject.change != nil else { return nil }
    let clause = start..<end
    guard clause.count <= 30 else { return nil }
    return clause
  }

  /// 装备制造业 in 装备制造业累计完成固定资产投资1500亿元: whose values the sentence tells.
  private func topic(before: Range<Int>, subject: Subject) -> Range<Int>? {
    guard subject.parts.count > 1, !subject.isBehind, let first = subject.parts.first,
      before.contains(first.lowerBound), first.count >= 2
    else {
      return named(subject)
    }
    return first
  }

  /// 食品园区 in 食品园区入园企业, 白酒 in 白酒产能.
  private func named(_ subject: Subject) -> Range<Int>? {
    guard let only = subject.parts.first, subject.parts.count == 1, !subject.isBehind else {
      return nil
    }
    if let match = SubjectWords.bareMeasures.match(
      text.scalars, endingAt: only.upperBound, from: only.lowerBound + 1)
    {
      return only.lowerBound..<only.upperBound - match.length
    }
    for noun: Word in ["产业园", "园区", "基地", "产业", "项目", "工程", "市场", "行业"] {
      for index in only where text.has(noun, at: index) && index > only.lowerBound {
        let end = index + noun.count
        if end < only.upperBound { return only.lowerBound..<end }
      }
    }
    return nil
  }

  /// The passage's run-in head (培育新能源产业链。…) without verbs: what a bare measure may be of.
  private func headTopic() -> Range<Int>? {
    guard let first = clauses.sentences().first, first.count <= 20, first.upperBound < text.count,
      !first.contains(where: { ClauseReader.endsClause(text.at($0)) && $0 != first.upperBound - 1 })
    else { return nil }
    var subject = SubjectReader(text: text, times: times).subject(
      before: first.lowerBound..<first.upperBound - 1, behind: first.upperBound..<first.upperBound,
      mention: NumberMention(
        number: first.upperBound..<first.upperBound, text: first.upperBound..<first.upperBound,
        value: 0))
    subject.parts.removeAll { $0.isEmpty }
    return subject.parts.count == 1 ? subject.parts[0] : nil
  }

  // MARK: Time

  /// The time that the sentence gives for a number: the last in front of it, or in brackets behind.
  private func ownYear(of mention: NumberMention, sentence: Range<Int>) -> String? {
    if text.at(mention.text.upperBound) == 0xFF08,
      let behind = times.beginning(at: mention.text.upperBound + 1),
      text.at(behind.range.upperBound) == 0xFF09
    {
      return behind.year
    }
    return times.last(
      in: sentence.lowerBound..<max(sentence.lowerBound, mention.text.lowerBound)
    ) { !$0.isReference }?.year
  }

  /// 每年 or 年均 stood in the sentence before the first number and holds for those behind.
  private func yearlyLead(_ sentence: Range<Int>, before mention: NumberMention) -> Bool {
    let end = mention.text.lowerBound
    for index in max(sentence.lowerBound, end - Self.reach)..<end
    where text.has("每年", at: index) || (text.has("年均", at: index) && !text.has("增", at: index + 2))
    {
      return true
    }
    return false
  }
}
