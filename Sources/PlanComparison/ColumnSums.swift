import PlanDocument

/// The totals of a table's columns, row by row.
struct ColumnSums {
  private let grid: SumGrid

  init(_ grid: SumGrid) { self.grid = grid }

  func sums() -> [TableSum] {
    grid.heads.indices.filter { TotalName.isColumn(grid.heads[$0]) }.flatMap { total in
      // Of several sets of columns the one that most rows confirm.
      let found = candidates(total).map { sums(total, $0) }.filter(Self.isConfirmed)
      return found.max { Self.right($0) < Self.right($1) } ?? []
    }
  }

  private func sums(_ total: Int, _ parts: [Int]) -> [TableSum] {
    grid.rows.indices.compactMap { row in
      TableSum(
        TableSum.Place(row: row, column: total),
        parts.map { TableSum.Place(row: row, column: $0) }, in: grid, isColumns: true)
    }
  }

  /// That the columns are all parts is seen from the rows: most of them add up.
  private static func isConfirmed(_ sums: [TableSum]) -> Bool {
    let right = right(sums)
    return right > 1 && right >= 3 * (sums.count - right)
  }

  private static func right(_ sums: [TableSum]) -> Int { sums.count { $0.difference == nil } }

  /// The columns of the same group of the head, or those beside the total as far as they have
  /// amounts.
  private func candidates(_ total: Int) -> [[Int]] {
    var found: [[Int]] = []
    if let group = grid.groups[total] { found.append(group.filter { $0 != total && isPart($0) }) }
    var right: [Int] = []
    for column in grid.heads.indices where column > total {
      guard isPart(column) else { break }
      right.append(column)
    }
    var left: [Int] = []
    for column in grid.heads.indices.reversed() where column < total {
      guard isPart(column) else { break }
      left.append(column)
    }
    found += [right, left.reversed()]
    found += found.map { $0.filter { !grid.heads[$0].holds("其中") } }
    let unit = grid.unit(ofColumn: total)
    return found.filter { parts in
      parts.count > 1 && parts.allSatisfy { grid.unit(ofColumn: $0) == unit }
    }
  }

  private func isPart(_ column: Int) -> Bool {
    guard !TotalName.isColumn(grid.heads[column]), TotalName.isAdditive(grid.heads[column]),
      column != grid.unitColumn
    else { return false }
    let amounts = grid.rows.map { $0.amounts[column] }
    return amounts.count(where: \.isNumber) * 2 > amounts.count { $0 != .empty }
  }
}
