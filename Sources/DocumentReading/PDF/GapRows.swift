/// The rows of a table that no lines draw.
///
/// Cells of a row have their middles, or their upper edges, at one height. A cell over several rows
/// has its middle at the middle of all of them, often between two.
struct GapRows {
  /// Where a cell stands: its rows.
  private(set) var places: [ClosedRange<Int>]
  private(set) var count: Int

  /// How cells of a row are aligned.
  private enum Alignment: CaseIterable { case middle, top, bottom }

  private struct Level {
    var key: Double
    var cells: [Int]
    var core: ClosedRange<Double>
  }

  /// How far the heights of a row's cells may differ, in ems: digits have other boxes than Chinese.
  private static let drift = 0.4

  /// - Parameter columnCount: of the table.
  init(_ cells: [GapCell], columnCount: Int) {
    guard !cells.isEmpty else {
      places = []
      count = 0
      return
    }
    let em = cells.map(\.em).sorted()[cells.count / 2]
    let telling = Self.telling(cells, columnCount: columnCount)
    let reach = max(Self.pitch(cells, telling) * 0.35, em * 0.3)
    let readings = Alignment.allCases.map {
      Self.levels(cells, telling, $0, em: em, reach: reach)
    }
    // In the right reading few cells are alone.
    let lonely = readings.map { levels in levels.count { $0.cells.count == 1 } }
    let best = readings.indices.min { (lonely[$0], $0) < (lonely[$1], $1) } ?? 0
    let rows = Self.chosen(readings[best])
    count = rows.count
    places = Array(repeating: 0...0, count: cells.count)
    guard !rows.isEmpty else { return }
    var isPlaced = Array(repeating: false, count: cells.count)
    for (row, level) in rows.enumerated() {
      for cell in level.cells {
        places[cell] = row...row
        isPlaced[cell] = true
      }
    }
    let borders = Self.borders(rows, cells)
    let titles = Self.titles(rows, cells, Alignment.allCases[best], em: em)
    for column in 0..<columnCount {
      let own = cells.indices.filter { cells[$0].columns == column...column }
      if Alignment.allCases[best] == .top {
        guard column <= 1 else { continue }
        stretch(own, of: cells, rows, isPlaced: &isPlaced, em: em)
      } else {
        place(own, of: cells, borders: borders, titles: titles, isPlaced: &isPlaced, em: em)
      }
    }
    for index in cells.indices where !isPlaced[index] {
      let key = Self.key(cells[index], Alignment.allCases[best])
      let row = borders.dropFirst().dropLast().count { $0 < key }
      places[index] = row...row
    }
  }

  /// Distance of two rows, from the last line of one to the first of the other.
  static func pitch(_ cells: [GapCell], _ telling: [Int]) -> Double {
    var distances: [Double] = []
    for (one, other) in zip(telling, telling.dropFirst())
    where cells[one].columns == cells[other].columns {
      let distance =
        cells[other].lines[0].middle - cells[one].lines[cells[one].lines.count - 1].middle
      if distance > 0 { distances.append(distance) }
    }
    distances.sort()
    return distances.isEmpty ? 0 : distances[distances.count / 20]
  }

  /// Cells that rows are learnt from: those of columns that most rows fill, and over several.
  /// Titles of groups stand between rows.
  static func telling(_ cells: [GapCell], columnCount: Int) -> [Int] {
    var perColumn = Array(repeating: 0, count: columnCount)
    for cell in cells where cell.columns.count == 1 { perColumn[cell.columns.lowerBound] += 1 }
    let most = perColumn.max() ?? 0
    return cells.indices.filter {
      cells[$0].columns.count > 1 || perColumn[cells[$0].columns.lowerBound] * 10 >= most * 7
    }
  }

  private static func key(_ cell: GapCell, _ alignment: Alignment) -> Double {
    switch alignment {
    case .middle: cell.middle
    case .top: cell.lines[0].middle
    case .bottom: cell.lines[cell.lines.count - 1].middle
    }
  }

  /// Cells at one height, from top to bottom.
  private static func levels(
    _ cells: [GapCell], _ telling: [Int], _ alignment: Alignment, em: Double, reach: Double
  ) -> [Level] {
    let order = telling.sorted { key(cells[$0], alignment) < key(cells[$1], alignment) }
    var levels: [Level] = []
    for index in order {
      let cell = cells[index]
      let key = key(cell, alignment)
      let core = cell.core(reach: reach)
      if let last = levels.last, key - last.key <= drift * em,
        !last.cells.contains(where: { cells[$0].columns.overlaps(cell.columns) })
      {
        let size = Double(last.cells.count)
        levels[levels.count - 1].key = (last.key * size + key) / (size + 1)
        levels[levels.count - 1].cells.append(index)
        levels[levels.count - 1].core = last.core.reaching(over: core)
      } else {
        levels.append(Level(key: key, cells: [index], core: core))
      }
    }
    return levels
  }

  /// As many levels that do not overlap as there can be, and of these the ones with most cells.
  private static func chosen(_ levels: [Level]) -> [Level] {
    let rows = levels.sorted { $0.core.upperBound < $1.core.upperBound }
    var best: [(rows: Int, cells: Int, before: Int?, takes: Bool)] = []
    for (index, level) in rows.enumerated() {
      let before = (0..<index).last { rows[$0].core.upperBound <= level.core.lowerBound }
      let rest = before.map { best[$0] }
      let taken = ((rest?.rows ?? 0) + 1, (rest?.cells ?? 0) + level.cells.count)
      if index > 0, (best[index - 1].rows, best[index - 1].cells) >= taken {
        best.append((best[index - 1].rows, best[index - 1].cells, index - 1, false))
      } else {
        best.append((taken.0, taken.1, before, true))
      }
    }
    var chosen: [Level] = []
    var next = best.indices.last
    while let index = next {
      if best[index].takes { chosen.append(rows[index]) }
      next = best[index].before
    }
    return chosen.reversed()
  }

  /// Rows that hold nothing but the title of a group, over several columns or in the middle of the
  /// table: no cell reaches over them.
  private static func titles(
    _ rows: [Level], _ cells: [GapCell], _ alignment: Alignment, em: Double
  ) -> Set<Int> {
    let left = cells.map(\.left).min() ?? 0
    let right = cells.map(\.right).max() ?? 0
    return Set(
      rows.indices.filter { row in
        guard rows[row].cells.count == 1, let own = rows[row].cells.first else { return false }
        let cell = cells[own]
        return
          (cell.columns.count > 1
          || PDFTable.isCentred((cell.left + cell.right) / 2, between: left, and: right))
          && !cells.indices.contains {
            $0 != own && abs(key(cells[$0], alignment) - rows[row].key) < em * 0.5
          }
      })
  }

  /// Heights between the rows, one more than there are.
  private static func borders(_ rows: [Level], _ cells: [GapCell]) -> [Double] {
    var borders: [Double] = []
    for (one, other) in zip(rows, rows.dropFirst()) {
      borders.append((one.core.upperBound + other.core.lowerBound) / 2)
    }
    guard let first = rows.first, let last = rows.last else { return [] }
    let upper = borders.first.map { $0 - first.core.upperBound } ?? 0
    let lower = borders.last.map { last.core.lowerBound - $0 } ?? 0
    return [first.core.lowerBound - upper] + borders + [last.core.upperBound + lower]
  }

  /// Lets the cells of a column that stand at the head of rows reach down to the next of them.
  private mutating func stretch(
    _ own: [Int], of cells: [GapCell], _ rows: [Level], isPlaced: inout [Bool], em: Double
  ) {
    guard own.count * 10 < count * 7, own.count >= 3 else { return }
    let heads = own.map { cell in
      rows.firstIndex { abs($0.key - Self.key(cells[cell], .top)) <= Self.drift * em }
    }
    for (index, cell) in own.enumerated() {
      guard let first = heads[index] else { continue }
      let next = heads[(index + 1)...].lazy.compactMap(\.self).first ?? count
      places[cell] = first...max(first, next - 1)
      isPlaced[cell] = true
    }
  }

  /// Places the cells of one column: those that are no row's own stand for several rows.
  private mutating func place(
    _ own: [Int], of cells: [GapCell], borders: [Double], titles: Set<Int>,
    isPlaced: inout [Bool], em: Double
  ) {
    guard own.contains(where: { !isPlaced[$0] }) || own.count * 2 <= count else { return }
    let isSparse = own.count * 10 < count * 7
    if own.count >= 2,
      let tiles = tiles(own.map { cells[$0].middle }, borders, titles, em: em, isCut: isSparse)
    {
      for (cell, tile) in zip(own, tiles) {
        places[cell] = tile
        isPlaced[cell] = true
      }
      return
    }
    for index in own where !isPlaced[index] {
      let core = cells[index].core(reach: em * 0.3)
      let rows = (0..<count).filter {
        borders[$0 + 1] > core.lowerBound && borders[$0] < core.upperBound
      }
      guard let first = rows.first, let last = rows.last else { continue }
      let others = own.filter { $0 != index && isPlaced[$0] }
      if first == last || !others.contains(where: { places[$0].overlaps(first...last) }) {
        places[index] = first...last
        isPlaced[index] = true
      }
    }
  }

  /// Spans of rows, side by side to the last row, whose middles are the given ones; nil where there
  /// are none. In front of the first one a cell of the page before may go on.
  ///
  /// - Parameters:
  ///   - titles: rows that no span holds.
  ///   - isCut: whether the last one may go on on the next page.
  private func tiles(
    _ middles: [Double], _ borders: [Double], _ titles: Set<Int>, em: Double, isCut: Bool
  ) -> [ClosedRange<Int>]? {
    let mayBegin = isCut && middles.count >= 3 ? 0..<max(count, 2) : 0..<1
    var best: (tiles: [ClosedRange<Int>], misfit: Double)?
    for first in mayBegin {
      // Spans of 5, 4 and 6 rows have middles near those of 7, 2 and 8: the nearest are taken.
      if let found = tiles(middles, from: first, borders, titles, em: em, isCut: isCut),
        found.misfit < (best?.misfit ?? .infinity) - 0.2
      {
        best = found
      }
    }
    return best?.tiles
  }

  /// - Returns: also the mean distance of the middles from those of the spans, in points.
  private func tiles(
    _ middles: [Double], from start: Int, _ borders: [Double], _ titles: Set<Int>, em: Double,
    isCut: Bool
  ) -> (tiles: [ClosedRange<Int>], misfit: Double)? {
    var tiles: [ClosedRange<Int>] = []
    var misfit = 0.0
    var first = start
    for (index, middle) in middles.enumerated() {
      while titles.contains(first) { first += 1 }
      guard first < count else { return nil }
      let limit = titles.filter { $0 > first }.min() ?? count
      let off = (first..<limit).map { abs((borders[first] + borders[$0 + 1]) / 2 - middle) }
      guard let best = off.indices.min(by: { off[$0] < off[$1] }) else { return nil }
      var end = first + best
      let isExact = off[best] <= em * 0.75
      // Numbers of rows, in front of a sum without one, are no spans.
      if isExact, best == 0, index == middles.count - 1, tiles.allSatisfy({ $0.count == 1 }) {
        return (tiles + [first...first], misfit / Double(middles.count))
      }
      if isCut, index == middles.count - 1, index >= 2, middle > borders[first], limit == count {
        end = count - 1
      } else if isExact {
        misfit += off[best]
      } else {
        return nil
      }
      tiles.append(first...end)
      first = end + 1
    }
    while titles.contains(first) { first += 1 }
    return first == count ? (tiles, misfit / Double(middles.count)) : nil
  }
}
