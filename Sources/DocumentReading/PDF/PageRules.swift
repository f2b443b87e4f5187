/// A straight line printed on a page, in points.
struct PageRule: Equatable {
  /// Where it lies across its direction: y of a horizontal one, x of a vertical one.
  var position: Double
  var start: Double
  var end: Double

  var length: Double { end - start }
}

/// The horizontal and vertical lines of a page, as its picture shows them: they draw its tables.
struct PageRules: Equatable {
  var horizontal: [PageRule] = []
  var vertical: [PageRule] = []

  init(horizontal: [PageRule] = [], vertical: [PageRule] = []) {
    self.horizontal = horizontal
    self.vertical = vertical
  }

  /// Shorter strokes are parts of characters, unless they run from line to line; in points.
  private static let shortest = 17
  private static let shortestBetween = 6
  /// Thicker ones are areas of colour, of which the edges count.
  private static let thickest = 4
  /// Grey values below which a point is ink: first whatever is no paper, then what stands out
  /// inside tinted cells.
  private static let inks: [UInt8] = [222, 120]
  /// Lines that a page may have; a picture has more.
  private static let most = 600

  /// - Parameters:
  ///   - picture: a page in 72 points an inch.
  ///   - words: what stands on it; strokes of their characters are no lines.
  init(_ picture: PagePicture, words: [PDFWord]) {
    for ink in Self.inks {
      let across = Self.lines(picture, ink: ink, isVertical: false)
      let down = Self.lines(picture, ink: ink, isVertical: true)
      let all = PageRules(horizontal: across, vertical: down)
      let long = PageRules(
        horizontal: across.filter { $0.length >= Double(Self.shortest) },
        vertical: down.filter { $0.length >= Double(Self.shortest) })
      guard long.horizontal.count <= Self.most, long.vertical.count <= Self.most else { continue }
      let lines = long.outside(words)
      let short = PageRules(
        horizontal: Self.between(all.horizontal, lines.vertical),
        vertical: Self.between(all.vertical, lines.horizontal)
      ).outside(words)
      Self.add(lines.horizontal + short.horizontal, to: &horizontal)
      Self.add(lines.vertical + short.vertical, to: &vertical)
    }
  }

  /// Short strokes that run from one line to another: the borders of narrow cells.
  private static func between(_ strokes: [PageRule], _ lines: [PageRule]) -> [PageRule] {
    func meets(_ place: Double, _ stroke: PageRule) -> Bool {
      lines.contains {
        abs($0.position - place) <= 2 && $0.start <= stroke.position + 2
          && $0.end >= stroke.position - 2
      }
    }
    return strokes.filter {
      $0.length < Double(shortest) && meets($0.start, $0) && meets($0.end, $0)
    }
  }

  /// Without strokes of characters: a line that is printed crosses no word.
  private func outside(_ words: [PDFWord]) -> PageRules {
    var kept = PageRules()
    kept.horizontal = horizontal.filter { rule in
      var crossed = 0.0
      for word in words where word.top - 1 < rule.position && word.bottom + 1 > rule.position {
        if rule.length < word.height * 1.4, rule.start > word.left - 2, rule.end < word.right + 2 {
          return false
        }
        guard word.top + word.height * 0.12 < rule.position,
          word.bottom - word.height * 0.12 > rule.position
        else { continue }
        crossed += max(0, min(word.right, rule.end) - max(word.left, rule.start))
      }
      return crossed < rule.length * 0.3
    }
    kept.vertical = vertical.filter { rule in
      var crossed = 0.0
      for word in words where word.left - 1 < rule.position && word.right + 1 > rule.position {
        if rule.start > word.top - 2, rule.end < word.bottom + 2 { return false }
        let margin = min(word.width * 0.12, word.height * 0.2)
        guard word.left + margin < rule.position, word.right - margin > rule.position else {
          continue
        }
        crossed += max(0, min(word.bottom, rule.end) - max(word.top, rule.start))
      }
      return crossed < rule.length * 0.3
    }
    return kept
  }

  /// Both inks find most lines: the longer of two that lie on each other stays.
  private static func add(_ rules: [PageRule], to known: inout [PageRule]) {
    for rule in rules {
      let same = known.firstIndex {
        abs($0.position - rule.position) <= 2.5 && $0.start <= rule.start + 3
          && $0.end >= rule.end - 3
      }
      if same == nil { known.append(rule) }
    }
  }

  private struct Stroke {
    var first: Int
    var last: Int
    var start: Int
    var end: Int
  }

  private static func lines(
    _ picture: PagePicture, ink: UInt8, isVertical: Bool
  ) -> [PageRule] {
    var open: [Stroke] = []
    var closed: [Stroke] = []
    for place in 0..<(isVertical ? picture.width : picture.height) {
      let runs =
        isVertical
        ? picture.columnRuns(place, ink: ink, shortest: shortestBetween)
        : picture.rowRuns(place, ink: ink, shortest: shortestBetween)
      var kept: [Stroke] = []
      var isTaken = Array(repeating: false, count: runs.count)
      for var stroke in open {
        let next = runs.firstIndex { run in
          let common = min(run.upperBound, stroke.end) - max(run.lowerBound, stroke.start)
          return common * 2 > min(run.count, stroke.end - stroke.start)
        }
        guard let next, !isTaken[next] else {
          closed.append(stroke)
          continue
        }
        isTaken[next] = true
        stroke.last = place
        stroke.start = min(stroke.start, runs[next].lowerBound)
        stroke.end = max(stroke.end, runs[next].upperBound)
        kept.append(stroke)
      }
      for (index, run) in runs.enumerated() where !isTaken[index] {
        kept.append(
          Stroke(first: place, last: place, start: run.lowerBound, end: run.upperBound))
      }
      open = kept
      if closed.count > most * 50 { return [] }
    }
    return (closed + open).flatMap(rules)
  }

  private static func rules(_ stroke: Stroke) -> [PageRule] {
    let start = Double(stroke.start)
    let end = Double(stroke.end)
    if stroke.last - stroke.first < thickest {
      let middle = Double(stroke.first + stroke.last + 1) / 2
      return [PageRule(position: middle, start: start, end: end)]
    }
    return [
      PageRule(position: Double(stroke.first), start: start, end: end),
      PageRule(position: Double(stroke.last + 1), start: start, end: end),
    ]
  }
}
