import PlanDocument

/// A gap that parts a stretch of a page into two columns of text.
struct ColumnGap: Equatable {
  /// Its middle.
  var place: Double
  /// The stretch of the page that is set in columns.
  var top: Double
  var bottom: Double
}

/// Looks for text set in columns.
enum ColumnFinder {
  /// Lines that each column has at least.
  private static let fewest = 3
  /// A third of the lines of each column are as wide as this many Chinese characters.
  private static let narrowest = 7.0

  /// - Parameters:
  ///   - pieces: lines, cut where wide gaps are.
  ///   - obstacles: tables and frames, which no column runs through.
  static func gap(_ pieces: [TextRow], obstacles: [PDFBox] = []) -> ColumnGap? {
    guard pieces.count >= 2 * fewest, let left = pieces.map(\.left).min(),
      let right = pieces.map(\.right).max()
    else { return nil }
    let width = right - left
    let em = pieces.map(\.em).sorted()[pieces.count / 2]
    // Where lines end, a gap may begin.
    let places = Set(pieces.map { ($0.right + em * 0.4).rounded() })
      .filter { $0 > left + width * 0.2 && $0 < right - width * 0.2 }
    var best: (gap: ColumnGap, height: Double)?
    for place in places.sorted() {
      for band in bands(pieces, obstacles, at: place, margin: em * 0.3) {
        let inside = pieces.filter { $0.middle > band.top && $0.middle < band.bottom }
        let lefts = inside.filter { $0.right <= place }
        let rights = inside.filter { $0.left >= place }
        guard isText(lefts, em), isText(rights, em), !isCrowded(lefts), !isCrowded(rights),
          !isInTable(band, pieces), let gap = between(lefts, rights, band)
        else { continue }
        let height = gap.bottom - gap.top
        if height > best?.height ?? em * 3 { best = (gap, height) }
      }
    }
    return best?.gap
  }

  /// A stretch set in columns where other pages have them, though too short to show it by itself.
  ///
  /// - Parameter place: the middle of the gap between the columns of other pages.
  static func gap(_ rows: [TextRow], obstacles: [PDFBox], at place: Double) -> ColumnGap? {
    let pieces = rows.flatMap { $0.pieces(gap: 0.55) }
    var best: ColumnGap?
    for band in bands(pieces, obstacles, at: place, margin: 1) {
      let inside = pieces.filter { $0.middle > band.top && $0.middle < band.bottom }
      let boxes = obstacles.filter { $0.top >= band.top - 1 && $0.bottom <= band.bottom + 1 }
      let lefts = inside.filter { $0.right <= place }
      let rights = inside.filter { $0.left >= place }
      let heights = [
        lefts.map { ($0.top, $0.bottom) }
          + boxes.filter { $0.right <= place }.map { ($0.top, $0.bottom) },
        rights.map { ($0.top, $0.bottom) }
          + boxes.filter { $0.left >= place }.map { ($0.top, $0.bottom) },
      ]
      // Rows of a table have several cells on a side.
      let crowded = rows.count { row in
        guard row.middle > band.top, row.middle < band.bottom else { return false }
        let cells = row.pieces(gap: 1.1)
        return cells.count { $0.right <= place } > 1 || cells.count { $0.left >= place } > 1
      }
      // Tables of two columns of text stand side by side; lines of text on one side show it.
      let width = max(place - (pieces.map(\.left).min() ?? place), 1)
      guard
        crowded * 4 <= min(lefts.count, rights.count) || !boxes.isEmpty
          || holdsText(lefts, width: width) || holdsText(rights, width: width),
        let top = heights.compactMap({ $0.map(\.0).min() }).max(),
        let bottom = heights.compactMap({ $0.map(\.1).max() }).min(),
        heights.allSatisfy({ !$0.isEmpty }), top < bottom
      else { continue }
      let all = heights.flatMap(\.self)
      let gap = ColumnGap(
        place: place, top: all.map(\.0).min() ?? top, bottom: all.map(\.1).max() ?? bottom)
      if gap.bottom - gap.top > (best.map { $0.bottom - $0.top } ?? 0) { best = gap }
    }
    return best
  }

  /// Whether lines one below the other fill a column.
  private static func holdsText(_ pieces: [TextRow], width: Double) -> Bool {
    let full = pieces.sorted { $0.middle < $1.middle }.filter { $0.width > width * 0.85 }
    return zip(full, full.dropFirst()).count { $1.middle - $0.middle < $0.em * 2.6 } >= fewest
  }

  /// Stretches of the page in which nothing stands at a place.
  private static func bands(
    _ pieces: [TextRow], _ obstacles: [PDFBox], at place: Double, margin: Double
  ) -> [(top: Double, bottom: Double)] {
    var blocked = pieces.filter { $0.left < place - margin && $0.right > place + margin }
      .map { (top: $0.top, bottom: $0.bottom) }
    blocked += obstacles.filter { $0.left < place && $0.right > place }
      .map { (top: $0.top, bottom: $0.bottom) }
    blocked.sort { $0.top < $1.top }
    var bands: [(top: Double, bottom: Double)] = []
    var top = -Double.infinity
    for block in blocked {
      if block.top > top { bands.append((top, block.top)) }
      top = max(top, block.bottom)
    }
    bands.append((top, .infinity))
    return bands
  }

  private static func isText(_ pieces: [TextRow], _ em: Double) -> Bool {
    guard pieces.count >= fewest else { return false }
    let widths = pieces.map(\.width).sorted()
    // Lines of text are of one width, between headings that are not; cells and names are of any.
    let typical = widths[widths.count * 3 / 4]
    let full = widths.count { $0 >= typical * 0.9 && $0 <= typical * 1.12 }
    return typical >= narrowest * em && full * 3 >= widths.count
  }

  /// Whether most pieces of a side stand beside others of it, as cells do and lines of text do not.
  /// Words of justified lines stand apart as well, though less.
  private static func isCrowded(_ pieces: [TextRow]) -> Bool {
    var rows: [[TextRow]] = []
    for piece in pieces.sorted(by: { ($0.middle, $0.left) < ($1.middle, $1.left) }) {
      if let last = rows.last?.last, abs(last.middle - piece.middle) < piece.em * 0.3 {
        rows[rows.count - 1].append(piece)
      } else {
        rows.append([piece])
      }
    }
    let counts = rows.map { row in
      let row = row.sorted { $0.left < $1.left }
      return 1 + zip(row, row.dropFirst()).count { $1.left - $0.right > $0.em * 1.1 }
    }
    let crowded = counts.reduce(0) { $0 + ($1 > 1 ? $1 : 0) }
    return crowded * 2 > pieces.count
  }

  /// Whether rows of three cells and more stand both above and below a stretch.
  private static func isInTable(
    _ band: (top: Double, bottom: Double), _ pieces: [TextRow]
  ) -> Bool {
    func isRow(at edge: Double, _ place: KeyPath<TextRow, Double>) -> Bool {
      let bounds = pieces.filter { $0[keyPath: place] == edge }
      return bounds.contains { bound in
        pieces.count { abs($0.middle - bound.middle) < bound.em * 0.3 } >= 3
      }
    }
    return isRow(at: band.top, \.bottom) && isRow(at: band.bottom, \.top)
  }

  private static func between(
    _ lefts: [TextRow], _ rights: [TextRow], _ band: (top: Double, bottom: Double)
  ) -> ColumnGap? {
    guard let end = lefts.map(\.right).max(), let start = rights.map(\.left).min(), start > end,
      let leftTop = lefts.map(\.top).min(), let leftBottom = lefts.map(\.bottom).max(),
      let rightTop = rights.map(\.top).min(), let rightBottom = rights.map(\.bottom).max()
    else { return nil }
    let common = min(leftBottom, rightBottom) - max(leftTop, rightTop)
    guard common * 2 > max(leftBottom, rightBottom) - min(leftTop, rightTop) else { return nil }
    return ColumnGap(
      place: (start + end) / 2, top: min(leftTop, rightTop), bottom: max(leftBottom, rightBottom))
  }
}

/// A part of a page, in points.
struct PDFBox: Equatable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double
}
