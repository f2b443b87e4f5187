/// Words of a page that stand on one line, from left to right.
struct TextRow {
  /// Never empty.
  private(set) var words: [PDFWord]
  private(set) var left: Double
  private(set) var right: Double
  private(set) var top: Double
  private(set) var bottom: Double
  /// Width of a Chinese character here.
  private(set) var em: Double
  /// Height of most of its characters, by which sizes of type are compared.
  private(set) var size: Double

  /// - Parameter words: at least one, in any order.
  init(_ words: [PDFWord]) {
    self.words = words.sorted { $0.left < $1.left }
    left = words.map(\.left).min() ?? 0
    right = words.map(\.right).max() ?? 0
    top = words.map(\.top).min() ?? 0
    bottom = words.map(\.bottom).max() ?? 0
    // Words of two Chinese characters or more say it best.
    let telling = words.filter { $0.text.utf8.count >= 6 && $0.text.utf8.first ?? 0 >= 0x80 }
    em = Self.typical(telling.isEmpty ? words : telling) { $0.em }
    size = Self.typical(words) { $0.height }
  }

  var middle: Double { (top + bottom) / 2 }
  var centre: Double { (left + right) / 2 }
  var width: Double { right - left }

  /// Of the words that have most of the characters.
  private static func typical(_ words: [PDFWord], _ size: (PDFWord) -> Double) -> Double {
    let sized = words.map { (size: size($0), count: $0.text.unicodeScalars.count) }
      .sorted { $0.size < $1.size }
    let half = sized.reduce(0) { $0 + $1.count } / 2
    var count = 0
    for word in sized {
      count += word.count
      if count > half { return max(word.size, 1) }
    }
    return max(sized.last?.size ?? 1, 1)
  }

  /// Cuts the row where nothing stands over at least `gap` ems.
  func pieces(gap: Double) -> [TextRow] {
    var pieces: [[PDFWord]] = []
    var end = -Double.infinity
    for word in words {
      if word.left - end >= gap * em || pieces.isEmpty { pieces.append([]) }
      pieces[pieces.count - 1].append(word)
      end = max(end, word.right)
    }
    return pieces.map(TextRow.init)
  }
}

/// Puts the words of an area on lines.
enum RowBuilder {
  /// From top to bottom.
  static func rows(of words: [PDFWord]) -> [TextRow] {
    let sorted = words.sorted { ($0.middle, $0.left) < ($1.middle, $1.left) }
    var open: [(words: [PDFWord], top: Double, bottom: Double)] = []
    var rows: [[PDFWord]] = []
    // A word in large type may stand beside two lines: the largest words make the lines.
    for word in sorted {
      open.removeAll { row in
        guard row.bottom < word.top - word.height * 2 else { return false }
        rows.append(row.words)
        return true
      }
      let best = open.indices.max { overlap(word, open[$0]) < overlap(word, open[$1]) }
      if let best, overlap(word, open[best]) >= 0.5 {
        open[best].words.append(word)
        // The row keeps the height of what most of it is; a raised number does not widen it.
        if word.height >= (open[best].bottom - open[best].top) * 0.8 {
          open[best].top = min(open[best].top, word.top)
          open[best].bottom = max(open[best].bottom, word.bottom)
        }
      } else {
        open.append(([word], word.top, word.bottom))
      }
    }
    rows += open.map(\.words)
    return rows.map(TextRow.init).sorted { ($0.middle, $0.left) < ($1.middle, $1.left) }
  }

  /// Share of the lower of the two heights that is common.
  private static func overlap(
    _ word: PDFWord, _ row: (words: [PDFWord], top: Double, bottom: Double)
  ) -> Double {
    let common = min(word.bottom, row.bottom) - max(word.top, row.top)
    let lower = min(word.height, row.bottom - row.top)
    return lower > 0 ? common / lower : common >= 0 ? 1 : 0
  }
}
