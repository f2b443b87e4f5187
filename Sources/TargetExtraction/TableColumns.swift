import PlanDocument

/// What the columns of a table hold, by the words of its head.
struct TableColumns {
  struct ValueColumn {
    var index: Int
    var year: String?
    var kind: PlanTarget.Kind
    /// 年均增速
    var isGrowth = false
    /// 五年累计, and 年均/累计 where a bracket makes the difference
    var isCumulative = false
    /// From the head: 2025年（%）
    var unit: String?
    /// 2020年目标 in a plan for the years behind it.
    fileprivate var isPastTarget = false
  }

  private(set) var kind: PlanTarget.TableKind?
  private(set) var name: Int?
  /// Further columns under the same head, which make the name more exact.
  private(set) var subnames: [Int] = []
  private(set) var unit: Int?
  private(set) var baseline: Int?
  private(set) var baselineYear: String?
  private(set) var values: [ValueColumn] = []
  private(set) var binding: Int?
  /// 责任单位, 牵头部门
  private(set) var responsible: Int?
  /// 单位：% above the table.
  private(set) var sharedUnit: String?

  init(_ table: PlanTable, times: DocumentTimes) {
    let found = TableHeads(table)
    let heads = found.texts
    sharedUnit = found.sharedUnit
    for (column, head) in heads.enumerated() where !head.isEmpty {
      if name == nil, Self.isName(head), !head.holds("项目类型") {
        name = column
      } else if head.holds("单位"), unit == nil, !Self.isResponsible(head) {
        unit = column
      } else if head.holds("属性") || head.holds("性质") || head.holds("指标类型") {
        binding = column
      } else if Self.isResponsible(head), responsible == nil {
        responsible = column
      }
    }
    // Where several heads say 指标, the name is the one with the longest cells.
    if let found = name { name = Self.longest(in: table, heads: heads, from: found) }
    kind = TableKindReader(heads: heads).kind
    for (column, head) in heads.enumerated()
    where !head.isEmpty && column != name && column != unit && column != binding
      && column != responsible
    {
      classify(head, column, times)
    }
    if binding == nil { binding = Self.attributes(in: table, columns: heads.count) }
    if name == nil, kind == .indicator { name = Self.unnamed(table, heads, self) }
    if let name {
      subnames = heads.indices.filter {
        $0 > name && found.groups[$0] == found.groups[name] && heads[$0] == heads[name]
      }
    }
    settleBaseline(heads)
    if values.isEmpty, let only = baseline, times.period == nil {
      values = [ValueColumn(index: only, year: baselineYear, kind: .target)]
      baseline = nil
    }
    settleReview()
    if kind == nil, name != nil, !values.isEmpty { kind = .indicator }
  }

  /// Without a period: of two years the earlier one, whose head promises nothing, is the baseline.
  private mutating func settleBaseline(_ heads: [String]) {
    guard baseline == nil, values.count > 1 else { return }
    let plain = values.filter { column in
      column.year != nil && !column.isGrowth
        && !Self.saysTarget(heads[column.index])
    }
    let promised = values.filter { column in !plain.contains { $0.index == column.index } }
    guard plain.count == 1, let base = plain.first, let year = base.year,
      promised.contains(where: { ($0.year ?? "") > year })
    else { return }
    baseline = base.index
    baselineYear = year
    values.removeAll { $0.index == base.index }
  }

  /// Targets of a period that has passed stand beside what was reached: the table is a review.
  private mutating func settleReview() {
    let past = values.filter(\.isPastTarget)
    guard !past.isEmpty else { return }
    values.removeAll(where: \.isPastTarget)
    guard values.isEmpty, let reached = baseline else { return }
    values = [ValueColumn(index: reached, year: baselineYear ?? past[0].year, kind: .actual)]
    baseline = nil
    baselineYear = nil
  }

  private static let names = ["指标名称", "主要指标", "指标", "名称", "项目"]

  private static func isName(_ head: String) -> Bool {
    names.contains(where: head.holds)
      && !["属性", "值", "单位", "类型", "类别", "层级", "目标", "性质"].contains(where: head.holds)
  }

  private static func isResponsible(_ head: String) -> Bool {
    ["责任", "牵头", "负责", "主管", "实施单位"].contains(where: head.holds)
  }

  private static func saysTarget(_ head: String) -> Bool {
    ["目标", "任务", "规划", "预期", "计划"].contains(where: head.holds)
  }

  /// Heads of columns that hold no values of indicators.
  private static let notes = [
    "序号", "编号", "类别", "备注", "部门", "说明", "领域", "分类", "依据", "来源", "口径", "范围", "层级", "地点", "内容", "性质",
    "时限", "措施", "举措", "完成率", "起止", "年限", "名称",
  ]

  private mutating func classify(_ head: String, _ column: Int, _ times: DocumentTimes) {
    guard !Self.notes.contains(where: head.holds) else { return }
    let text = PassageText(MendedText(TextSpan(0, head.utf8.count), of: SourceText(head)))
    let year = HeadYears.year(in: text, times)
    let isGrowth = ["年均", "增速", "增长", "增幅"].contains(where: head.holds)
    let isCumulative = head.holds("累计")
    let saysTarget = Self.saysTarget(head)
    let saysBase = ["现状", "基期", "实际", "完成", "基准", "基数", "预计", "执行"].contains(
      where: head.contains)
    let isPast = year.map { HeadYears.isPast($0, times) } ?? false
    var value = ValueColumn(
      index: column, year: year, kind: .target, isGrowth: isGrowth, isCumulative: isCumulative,
      unit: HeadYears.unit(in: head))
    if isGrowth || (isCumulative && !saysBase) {
      // A rate has a time only where the head gives the span.
      if isGrowth, year?.contains("-") != true { value.year = nil }
      if isCumulative, !isGrowth { value.year = year ?? Self.period(times) }
      if !isPast { values.append(value) }
    } else if isPast && saysTarget && !saysBase {
      value.isPastTarget = true
      values.append(value)
    } else if (saysBase && !(saysTarget && year != nil && !isPast && times.period != nil)) || isPast
    {
      takeBaseline(column, year)
    } else if year != nil {
      values.append(value)
    } else if saysTarget {
      value.year = Self.period(times)
      values.append(value)
    }
  }

  /// Of several years that have passed the last one is the base.
  private mutating func takeBaseline(_ column: Int, _ year: String?) {
    guard baseline == nil || (year ?? "") > (baselineYear ?? "") else { return }
    baseline = column
    baselineYear = year
  }

  private static func period(_ times: DocumentTimes) -> String? {
    times.period.map { "\($0.lowerBound)-\($0.upperBound)" }
  }

  private static func size(_ column: Int, in table: PlanTable) -> Int {
    table.rows.prefix(200).reduce(0) { sum, row in
      sum + (row.cells.first { $0.column == column }?.text.count ?? 0)
    }
  }

  private static func longest(in table: PlanTable, heads: [String], from first: Int) -> Int {
    let candidates = heads.indices.filter { isName(heads[$0]) }
    return candidates.max { size($0, in: table) < size($1, in: table) } ?? first
  }

  /// The column that holds 约束性 and 预期性, whatever its head says.
  private static func attributes(in table: PlanTable, columns: Int) -> Int? {
    var counts = [Int](repeating: 0, count: columns)
    for row in table.rows.prefix(50) {
      for cell in row.cells where cell.column < columns && cell.text.count <= 30 {
        let text = cell.text.string
        if text.holds("约束") || text.holds("预期") { counts[cell.column] += 1 }
      }
    }
    let best = counts.indices.max { counts[$0] < counts[$1] }
    return best.flatMap { counts[$0] * 2 > min(50, table.rows.count) ? $0 : nil }
  }

  /// The column of names whose head is empty or says something else: the one with most words.
  private static func unnamed(
    _ table: PlanTable, _ heads: [String], _ columns: TableColumns
  ) -> Int? {
    let taken =
      columns.values.map(\.index)
      + [columns.unit, columns.baseline, columns.binding]
      .compactMap { $0 }
    guard let first = taken.min() else { return nil }
    return heads.indices.filter { $0 < first && !heads[$0].holds("序号") }
      .max { size($0, in: table) < size($1, in: table) }
  }
}
