/// Cuts a text into lines of a terminal.
package enum LineWrap {
  /// What does not stand at the beginning of a line.
  private static let closing: Set<Unicode.Scalar> = [
    "，", "。", "；", "：", "！", "？", "、", "”", "’", "）", "》", "」", "』", "】", "〉", "…", "％", "%",
    ",", ".", ";", ":", "!", "?", ")", "]",
  ]

  /// Ranges of code points, one a line; words and numbers stay whole, and no line begins with a mark
  /// that closes, as far as the width allows.
  ///
  /// - Parameter width: columns of a line, at least 4.
  package static func lines(of scalars: [Unicode.Scalar], width: Int) -> [Range<Int>] {
    let width = max(4, width)
    var lines: [Range<Int>] = []
    var start = 0
    var used = 0
    var place = 0
    while place < scalars.count {
      let columns = DisplayWidth.of(scalars[place])
      guard used + columns > width else {
        used += columns
        place += 1
        continue
      }
      let end = lastBreak(scalars, from: start, before: place)
      lines.append(start..<end)
      start = end
      // A blank at the end of a line is none at the beginning of the next.
      while start < scalars.count, scalars[start] == " " { start += 1 }
      place = start
      used = 0
    }
    if start < scalars.count { lines.append(start..<scalars.count) }
    return lines
  }

  private static func lastBreak(
    _ scalars: [Unicode.Scalar], from start: Int, before place: Int
  ) -> Int {
    var end = place
    while end > start + 1, end > place - 20, joins(scalars[end - 1], scalars[end]) { end -= 1 }
    return joins(scalars[end - 1], scalars[end]) ? place : end
  }

  /// Whether two characters stay on one line.
  private static func joins(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    closing.contains(second) || (isWord(first) && isWord(second))
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
  }
}
