import PlanDocument

/// Whose value a number is, where its own clause does not say it whole.
extension PassageExtractor {
  func resolve(
    _ subject: inout Subject, carried: Carried, head: Range<Int>?, before: Range<Int>
  ) -> (name: String, borrowed: Range<Int>?, rule: String)? {
    let own = name(subject.parts)
    let carriedRange = carried.subject.first
    if own.isEmpty {
      let isChangeFrom =
        text.at(before.lowerBound) == 0x7531 || text.at(before.lowerBound) == 0x4ECE
      if !carried.indicator.isEmpty,
        !(subject.isReached && subject.change == nil
          && (isChangeFrom || hasClause(carried.end, before)))
      {
        return (carried.indicator, carriedRange, "subject.before.clause")
      }
      if let clause = earlierClause(of: subject, from: carried.end, before: before) {
        return (text.string(clause), clause, "subject.earlier.clause")
      }
      if !carried.indicator.isEmpty {
        return (carried.indicator, carriedRange, "subject.before.clause")
      }
      return nil
    }
    guard let first = subject.parts.first else { return nil }
    if text.at(first.lowerBound) == 0x5360, !carried.indicator.isEmpty,
      !text.has("占地面积", at: first.lowerBound)
    {
      return (carried.indicator + own, carriedRange, "subject.share")
    }
    // 存在易涝区域341处，完成⟦整治⟧158处
    if isVerb(first), subject.parts.count == 1, !subject.isBehind, !carried.indicator.isEmpty {
      return (own + carried.indicator, carriedRange, "subject.before.clause")
    }
    let isBare =
      SubjectWords.bareMeasures.match(text.scalars, at: first.lowerBound, before: text.count)?
      .length
      == first.count && subject.parts.count == 1
    let isOwnRate =
      Self.shares.match(text.scalars, at: first.lowerBound, before: first.upperBound) != nil
    if subject.parts.count == 1, let project = project(before: before, from: carried.end),
      isBare
        || Self.capacities.match(text.scalars, endingAt: first.upperBound, from: first.lowerBound)?
          .length == first.count
    {
      return (text.string(project) + own, project, "subject.topic")
    }
    if isBare || isOwnRate {
      if let topic = carried.topic, !topic.isEmpty {
        return (text.string(topic) + own, topic, "subject.topic")
      }
      if !carried.indicator.isEmpty,
        Self.isOwner(carried.indicator) || Self.aggregates.contains(own)
      {
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

  /// What a project is built for; says nothing without its name.
  private static let capacities = WordTable<Bool>(
    words: "供水能力 日供水能力 处理能力 日处理能力 生产能力 年生产能力 供热能力 供气能力 设计能力 设计规模 供电能力 灌溉面积 受益人口")

  /// 实施某水源工程，供水能力达到…: the clause before, where it is the name of a project and counts
  /// nothing.
  private func project(before words: Range<Int>, from start: Int) -> Range<Int>? {
    let end = words.lowerBound - 1
    guard end > start, text.at(end) == 0xFF0C || text.at(end) == 0x2C,
      text.has("工程", at: end - 2) || text.has("项目", at: end - 2)
    else { return nil }
    var place = clauses.clauseStart(before: end, from: max(start, end - 40))
    while place < end {
      guard
        let word = SubjectWords.light.match(text.scalars, at: place, before: end)
          ?? SubjectWords.adverbs.match(text.scalars, at: place, before: end)
          ?? SubjectWords.leading.match(text.scalars, at: place, before: end),
        SubjectWords.compounds.match(text.scalars, at: place, before: end) == nil
      else { break }
      place += word.length
    }
    let isOne = !(place..<end).contains { text.at($0) == 0x3001 }
    return isOne && (6...30).contains(end - place) ? place..<end : nil
  }

  /// Nothing but a verb that acts on what was counted before.
  private func isVerb(_ range: Range<Int>) -> Bool {
    Self.actions.match(text.scalars, at: range.lowerBound, before: text.count)?.length
      == range.count
  }

  private static let actions = WordTable<Bool>(
    words: "整治 供应 改造 修复 治理 投产 开工 竣工 办结 交付 处置 出让 分配 完工 建成 达产 签约 落地")

  /// 项目, 新引进项目: a noun that says nothing by itself, perhaps with its verb.
  func isGeneric(_ subject: Subject) -> Bool {
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

  func name(_ parts: [Range<Int>]) -> String {
    Self.cleaned(parts.map { text.string($0) }.joined())
  }

  /// The name of whose value something is, without the measure: 白酒⟦产能⟧.
  static func entity(of indicator: String) -> String {
    let scalars = indicator.unicodeScalars.map(\.value)
    guard let match = SubjectWords.bareMeasures.match(scalars, endingAt: scalars.count, from: 1)
    else { return indicator }
    return String(indicator.unicodeScalars.dropLast(match.length))
  }

  /// Measures that anything may have, another measure too: 生产总值总量.
  private static let aggregates: Set<String> = ["总量", "总数", "总额", "总规模", "规模", "数量"]

  /// Whether a name may own a measure: 地区生产总值 is one itself.
  static func isOwner(_ indicator: String) -> Bool {
    entity(of: indicator) != indicator
      || measureEnds.match(
        indicator.unicodeScalars.map(\.value), endingAt: indicator.unicodeScalars.count, from: 0)
        == nil
  }

  private static let shares = WordTable<Bool>(words: "占比 比重")

  private static let measureEnds = WordTable<Bool>(words: "值 额 率 量 收入 投资 数 比重 指数")

  /// What a name that needs no cleaning neither begins nor ends with.
  private static let edges: [Unicode.Scalar] = [
    "，", "、", "；", "：", "。", "（", "）", "·", "—", "●", "◆", "-",
  ]

  /// Marks that a cut left at the ends.
  static func cleaned(_ name: String) -> String {
    guard let first = name.unicodeScalars.first, let last = name.unicodeScalars.last,
      edges.contains(first) || edges.contains(last)
    else { return name }
    var text = name[...]
    // （三）科技金融创新
    if text.first == "（", let close = text.firstIndex(of: "）"),
      text[..<close].dropFirst().allSatisfy({ "一二三四五六七八九十0123456789".contains($0) })
    {
      text = text[text.index(after: close)...]
    }
    while let first = text.first, "，、；：。）·—●◆-".contains(first) { text = text.dropFirst() }
    while let last = text.last, "，、；：。（·—-".contains(last) { text = text.dropLast() }
    return String(text)
  }

  /// The clause before, where it has no number and the clause of the number has no name.
  private func earlierClause(
    of subject: Subject, from start: Int, before words: Range<Int>
  ) -> Range<Int>? {
    let end = words.lowerBound - 1
    guard subject.isReached || subject.change != nil, end > start,
      [0xFF0C, 0x2C, 0xFF1A].contains(text.at(end))
    else { return nil }
    var whole = clauses.clauseStart(before: end, from: max(start, end - 31))..<end
    // 提高计算机普及率，达到4%
    if let verb = Self.raising.match(text.scalars, at: whole.lowerBound, before: whole.upperBound),
      whole.count - verb.length >= 3
    {
      whole = whole.lowerBound + verb.length..<end
    }
    let clause = whole.lowerBound..<Predicates.start(in: whole, of: text, firm: false)
    guard (2...30).contains(clause.count), times.containing(clause.lowerBound) == nil else {
      return nil
    }
    return clause
  }

  private static let raising = WordTable<Bool>(
    words: "提高 提升 增加 扩大 降低 减少 稳定 努力提高 不断提高 逐步提高 大力提高 努力扩大 进一步提高")

  /// Whether a whole clause with a subject and a verb of its own stands since the last number:
  /// 全省进出口总值创历史新高，⟦达到5379亿元⟧.
  private func hasClause(_ start: Int, _ words: Range<Int>) -> Bool {
    let end = words.lowerBound - 1
    guard end > start, text.at(end) == 0xFF0C || text.at(end) == 0x2C else { return false }
    let clause = clauses.clauseStart(before: end, from: max(start, end - 31))..<end
    guard clause.lowerBound > start, clause.count >= 4 else { return false }
    return Predicates.start(in: clause, of: text, firm: false) < clause.upperBound
  }

  /// 装备制造业 in 装备制造业累计完成固定资产投资1500亿元: whose values the sentence tells.
  func topic(before: Range<Int>, subject: Subject) -> Range<Int>? {
    guard subject.parts.count > 1, !subject.isBehind, let first = subject.parts.first,
      before.contains(first.lowerBound), first.count >= 2
    else {
      return named(subject)
    }
    return first
  }

  /// 食品园区 in 食品园区入园企业, 白酒 in 白酒产能.
  func named(_ subject: Subject) -> Range<Int>? {
    guard let only = subject.parts.first, subject.parts.count == 1, !subject.isBehind else {
      return nil
    }
    if let match = SubjectWords.bareMeasures.match(
      text.scalars, endingAt: only.upperBound, from: only.lowerBound + 1)
    {
      return only.lowerBound..<only.upperBound - match.length
    }
    var best: (rank: Int, end: Int)?
    for index in only.dropFirst() {
      guard let noun = Self.owners.match(text.scalars, at: index, before: only.upperBound - 1)
      else { continue }
      if noun.value < best?.rank ?? .max { best = (noun.value, index + noun.length) }
    }
    return best.map { only.lowerBound..<$0.end }
  }

  /// What has values of its own, with its rank: of several in a name the lowest is meant.
  private static let owners = WordTable<Int>(
    ["产业园", "园区", "基地", "产业", "项目", "工程", "市场", "行业"].enumerated().map { ($1, $0) })

  /// Words of a head that tells something (市场活力持续激发) and names nothing.
  private static let headVerbs = WordTable<Bool>(
    words: "持续 不断 明显 显著 稳步 更加 进一步 成效 加快 全面 深入 有力 有效 取得 迈上 再上 提升 优化 加强 增强 改善 完善")

  /// The passage's run-in head (培育新能源产业链。…) without verbs: what a bare measure may be of.
  func headTopic() -> Range<Int>? {
    guard let first = clauses.sentences().first, first.count <= 20, first.upperBound < text.count,
      !first.contains(where: { ClauseReader.endsClause(text.at($0)) && $0 != first.upperBound - 1 })
    else { return nil }
    var subject = SubjectReader(text: text, times: times).subject(
      before: first.lowerBound..<first.upperBound - 1, behind: first.upperBound..<first.upperBound,
      mention: NumberMention(
        number: first.upperBound..<first.upperBound, text: first.upperBound..<first.upperBound,
        value: 0))
    subject.parts.removeAll { $0.isEmpty }
    guard subject.parts.count == 1, let head = subject.parts.first,
      Self.headVerbs.first(in: text.scalars, head) == nil
    else { return nil }
    return head
  }
}
