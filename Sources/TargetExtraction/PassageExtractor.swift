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
    /// What told the kind.
    var kindGround: KindReader.Ground
    /// The time that the sentence gives.
    var time: TimeMention?
    /// The time that an earlier sentence gave.
    var inheritedTime: TimeMention?
    /// The time that units around give.
    var headingYear: String?
    var isPerYear: Bool
    var perYearWords: Range<Int>?
    var sentence: Range<Int>
    var clause: Range<Int>
    var reference: TimeMention?
    var rule: String

    var year: String? { time?.year }
    var inheritedYear: String? { inheritedTime?.year ?? headingYear }
  }

  let text: PassageText
  let kinds: KindReader
  let documentTimes: DocumentTimes
  /// A time that the units around give (2023年工作回顾).
  let headingYear: String?

  let clauses: ClauseReader
  let times: TimeMentions
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
  struct Carried {
    var subject: [Range<Int>] = []
    var indicator = ""
    var topic: Range<Int>?
    var change: PlanTarget.Change?
    var changeWords: Range<Int>?
    /// Subjects that 分别 gives one value each, those still without one.
    var respective: [[Range<Int>]] = []
    var isPerYear = false
    var perYearWords: Range<Int>?
    /// What earlier sentences of the paragraph began to tell of.
    var look: PlanTarget.Kind?
    /// The names of the last claims of the sentence, for 分别 behind them.
    var names: [(name: String, subject: [Range<Int>])] = []
    /// Where the number before ended, with the words behind it.
    var end: Int
  }

  /// Code points (and numbers) that a rule looks behind and ahead: sentences without a mark are read
  /// in time that grows with their length only.
  static let reach = 400
  /// The same for one clause.
  static let clauseReach = 200

  /// The claims of the passage.
  ///
  /// - Parameter dropped: takes each quantity that is no claim, with the reason.
  func claims(dropped: (NumberMention, NumberFate) -> Void = { _, _ in }) -> [Claim] {
    var claims: [Claim] = []
    // Most passages count nothing.
    guard mentions.contains(where: { $0.fate == .quantity || $0.fate == .ratio }) else {
      return claims
    }
    var paragraphTime: TimeMention?
    var look: PlanTarget.Kind?
    let head = headTopic()
    var first = 0
    for sentence in clauses.sentences() {
      var last = first
      while last < mentions.count, mentions[last].number.lowerBound < sentence.upperBound {
        last += 1
      }
      let own = first..<last
      first = last
      var carried = Carried(end: afterLabel(sentence, own))
      if let word = KindWords.looks.last(
        in: text.scalars, sentence.lowerBound..<min(sentence.upperBound, sentence.lowerBound + 60))
      {
        look = word.match.value ? .target : .actual
      }
      carried.look = look
      for place in own where mentions[place].fate == .quantity || mentions[place].fate == .ratio {
        let mention = mentions[place]
        let next = mentions[(place + 1)..<own.upperBound].prefix(Self.reach).first {
          $0.fate == .quantity && $0.text.lowerBound >= mention.text.upperBound
        }
        if belongsToName(mention, next: next, sentence: sentence) {
          dropped(mention, .partOfName)
          continue
        }
        if let claim = claim(
          of: mention, next: next, sentence: sentence, carried: &carried, head: head,
          paragraphTime: paragraphTime)
        {
          claims.append(claim)
        } else {
          dropped(mention, reason(for: mention))
        }
      }
      if let last = times.last(in: sentence, where: { $0.year != nil && !$0.isReference }) {
        paragraphTime = last
      }
    }
    return shareLevels(claims)
  }

  /// Where a sentence begins behind the number of its item: 47．全市….
  private func afterLabel(_ sentence: Range<Int>, _ own: Range<Int>) -> Int {
    guard let first = own.first, mentions[first].fate == .enumeration,
      mentions[first].number.lowerBound - sentence.lowerBound <= 1
    else { return sentence.lowerBound }
    let end = mentions[first].text.upperBound
    return min(sentence.upperBound, Self.isLabelEnd(text.at(end)) ? end + 1 : end)
  }

  /// . 、 ）
  private static func isLabelEnd(_ scalar: UInt32) -> Bool {
    scalar == 0x2E || scalar == 0x3001 || scalar == 0xFF09
  }

  /// 20个国家级、19个省级重点县: the noun behind the second is of the first as well.
  private func shareLevels(_ claims: [Claim]) -> [Claim] {
    var claims = claims
    for index in claims.indices.dropLast() {
      let next = claims[index + 1]
      guard next.mention.text.lowerBound - claims[index].mention.text.upperBound <= 8 else {
        continue
      }
      let own = claims[index].indicator.unicodeScalars.map(\.value)
      let other = next.indicator.unicodeScalars.map(\.value)
      guard Self.levels.match(own, at: 0, before: own.count)?.length == own.count,
        let level = Self.levels.match(other, at: 0, before: other.count)
      else { continue }
      claims[index].indicator.unicodeScalars
        .append(contentsOf: next.indicator.unicodeScalars.dropFirst(level.length))
    }
    return claims
  }

  private static let levels = WordTable<Bool>(words: "国家级 自治区级 省部级 省级 市级 州级 盟级 区级 县级")

  func pledges() -> [PledgeReader.Pledge] {
    PledgeReader(text: text, clauses: clauses, times: times).pledges()
  }

  /// Why a quantity that no name was found for, or that is too vague, is no claim.
  private func reason(for mention: NumberMention) -> NumberFate {
    if mention.sort == .duration { return .duration }
    if mention.sort == nil { return .unitless }
    return mention.isChinese ? .numeral : .unnamed
  }

  private func claim(
    of mention: NumberMention, next: NumberMention?, sentence: Range<Int>, carried: inout Carried,
    head: Range<Int>?, paragraphTime: TimeMention?
  ) -> Claim? {
    let start = max(carried.end, clauseRange(mention, sentence).lowerBound)
    let before = start..<max(start, mention.text.lowerBound)
    let isPartOfRatio = mention.fate == .ratio
    let behind =
      isPartOfRatio
      ? mention.text.upperBound..<mention.text.upperBound
      : behind(mention, next: next, sentence: sentence)
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
      subject.changeWords = carried.changeWords
    }
    takeRespective(&subject, before: before, mention: mention, carried: &carried)
    if takeEarlierNames(subject, before: before, mention: mention, carried: &carried) {
      subject.parts = carried.respective.removeFirst()
    }
    if isPartOfRatio, subject.isEmpty || before.count < 2 { subject.parts = carried.subject }
    let resolved =
      shareTaken(of: mention, own: name(subject.parts), subject: &subject, sentence: sentence)
      ?? resolve(&subject, carried: carried, head: head, before: before)
    guard let resolved, !resolved.name.isEmpty else { return nil }

    let time = ownTime(of: mention, sentence: sentence)
    let inheritedTime = time?.year == nil ? paragraphTime : nil
    let headingYear = time?.year == nil && inheritedTime == nil ? headingYear : nil
    let clause = clauseRange(mention, sentence)
    let context = max(sentence.lowerBound, clause.lowerBound - Self.reach)..<clause.upperBound
    let isInChain =
      !before.isEmpty && text.at(before.lowerBound - 1) == 0x3001
      || text.at(before.lowerBound) == 0x3001
    let isRate = mention.sort == .rate
    let yearly = carried.isPerYear ? yearlyLead(sentence, before: mention) : nil
    let carriesYearly = carried.isPerYear && (isInChain || yearly != nil)
    let isPerYear =
      (!isRate && (subject.isPerYear || carriesYearly))
      || (isRate && subject.isPerYear && subject.change != .growth
        && mention.unitEnds(with: "百分点", in: text))
      || mention.unitEnds(with: "/年", in: text)
    carried.change = subject.change
    carried.changeWords = subject.changeWords
    let perYearWords = subject.perYearWords ?? yearly ?? carried.perYearWords
    carried.subject = subject.parts.isEmpty ? carried.subject : subject.parts
    if carried.indicator != resolved.name {
      carried.names.append((resolved.name, carried.subject))
      if carried.names.count > 4 { carried.names.removeFirst() }
    }
    carried.indicator = resolved.name
    if carried.topic == nil { carried.topic = topic(before: before, subject: subject) }
    if !isRate {
      carried.isPerYear = isPerYear
      carried.perYearWords = isPerYear ? perYearWords : nil
    }
    carried.end = max(
      mention.text.upperBound + steps(at: mention.text.upperBound),
      subject.isBehind ? behind.upperBound : 0)
    let reference = times.last(in: clause) { $0.isReference }
    let (kind, ground) = kinds.kind(
      text, sentence: context, year: time?.year, paragraph: inheritedTime?.year,
      heading: headingYear, look: carried.look)
    return Claim(
      mention: mention, subject: subject, indicator: resolved.name, borrowed: resolved.borrowed,
      kind: kind, kindGround: ground, time: time, inheritedTime: inheritedTime,
      headingYear: headingYear, isPerYear: isPerYear,
      perYearWords: isPerYear ? perYearWords : nil, sentence: shown(sentence, around: clause),
      clause: clause, reference: reference, rule: resolved.rule)
  }

  /// 3万亿元⟦新台阶⟧: words that belong to the value and name nothing.
  private func steps(at index: Int) -> Int {
    Self.stepWords.match(text.scalars, at: index, before: text.count)?.length ?? 0
  }

  private static let stepWords = WordTable<Bool>(words: "新台阶 台阶 大关 关口 门槛")

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
      before: number.lowerBound,
      from: max(sentence.lowerBound, number.lowerBound - Self.clauseReach))
    let end = clauses.clauseEnd(
      from: number.upperBound,
      before: min(sentence.upperBound, number.upperBound + Self.clauseReach))
    return start..<max(start, end)
  }

  /// What stands behind a number up to the clause's end, or to the joint before the next number.
  private func behind(
    _ mention: NumberMention, next: NumberMention?, sentence: Range<Int>
  ) -> Range<Int> {
    let start = mention.text.upperBound
    var end = clauses.clauseEnd(
      from: start, before: min(sentence.upperBound, start + Self.clauseReach))
    if let next, next.text.lowerBound < end {
      end = joint(from: start, to: next.text.lowerBound)
    }
    return start..<max(start, end)
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
    // 50万贫困人口: a multiple in front of what is counted.
    let countsBehind = !mention.unit.isEmpty && subject.isBehind
    if mention.sort == nil, mention.bound == nil, subject.bound == nil, !subject.isReached,
      !countsBehind
    {
      return false
    }
    guard mention.isChinese else { return true }
    let unit = mention.loneUnit(in: text)
    if text.has("方面", at: behind.lowerBound) { return false }
    if text.at(mention.text.lowerBound - 1) == 0x7B49, Self.is(unit, "项类种个") { return false }
    if Self.is(unit, "届"), mention.value > 1 { return false }
    let first = text.at(mention.number.lowerBound)
    let isRound =
      NumeralReader.isMultiple(first)
      || (mention.number.count == 1 && (NumeralReader.factor(ofChinese: first) ?? 0) > 10)
    if isRound {
      return mention.bound != nil || subject.bound == .above || subject.bound == .atLeast
        || (subject.isReached && mention.sort == .measure)
    }
    if mention.sort == nil { return mention.bound != nil || subject.isReached }
    let isMeasure = mention.sort == .measure && !Self.is(unit, "方度里字")
    if mention.value > 10 || mention.valueMax != nil || isMeasure { return true }
    // 十三亿人, 三万户
    if NumeralReader.isMultiple(text.at(mention.number.upperBound)) { return true }
    let made =
      SubjectWords.building.match(
        text.scalars, endingAt: mention.text.lowerBound, from: before.lowerBound) != nil
    let bounded = mention.bound == .atLeast || subject.bound == .atLeast || subject.isPerYear
    let counted = behind.isEmpty && !subject.isEmpty
    if mention.value == 1 {
      return bounded || (counted && !Self.is(unit, "次个")) || (made && Self.is(unit, "座所处家"))
    }
    return made || bounded || counted
  }

  /// Whether a unit of one code point is among those of a text.
  private static func `is`(_ unit: UInt32?, _ units: String) -> Bool {
    guard let unit else { return false }
    return units.unicodeScalars.contains { $0.value == unit }
  }

  /// Names that are lengths of time themselves.
  private static let durationNames = WordTable<Bool>(
    words: "年限 寿命 天数 时间 时长 期 期限 周期 时限 工期 学制 年龄 时数")

  // MARK: Time

  /// The time that the sentence gives for a number: the last in front of it, or in brackets behind.
  private func ownTime(of mention: NumberMention, sentence: Range<Int>) -> TimeMention? {
    if text.at(mention.text.upperBound) == 0xFF08,
      let behind = times.beginning(at: mention.text.upperBound + 1),
      text.at(behind.range.upperBound) == 0xFF09
    {
      return behind
    }
    let clause = clauseRange(mention, sentence)
    if times.last(
      in: clause.lowerBound..<max(clause.lowerBound, mention.text.lowerBound), where: { _ in true })
      == nil,
      let done = doneTime(mention.text.upperBound..<clause.upperBound)
    {
      return done
    }
    return times.last(
      in: sentence.lowerBound..<max(sentence.lowerBound, mention.text.lowerBound)
    ) { !$0.isReference }
  }

  /// 150万千瓦光伏项目⟦2022年底前⟧并网: when it is finished, at the end of the number's own clause.
  private func doneTime(_ range: Range<Int>) -> TimeMention? {
    guard
      let verb = Self.finishing.match(
        text.scalars, endingAt: range.upperBound, from: range.lowerBound)
    else { return nil }
    return times.ending(at: range.upperBound - verb.length)
  }

  private static let finishing = WordTable<Bool>(words: "并网 投产 建成 完工 竣工 投用 通车 投运 开工 完成 投入使用 交付")

  /// 每年 or 年均 stood in the sentence before, and no other time or total since.
  private func yearlyLead(_ sentence: Range<Int>, before mention: NumberMention) -> Range<Int>? {
    let end = mention.text.lowerBound
    for index in (max(sentence.lowerBound, end - Self.reach)..<end).reversed() {
      if times.beginning(at: index)?.year != nil || text.has("累计", at: index)
        || text.has("五年", at: index)
      {
        return nil
      }
      if text.has("每年", at: index) { return index..<index + 2 }
      if text.has("年均", at: index), !text.has("增", at: index + 2) { return index..<index + 2 }
    }
    return nil
  }
}
