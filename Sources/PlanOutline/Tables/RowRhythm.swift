/// How the rows of a table repeat that has one cell a line and serial numbers in front.
struct RowRhythm {
  private let tokens: [TableToken]

  init(_ tokens: [TableToken]) {
    self.tokens = tokens
  }

  /// How many cells most rows have; nil where cells share lines.
  func usualCount(width: Int) -> Int? {
    let rows = rows(width: width)
    guard rows.count >= 2, tokens[..<rows.reduce(0, +)].allSatisfy(\.isWholeLine) else {
      return nil
    }
    let counts = Dictionary(grouping: rows, by: { $0 })
    return counts.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
  }

  /// The tokens of each row of a table whose head has `width` columns.
  ///
  /// A value may be the next serial number by chance. So many tokens are asked of a row as make
  /// most rows about as long as the head.
  private func rows(width: Int) -> [Int] {
    var best: [Int] = []
    var bestRegular = -1
    for least in stride(from: max(width, 2), through: 2, by: -1) {
      let rows = rows(least: least)
      let regular = rows.count { (width - 1...width + 6).contains($0) }
      if regular > bestRegular {
        bestRegular = regular
        best = rows
      }
      if rows.count >= 2, regular == rows.count { break }
    }
    return best
  }

  /// The lengths of the rows from one serial number to the next; the last one, whose end is not
  /// known, is left out.
  private func rows(least: Int) -> [Int] {
    var rows: [Int] = []
    var start: Int?
    for (index, token) in tokens.enumerated() {
      guard token.isFirst, let number = token.look.serial else { continue }
      if let begin = start {
        guard number == rows.count + 2, index - begin >= least else { continue }
        rows.append(index - begin)
      } else if number != 1 {
        continue
      }
      start = index
    }
    return rows
  }
}
