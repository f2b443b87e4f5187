import PlanDocument

/// A row that sums up others, and which.
struct RowGroup {
  let total: Int
  let parts: [Int]
  /// Whether the rows are evidently all that the total holds.
  let isComplete: Bool
  /// Whether the parts are numbered from 1 on without a gap.
  var isNumbered = false
  /// Whether the total is no row of a total by its name, but one with parts of a deeper number.
  var isNested = false
  /// Other rows that it may be the sum of; where they add up, nothing is wrong.
  var others: [[Int]] = []
}

/// Finds the rows that make up each total of a table.
struct RowGroups {
  private let rows: [SumGrid.Row]

  init(_ grid: SumGrid) { rows = grid.rows }

  func groups() -> [RowGroup] {
    var found: [RowGroup] = []
    // From below, since a 合计 is complete where its 小计 are.
    for level in 1...TotalName.highest {
      for total in rows.indices where rows[total].level == level && rows[total].hasAmounts {
        found.append(group(total, level, among: found))
      }
    }
    return found + nested()
  }

  // MARK: Totals by name

  private func group(_ total: Int, _ level: Int, among found: [RowGroup]) -> RowGroup {
    let region = region(of: total, level)
    let with = region.filter { rows[$0].hasAmounts }
    let lower = with.filter { rows[$0].level != nil }
    guard let top = lower.compactMap({ rows[$0].level }).max() else {
      return items(with, in: region, of: total, level)
    }
    let parts = lower.filter { rows[$0].level == top }
    let rest =
      leads(top) ? [] : with.filter { $0 > (parts.last ?? 0) && rows[$0].level == nil }
    let groups = found.filter { parts.contains($0.total) }
    return RowGroup(
      total: total, parts: parts,
      isComplete: rest.isEmpty && parts.count > 1 && groups.allSatisfy(\.isComplete),
      isNumbered: groups.allSatisfy(\.isNumbered),
      others: [parts + rest, with.filter { rows[$0].level == nil }])
  }

  /// The rows before a total up to the one of its level, or behind it where totals lead.
  private func region(of total: Int, _ level: Int) -> Range<Int> {
    func ends(_ row: Int) -> Bool { rows[row].hasAmounts && (rows[row].level ?? 0) >= level }
    if leads(level) {
      let end = rows.indices.first { $0 > total && ends($0) } ?? rows.count
      return total + 1..<end
    }
    let start = rows.indices.last { $0 < total && ends($0) }.map { $0 + 1 } ?? 0
    return start..<total
  }

  /// Whether the totals of a level stand in front of their parts: the first has nothing above it, and
  /// the last has something below.
  private func leads(_ level: Int) -> Bool {
    let totals = rows.indices.filter { rows[$0].hasAmounts && rows[$0].level == level }
    guard let first = totals.first, let last = totals.last else { return false }
    func isPart(_ row: SumGrid.Row) -> Bool { row.hasAmounts && (row.level ?? 0) < level }
    return !rows[..<first].contains(where: isPart)
      && rows[(last + 1)...].prefix { ($0.level ?? 0) <= level }.contains(where: isPart)
  }

  private func items(
    _ with: [Int], in region: Range<Int>, of total: Int, _ level: Int
  ) -> RowGroup {
    let main = with.filter { !rows[$0].isAmong }
    let style = main.first.flatMap { rows[$0].ordinal?.style }
    let parts = style == nil ? main : main.filter { rows[$0].ordinal?.style == style }
    let titles = region.filter { !rows[$0].hasAmounts }
    let innerTitles = titles.filter { $0 > (with.first ?? 0) }
    let isNumbered = style != nil && counts(parts, titles)
    var isComplete = isNumbered || parts.allSatisfy { rows[$0].ordinal == nil }
    // Without numbers nobody knows where what 其中 opens ends.
    if !isNumbered, main.count < with.count { isComplete = false }
    if isNumbered, main.contains(where: { rows[$0].ordinal == nil }) { isComplete = false }
    if level <= TotalName.subtotal, !innerTitles.isEmpty { isComplete = false }
    if !isNumbered, parts.count < 2 { isComplete = false }
    var others = parts.count == with.count ? [] : [with, main]
    if let among = with.first(where: { rows[$0].isAmong }) {
      others.append(with.filter { $0 < among })
    }
    return RowGroup(
      total: total, parts: parts, isComplete: isComplete, isNumbered: isNumbered, others: others)
  }

  /// 1, 2, 3; from 1 again only below a title.
  private func counts(_ parts: [Int], _ titles: [Int]) -> Bool {
    var last = 0
    var lastRow = -1
    for row in parts {
      guard let number = rows[row].ordinal?.number else { return false }
      let isNew = number == 1 && titles.contains { $0 > lastRow && $0 < row }
      guard number == last + 1 || isNew else { return false }
      last = number
      lastRow = row
    }
    return last > 0
  }

  // MARK: Totals by number

  /// 1 甲 100 with （1）乙 60 and （2）丙 40 below it.
  private func nested() -> [RowGroup] {
    var found: [RowGroup] = []
    for total in rows.indices.dropLast() {
      guard rows[total].hasAmounts, rows[total].level == nil, let own = rows[total].ordinal,
        let style = rows[total + 1].ordinal?.style, style.rawValue > own.style.rawValue
      else { continue }
      let below = rows[(total + 1)...].prefix { row in
        row.hasAmounts && row.level == nil && !row.isAmong
          && (row.ordinal?.style.rawValue ?? 0) >= style.rawValue
      }
      let parts = below.indices.filter { rows[$0].ordinal?.style == style }
      guard parts.count > 1, counts(parts, []) else { continue }
      let isEnded =
        below.endIndex == rows.count || rows[below.endIndex].ordinal != nil
        || !rows[below.endIndex].hasAmounts || rows[below.endIndex].level != nil
      guard isEnded else { continue }
      found.append(
        RowGroup(total: total, parts: parts, isComplete: true, isNumbered: true, isNested: true))
    }
    return found
  }
}
