import PlanDocument

/// Whether more or less of an indicator is better: what tells a stricter target from a looser one.
package enum IndicatorDirection: Sendable, Equatable {
  case more, less

  /// Nil where neither the words nor the bounds say it.
  ///
  /// - Parameters:
  ///   - name: of a `ComparisonKey`.
  ///   - isRateOfChange: whether the value is a rate of change of what is named.
  static func of(_ name: String, isRateOfChange: Bool, written: String) -> IndicatorDirection? {
    // Of what is better when it shrinks, a higher rate of shrinking is better.
    if isRateOfChange, shrinking.contains(where: written.holds) { return .more }
    // 城乡居民收入比, but not a share in 收入.
    if name.hasSuffix("收入比") || lessWords.contains(where: { name.holds($0) || written.holds($0) }) {
      return .less
    }
    if moreWords.contains(where: name.holds) || moreEnds.contains(where: name.hasSuffix) {
      return .more
    }
    return isRateOfChange ? .more : nil
  }

  private static let shrinking = ["降低", "下降", "减少", "削减", "压减", "减排"]

  private static let lessWords = [
    "失业率", "能耗", "消耗", "水耗", "用水", "排放", "浓度", "死亡率", "死亡人数", "事故", "发病率", "患病率", "贫困发生率", "债务",
    "负债率",
    "赤字",
    "涨幅", "消费价格", "物价", "药占比", "流失率", "辍学率", "投诉率", "漏损率", "坏账", "不良贷款", "办理时间", "用时", "生师比", "大班额",
    "基尼",
    "恩格尔", "自然增长率", "抚养比", "劣五类", "黑臭", "裸露", "超标", "过剩产能",
  ]

  private static let moreWords = [
    "生产总值", "增加值", "产值", "收入", "利润", "税收", "投资", "进出口", "出口", "零售", "消费", "占地区生产总值", "研发", "专利",
    "发明",
    "就业", "教育年限", "寿命", "床位", "医师", "医生", "护士", "托位", "学位", "绿地", "绿化", "森林", "湿地", "造林", "草原",
    "耕地", "湿地",
    "优良", "达标", "合格", "安全利用", "覆盖", "普及", "入学", "巩固", "参保", "利用率", "处理率", "回收率", "治理", "修复", "改造",
    "城镇化", "机械化",
    "数字", "智慧", "网", "光伏", "风电", "装机", "清洁能源", "可再生", "新能源", "非化石", "储能", "供水", "供热", "储备", "产能",
    "生产能力", "产销",
    "产量", "粮食", "企业", "项目", "基地", "园区", "学校", "医院", "人才", "游客", "里程", "公路", "铁路", "吞吐量", "监测",
    "人均公园", "转化率",
    "贡献率", "满意度", "比重", "战略性新兴", "高新技术", "劳动生产率", "保护", "红线", "站", "示范", "社会组织", "志愿者", "培训", "服务",
  ]

  private static let moreEnds = ["率", "度", "水平", "能力"]
}
