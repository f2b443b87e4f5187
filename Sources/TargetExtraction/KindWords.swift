/// Words that tell what a plan looks back on from what it promises.
enum KindWords {
  /// In titles of parts that look back, whatever stands around them.
  static let reviews = [
    "成就", "回顾", "完成情况", "执行情况", "实施情况", "取得的成绩", "主要成绩", "工作情况", "工作总结", "过去五年", "过去一年",
  ]
  /// In titles of parts that set tasks.
  static let tasks = [
    "主要目标", "发展目标", "预期目标", "奋斗目标", "总体目标", "目标任务", "主要任务", "重点任务", "重大任务", "重点工作", "主要工作", "工作安排",
    "工作任务", "工作部署", "工作打算", "工作建议", "工作思路", "总体要求", "总体思路", "重大举措", "政策取向", "指导思想", "指导方针", "今年工作",
    "远景目标",
  ]
  /// In titles that describe where things stand, unless they begin with a verb of action.
  static let states = [
    "现状", "成效", "发展基础", "现实基础", "工作基础", "基础条件", "主要基础", "建设基础", "形势", "环境分析", "宏观环境", "外部环境", "面临",
    "存在问题", "主要问题", "存在的问题", "问题分析", "机遇", "总结", "背景", "取得", "困难", "薄弱环节", "进展", "短板", "过去", "概况",
    "基本情况",
    "基础和", "基础与",
  ]
  /// In titles that look ahead, perhaps beside others.
  static let plans = ["目标", "任务", "安排", "要求", "展望", "思路", "举措", "措施", "打算", "今后", "部署"]
  /// Verbs that make work of what they name: 补齐短板, 应对挑战, 抢抓机遇.
  static let actions = [
    "补", "破解", "解决", "克服", "应对", "化解", "抢抓", "抓住", "把握", "推进", "推动", "加快", "加强", "强化", "提升", "完善",
    "优化", "深化", "健全", "构建", "着力", "大力", "坚持", "消除", "改善", "夯实", "营造", "打造", "以", "奋力", "全力", "全面",
    "努力", "扎实",
    "统筹", "聚焦", "持续", "加力", "切实", "争取", "促进", "聚力", "不断", "深入",
  ]

  /// In sentences that tell what was done.
  static let done = WordTable<Bool>(
    words: """
      已 已经 达到了 建成了 完成了 实现了 打造了 目前 截至 截止 截至目前 现有 现状 新建了 创建了 连续 超额完成 成功 同比 比上年 较上年 增长了 提高了 下降了 降低了 提升了
      分别增长 比去年 较去年 预计全年 过去五年 五年来 一年来 过去一年 累计完成投资 胜利完成
      """)
  /// Words that only look like those: 项目前期, 连续性.
  static let notDone = WordTable<Bool>(
    words: "项目前 目前期 连续性 连续作业 成功率 成功转化 成功经验 已有 截至时 自已 已建成区 不已 分别增长到")

  /// In sentences that promise.
  static let planned = WordTable<Bool>(
    words: "力争 将 确保 争取 预期 计划 到2 规划建设 拟 目标 要 努力 力争到")
  static let notPlanned = WordTable<Bool>(
    words: """
      将军 将近 要素 主要 重要 需要 要求 只要 必要 摘要 纲要 要点 首要 目标任务 要害 概要 紧要 显要 要塞 要件 要闻 要案 简要 扼要 即将 计划生育 计划单列 双高计划
      努力下 共同努力
      """)

  /// In an earlier sentence of the paragraph: whether it tells of what was or of what is to be.
  static let looks = WordTable<Bool>([
    ("过去五年", false), ("过去5年", false), ("过去一年", false), ("一年来", false), ("五年来", false),
    ("回顾", false), ("回望", false), ("今后五年", true), ("未来五年", true), ("今后5年", true),
    ("预期目标是", true), ("主要目标是", true), ("展望", true),
  ])
}
