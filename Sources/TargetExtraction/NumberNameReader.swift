import PlanDocument

/// Tells numbers that name, order or date something from those that measure.
struct NumberNameReader {
  let text: PassageText

  static func isLatin(_ scalar: UInt32) -> Bool {
    (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar)
  }

  /// What digits are by what stands around them, before any unit is read.
  func fate(of numeral: NumeralReader.Numeral, at index: Int) -> NumberMention.Fate? {
    let before = text.at(index - 1)
    let end = index + numeral.length
    let after = text.at(end)
    if before == 0x7B2C || before == 0x524D { return .ordinal }
    if before == 0x56FE || before == 0x8868 || before == 0x680F, numeral.integerDigits <= 2 {
      return .ordinal
    }
    if Self.isLatin(before) { return .name }
    if before == 0x2D || before == 0x2E || before == 0x2F, Self.isLatin(text.at(index - 2)) {
      return .name
    }
    if isEnumeration(index, end) { return .enumeration }
    if numeral.integerDigits == 4, (1_900...2_100).contains(numeral.value),
      numeral.length == 4, isYear(end)
    {
      return .year
    }
    if before == 0x3014 || (after == 0x3015 && before == 0x3014) { return .title }
    if after == 0x53F7 { return .name }
    if after == 0x6708 || after == 0x65E5, isDay(index, after) { return .date }
    if Self.isLatin(after), !isUnit(at: end) { return .name }
    if after == 0x2E, NumeralReader.isDigit(text.at(end + 1)) { return .name }
    return nil
  }

  /// What a number is once its unit is known.
  func fate(of mention: NumberMention, digits: Int) -> NumberMention.Fate? {
    let end = mention.text.upperBound
    if mention.unit.isEmpty {
      return mention.impliedUnit != nil || isCoefficient(mention) ? nil : .unitless
    }
    if text.at(mention.number.lowerBound - 1) == 0x6BCF, mention.sort != .rate { return .base }
    if text.at(mention.number.lowerBound - 1) == 0x524D { return .ordinal }
    let sign = text.at(mention.number.lowerBound - 1)
    if sign == 0xD7 || sign == 0x2A { return .formula }
    if mention.sort == .size, !isReachedValue(mention) { return .size }
    if isMember(mention) { return .threshold }
    if isGiven(mention) { return .phrase }
    let unit = mention.loneUnit(in: text)
    // 百亿元级项目, 20万吨级泊位; 连跨两个万亿元台阶
    if text.at(end) == 0x7EA7, mention.bound == nil { return .name }
    if isStep(at: end) || isAspect(mention) { return .phrase }
    if mention.isChinese, mention.sort == nil {
      return mention.value >= 100 || !mention.unit.isEmpty ? nil : .phrase
    }
    // 岁
    if unit == 0x5C81 { return isLifespan(mention.number.lowerBound) ? nil : .age }
    if mention.unitEnds(with: "年一遇", in: text) { return .name }
    if mention.sort == .duration, mention.isChinese { return .duration }
    // 年; 日, 月; 期, 类, 种, 次
    if unit == 0x5E74, digits == 4 { return .year }
    if unit == 0x65E5 || unit == 0x6708 { return .date }
    if mention.isChinese, mention.sort == .classifier, let unit,
      [0x671F, 0x7C7B, 0x79CD, 0x6B21].contains(unit),
      mention.valueMax == nil,
      SubjectWords.reached.match(text.scalars, endingAt: mention.number.lowerBound, from: 0) == nil
    {
      return .ordinal
    }
    // 超过1000人规模的学校, 10亿元以上的企业; 完成10平方公里以上的划定 is done to so much.
    if mention.sort != .rate, !isAmountOfWork(mention) {
      var next = end
      if text.has("规模", at: next) { next += 2 }
      if text.at(next) == 0x7684, !text.has("标准", at: next + 1), !text.has("比例", at: next + 1),
        !text.has("速度", at: next + 1), !text.has("水平", at: next + 1)
      {
        return .threshold
      }
    }
    return nil
  }

  /// 完成187平方公里以上的红线划定: a verb of finishing in front, and at the clause's end what is done.
  private func isAmountOfWork(_ mention: NumberMention) -> Bool {
    guard mention.sort == .measure,
      Self.finishing.match(text.scalars, endingAt: mention.text.lowerBound, from: 0) != nil
    else { return false }
    var end = mention.text.upperBound
    while end < text.count, end < mention.text.upperBound + 24,
      !ClauseReader.endsClause(text.at(end)), text.at(end) != 0x3001
    { end += 1 }
    return Self.works.match(text.scalars, endingAt: end, from: mention.text.upperBound) != nil
  }

  private static let finishing = WordTable<Bool>(words: "完成 实施 实现")
  private static let works = WordTable<Bool>(
    words: "划定 治理 改造 修复 整治 绿化 造林 铺设 建设 搬迁 清淤 疏浚 修缮 抚育 种植 防治 退还 复垦 整理")

  /// 电压等级达到220千伏: the end of a clause behind a verb of reaching.
  private func isReachedValue(_ mention: NumberMention) -> Bool {
    let after = text.at(mention.text.upperBound)
    return (after == 0 || ClauseReader.endsClause(after) || after == 0x3001)
      && SubjectWords.reached.match(text.scalars, endingAt: mention.text.lowerBound, from: 0) != nil
  }

  /// 这3项技术, 针对18个分区: things that were told of before or stand fast.
  private func isGiven(_ mention: NumberMention) -> Bool {
    guard mention.sort == .classifier else { return false }
    return Self.givenLeads.match(text.scalars, endingAt: mention.number.lowerBound, from: 0) != nil
  }

  private static let givenLeads = WordTable<Bool>(words: "这 那 上述 针对 围绕 依据 根据 基于 按照 依照")

  /// 5个方面, 三个层次, 分为两类: parts of what is said, not things.
  private func isAspect(_ mention: NumberMention) -> Bool {
    guard mention.sort == .classifier else { return false }
    if Self.aspects.match(text.scalars, at: mention.text.upperBound, before: text.count) != nil {
      return true
    }
    let start = mention.text.lowerBound
    return Self.divisions.match(text.scalars, endingAt: start, from: 0) != nil
  }

  private static let divisions = WordTable<Bool>(words: "分为 分成 以下 如下")

  private static let aspects = WordTable<Bool>(words: "方面 层面 层次 维度 环节 步骤 阶段 类别 部分 关键词 关系")

  /// 万亿元台阶, 千亿元大关 behind a count.
  private func isStep(at index: Int) -> Bool {
    var place = index
    while place < index + 6,
      NumeralReader.factor(ofChinese: text.at(place)) != nil
        || NumeralReader.isMultiple(text.at(place)) || text.at(place) == 0x5143
    { place += 1 }
    return place > index
      && (text.has("台阶", at: place) || text.has("关口", at: place) || text.has("大关", at: place))
  }

  /// 100万以上500万以下, （管径＜600mm）, 占营业收入5%以上的企业: what tells members of a group.
  private func isMember(_ mention: NumberMention) -> Bool {
    let start = mention.number.lowerBound
    let end = mention.text.upperBound
    if mention.bound == .atLeast || text.at(start - 1) == 0x8D85,
      NumeralReader.isDigit(text.at(end)), mention.sort != .rate
    {
      return true
    }
    if Self.isComparison(text.at(start - 1)) {
      // A sign inside brackets of running text; cells of tables are read elsewhere.
      let open = (max(0, start - 40)..<start).last {
        text.at($0) == 0xFF08 || text.at($0) == 0xFF09
      }
      if let open, text.at(open) == 0xFF08 { return true }
    }
    if text.at(end) == 0x3C || text.at(end) == 0x2264, mention.sort != .rate { return true }
    // 10亿元以上项目, 流域面积200平方公里以上有防洪任务的河流
    if mention.sort == .measure || (mention.sort == nil && !mention.unit.isEmpty) {
      let isBounded = mention.bound == .atLeast || mention.bound == .atMost
      if isBounded, isGroup(at: end) { return true }
      // 超10亿元项目, 营收50亿—100亿元企业
      if text.at(start - 1) == 0x8D85 || mention.valueMax != nil,
        Self.groups.match(text.scalars, at: end, before: text.count) != nil
      {
        return true
      }
    }
    guard mention.sort == .rate, mention.bound != nil, text.at(end) == 0x7684 else { return false }
    let clause = (max(0, start - 16)..<start).reversed().prefix {
      !ClauseReader.endsClause(text.at($0))
    }
    return clause.contains { text.at($0) == 0x5360 }
      && Self.members.match(text.scalars, at: end + 1, before: text.count) != nil
  }

  /// < > ≤ ≥
  static func isComparison(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3C, 0x3E, 0x2264, 0x2265: true
    default: false
    }
  }

  /// 系数, 指数 and the like have no unit.
  private func isCoefficient(_ mention: NumberMention) -> Bool {
    let start = mention.number.lowerBound
    return (max(0, start - 10)..<start).contains {
      Self.coefficients.match(text.scalars, at: $0, before: start) != nil
    }
  }

  private static let coefficients = WordTable<Bool>(
    words: "系数 指数 容积率 比值 弹性 收入比 抚养比 生师比 师生比 床护比 医护比")

  /// 预期寿命提高到80岁: a length of life, not the age that defines a group.
  func isLifespan(_ start: Int) -> Bool {
    (max(0, start - 24)..<start).contains { text.has("寿命", at: $0) }
  }

  /// What belongs to a group stands right behind: 重大产业项目, 燃煤机组, 有防洪任务的河流.
  private func isGroup(at index: Int) -> Bool {
    if text.at(index) == 0x6709 { return true }
    var place = index
    while place < index + 10, place < text.count, !ClauseReader.endsClause(text.at(place)),
      text.at(place) != 0x3001, !NumeralReader.isDigit(text.at(place))
    {
      if Self.groups.match(text.scalars, at: place, before: text.count) != nil { return true }
      if SubjectWords.reached.match(text.scalars, at: place, before: text.count)
        .map({ $0.length > 1 }) ?? false
      {
        return false
      }
      place += 1
    }
    return false
  }

  private static let groups = WordTable<Bool>(
    words: "项目 企业 工程 集群 园区 耕地 河流 湖泊 水库 锅炉 机组 医院 景区 经营主体 大户 合作社")

  private static let members = WordTable<Bool>(words: "企业 单位 机构 项目 人员 个人 家庭 学校 公司 地区")

  /// `1.`, `1、`, `（1）` at the head of a passage or sentence.
  private func isEnumeration(_ start: Int, _ end: Int) -> Bool {
    let before = text.at(start - 1)
    let after = text.at(end)
    let opens = start == 0 || before == 0x3002 || before == 0xFF1A || before == 0xFF1B
    if before == 0xFF08, after == 0xFF09, end - start <= 2 { return true }
    if opens, isDottedLabel(start, end) { return true }
    guard opens, end - start <= 2 else { return false }
    return (after == 0x2E && !NumeralReader.isDigit(text.at(end + 1))) || after == 0x3001
      || after == 0xFF09
  }

  /// 7.3本预案: a number of a section that looks like a decimal with a unit.
  private func isDottedLabel(_ start: Int, _ end: Int) -> Bool {
    guard end - start <= 5, (start..<end).contains(where: { text.at($0) == 0x2E }),
      let unit = UnitWords.table.match(text.scalars, at: end, before: text.count)
    else { return false }
    return unit.value == .classifier
  }

  private func isYear(_ end: Int) -> Bool {
    let after = text.at(end)
    if after == 0x5E74 || after == 0x3015 || after == 0xFF09 { return true }
    if let sign = NumberScanner.rangeSign(text.scalars, at: end),
      let second = NumeralReader.arabic(text.scalars, at: end + sign)
    {
      return second.integerDigits == 4 && (1_900...2_100).contains(second.value)
    }
    return UnitWords.table.match(text.scalars, at: end, before: text.count) == nil
      && UnitWords.multipliers.match(text.scalars, at: end, before: text.count) == nil
      && after != 0x25 && after != 0x2E
  }

  /// 3月, 15日: not 3月份的… of a duration, which is written 3个月.
  private func isDay(_ start: Int, _ after: UInt32) -> Bool { after == 0x6708 || after == 0x65E5 }

  private func isUnit(at index: Int) -> Bool {
    let lower = text.scalars[index...].prefix(8).map {
      (0x41...0x5A).contains($0) ? $0 + 0x20 : $0
    }
    guard let match = UnitWords.table.match(lower, at: 0, before: lower.count) else { return false }
    let end = index + match.length
    // One capital letter is a name (5G, 4A), several are a unit (GW).
    if match.length == 1, (0x41...0x5A).contains(text.at(index)) { return false }
    return !(Self.isLatin(text.at(end)) && Self.isLatin(text.at(end - 1)))
      && !(NumeralReader.isDigit(text.at(end)) && Self.isLatin(text.at(end - 1)))
  }

  /// Whether what looks like a unit is the beginning of a longer word (项目, 部门, 人才).
  func continuesWord(unit: Range<Int>) -> Bool {
    if Self.isLatin(text.at(unit.lowerBound)) { return !isUnit(at: unit.lowerBound) }
    return Self.longerWords.match(text.scalars, at: unit.lowerBound, before: text.count) != nil
  }

  private static let longerWords = WordTable<Bool>(
    words: """
      项目 条件 部门 部委 家庭 种植 种养 处理 处置 场所 场景 场馆 人才 人口 人均 人大 口岸 门类 期间 名列 名单 位于 位居 起来 起步 队伍
      对接 对口 节气 部分 对应 对等 对标 节约 节点 班子 组织 组团 团结 团队 路径 面积 面向 回收 段落 次产业 产业 张贴 座谈 头部 支撑 支持 方面 方案 方式 方向 日常
      个性 集群 集中 集聚 集团 集成 集约 包括 包含 段落 组成 组建 块状 位一体 张网 大 国 家级 级 层 线 轮 维 步 心 省 市 区 县 乡 镇 村 会 型 位数 分钟圈 期工程 小时经济圈 分类 角 元化 元素 站式
      单元 格局 单位 基地 份额 环 网 库 链 园 馆 中心 高 严 通 农 权 化 元结构 里挑一 年行动 年规划 年计划 年来 年期间 年内 年一
      """)
}
