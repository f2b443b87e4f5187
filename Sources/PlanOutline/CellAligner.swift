import PlanDocument

/// Gives the tokens of one row to the columns of its table, in order, at the least cost.
struct CellAligner {
  let columns: [TableColumn]

  /// Most tokens that one cell of a column is made of.
  private static func longestCell(_ kind: TableColumn.Kind) -> Int {
    switch kind {
    case .serial: 1
    case .unit, .attribute: 3
    case .value, .category: 4
    case .name, .other: 12
    }
  }

  struct Alignment {
    /// One range of tokens a column; empty where the cell is.
    var ranges: [Range<Int>]
    var cost: Double
  }

  /// - Returns: nil for no tokens.
  func align(_ tokens: [TableToken]) -> Alignment? {
    guard !tokens.isEmpty, !columns.isEmpty else { return nil }
    let width = tokens.count + 1
    var costs = Array(repeating: Double.infinity, count: (columns.count + 1) * width)
    var from = Array(repeating: 0, count: costs.count)
    costs[0] = 0
    for (index, column) in columns.enumerated() {
      for start in 0..<width where costs[index * width + start] < .infinity {
        let base = costs[index * width + start]
        var joined = 0.0
        var text = ""
        for end in start...min(tokens.count, start + Self.longestCell(column.kind)) {
          if end > start {
            text += tokens[end - 1].text
            if end - start > 1 { joined += joinCost(tokens[end - 2], tokens[end - 1], column.kind) }
          }
          let cost =
            base
            + (end == start
              ? emptyCost(column.kind) : joined + cellCost(text, column, tokens[start..<end]))
          let cell = (index + 1) * width + end
          if cost < costs[cell] {
            costs[cell] = cost
            from[cell] = start
          }
        }
      }
    }
    var ranges: [Range<Int>] = []
    var end = tokens.count
    let total = costs[columns.count * width + end]
    guard total < .infinity else { return nil }
    for index in stride(from: columns.count, to: 0, by: -1) {
      let start = from[index * width + end]
      ranges.append(start..<end)
      end = start
    }
    return Alignment(ranges: ranges.reversed(), cost: total)
  }

  private func emptyCost(_ kind: TableColumn.Kind) -> Double {
    switch kind {
    case .category: 0.4
    case .serial: 5
    case .name: 6
    case .unit: 2
    case .value: 2.5
    case .attribute: 2.5
    case .other: 2
    }
  }

  private func cellCost(
    _ text: String, _ column: TableColumn, _ tokens: ArraySlice<TableToken>
  ) -> Double {
    var cost = CellCost.of(text, in: column.kind)
    if let first = tokens.first, opensBracket(first), column.kind != .value { cost += 0.6 }
    // A category stands on lines of its own.
    if column.kind == .category, !tokens.allSatisfy(\.isWholeLine) { cost += 2 }
    if column.kind == .category, let last = tokens.last, last.text.count > 5 { cost += 0.7 }
    return cost
  }

  private func opensBracket(_ token: TableToken) -> Bool {
    token.text.first.map { "（(［[".contains($0) } ?? false
  }

  /// What it costs that two tokens are one cell.
  private func joinCost(
    _ before: TableToken, _ after: TableToken, _ kind: TableColumn.Kind
  ) -> Double {
    if kind == .serial { return 6 }
    if opensBracket(after), before.line != after.line { return 0.05 }
    // Two numbers, or a word and a number, side by side are two cells.
    let beforeIsNumber = before.isNumber
    let afterIsNumber = after.isNumber
    if beforeIsNumber && afterIsNumber { return 4 }
    if before.line == after.line {
      let borders = (before.text.unicodeScalars.last, after.text.unicodeScalars.first)
      if let last = borders.0, let first = borders.1, last.isHan != first.isHan,
        last.isHan || first.isHan, last.isLatinWord || first.isLatinWord
      {
        return afterIsNumber ? 2 : 0.3
      }
      return 1.2
    }
    if afterIsNumber || beforeIsNumber { return 2 }
    // Categories stand in the narrowest column and are broken most often.
    return kind == .category ? 0.1 : 0.35
  }
}
