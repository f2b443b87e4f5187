import PlanDocument

/// Finds the lines of a plan's title at its head.
struct TitleFinder {
  let source: SourceText
  let lines: [TextLine]
  let headings: HeadingReader

  /// Lines at the head among which a title is looked for, and lines that one takes at most.
  private static let headLines = 24
  private static let longest = 4

  func title() -> Range<Int>? {
    for start in lines.indices.prefix(Self.headLines) {
      if lines[start].endsSentence && lines[start].width > 160 { return nil }
      if headings.labelled(at: start) != nil { return nil }
      guard let end = titleEnd(from: start) else { continue }
      return start..<end
    }
    return nil
  }

  private func titleEnd(from start: Int) -> Int? {
    var text = ""
    for index in start..<min(lines.count, start + Self.longest) {
      let line = lines[index]
      guard line.width <= 200, !line.endsSentence, index == start || line.gap <= 1 else {
        return nil
      }
      let run = CharacterRun(line.span, of: source)
      text += run.squeezed(0..<run.count)
      guard text.count <= 100, !text.contains(where: { "，。；：:|>\\/是".contains($0) }) else {
        return nil
      }
      let plain = withoutBracket(text)
      if plain.count >= 4, OutlineWords.titleEndings.contains(where: { plain.hasSuffix($0) }) {
        return goesOn(index) ? nil : index + 1
      }
    }
    return nil
  }

  /// Whether a line fills its width and the next follows at once: the middle of a paragraph.
  private func goesOn(_ index: Int) -> Bool {
    let layout = headings.layout
    guard layout.isWrapped, index + 1 < lines.count else { return false }
    let next = lines[index + 1]
    return lines[index].width >= layout.fullWidth - 8 && next.gap <= layout.commonGap
      && next.indent < 6
  }

  /// Without a bracket at the end: （草案）.
  private func withoutBracket(_ text: String) -> Substring {
    guard let last = text.last, "）)".contains(last),
      let open = text.lastIndex(where: { "（(".contains($0) })
    else { return text[...] }
    return text[..<open]
  }
}
