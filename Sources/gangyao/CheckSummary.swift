import PlanComparison
import PlanDocument

/// What was compared, what was found, and what could not be compared.
struct CheckSummary {
  private(set) var lines: [String] = []

  init() {}

  init(_ run: CheckRun) {
    let pairs = run.verdicts.filter { $0.a != nil && $0.b != nil }
    let sure = pairs.filter { !$0.isProposed }
    // Cells of totals are no claims.
    let named = sure.filter { !$0.isOfTable }
    let counts = Verdict.Status.allCases.compactMap { status -> String? in
      let count = run.verdicts.count { $0.status == status && !$0.isProposed }
      return count > 0 ? "\(status.said) \(count)" : nil
    }
    lines = [
      say(
        "\(run.overall.document.document)：\(run.overall.claimCount) 条指标；",
        "\(run.overall.document.document): \(run.overall.claimCount) claims; ")
        + (run.others.isEmpty
          ? say("与自身核对", "held against itself")
          : run.others.map { plan in
            say(
              "\(plan.document.document)：\(plan.claimCount) 条",
              "\(plan.document.document): \(plan.claimCount)")
          }.joined(separator: say("，", ", ")))
    ]
    if !counts.isEmpty { lines.append(counts.joined(separator: say("，", ", "))) }
    if !sure.contains(where: { $0.status == .conflict }) {
      lines.append(
        say(
          "在 \(sure.count) 对可比的指标中没有发现冲突。",
          "No conflict found among \(Self.counted(sure.count, "compared pair", "compared pairs")).")
      )
    }
    lines += Self.tables(run)
    var besides: [String] = []
    let uncompared = sure.count { $0.status == .notComparable }
    if uncompared > 0 {
      besides.append(
        say(
          "\(uncompared) 对口径不同，不可比", Self.counted(uncompared, "pair", "pairs") + " not comparable"))
    }
    let proposed = pairs.count - sure.count
    if proposed > 0 {
      besides.append(
        say(
          "\(proposed) 对名称相近，有待确认",
          Self.counted(proposed, "pair", "pairs") + " of near names, not confirmed"))
    }
    let paired = Set(named.flatMap { [$0.a?.id, $0.b?.id].compactMap { $0 } })
    let all =
      run.overall.claimCount + run.others.reduce(0) { $0 + $1.claimCount }
    besides.append(
      say(
        "\(all - paired.count) 条没有对应的指标",
        Self.counted(all - paired.count, "claim has", "claims have") + " no counterpart"))
    lines.append(besides.joined(separator: say("；", "; ")) + say("。", "."))
  }

  /// How many totals of tables were held against their parts.
  private static func tables(_ run: CheckRun) -> [String] {
    if run.lacksTables {
      return [
        say(
          "原文件不在或已改动，表中合计未核对。",
          "The file is gone or another one by now: totals of tables were not checked.")
      ]
    }
    let sums = run.overall.tables
    guard sums.tables > 0 else { return [] }
    return [
      say(
        "\(sums.tables) 张表的合计：\(sums.agreeing) 个与各项之和相符，\(sums.faultCount) 个不符。",
        "Totals of \(counted(sums.tables, "table", "tables")): \(sums.agreeing) add up, "
          + "\(sums.faultCount) do not.")
    ]
  }

  private static func counted(_ count: Int, _ one: String, _ several: String) -> String {
    "\(count) \(count == 1 ? one : several)"
  }
}

extension Verdict.Status {
  /// For people; the name itself stands in machine-readable output.
  var said: String {
    switch self {
    case .agree: say("一致", "agree")
    case .conflict: say("冲突", "conflict")
    case .stricter: say("更高", "stricter")
    case .looser: say("偏低", "looser")
    case .baselineAgrees: say("基期一致", "baseline agrees")
    case .baselineDiffers: say("基期不一", "baseline differs")
    case .yearDiffers: say("年份不同", "year differs")
    case .onlyInA: say("仅总体规划有", "only in A")
    case .onlyInB: say("仅专项规划有", "only in B")
    case .peer: say("并列", "peer")
    case .partOf: say("部分", "part of")
    case .notComparable: say("不可比", "not comparable")
    }
  }
}
