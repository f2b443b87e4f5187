import PlanDocument

/// Totals of tables held against the rows and columns that make them up.
///
/// A total is judged only where its parts are evidently all that it holds; docs/check.md says when.
package struct TableSums: Sendable {
  /// A total that its parts do not add up to.
  struct Fault: Sendable {
    let total: TargetRecord
    /// The last of the parts.
    let last: TargetRecord
    /// What the first and the last part are called.
    let names: (first: String, last: String)
    let count: Int
    let isColumns: Bool
    let sum: Double
    let difference: Double
  }

  /// Tables with a total that could be judged.
  package private(set) var tables = 0
  /// Totals that are the sum of their parts, one a cell.
  package private(set) var agreeing = 0
  private(set) var faults: [Fault] = []
  package var faultCount: Int { faults.count }

  /// A conflict for each total that is not the sum of its parts: A is the total, B the last part.
  var verdicts: [Verdict] {
    faults.map { fault in
      var verdict = Verdict(
        status: .conflict, key: fault.total.indicatorKey, score: 1, a: fault.total, b: fault.last,
        difference: fault.difference,
        reason: .tableSum(
          fault.sum, of: fault.count, from: fault.names.first, to: fault.names.last,
          isColumns: fault.isColumns))
      verdict.match = .part
      verdict.confidence = fault.total.confidence
      return verdict
    }
  }

  /// Of nothing.
  package init() {}

  package init(_ outline: Outline, source: SourceText, document: DocumentID) {
    var passages: [TableRowPlace: Int] = [:]
    for (number, passage) in outline.passages.enumerated() {
      if let row = passage.row { passages[row] = number }
    }
    for (number, table) in outline.tables.enumerated() where table.rows.count > 1 {
      let grid = SumGrid(table)
      let sums = RowSums(grid).sums() + ColumnSums(grid).sums()
      guard !sums.isEmpty else { continue }
      tables += 1
      agreeing += sums.count { $0.difference == nil }
      let records = CellRecords(
        grid: grid, number: number, outline: outline, source: source, document: document,
        passages: passages)
      for sum in sums {
        guard let difference = sum.difference, let first = sum.parts.first,
          let last = sum.parts.last, let total = records.record(sum.total, "table.total"),
          let part = records.record(last, "table.part")
        else { continue }
        faults.append(
          Fault(
            total: total, last: part,
            names: (records.name(first, sum.isColumns), records.name(last, sum.isColumns)),
            count: sum.parts.count, isColumns: sum.isColumns, sum: sum.sum,
            difference: difference))
      }
    }
  }
}

/// A total of a table and what its parts come to.
struct TableSum {
  struct Place: Hashable {
    let row: Int
    let column: Int
  }

  let total: Place
  let parts: [Place]
  let isColumns: Bool
  let sum: Double
  /// The sum less the total; nil where they are the same within the rounding of what is written.
  let difference: Double?

  /// - Returns: nil where a cell has no amount, or not in the same unit.
  init?(_ total: Place, _ parts: [Place], in grid: SumGrid, isColumns: Bool) {
    let whole = grid.rows[total.row].amounts[total.column]
    guard let stated = whole.value, whole.isNumber, !parts.isEmpty else { return nil }
    var sum = 0.0
    var slack = whole.roundingError
    var hasPart = false
    for part in parts {
      let amount = grid.rows[part.row].amounts[part.column]
      guard let value = amount.value else { return nil }
      if amount.isNumber {
        guard amount.unit == whole.unit, grid.unit(ofRow: part.row) == grid.unit(ofRow: total.row)
        else { return nil }
        hasPart = true
      }
      sum += value
      slack += amount.roundingError
    }
    guard hasPart else { return nil }
    let units = [whole.unit ?? "", grid.unit(ofRow: total.row), grid.unit(ofColumn: total.column)]
    // What is counted one by one is not rounded.
    if units.contains(where: Self.counted.contains), slack * 2 == Double(parts.count + 1) {
      slack = 0
    }
    let unit = units.first { !$0.isEmpty } ?? ""
    if unit == "%" || unit == "％" || TotalName.isShare(grid.heads[total.column]) {
      // Shares of one whole; other rates do not add up.
      guard stated == 100, (90...110).contains(sum) else { return nil }
    }
    self.total = total
    self.parts = parts
    self.isColumns = isColumns
    self.sum = (sum * 1e6).rounded() / 1e6
    let rest = sum - stated
    difference = abs(rest) <= slack + 1e-9 * abs(stated) ? nil : (rest * 1e6).rounded() / 1e6
  }

  /// How much of the total is amiss, 0 ... 1 and more.
  func share(of grid: SumGrid) -> Double {
    let stated = abs(grid.rows[total.row].amounts[total.column].value ?? 0)
    return stated > 0 ? abs(difference ?? 0) / stated : .infinity
  }

  private static let counted: Set<String> = [
    "个", "家", "所", "处", "座", "项", "条", "件", "套", "台", "人", "户", "名", "辆", "村", "次",
  ]
}
