import PlanDocument

/// What stands on a page beside its text: running heads and feet, page numbers.
struct PageFurniture {
  enum Kind { case runningHead, pageNumber }

  /// For each page, which rows are furniture, and the number printed on it.
  private(set) var kinds: [[Int: Kind]]
  private(set) var numbers: [Int?]

  /// Rows looked at from the top and from the bottom of a page.
  private static let depth = 3
  /// Lines of the head of a table above the first one of three cells.
  private static let headLines = 4
  /// How far the same line may move from page to page, in points.
  private static let drift = 5.0

  struct Row {
    var row: TextRow
    var text: String
    var isInTable: Bool
  }

  struct Page {
    var height: Double
    /// From top to bottom.
    var rows: [Row]
  }

  private struct Candidate {
    var page: Int
    var row: Int
    /// From the upper edge for heads, from the lower one for feet.
    var distance: Double
    var isHead: Bool
    var text: String
    /// Without digits and white space.
    var key: String
  }

  init(_ pages: [Page]) {
    kinds = Array(repeating: [:], count: pages.count)
    numbers = Array(repeating: nil, count: pages.count)
    var candidates: [Candidate] = []
    for (index, page) in pages.enumerated() {
      let count = page.rows.count
      for (number, line) in page.rows.enumerated()
      where !line.isInTable && (number < Self.depth || number >= count - Self.depth) {
        let key = String(
          line.text.unicodeScalars.filter { !$0.isDigit && !$0.properties.isWhitespace })
        // A page of few lines has them at its head and its foot.
        for isHead in [true, false]
        where isHead ? number < Self.depth : number >= count - Self.depth {
          let place = isHead ? line.row.middle : page.height - line.row.middle
          guard place < page.height * 0.5 else { continue }
          candidates.append(
            Candidate(
              page: index, row: number, distance: place, isHead: isHead, text: line.text, key: key))
        }
      }
    }
    markNumbers(candidates, pages)
    markHeads(candidates, pages)
  }

  private mutating func markNumbers(
    _ candidates: [Candidate], _ pages: [Page]
  ) {
    var found: [(candidate: Candidate, line: PageNumberLine)] = []
    for candidate in candidates {
      guard let line = PageNumberLine(candidate.text) else { continue }
      found.append((candidate, line))
    }
    // Pages count up: most numbers are the page's place and something that stays.
    var shifts: [Int: Set<Int>] = [:]
    for (candidate, line) in found {
      shifts[line.number - candidate.page, default: []].insert(candidate.page)
    }
    for (candidate, line) in found {
      let isOutermost =
        candidate.isHead
        ? candidate.row == 0
        : candidate.row == pages[candidate.page].rows.count - 1
      let agreeing = shifts[line.number - candidate.page]?.count ?? 0
      guard agreeing >= 2 || (!line.isBare && isOutermost) else { continue }
      kinds[candidate.page][candidate.row] = .pageNumber
      numbers[candidate.page] = line.number
    }
  }

  /// Whether a line is of the head of a table: of three cells or more, or close above such lines.
  private static func isAboveCells(_ row: Int, _ rows: [Row]) -> Bool {
    var isCells = rows[row].row.pieces(gap: 1.1).count >= 3
    for (one, other) in zip(rows[row...], rows[(row + 1)...]).prefix(headLines) {
      guard other.row.middle - one.row.middle < one.row.em * 1.6 else { return false }
      isCells = isCells || other.row.pieces(gap: 1.1).count >= 3
      if isCells { return true }
    }
    return false
  }

  private mutating func markHeads(
    _ candidates: [Candidate], _ pages: [Page]
  ) {
    for isHead in [true, false] {
      // One character is the rest of a cell.
      let side = candidates.filter { $0.isHead == isHead && $0.key.utf8.count > 3 }
      for (_, group) in Dictionary(grouping: side, by: \.key) {
        for candidate in group {
          let same = Set(
            group.filter { abs($0.distance - candidate.distance) <= Self.drift }.map(\.page))
          let isRepeated =
            same.count >= 3
            || (same.count == 2 && pages.count <= 3
              && candidate.distance < pages[candidate.page].height * 0.1)
          guard isRepeated, kinds[candidate.page][candidate.row] == nil,
            !isHead || !Self.isAboveCells(candidate.row, pages[candidate.page].rows)
          else { continue }
          kinds[candidate.page][candidate.row] = .runningHead
        }
      }
    }
    // Only what lies outside of all text is furniture.
    for page in pages.indices {
      let count = pages[page].rows.count
      let top = (0..<count).prefix { kinds[page][$0] != nil }.count
      let bottom = (0..<count).reversed().prefix { kinds[page][$0] != nil }.count
      for row in kinds[page].keys where row >= top && row < count - bottom {
        if kinds[page][row] == .pageNumber { numbers[page] = nil }
        kinds[page][row] = nil
      }
    }
  }
}
