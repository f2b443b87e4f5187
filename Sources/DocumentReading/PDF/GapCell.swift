/// A cell of a table that no lines draw: lines of one column, or a line over several.
struct GapCell {
  var columns: ClosedRange<Int>
  /// From top to bottom, never empty.
  var lines: [TextRow]

  var top: Double { lines[0].top }
  var bottom: Double { lines[lines.count - 1].bottom }
  var middle: Double { (lines[0].middle + lines[lines.count - 1].middle) / 2 }
  var left: Double { lines.map(\.left).min() ?? 0 }
  var right: Double { lines.map(\.right).max() ?? 0 }
  var em: Double { lines[0].em }
  var words: [PDFWord] { lines.flatMap(\.words) }

  /// What is its own of the height, where no other row can be: boxes of characters are taller.
  ///
  /// - Parameter reach: from the middles of its first and last line.
  func core(reach: Double) -> ClosedRange<Double> {
    let first = lines[0].middle - reach
    return first...max(first, lines[lines.count - 1].middle + reach)
  }
}

/// Tells which lines of a column are one cell.
struct GapCellRule {
  private let joiner: WordJoiner
  /// The distance of two lines of a cell from middle to middle; nil where lines of a cell stand as
  /// far apart as rows of the table.
  let pitch: Double?
  /// The least distance of two lines of a column.
  private let least: Double
  /// Widths of the widest line of each column.
  private let widths: [Double]

  /// Lines of a cell may stand this much further apart than the closest.
  private static let tolerance = 1.1

  /// - Parameter lines: of each column, from top to bottom.
  init(_ lines: [[TextRow]], joiner: WordJoiner) {
    self.joiner = joiner
    widths = lines.map { column in column.map(\.width).max() ?? 0 }
    var pairs: [(distance: Double, isFull: Bool)] = []
    for (column, width) in zip(lines, widths) {
      for (one, other) in zip(column, column.dropFirst()) where Self.alike(one, other) {
        let isFull =
          Self.isFull(one, before: other, width: width, joiner)
          && !Self.isNumber(one) && !Self.isNumber(other)
        pairs.append((other.middle - one.middle, isFull))
      }
    }
    let em =
      lines.flatMap(\.self).map(\.em).sorted().dropFirst(lines.joined().count / 2).first ?? 10
    let distances = pairs.map(\.distance).filter { $0 > em * 0.9 }
    let least = distances.min() ?? em * 1.3
    self.least = least
    let close = pairs.filter { $0.distance >= least && $0.distance <= least * Self.tolerance }
    let full = close.count { $0.isFull }
    pitch = full * 3 >= close.count * 2 && full > 0 && least < em * 2.4 ? least : nil
  }

  private static func alike(_ one: TextRow, _ other: TextRow) -> Bool {
    max(one.em, other.em) < min(one.em, other.em) * 1.2
  }

  /// Whether what follows a line could not have stood on it.
  private static func isFull(
    _ row: TextRow, before next: TextRow, width: Double, _ joiner: WordJoiner
  ) -> Bool {
    row.width + joiner.firstUnit(next) > width - row.em * 0.2
  }

  private static func isNumber(_ row: TextRow) -> Bool {
    row.words.allSatisfy { word in
      word.text.unicodeScalars.allSatisfy {
        $0.isOfNumber || "—－～〜≥≤<>＜＞".unicodeScalars.contains($0)
      }
    }
  }

  /// - Parameter isParted: whether another column has an entry beside a line.
  func joins(
    _ next: TextRow, to line: TextRow, column: Int, isParted: (TextRow) -> Bool
  ) -> Bool {
    guard Self.alike(line, next) else { return false }
    let distance = next.middle - line.middle
    if let pitch { return distance <= pitch * Self.tolerance }
    return distance <= least * 1.25 && !Self.isNumber(line) && !Self.isNumber(next)
      && Self.isFull(line, before: next, width: widths[column], joiner) && !isParted(next)
  }

  /// Whether a line above or below a table goes on with a cell of it.
  func continues(_ next: TextRow, after line: TextRow, column: Int) -> Bool {
    Self.alike(line, next) && next.middle - line.middle <= (pitch ?? least) * Self.tolerance
      && !Self.isNumber(line) && !Self.isNumber(next)
      && Self.isFull(line, before: next, width: widths[column], joiner)
  }

  /// Width that a line leaves free of its column.
  func room(behind line: TextRow, column: Int) -> Double { widths[column] - line.width }

  /// Numbers and short entries that stand side by side with those of another column.
  static func isEntry(_ row: TextRow, width: Double) -> Bool {
    isNumber(row) || row.width < width - row.em * 1.2
  }

  func isEntry(_ row: TextRow, column: Int) -> Bool {
    Self.isEntry(row, width: widths[column])
  }
}

extension ClosedRange {
  /// The shortest range that holds both.
  func reaching(over other: ClosedRange) -> ClosedRange {
    Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
  }
}
