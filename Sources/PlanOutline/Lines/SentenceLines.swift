import PlanDocument

/// Text in which a converter made a line end of each 。.
///
/// A line is one sentence there, and a heading or paragraph begins at a wide blank, which may
/// stand in the middle of a line: `第七章　农业　　第一节　目标　　“七五”期间…`.
struct SentenceLines {
  let source: SourceText

  /// Whether a blank begins a paragraph: two ideographic ones, or four others.
  private func isWide(_ blank: some Collection<Unicode.Scalar>) -> Bool {
    blank.count >= 4 || blank.reduce(0) { $0 + $1.width } >= 8
  }

  /// The lines, cut at the wide blanks inside where the text is of this kind.
  func cut(_ lines: [TextLine]) -> [TextLine] {
    guard lacksFullStops(lines) else { return lines }
    var pieces: [TextLine] = []
    var wide = 0
    for line in lines {
      var parts = line.isCell || !mayHoldWideBlank(line) ? [line] : split(line)
      if parts.count > 1 { wide += 1 }
      parts[parts.count - 1].isSentence = true
      pieces += parts
    }
    return wide >= 3 ? pieces : lines
  }

  /// Whether commas abound and full stops are missing.
  private func lacksFullStops(_ lines: [TextLine]) -> Bool {
    guard lines.count >= 12 else { return false }
    var stops = 0
    var commas = 0
    let bytes = source.bytes.span
    for index in 0..<max(0, bytes.count - 2) {
      switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
      case (0xE3, 0x80, 0x82): stops += 1
      case (0xEF, 0xBC, 0x8C): commas += 1
      default: break
      }
    }
    return commas >= 30 && stops * 20 <= commas
  }

  /// Whether four blanks or two ideographic ones stand side by side.
  private func mayHoldWideBlank(_ line: TextLine) -> Bool {
    let bytes = source.bytes.span
    var blanks = 0
    var index = line.span.start
    while index < line.span.end {
      if bytes[index] == 0x20 || bytes[index] == 0x09 {
        blanks += 1
        index += 1
      } else if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 {
        blanks += 1
        index += 2
      } else if bytes[index] == 0xE3, index + 2 < bytes.count, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x80
      {
        blanks += 2
        index += 3
      } else {
        blanks = 0
        index += 1
      }
      if blanks >= 4 { return true }
    }
    return false
  }

  private func split(_ line: TextLine) -> [TextLine] {
    let run = CharacterRun(line.span, of: source)
    var parts: [TextLine] = []
    var start = 0
    var indent = line.indent
    var index = 0
    while index < run.count {
      guard run.scalars[index].isBlank else {
        index += 1
        continue
      }
      let end = run.skipBlanks(index)
      let width = run.scalars[index..<end].reduce(0) { $0 + $1.width }
      if isWide(run.scalars[index..<end]), end < run.count, !isLabel(run, start..<index) {
        parts.append(part(run, start..<index, of: line, indent: indent, isFirst: parts.isEmpty))
        start = end
        indent = width
      }
      index = end
    }
    if parts.isEmpty { return [line] }
    parts.append(part(run, start..<run.count, of: line, indent: indent, isFirst: false))
    return parts
  }

  /// Whether a stretch is nothing but a label, whose title follows.
  private func isLabel(_ run: CharacterRun, _ range: Range<Int>) -> Bool {
    guard range.count <= 12 else { return false }
    let part = CharacterRun(run.span(range), of: source)
    guard let label = LabelReader.read(part) else { return false }
    return label.end >= part.count
  }

  private func part(
    _ run: CharacterRun, _ range: Range<Int>, of line: TextLine, indent: Int, isFirst: Bool
  ) -> TextLine {
    var piece = line.part(range, of: run, isFirst: isFirst)
    piece.indent = indent
    piece.endsSentence = false
    for scalar in run.scalars[range] where !scalar.isBlank {
      piece.endsSentence = scalar.endsSentence || (piece.endsSentence && scalar.closes)
    }
    return piece
  }
}
