import PlanDocument

/// Cuts lines on which a converter left two headings, one below the other:
/// `第三篇推进改革开放第十三章深化各项改革`.
struct GluedHeadings {
  let source: SourceText

  /// The widest line that is looked at, in quarters of a Chinese character.
  private static let widest = 320

  func cut(_ lines: [TextLine]) -> [TextLine] {
    guard lines.contains(where: { mayHold($0) && split($0) != nil }) else { return lines }
    var cut: [TextLine] = []
    for line in lines {
      var rest = line
      while mayHold(rest), let (first, second) = split(rest) {
        cut.append(first)
        rest = second
      }
      cut.append(rest)
    }
    return cut
  }

  private func mayHold(_ line: TextLine) -> Bool {
    line.first == "第" && line.width <= Self.widest && !line.endsSentence && !line.isCell
  }

  private func split(_ line: TextLine) -> (TextLine, TextLine)? {
    let run = CharacterRun(line.span, of: source)
    guard let label = LabelReader.read(run), case .numbered(let style) = label.kind,
      style < .section, label.end + 2 < run.count
    else { return nil }
    for index in label.end + 2..<run.count where run.scalars[index] == "第" {
      // A title may have a comma; behind another mark a sentence names the chapter.
      guard !run.scalars[label.end..<index].contains(where: { "。；：".unicodeScalars.contains($0) })
      else { return nil }
      let inner = CharacterRun(run.span(index..<run.count), of: source, limit: 16)
      guard let below = LabelReader.read(inner), case .numbered(let lower) = below.kind,
        lower.isNamed, lower != .article, lower > style, below.end < inner.count,
        !"的和与至及、".unicodeScalars.contains(inner.scalars[below.end]),
        !"见按照据在对从".unicodeScalars.contains(run.scalars[index - 1])
      else { continue }
      return (
        line.part(0..<index, of: run, isFirst: true),
        line.part(index..<run.count, of: run, isFirst: false)
      )
    }
    return nil
  }
}
