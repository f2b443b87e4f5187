import PlanDocument

/// The cells that the lines of one table or frame make.
struct RuledGrid {
  struct Cell {
    var row: Int
    var column: Int
    var rowSpan: Int
    var columnSpan: Int
  }

  /// Borders of the columns and rows, ascending; one more than there are.
  let columns: [Double]
  let rows: [Double]
  /// By row, then column; they cover the whole of it.
  let cells: [Cell]

  var left: Double { columns.first ?? 0 }
  var right: Double { columns.last ?? 0 }
  var top: Double { rows.first ?? 0 }
  var bottom: Double { rows.last ?? 0 }
  var area: Double { (right - left) * (bottom - top) }

  /// How far a line's end may stay from the line that it meets, in points.
  private static let reach = 4.0

  /// The grids of a page, the smallest first.
  static func grids(_ rules: PageRules) -> [RuledGrid] {
    let groups = connected(rules)
    return groups.compactMap(RuledGrid.init).sorted { $0.area < $1.area }
  }

  /// Lines that meet, group by group.
  private static func connected(_ rules: PageRules) -> [PageRules] {
    let across = rules.horizontal
    let down = rules.vertical
    var parent = Array(0..<across.count + down.count)
    func root(_ index: Int) -> Int {
      var index = index
      while parent[index] != index {
        parent[index] = parent[parent[index]]
        index = parent[index]
      }
      return index
    }
    for (a, one) in across.enumerated() {
      for (b, other) in down.enumerated()
      where other.position >= one.start - reach && other.position <= one.end + reach
        && one.position >= other.start - reach && one.position <= other.end + reach
      {
        parent[root(a)] = root(across.count + b)
      }
    }
    var groups: [Int: PageRules] = [:]
    for index in across.indices {
      groups[root(index), default: PageRules()].horizontal.append(across[index])
    }
    for index in down.indices {
      groups[root(across.count + index), default: PageRules()].vertical.append(down[index])
    }
    return groups.keys.sorted().compactMap { groups[$0] }
  }

  private init?(_ rules: PageRules) {
    guard rules.horizontal.count >= 2, !rules.vertical.isEmpty else { return nil }
    var columns = Self.places(rules.vertical.map(\.position))
    var rows = Self.places(rules.horizontal.map(\.position))
    // A table may be open at its sides.
    let left = rules.horizontal.map(\.start).min() ?? 0
    let right = rules.horizontal.map(\.end).max() ?? 0
    let top = rules.vertical.map(\.start).min() ?? 0
    let bottom = rules.vertical.map(\.end).max() ?? 0
    if let first = columns.first, first - left > 2 * Self.reach { columns.insert(left, at: 0) }
    if let last = columns.last, right - last > 2 * Self.reach { columns.append(right) }
    if let first = rows.first, first - top > 2 * Self.reach { rows.insert(top, at: 0) }
    if let last = rows.last, bottom - last > 2 * Self.reach { rows.append(bottom) }
    guard (2...80).contains(columns.count), (2...300).contains(rows.count) else { return nil }
    self.columns = columns
    self.rows = rows
    cells = Self.cells(rules, columns: columns, rows: rows)
  }

  /// Positions that are one line, each once.
  private static func places(_ positions: [Double]) -> [Double] {
    var places: [(sum: Double, count: Double, last: Double)] = []
    for position in positions.sorted() {
      if let last = places.last, position - last.last <= reach {
        places[places.count - 1] = (last.sum + position, last.count + 1, position)
      } else {
        places.append((position, 1, position))
      }
    }
    return places.map { $0.sum / $0.count }
  }

  private static func cells(
    _ rules: PageRules, columns: [Double], rows: [Double]
  ) -> [Cell] {
    let width = columns.count - 1
    let height = rows.count - 1
    /// Whether a line stands between a field and the one right of it, or below it.
    func isRuled(_ lines: [PageRule], at place: Double, _ start: Double, _ end: Double) -> Bool {
      var covered = 0.0
      for line in lines where abs(line.position - place) <= reach {
        covered = max(covered, min(line.end, end) - max(line.start, start))
      }
      return covered >= (end - start) * 0.6
    }
    var taken = Array(repeating: Array(repeating: false, count: width), count: height)
    var cells: [Cell] = []
    for row in 0..<height {
      for column in 0..<width where !taken[row][column] {
        var columnSpan = 1
        while column + columnSpan < width, !taken[row][column + columnSpan],
          !isRuled(
            rules.vertical, at: columns[column + columnSpan], rows[row], rows[row + 1])
        {
          columnSpan += 1
        }
        var rowSpan = 1
        while row + rowSpan < height,
          !(column..<column + columnSpan).contains(where: { taken[row + rowSpan][$0] }),
          !isRuled(
            rules.horizontal, at: rows[row + rowSpan], columns[column],
            columns[column + columnSpan])
        {
          rowSpan += 1
        }
        for y in row..<row + rowSpan {
          for x in column..<column + columnSpan { taken[y][x] = true }
        }
        cells.append(
          Cell(row: row, column: column, rowSpan: rowSpan, columnSpan: columnSpan))
      }
    }
    return cells
  }

  func contains(_ word: PDFWord) -> Bool {
    word.centre >= left - 1 && word.centre <= right + 1 && word.middle >= top - 1
      && word.middle <= bottom + 1
  }

  /// The cell that holds a word's middle; nil outside.
  func cell(of word: PDFWord) -> Int? {
    guard contains(word) else { return nil }
    let column = max(0, min(columns.partitionPoint { $0 <= word.centre } - 1, columns.count - 2))
    let row = max(0, min(rows.partitionPoint { $0 <= word.middle } - 1, rows.count - 2))
    return cells.firstIndex {
      ($0.row..<$0.row + $0.rowSpan).contains(row)
        && ($0.column..<$0.column + $0.columnSpan).contains(column)
    }
  }
}
