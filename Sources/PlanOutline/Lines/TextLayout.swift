/// How the lines of a text were set, learnt from their widths, indents and gaps.
struct TextLayout {
  /// Whether paragraphs are broken into lines of one width.
  private(set) var isWrapped = false
  /// Width of a full line, in quarters of a Chinese character; 0 where nothing is wrapped.
  private(set) var fullWidth = 0
  /// Whether the first line of a paragraph is indented.
  private(set) var usesIndents = false
  /// Empty lines between two lines of one paragraph.
  private(set) var commonGap = 0
  /// Whether first lines are shorter by an indent that was lost.
  private(set) var dropsIndents = false

  /// Lines narrower than this say nothing of how a text was set.
  private static let leastWidth = 15 * 4
  /// The widest lines that are still taken for wrapped ones.
  private static let mostWidth = 60 * 4

  init(_ lines: [TextLine]) {
    let texts = lines.contains(where: \.isCell) ? lines.filter { !$0.isCell } : lines
    learnWidth(texts)
    learnIndents(texts)
    if isWrapped { learnGap(texts) }
  }

  private mutating func learnWidth(_ lines: [TextLine]) {
    var counts = Array(repeating: 0, count: Self.mostWidth / 4 + 1)
    var wide = 0
    var total = 0
    for line in lines where line.width >= Self.leastWidth {
      total += 1
      if line.width < Self.mostWidth { counts[line.width / 4] += 1 } else { wide += 1 }
    }
    guard total >= 5 else { return }
    var best = 0
    var mode = 0
    for width in 15..<counts.count - 2 {
      let near = counts[max(0, width - 3)...width + 1].reduce(0, +)
      if near > best || (near == best && counts[width] > counts[mode]) {
        best = near
        mode = width
      }
    }
    let beyond = wide + counts[min(mode + 13, counts.count)...].reduce(0, +)
    // Of few lines nearly all must agree.
    guard best * (total < 10 ? 5 : 8) >= total * 4, beyond * 12 <= total else { return }
    // Within the window the fullest width is that of the full lines.
    let window = max(0, mode - 3)...mode + 1
    // Where lines are broken at a width, few sentences end with one.
    var full = 0
    var ended = 0
    for line in lines where line.width >= Self.leastWidth && window.contains(line.width / 4) {
      full += 1
      if line.endsSentence { ended += 1 }
    }
    guard ended * 5 <= full * (full < 30 ? 2 : 3) else { return }
    let peak = window.max { counts[$0] < counts[$1] } ?? mode
    isWrapped = true
    fullWidth = peak * 4
  }

  private mutating func learnIndents(_ lines: [TextLine]) {
    var indented = 0
    var fresh = 0
    for (index, line) in lines.enumerated() where line.indent >= 6 {
      indented += 1
      if index == 0 || lines[index - 1].endsSentence || lines[index - 1].width < fullWidth - 12 {
        fresh += 1
      }
    }
    usesIndents = indented * 20 >= lines.count && fresh * 10 >= indented * 7
  }

  private mutating func learnGap(_ lines: [TextLine]) {
    var gaps: [Int: Int] = [:]
    var firstLines = 0
    var shorter = 0
    for index in lines.indices.dropFirst() {
      let before = lines[index - 1]
      let line = lines[index]
      if !before.endsSentence, before.width >= fullWidth - 4 { gaps[line.gap, default: 0] += 1 }
      if before.endsSentence, before.width < fullWidth - 16, !line.endsSentence,
        (fullWidth - 16...fullWidth + 4).contains(line.width)
      {
        firstLines += 1
        if (fullWidth - 11...fullWidth - 5).contains(line.width) { shorter += 1 }
      }
    }
    commonGap = gaps.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
    dropsIndents = !usesIndents && firstLines >= 4 && shorter * 2 >= firstLines
  }
}
