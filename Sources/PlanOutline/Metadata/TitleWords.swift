/// Words that say of a title what kind of document it names.
enum TitleWords {
  /// What a title ends with, and the kind it names; the first that fits holds.
  static let kinds: [(ending: String, kind: String)] = [
    ("政府工作报告", "政府工作报告"),
    ("工作报告", "工作报告"),
    ("规划纲要", "规划纲要"),
    ("计划纲要", "规划纲要"),
    ("远景目标纲要", "规划纲要"),
    ("总体规划", "总体规划"),
    ("行动计划", "行动计划"),
    ("五年计划", "五年计划"),
    ("应急预案", "预案"),
    ("纲要", "纲要"),
    ("规划", "专项规划"),
    ("计划", "计划"),
    ("方案", "方案"),
    ("意见", "意见"),
    ("办法", "办法"),
    ("措施", "措施"),
    ("政策", "政策"),
    ("指南", "指南"),
    ("指引", "指引"),
    ("导则", "导则"),
    ("细则", "细则"),
    ("规则", "规则"),
    ("规定", "规定"),
    ("建议", "建议"),
    ("决定", "决定"),
    ("决议", "决议"),
    ("批复", "批复"),
    ("通知", "通知"),
    ("通告", "通告"),
    ("公告", "公告"),
    ("公报", "公报"),
    ("条例", "条例"),
    ("要点", "要点"),
    ("预案", "预案"),
    ("清单", "清单"),
    ("蓝图", "规划纲要"),
    ("报告", "报告"),
    ("的函", "函"),
    ("的请示", "请示"),
  ]

  /// Words for a plan of all fields: what of it stands in a title makes the level that of the
  /// region, and a 规划 a 规划纲要.
  static let allFields: [String] = [
    "国民经济和社会发展", "国民经济与社会发展", "发展国民经济", "经济社会发展", "经济和社会发展", "政府工作报告",
  ]

  /// Kinds that an outline of all fields has, whatever the last word of its title.
  static let outlineKinds: Set<String> = ["专项规划", "纲要", "总体规划"]

  /// Kinds of documents that cover all fields.
  static let kindsOfAllFields: Set<String> = [
    "规划纲要", "政府工作报告", "五年计划", "计划", "建议", "报告", "决议",
  ]

  /// States of a draft, as printed in brackets or under the title, and what they are called; the
  /// first that fits holds.
  static let statuses: [(word: String, status: String)] = [
    ("征求意见稿", "征求意见稿"),
    ("公开征求意见", "征求意见稿"),
    ("送审稿", "送审稿"),
    ("审议稿", "审议稿"),
    ("讨论稿", "讨论稿"),
    ("报批稿", "报批稿"),
    ("公示稿", "公示稿"),
    ("公示版", "公示稿"),
    ("草案", "草案"),
    ("草稿", "草案"),
    ("初稿", "草案"),
    ("建议稿", "建议稿"),
    ("修订稿", "修订稿"),
    ("修订", "修订"),
    ("修编", "修订"),
    ("修正", "修订"),
    ("试行", "试行"),
    ("暂行", "暂行"),
  ]

  /// Marks of a text that is an example and no plan.
  static let samples: [String] = ["示例", "样本", "样例", "范例"]

  /// Which Chinese numeral names which plan: 第十四个五年规划, “十四五”.
  static let periodNumerals: [(numeral: String, number: Int)] = [
    ("十六", 16), ("十五", 15), ("十四", 14), ("十三", 13), ("十二", 12), ("十一", 11), ("十", 10), ("九", 9),
    ("八", 8), ("七", 7), ("六", 6), ("五", 5), ("四", 4), ("三", 3), ("二", 2), ("一", 1),
  ]

  /// Names of pages of a site that end like a title, and endings of others.
  static let navigation: Set<String> = [
    "通知公告", "公告公示", "公示公告", "政策文件", "规划计划", "计划规划", "发展规划", "专项规划", "规划纲要", "工作报告", "总体规划", "五年规划",
    "规划总结", "统计公报", "行政规范性文件", "工作方案", "实施方案", "行动计划", "重大决定", "政策措施", "五年计划", "年度计划", "工作计划",
  ]
  static let navigationEndings: [String] = ["要闻", "新闻", "动态", "信息公开", "首页", "频道", "专题", "网站"]

  /// Endings of short lines that are names of pages.
  static let navigationWords: [String] = ["中心", "公开", "交流", "服务", "互动", "数据", "概况", "解读", "回应"]

  /// Marks that no line of a title has.
  static let notInTitles = Set("，。；：:|>\\/！？【】".unicodeScalars)
}
