import PlanDocument

/// The names of what 分别 gives one value each: in 城镇、农村居民收入分别增长 the 居民收入 is said once
/// and holds for both.
struct RespectiveNames {
  /// One for each part, each in pieces of the text.
  let names: [[Range<Int>]]

  /// - Parameter parts: what stands between the joints, at least one.
  init(text: PassageText, parts: [Range<Int>]) {
    guard let last = parts.last, parts.count > 1 else {
      names = parts.map { [$0] }
      return
    }
    // 第一、二、三产业比重: the 第 holds for all, and so does what is behind the last number.
    if text.at(parts[0].lowerBound) == 0x7B2C,
      NumeralReader.digit(ofChinese: text.at(last.lowerBound)) != nil, last.count > 1
    {
      let ordinal = parts[0].lowerBound..<parts[0].lowerBound + 1
      let thing = last.lowerBound + 1..<last.upperBound
      names = parts.map { part in
        if part == parts[0] { return [part, thing] }
        return part == last ? [ordinal, last] : [ordinal, part, thing]
      }
      return
    }
    // 对中亚、东盟进出口: the preposition holds for both.
    let lead = parts[0].lowerBound
    let isToward =
      text.at(lead) == 0x5BF9 && parts.dropFirst().allSatisfy { text.at($0.lowerBound) != 0x5BF9 }
    names = parts.map { part in
      if isToward, part.lowerBound != lead {
        return [lead..<lead + 1, part]
      }
      guard part != last, let shared = Self.shared(text, part, last) else { return [part] }
      return [part, shared]
    }
  }

  /// 存贷款余额分别达到A、B: two names in one word.
  static func joined(_ text: PassageText, _ name: Range<Int>) -> [[Range<Int>]]? {
    guard let place = name.first(where: { text.has("存贷款", at: $0) }),
      place + 3 <= name.upperBound
    else { return nil }
    return [
      [name.lowerBound..<place + 1, place + 2..<name.upperBound],
      [name.lowerBound..<place, place + 1..<name.upperBound].filter { !$0.isEmpty },
    ]
  }

  /// The end of the last part that belongs to an earlier part as well; nil where that is whole.
  private static func shared(
    _ text: PassageText, _ part: Range<Int>, _ last: Range<Int>
  ) -> Range<Int>? {
    guard let end = part.last, last.count > part.count || last.count > 3,
      text.at(end) != text.at(last.upperBound - 1),
      measures.match(text.scalars, endingAt: part.upperBound, from: part.lowerBound) == nil
    else { return nil }
    // 住宿|业、餐饮|业|营业额: both end in the same word before what they share.
    for length in [3, 2, 1] where part.count > length {
      let word = part.upperBound - length..<part.upperBound
      // One code point alone tells only where it ends a word for a group: 业, 产, 区.
      guard length > 1 || groupEnds.contains(text.at(word.lowerBound)) else { break }
      let place = (last.lowerBound..<max(last.lowerBound, last.upperBound - length)).first {
        text.scalars[$0..<$0 + length].elementsEqual(text.scalars[word])
      }
      if let place, place > last.lowerBound || length > 1 {
        return place + length..<last.upperBound
      }
    }
    // 城镇、农村|常住居民…: as long as the part, before a word for a group.
    let parallel = last.lowerBound + part.count
    if parallel < last.upperBound,
      groups.match(text.scalars, at: parallel, before: last.upperBound) != nil
    {
      return parallel..<last.upperBound
    }
    // 制造业、普惠小微|贷款余额: the measure at the end.
    guard
      let measure = measures.match(
        text.scalars, endingAt: last.upperBound, from: last.lowerBound + 1)
    else { return nil }
    return last.upperBound - measure.length..<last.upperBound
  }

  /// 业 产 类 区 县 市 乡 镇 村 级
  private static let groupEnds: Set<UInt32> = [
    0x4E1A, 0x4EA7, 0x7C7B, 0x533A, 0x53BF, 0x5E02, 0x4E61, 0x9547, 0x6751, 0x7EA7,
  ]

  private static let groups = WordTable<Bool>(
    words: "居民 常住居民 人均 毕业生 人口 学校 职工 产业 工业 游客 医院 机构 公路 贷款 存款 住房 家庭 儿童 劳动力")

  private static let measures = WordTable<Bool>(
    words: """
      产量 总量 数量 产值 总产值 增加值 零售额 营业额 销售额 交易额 成交额 进出口额 进出口总额 总额 出口额 进口额 收入 人均收入 可支配收入 人均可支配收入 人均纯收入 营业收入
      利润 税收 投资 投资额 贷款余额 存款余额 余额 贷款 存款 面积 覆盖率 普及率 机械化率 城镇化率 增加值率 完成率 入学率 毛入学率 升学率 参保率 达标率 处理率 利用率 合格率 优良率 增速 增长率 占比 比重 排放量
      排放总量 排放 能耗 浓度 平均浓度 人数 户数 家数 吞吐量 客运量 货运量 运量 密度 里程 人次 价格 指数 总数 规模 进出口 出口 进口 死亡率 发病率 净利润 贷款额度 额度 水平 补助标准 财政补助标准 人均财政补助标准 保障标准 低保标准 均价 装机容量 装机 金额 件数 规模
      """)
}
