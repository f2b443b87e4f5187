import PlanDocument

/// The totals of a table's rows, column by column.
struct RowSums {
  private let grid: SumGrid

  init(_ grid: SumGrid) { self.grid = grid }

  func sums() -> [TableSum] {
    let groups = RowGroups(grid).groups()
    let columns = grid.heads.indices.filter {
      TotalName.isAdditive(grid.heads[$0]) && $0 != grid.unitColumn
    }
    return groups.flatMap { group in
      let all = columns.compactMap { sum(group, $0) }
      let isAnyRight = all.contains { $0.difference == nil }
      return all.filter {
        $0.difference == nil || isEvident($0, group, isAnyRight, alone: all.count == 1)
      }
    }
  }

  private func sum(_ group: RowGroup, _ column: Int) -> TableSum? {
    func sum(_ rows: [Int]) -> TableSum? {
      TableSum(
        TableSum.Place(row: group.total, column: column),
        rows.map { TableSum.Place(row: $0, column: column) }, in: grid, isColumns: false)
    }
    let found = sum(group.parts)
    if let found, found.difference == nil { return found }
    for other in group.others {
      if let right = sum(other), right.difference == nil { return right }
    }
    return group.isComplete ? found : nil
  }

  /// Whether a difference is one of the plan and not of how its table was read.
  private func isEvident(
    _ sum: TableSum, _ group: RowGroup, _ isAnyRight: Bool, alone: Bool
  ) -> Bool {
    let share = sum.share(of: grid)
    if group.isNested { return share <= Self.nearly }
    if isAnyRight { return group.isNumbered || share <= Self.roughly }
    return group.isNumbered ? share <= Self.roughly : alone && share <= Self.nearly
  }

  /// A sum that is amiss by more than this is likely of other parts.
  private static let roughly = 0.25
  private static let nearly = 0.1
}
