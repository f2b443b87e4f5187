import PlanDocument

/// Tells what the plan commits to from what was reached.
struct KindReader {
  let times: DocumentTimes
  /// What the units around say; nil where they say nothing.
  let kindOfUnit: PlanTarget.Kind?
  /// The one of the titles that says it.
  let tellingTitle: Int?

  /// - Parameter titles: of the units around the passage, innermost first.
  init(titles: [String], times: DocumentTimes) {
    self.times = times
    let kinds = titles.map(Self.kind(ofTitle:))
    tellingTitle = kinds.firstIndex { $0 != nil }
    kindOfUnit = tellingTitle.flatMap { kinds[$0] }
  }

  /// Words in titles of parts that look back or describe.
  private static let reviewTitles = [
    "成就", "回顾", "现状", "成效", "发展基础", "现实基础", "工作基础", "基础条件", "主要基础", "建设基础", "形势", "环境分析", "宏观环境",
    "外部环境", "面临",
    "存在问题", "主要问题", "存在的问题", "问题分析", "机遇", "总结", "背景", "取得", "困难", "薄弱环节", "工作情况", "进展", "短板", "过去",
    "概况",
    "基本情况", "基础和", "基础与",
  ]
  /// Verbs that make work of what they name: 补齐短板, 应对挑战, 抢抓机遇.
  private static let actions = [
    "补", "破解", "解决", "克服", "应对", "化解", "抢抓", "抓住", "把握", "推进", "推动", "加快", "加强", "强化", "提升", "完善",
    "优化", "深化",
    "健全", "构建", "着力", "大力", "坚持", "消除", "改善", "夯实", "营造", "打造",
  ]
  private static let planTitles = [
    "目标", "任务", "安排", "要求", "展望", "思路", "举措", "措施", "打算", "今后", "部署",
  ]

  private static func kind(ofTitle title: String) -> PlanTarget.Kind? {
    let looksBack =
      title.hasPrefix("发展环境")
      || (reviewTitles.contains(where: title.contains) && !actions.contains(where: title.hasPrefix))
    let looksAhead = planTitles.contains(where: title.contains)
    if looksBack, title.contains("回顾") || !looksAhead { return .actual }
    return looksAhead ? .target : nil
  }

  private static let doneWords = WordTable<Bool>(
    words:
      "已 已经 达到了 建成了 完成了 实现了 打造了 目前 截至 截止 截至目前 现有 现状 新建了 创建了 连续 超额完成 成功 同比 比上年 较上年 增长了 提高了 下降了 降低了 提升了 分别增长 比去年 较去年 预计全年 过去五年 五年来 一年来 过去一年 累计完成投资 胜利完成"
  )
  private static let doneCompounds = WordTable<Bool>(words: "已建成 业已")
  private static let planWords = WordTable<Bool>(
    words: "力争 将 确保 争取 预期 计划 到2 规划建设 拟 目标 要 努力 力争到")
  private static let notPlan = WordTable<Bool>(words: "将军 将近 要素 主要 重要 需要 要求 只要 必要 摘要 纲要 要点 首要 目标任务")

  /// What told the kind.
  enum Ground: Equatable {
    /// The time that the sentence gives.
    case time
    /// Words of doing or planning.
    case words(Range<Int>)
    /// The title of a unit around.
    case unit
    /// A time that an earlier sentence or a heading gave.
    case inheritedTime
    /// Nothing: a plan's number is a target.
    case nothing
  }

  /// - Parameters:
  ///   - sentence: the sentence in front of the number, and the clause behind it.
  ///   - year: the time that the sentence gives.
  ///   - inherited: the time that an earlier sentence gave.
  func kind(
    _ text: PassageText, sentence: Range<Int>, year: String?, inherited: String?
  ) -> (kind: PlanTarget.Kind, ground: Ground) {
    let doneWord = Self.doneWords.first(in: text.scalars, sentence).map {
      $0.start..<$0.start + $0.match.length
    }
    let planWord = planWord(text, sentence)
    let done = doneWord != nil
    let planned = planWord != nil
    if let kind = kind(of: year) {
      // A year inside the plan's period may be behind already.
      if kind == .target, let doneWord, !planned, kindOfUnit != .target {
        return (.actual, .words(doneWord))
      }
      return (kind, .time)
    }
    let unit = kindOfUnit
    if let planWord, !done, unit != .actual { return (.target, .words(planWord)) }
    if let doneWord, !planned, unit != .target { return (.actual, .words(doneWord)) }
    if let unit { return (unit, .unit) }
    if let kind = kind(of: inherited) { return (kind, .inheritedTime) }
    return (.target, .nothing)
  }

  private func planWord(_ text: PassageText, _ range: Range<Int>) -> Range<Int>? {
    for index in range {
      guard let word = Self.planWords.match(text.scalars, at: index, before: range.upperBound)
      else { continue }
      let isPart =
        Self.notPlan.match(text.scalars, at: index, before: text.count) != nil
        || Self.notPlan.match(text.scalars, at: index - 1, before: text.count) != nil
      if !isPart { return index..<index + word.length }
    }
    return nil
  }

  /// A time before the plan's period lies behind, one in it ahead.
  private func kind(of year: String?) -> PlanTarget.Kind? {
    guard let year, let last = year.split(separator: "-").last.flatMap({ Int($0) }) else {
      return nil
    }
    if let report = times.reportYear { return last >= report ? .target : .actual }
    guard let period = times.period else { return nil }
    return last >= period.lowerBound ? .target : .actual
  }
}
