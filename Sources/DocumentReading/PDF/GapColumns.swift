/// The columns of a table that no lines draw: what words cover from its head to its foot, and the
/// white corridors between them.
struct GapColumns: Equatable {
  struct Column: Equatable {
    var left: Double
    var right: Double
  }

  private(set) var columns: [Column]

  /// Room behind the last line of each column's cell in the last row, in points; nil where that row
  /// has none. Where there is none left, the cell may go on on the next page.
  var rooms: [Double?] = []

  /// The narrowest corridor in ems. Cells that are full on both sides of a border leave the margins
  /// of two cells free, a blank between a number and its unit a quarter of an em.
  static let narrowest = 0.3
  /// Places that are looked at, a point.
  private static let resolution = 2.0

  /// - Parameters:
  ///   - rows: of the table, each from left to right.
  ///   - known: columns that the table has on another page.
  init(_ rows: [TextRow], known: GapColumns? = nil) {
    if let known {
      self = known
      rooms = []
      for row in rows { for word in row.words { widen(by: word) } }
      return
    }
    let pieces = rows.map { $0.pieces(gap: Self.narrowest) }
    let all = pieces.flatMap(\.self)
    guard let left = all.map(\.left).min(), let right = all.map(\.right).max(), right > left else {
      columns = []
      return
    }
    let em = all.isEmpty ? 10 : all.map(\.em).sorted()[all.count / 2]
    let count = min(Int((right - left) * Self.resolution) + 2, 20_000)
    func places(_ from: Double, _ to: Double) -> Range<Int> {
      let first = max(0, Int((from - left) * Self.resolution))
      return first..<max(first, min(Int(((to - left) * Self.resolution).rounded(.up)), count))
    }
    var counts = Array(repeating: 0, count: count)
    // Heads and titles of groups reach over columns; titles stand alone.
    let several = pieces.count { $0.count >= 2 }
    let few = several >= 4 ? max(1, several / 12) : 0
    for row in pieces where row.count >= 2 || several < 4 {
      for piece in row { for place in places(piece.left, piece.right) { counts[place] += 1 } }
    }
    var found: [Column] = []
    var start: Int?
    for (place, covering) in (counts + [0]).enumerated() {
      if covering > few {
        if start == nil { start = place }
      } else if let from = start {
        found.append(
          Column(
            left: left + Double(from) / Self.resolution,
            right: left + Double(place) / Self.resolution))
        start = nil
      }
    }
    columns = Self.merged(found, corridor: em * Self.narrowest)
    let lonely = all.filter { piece in
      !takes(piece, corridor: em * Self.narrowest)
    }
    // A title of several columns may stand over the corridor between two: a column has two pieces.
    for piece in lonely where Self.overlapping(piece, lonely) >= 2 {
      guard !takes(piece, corridor: em * Self.narrowest) else { continue }
      let place = columns.firstIndex { $0.left > piece.right } ?? columns.count
      columns.insert(Column(left: piece.left, right: piece.right), at: place)
    }
  }

  private static func overlapping(_ piece: TextRow, _ others: [TextRow]) -> Int {
    others.count { min($0.right, piece.right) > max($0.left, piece.left) }
  }

  private static func merged(_ found: [Column], corridor: Double) -> [Column] {
    var merged: [Column] = []
    for column in found {
      if let last = merged.last, column.left - last.right < corridor {
        merged[merged.count - 1].right = column.right
      } else {
        merged.append(column)
      }
    }
    return merged
  }

  /// Widens the column that a piece is in; false where it keeps away from all of them.
  private mutating func takes(_ piece: TextRow, corridor: Double) -> Bool {
    let near = columns.indices.filter {
      columns[$0].left - corridor < piece.right && columns[$0].right + corridor > piece.left
    }
    if near.count == 1 {
      columns[near[0]].left = min(columns[near[0]].left, piece.left)
      columns[near[0]].right = max(columns[near[0]].right, piece.right)
    }
    return !near.isEmpty
  }

  private mutating func widen(by word: PDFWord) {
    let covered = covered(word.left, word.right)
    guard covered.count == 1 else { return }
    let column = covered.lowerBound
    columns[column].left = min(columns[column].left, word.left)
    columns[column].right = max(columns[column].right, word.right)
  }

  /// The columns that a stretch of a row lies in; the nearest where it lies between two.
  func covered(_ left: Double, _ right: Double) -> ClosedRange<Int> {
    let inside = columns.indices.filter {
      min(columns[$0].right, right) - max(columns[$0].left, left) > 0
    }
    if let first = inside.first, let last = inside.last { return first...last }
    let centre = (left + right) / 2
    let nearest =
      columns.indices.min {
        abs((columns[$0].left + columns[$0].right) / 2 - centre)
          < abs((columns[$1].left + columns[$1].right) / 2 - centre)
      } ?? 0
    return nearest...nearest
  }

  /// Whether no word of a row reaches over a corridor.
  func fit(_ row: TextRow) -> Bool {
    row.words.allSatisfy { word in
      columns.count { min($0.right, word.right) - max($0.left, word.left) > 0 } == 1
    }
  }

  /// The left edge of the first, the middles of the corridors, the right edge of the last.
  var borders: [Double] {
    guard let first = columns.first, let last = columns.last else { return [] }
    return [first.left]
      + zip(columns, columns.dropFirst()).map { ($0.right + $1.left) / 2 } + [last.right]
  }
}
