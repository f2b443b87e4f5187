import PlanDocument

/// Marks of footnotes inside the text: `“五互一共”［3］人才培养`. They count up by one through the
/// document and are set aside, so that a phrase is not torn by them.
struct FootnoteMarks {
  let source: SourceText

  /// Marks that a text has at least; fewer could be anything.
  private static let fewest = 3

  /// Cuts the marks out of all passages and makes noise of them.
  func setAside(in outline: inout Outline) {
    let all = outline.passages.map { $0.row == nil ? marks(in: $0.text) : [] }
    guard countUp(all.flatMap { $0.map(\.number) }) else { return }
    for (index, found) in all.enumerated() {
      // A mark in front is that of the note itself.
      let inner = found.filter { $0.range.lowerBound > 0 }
      guard !inner.isEmpty else { continue }
      cut(inner.map(\.range), from: &outline.passages[index].text, into: &outline.noise)
    }
  }

  private struct Mark {
    var number: Int
    /// Bytes of the mended text.
    var range: Range<Int>
  }

  private func marks(in text: MendedText) -> [Mark] {
    let bytes = text.bytes
    var marks: [Mark] = []
    var index = 0
    while index < bytes.count {
      // [ or ［ (EF BC BB)
      let mayOpen =
        bytes[index] == 0x5B
        || (bytes[index] == 0xEF && index + 2 < bytes.count && bytes[index + 2] == 0xBB
          && bytes[index + 1] == 0xBC)
      guard mayOpen, let mark = mark(bytes, at: index) else {
        index += 1
        continue
      }
      marks.append(mark)
      index = mark.range.upperBound
    }
    return marks
  }

  private func mark(_ bytes: [UInt8], at start: Int) -> Mark? {
    let opens: [[UInt8]] = [[0x5B], [0xEF, 0xBC, 0xBB]]
    let closes: [[UInt8]] = [[0x5D], [0xEF, 0xBC, 0xBD]]
    for (open, close) in zip(opens, closes) where bytes[start...].starts(with: open) {
      var index = start + open.count
      var number = 0
      let first = index
      while index < bytes.count, (0x30...0x39).contains(bytes[index]), index - first < 3 {
        number = number * 10 + Int(bytes[index] - 0x30)
        index += 1
      }
      guard index > first, bytes[index...].starts(with: close) else { return nil }
      return Mark(number: number, range: start..<index + close.count)
    }
    return nil
  }

  /// Whether the numbers begin at the beginning and nearly always grow by one.
  private func countUp(_ numbers: [Int]) -> Bool {
    guard numbers.count >= Self.fewest, let first = numbers.first, first <= 2 else { return false }
    let steps = zip(numbers, numbers.dropFirst()).count { $1 == $0 + 1 || $1 == $0 + 2 || $1 == 1 }
    return steps * 10 >= (numbers.count - 1) * 9
  }

  private func cut(
    _ ranges: [Range<Int>], from text: inout MendedText, into noise: inout [NoisePiece]
  ) {
    var kept = MendedText()
    var position = 0
    for range in ranges {
      kept.append(text.slice(position..<range.lowerBound))
      for piece in text.slice(range).pieces {
        noise.append(NoisePiece(span: piece.source, reason: .footnote))
      }
      position = range.upperBound
    }
    kept.append(text.slice(position..<text.count))
    text = kept
  }
}
