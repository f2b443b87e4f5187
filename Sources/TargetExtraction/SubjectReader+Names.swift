import PlanDocument

/// What of the words around a number is its name.
extension SubjectReader {
  /// The name without adverbs and light verbs inside: 服务业⟦累计实现⟧增加值.
  func named(_ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var index = start + 1
    while index < range.upperBound {
      if let end = condition(at: index, before: range.upperBound) {
        parts.append(start..<index)
        start = end
        index = end
        continue
      }
      if let time = times.beginning(at: index),
        time.range.upperBound < range.upperBound
      {
        parts.append(start..<index)
        start = time.range.upperBound
        index = start
        continue
      }
      if let length = innerWords(at: index, end: range.upperBound) {
        parts.append(start..<index)
        start = index + length
        index = start
        continue
      }
      index += 1
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    return parts.filter { !$0.isEmpty }
  }

  /// （管径＜600mm）: brackets that say which members are meant.
  func condition(at index: Int, before end: Int) -> Int? {
    guard text.at(index) == 0xFF08,
      let close = (index..<end).first(where: { text.at($0) == 0xFF09 }),
      (index..<close).contains(where: { NumberNameReader.isComparison(text.at($0)) })
    else { return nil }
    return close + 1
  }

  private static let innerAdverbs = WordTable<Bool>(
    words: "累计 已 已经 年均 每年 共 力争 将 预计 不低于 不少于 不超过 平均每年 至少 计划 总计 约 须 确保")
  private static let innerVerbs = WordTable<Bool>(
    words: "实现 完成 建成 实施 生产 举办 新增 发生 建设 引进 培养 培育 改造完成 接待 拥有")

  func innerWords(at index: Int, end: Int) -> Int? {
    let scalars = text.scalars
    // 占比不低于总量: the 比 goes with the bound.
    if text.at(index) == 0x6BD4, text.at(index - 1) == 0x5360,
      let bound = BoundWords.before.match(scalars, at: index + 1, before: end), bound.length > 1
    {
      return 1 + bound.length
    }
    if text.has("建成区", at: index) { return nil }
    if let adverb = Self.innerAdverbs.match(scalars, at: index, before: end) {
      if text.has("年均", at: index), text.has("增", at: index + 2) { return nil }
      if text.at(index) == 0x5171, adverb.length == 1, !isInnerVerb(index + 1, end) { return nil }
      if text.at(index) == 0x5C06 || text.at(index) == 0x7EA6 || text.at(index) == 0x987B
        || text.has("计划", at: index)
      {
        guard isInnerVerb(index + 1, end) else { return nil }
      }
      var length = adverb.length
      if let verb = Self.innerVerbs.match(scalars, at: index + length, before: end),
        index + length + verb.length < end,
        SubjectWords.compounds.match(scalars, at: index + length, before: end) == nil
      {
        length += verb.length
      }
      return index + length < end ? length : nil
    }
    for verb: Word in ["实现", "完成"] where text.has(verb, at: index) {
      guard index + 3 < end, !text.has("率", at: index + 2) else { return nil }
      return 2
    }
    return nil
  }

  func isInnerVerb(_ index: Int, _ end: Int) -> Bool {
    Self.innerVerbs.match(text.scalars, at: index, before: end) != nil
  }

  private static let notNames = WordTable<Bool>(
    words:
      "以 用 并 且 等 则 时 来 来看 的比例 的速度 的标准 的水平 的目标 的增速 的任务 的规模 的幅度 的要求 的要求， 的总 新台阶 台阶 大关 关口 目标 标准 任务 水平 ）"
  )
  private static let tails = WordTable<Bool>(
    words: "建成投用 建成投运 投入使用 建成使用 建成运营 建设任务 的任务 的目标 顺利完成 任务 建成 投用 投产 竣工 开工 完工 等")

  private static let prepositions = WordTable<Bool>(words: "对 为 向 将 把 给")

  /// What is said of a value behind it: its rank, its change.
  private static let remarks = WordTable<Bool>(
    words: "位居 名列 位列 稳居 跃居 居全 居第 居首 居前 居国 居世界 居同 居中部 居西部 居东部 再创 创历史 创新高 创下 从全 从第 同比 环比 比上 比去 较上 较去")

  /// 提高到, 提高5%, but not 提升举措.
  private func isFollowedByValue(_ index: Int) -> Bool {
    let scalar = text.at(index)
    let before = text.at(index - 1)
    return before == 0x5230 || before == 0x81F3 || NumeralReader.isDigit(scalar)
      || NumeralReader.isChineseNumeral(scalar)
      || BoundWords.before.match(text.scalars, at: index, before: text.count) != nil
  }

  func tail(_ range: Range<Int>, before: Range<Int>, isRate: Bool) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    // 按不低于50%的比例⟦用于奖励⟧
    for lead: Word in ["的比例用于", "比例用于", "用于"] where isRate && text.has(lead, at: start) {
      return start + lead.count - 2..<end
    }
    guard start < end, Self.notNames.match(text.scalars, at: start, before: end) == nil else {
      return start..<start
    }
    // A bracket behind a value is a remark, and so is what is said of it further (、居全国第一).
    if text.at(start) == 0xFF08 || text.at(start) == 0x3001 { return start..<start }
    if Self.remarks.match(text.scalars, at: start, before: end) != nil { return start..<start }
    // 从现状436万亩⟦提高到⟧500万亩
    for table in [SubjectWords.reached, SubjectWords.increases, SubjectWords.decreases] {
      if let match = table.match(text.scalars, at: start, before: end), match.length >= 2,
        isFollowedByValue(start + match.length)
      {
        return start..<start
      }
    }
    if text.at(start) == 0x7684 { start += 1 }
    // 150万千瓦⟦2022年底前并网⟧: a time ends the name.
    if let time = (start..<end).lazy.compactMap({ self.times.beginning(at: $0) }).first {
      end = time.range.lowerBound
      if end == start { return start..<start }
    }
    // 26亿亩沙地和10亿亩湿地⟦等资源⟧: the last of a list before what it is of.
    if PassageExtractor.isJoint(text.at(before.upperBound - 1)),
      let more = (start + 2..<max(start + 2, end)).first(where: { text.at($0) == 0x7B49 }),
      !text.has("等级", at: more)
    {
      end = more
    }
    // 对新增2万亿元资金⟦建立机制⟧: the verb of the clause, whose object stood in front.
    if let verb = Self.prepositions.match(
      text.scalars, at: before.lowerBound, before: before.upperBound), verb.length > 0
    {
      let place = (start + 2..<max(start + 2, end - 2)).first {
        SubjectWords.light.match(text.scalars, at: $0, before: end).map { $0.length > 1 } ?? false
          && SubjectWords.compounds.match(text.scalars, at: $0, before: end) == nil
      }
      if let place { end = place }
    }
    while let word = Self.tails.match(text.scalars, endingAt: end, from: start + 2) {
      end -= word.length
    }
    // …改造提升工程和…: what is joined on behind a whole project is another thing.
    for noun: Word in ["工程", "项目"] {
      var index = start + 2
      while index + noun.count < end {
        if text.has(noun, at: index) {
          let joint = text.at(index + noun.count)
          if joint == 0x548C || joint == 0x53CA || joint == 0x4E0E {
            end = index + noun.count
          }
        }
        index += 1
      }
    }
    return start..<max(start, end)
  }
}
