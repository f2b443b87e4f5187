/// Words that say of a title what kind of document it names.
enum TitleWords {
  /// What a title ends with, and the kind it names; the first that fits holds.
  static let kinds: [(ending: String, kind: String)] = [
    ("政府工作报告", "政府工作报告"),
    ("工作报告", "工作报告"),
    ("远景目标纲要", "规划纲要"),
    ("规划纲要", "规划纲要"),
    ("计划纲要", "规划纲要"),
    ("总体规划", "总体规划"),
    ("行动计划", "行动计划"),
    ("实施方案", "实施方案"),
    ("行动方案", "行动方案"),
    ("工作方案", "工作方案"),
    ("实施意见", "实施意见"),
    ("指导意见", "指导意见"),
    ("编制指南", "指南"),
    ("建设指南", "指南"),
    ("管理办法", "办法"),
    ("五年规划", "规划纲要"),
    ("五年计划", "五年计划"),
    ("纲要", "纲要"),
    ("规划", "专项规划"),
    ("计划", "计划"),
    ("方案", "方案"),
    ("意见", "意见"),
    ("办法", "办法"),
    ("措施", "措施"),
    ("政策", "政策"),
    ("指南", "指南"),
    ("细则", "细则"),
    ("建议", "建议"),
    ("决定", "决定"),
    ("批复", "批复"),
    ("通知", "通知"),
    ("条例", "条例"),
    ("要点", "要点"),
    ("报告", "报告"),
  ]

  /// Endings of the names of regions, with their level.
  static let regions: [(ending: String, level: String)] = [
    ("自治区", "province"),
    ("省", "province"),
    ("自治州", "city"),
    ("地区", "city"),
    ("盟", "city"),
    ("市", "city"),
    ("自治县", "county"),
    ("县", "county"),
    ("自治旗", "county"),
    ("旗", "county"),
    ("区", "county"),
  ]

  /// Cities that are provinces.
  static let provinceCities: Set<String> = ["北京市", "天津市", "上海市", "重庆市"]

  /// What the title of a national plan begins with.
  static let national: [String] = ["中华人民共和国", "全国", "国家", "国务院", "中共中央"]

  /// Words in a region's place of a title that end like one and are none.
  static let noRegions: [String] = [
    "县市", "园区", "社区", "城区", "地区", "片区", "示范区", "开发区", "保护区", "先行区", "试验区", "功能区", "新区",
    "灾区", "山区", "牧区", "矿区", "库区", "景区", "郊区", "全市", "全省", "全县", "全区", "我省", "我市", "我区", "我县", "高新区",
    "经济区",
    "市区", "省区", "省市",
  ]

  /// States of a draft, as printed in brackets or under the title.
  static let statuses: [String] = [
    "征求意见稿",
    "公开征求意见稿",
    "送审稿",
    "审议稿",
    "讨论稿",
    "报批稿",
    "草案",
    "修订稿",
    "修订版",
    "试行",
    "暂行",
    "公示稿",
  ]

  /// Marks of a text that is an example and no plan.
  static let samples: [String] = ["示例", "样本", "样例", "范例"]

  /// Which Chinese numeral names which plan: 第十四个五年规划, “十四五”.
  static let periodNumerals: [(numeral: String, number: Int)] = [
    ("十六", 16), ("十五", 15), ("十四", 14), ("十三", 13), ("十二", 12), ("十一", 11), ("十", 10), ("九", 9),
    ("八", 8), ("七", 7), ("六", 6), ("五", 5), ("四", 4), ("三", 3), ("二", 2), ("一", 1),
  ]
}
