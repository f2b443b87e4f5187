import PlanDocument

/// Cuts lines on which a converter left two headings, one below the other, or a heading behind the
/// last sentence of the paragraph above it: `第三篇推进改革开放第十三章深化各项改革`,
/// `……提供人才保障。第四节增进民族团结`.
struct GluedHeadings {
  let source: SourceText

  /// The widest line that is looked at, in quarters of a Chinese character.
  private static let widest = 320

  /// The longest title behind a sentence, in characters.
  private static let longestTitle = 30

  func cut(_ lines: [TextLine]) -> [TextLine] {
    var cut: [TextLine] = []
    var isCut = false
    /// The last number of each named style in the part of the text that counts it.
    var counts: [NumberingStyle: Int] = [:]
    func count(_ line: TextLine) {
      guard line.first == "第",
        let (style, number) = named(CharacterRun(line.span, of: source, limit: 16))
      else { return }
      counts = counts.filter { $0.key < style }
      counts[style] = number
    }
    for line in lines {
      var rest = line
      while mayHold(rest), let (first, second) = split(rest) {
        cut.append(first)
        count(first)
        rest = second
        isCut = true
      }
      if let (sentences, heading) = headingBehindSentence(rest, counts) {
        cut.append(sentences)
        rest = heading
        isCut = true
      }
      cut.append(rest)
      count(rest)
    }
    return isCut ? cut : lines
  }

  /// The style and the number of a label that names its level: 第四节.
  private func named(_ run: CharacterRun) -> (NumberingStyle, Int)? {
    guard let label = LabelReader.read(run), case .numbered(let style) = label.kind,
      style <= .section, let number = label.number
    else { return nil }
    return (style, number)
  }

  /// A paragraph and the heading at its end: behind a full stop, with the number that comes next.
  private func headingBehindSentence(
    _ line: TextLine, _ counts: [NumberingStyle: Int]
  ) -> (TextLine, TextLine)? {
    guard !counts.isEmpty, !line.endsSentence, !line.isCell,
      let start = headingStart(line.span)
    else { return nil }
    let run = CharacterRun(line.span, of: source)
    guard let index = run.starts.firstIndex(of: start) else { return nil }
    let heading = CharacterRun(run.span(index..<run.count), of: source)
    guard heading.count <= Self.longestTitle, let label = LabelReader.read(heading),
      label.end + 1 < heading.count, let (style, number) = named(heading),
      counts[style].map({ $0 + 1 }) ?? 1 == number,
      !heading.scalars.contains(where: { "。；：！？".unicodeScalars.contains($0) }),
      !"的和与至及、，".unicodeScalars.contains(heading.scalars[label.end]),
      let last = heading.scalars.last, !"，、,".unicodeScalars.contains(last)
    else { return nil }
    return (
      line.part(0..<index, of: run, isFirst: true),
      line.part(index..<run.count, of: run, isFirst: false)
    )
  }

  /// The byte at which 第 stands behind the last full stop of a line, near its end.
  private func headingStart(_ span: TextSpan) -> Int? {
    let bytes = source.bytes
    var index = span.end - 3
    while index >= max(span.start + 1, span.end - Self.longestTitle * 3 - 6) {
      defer { index -= 1 }
      guard bytes[index] == 0xE3, bytes[index + 1] == 0x80, bytes[index + 2] == 0x82 else {
        continue
      }
      var reader = ScalarReader(bytes: bytes, position: index + 3, end: span.end)
      var start = reader.position
      while let scalar = reader.next() {
        guard scalar.isBlank else { return scalar == "第" ? start : nil }
        start = reader.position
      }
      return nil
    }
    return nil
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
