import PlanDocument

/// An area of text set to one width: a column of a page, or the inside of a frame.
struct TextArea: Equatable {
  /// Where lines begin and end when they are full, in points.
  var left: Double
  var right: Double
  /// Distance of two lines of a paragraph, from middle to middle; 0 where too few say it.
  var pitch: Double
  /// Whether it is a column of the page and not a frame in it.
  var isColumn: Bool
  /// Lines that the edges were learnt from.
  var lines: Int

  /// - Parameter rows: from top to bottom, at least one.
  init(_ rows: [TextRow], isColumn: Bool) {
    self.isColumn = isColumn
    lines = rows.count
    let em = rows.map(\.em).sorted()[rows.count / 2]
    left = Self.edge(rows.map(\.left).sorted(), within: em * 0.5)
    right = Self.fullEdge(rows, em: em)
    var distances: [Double] = []
    for (one, other) in zip(rows, rows.dropFirst()) {
      let distance = other.middle - one.middle
      if distance > 0, distance < em * 4, abs(one.em - other.em) < em * 0.15 {
        distances.append(distance)
      }
    }
    distances.sort()
    pitch = distances.count >= 3 ? distances[distances.count * 2 / 5] : 0
  }

  /// Where most of the long lines end. A mark may hang over the edge, so the furthest end is none.
  private static func fullEdge(_ rows: [TextRow], em: Double) -> Double {
    let widest = rows.map(\.width).max() ?? 0
    let ends = rows.filter { $0.width >= widest * 0.6 }.map(\.right).sorted()
    var best = (count: 0, end: ends.last ?? 0)
    var first = 0
    for (index, end) in ends.enumerated() {
      while end - ends[first] > em * 0.4 { first += 1 }
      if index - first + 1 >= best.count { best = (index - first + 1, end) }
    }
    return best.count >= 2 || ends.count < 3 ? best.end : ends.last ?? 0
  }

  /// The first of the ascending places that is not alone.
  private static func edge(_ places: [Double], within distance: Double) -> Double {
    for (one, other) in zip(places, places.dropFirst()) where other - one <= distance {
      return one
    }
    return places.first ?? 0
  }
}

/// What stands on a page, in the order in which it is read.
enum PageItem {
  /// A line of text; `area` is an index into the page's areas.
  case row(TextRow, area: Int)
  case table(PDFTable)

  /// Columns of a table without lines.
  var gaps: GapColumns? {
    if case .table(let table) = self { table.gaps } else { nil }
  }
}

/// Brings what stands on a page into the order in which it is read.
struct PageLayout {
  private(set) var items: [PageItem] = []
  private(set) var areas: [TextArea] = []

  private let joiner: WordJoiner
  private let before: GapColumns?
  private let behind: GapColumns?
  private let usualGap: Double?
  /// The gap between the columns of the page, where it has any.
  private(set) var columnGap: Double?

  /// A table, or the inside of a frame.
  private struct Block {
    var box: PDFBox
    var table: PDFTable?
    var rows: [TextRow]
  }

  /// - Parameters:
  ///   - words: of the page, without its furniture.
  ///   - rules: lines that are printed on it.
  ///   - before: columns of the table without lines that the page before ends with.
  ///   - behind: columns of the table without lines that the next page begins with.
  ///   - usualGap: the middle of the gap between the columns of text that other pages have.
  init(
    _ words: [PDFWord], rules: PageRules, joiner: WordJoiner, before: GapColumns? = nil,
    behind: GapColumns? = nil, usualGap: Double? = nil
  ) {
    self.usualGap = usualGap
    self.joiner = joiner
    self.before = before
    self.behind = behind
    var rest = words
    var blocks: [Block] = []
    for grid in RuledGrid.grids(rules) {
      guard rest.contains(where: { grid.contains($0) }) else { continue }
      var inside = Array(repeating: [PDFWord](), count: grid.cells.count)
      var outside: [PDFWord] = []
      for word in rest {
        if let cell = grid.cell(of: word) {
          inside[cell].append(word)
        } else {
          outside.append(word)
        }
      }
      let box = PDFBox(left: grid.left, top: grid.top, right: grid.right, bottom: grid.bottom)
      if var table = PDFTable(grid, words: inside, joiner: joiner) {
        table.dropEmpty()
        blocks.append(Block(box: box, table: table, rows: []))
        rest = outside
      } else if grid.cells.count <= 40 {
        // A frame: each of its fields is read by itself.
        for (cell, words) in zip(grid.cells, inside) where !words.isEmpty {
          let rows = RowBuilder.rows(of: words)
          let box = PDFBox(
            left: grid.columns[cell.column], top: rows.map(\.top).min() ?? 0,
            right: grid.columns[cell.column + cell.columnSpan],
            bottom: rows.map(\.bottom).max() ?? 0)
          blocks.append(Block(box: box, table: nil, rows: rows))
        }
        rest = outside
      }
    }
    blocks.sort { $0.box.top < $1.box.top }
    read(rest, blocks, depth: 0)
  }

  /// Columns of the table without lines that the page begins with, and of that which it ends with.
  var firstGaps: GapColumns? { items.first?.gaps }
  var lastGaps: GapColumns? { items.last?.gaps }

  /// Reads a part of the page: column by column where it has columns.
  private mutating func read(_ words: [PDFWord], _ blocks: [Block], depth: Int) {
    let rows = RowBuilder.rows(of: words)
    let pieces = rows.flatMap { $0.pieces(gap: 0.55) }
    let boxes = blocks.map(\.box)
    if depth < 3, pieces.count < 2_000,
      let gap = ColumnFinder.gap(pieces, obstacles: boxes)
        ?? usualGap.flatMap({ ColumnFinder.gap(rows, obstacles: boxes, at: $0) })
    {
      columnGap = columnGap ?? gap.place
      func split(_ isHere: (Double, Double) -> Bool) -> ([PDFWord], [Block]) {
        (
          words.filter { isHere($0.centre, $0.middle) },
          blocks.filter {
            isHere(($0.box.left + $0.box.right) / 2, ($0.box.top + $0.box.bottom) / 2)
          }
        )
      }
      for part in [
        split { $1 < gap.top }, split { $1 >= gap.top && $1 <= gap.bottom && $0 < gap.place },
        split { $1 >= gap.top && $1 <= gap.bottom && $0 >= gap.place },
        split { $1 > gap.bottom },
      ] where !part.0.isEmpty || !part.1.isEmpty {
        read(part.0, part.1, depth: depth + 1)
      }
      return
    }
    let first = items.count
    flow(rows, blocks)
    if depth > 0, first < items.count, case .table(var table) = items[first] {
      table.mayGoOn = true
      items[first] = .table(table)
    }
  }

  /// Lines and blocks from top to bottom.
  private mutating func flow(_ rows: [TextRow], _ blocks: [Block]) {
    var next = 0
    let found = GapTableFinder(
      joiner: joiner, before: items.isEmpty ? before : nil, behind: behind
    ).tables(in: rows)
    let inTables = found.map(\.rows)
    let texts = rows.indices.filter { index in !inTables.contains { $0.contains(index) } }
    var area: Int?
    if !texts.isEmpty {
      areas.append(TextArea(texts.map { rows[$0] }, isColumn: true))
      area = areas.count - 1
    }
    var index = 0
    while index < rows.count {
      while next < blocks.count, blocks[next].box.top < rows[index].middle {
        add(blocks[next])
        next += 1
      }
      if let table = found.first(where: { $0.rows.lowerBound == index }) {
        items.append(.table(table.table))
        index = table.rows.upperBound
      } else {
        if let area { items.append(.row(rows[index], area: area)) }
        index += 1
      }
    }
    for block in blocks[next...] { add(block) }
  }

  private mutating func add(_ block: Block) {
    if let table = block.table {
      items.append(.table(table))
      return
    }
    guard !block.rows.isEmpty else { return }
    let tables = GapTableFinder(joiner: joiner).tables(in: block.rows)
    var area = TextArea(block.rows, isColumn: false)
    if area.lines < 4 {
      // As far from the frame on the right as on the left.
      area.right = max(area.right, block.box.right - (area.left - block.box.left))
    }
    areas.append(area)
    var index = 0
    while index < block.rows.count {
      if let table = tables.first(where: { $0.rows.lowerBound == index }) {
        items.append(.table(table.table))
        index = table.rows.upperBound
      } else {
        items.append(.row(block.rows[index], area: areas.count - 1))
        index += 1
      }
    }
  }
}
