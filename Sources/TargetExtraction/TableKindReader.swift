import PlanDocument

/// Tells tables of indicators, of tasks and of projects apart by the words of their heads.
struct TableKindReader {
  /// Nil where the heads say nothing.
  let kind: PlanTarget.TableKind?

  private static let indicators = ["指标"]
  private static let projects = [
    "建设内容", "建设规模", "建设性质", "建设地点", "起止", "建设年限", "建设期", "总投资", "投资额", "投资估算", "计划投资", "项目业主",
    "建设单位",
  ]
  private static let tasks = [
    "工作任务", "重点任务", "主要任务", "任务名称", "工作内容", "主要内容", "具体措施", "主要措施", "工作举措", "改革举措", "完成时限", "完成时间",
    "时间节点",
    "进度安排",
  ]

  init(heads: [String]) {
    func says(_ words: [String]) -> Bool {
      heads.contains { head in words.contains(where: head.holds) }
    }
    if says(Self.indicators) {
      kind = .indicator
    } else if heads.contains(where: { $0.holds("项目") || $0.holds("工程") }),
      says(Self.projects)
    {
      kind = .project
    } else if says(Self.tasks) {
      kind = .task
    } else {
      kind = heads.contains { $0.holds("约束") || $0.holds("属性") } ? .indicator : nil
    }
  }
}
