import PlanDocument

/// Finds the lines of a plan's title at its head.
///
/// Behind a notice (关于印发…的通知) it is the title of what is attached.
struct TitleFinder {
  let source: SourceText
  let lines: [TextLine]
  let headings: HeadingReader

  /// Lines at the head among which a title is looked for, those that a notice may fill, and lines
  /// that one takes at most.
  private static let headLines = 24
  private static let noticeLines = 80
  private static let longest = 4

  func title() -> Range<Int>? {
    let page = lines.prefix(Self.noticeLines).map { PageLine($0.span, of: source) }
    if let attached = NoticeFinder(lines: page).notice()?.attachedTitle { return attached }
    for start in lines.indices.prefix(Self.headLines) {
      if lines[start].endsSentence && lines[start].width > 160 { return adoptedTitle(page) }
      if let heading = headings.labelled(at: start) {
        // 附件1 stands over the title of what is attached.
        guard case .appendix = heading.kind else { return nil }
        continue
      }
      guard let end = titleEnd(page, from: start) else { continue }
      return start..<TitleShape.withBrackets(page, end)
    }
    return nil
  }

  /// A title below text that belongs to something else: the line under it says that it was adopted.
  private func adoptedTitle(_ page: [PageLine]) -> Range<Int>? {
    for start in page.indices.prefix(Self.headLines) {
      guard let end = titleEnd(page, from: start), end < page.count else { continue }
      if FrontPage.isAdoption(page[end].text) { return start..<end }
    }
    return nil
  }

  private func titleEnd(_ page: [PageLine], from start: Int) -> Int? {
    var text = SqueezedText()
    for index in start..<min(page.count, start + Self.longest) {
      let line = lines[index]
      guard line.width <= 200, !line.endsSentence, index == start || line.gap <= 1,
        !TitleShape.isOther(page[index].text)
      else { return nil }
      if TitleShape.beginsAnew(page[index].text, below: text) { return nil }
      text.append(page[index].text)
      guard TitleShape.isPart(text), !text.scalars.contains("是") else { return nil }
      if TitleShape.endsTitle(text) { return goesOn(index) ? nil : index + 1 }
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
}
