import PlanDocument

/// Decides whether a line goes on with the paragraph of the line before it.
struct ParagraphJoiner {
  let layout: TextLayout

  /// - Parameters:
  ///   - line: a line with text, no heading.
  ///   - before: the last line of the paragraph so far.
  ///   - beforeIsFirst: whether that line is the paragraph's first.
  ///   - fullWidth: of the lines around, in quarters of a Chinese character.
  ///   - isCut: whether a page number, box, table or figure stands between them.
  func joins(
    _ line: TextLine, to before: TextLine, beforeIsFirst: Bool, fullWidth: Int, isCut: Bool
  ) -> Bool {
    if before.role != nil || line.role != nil {
      guard case .paragraph = before.role, case .paragraph = line.role, layout.isWrapped else {
        return false
      }
    }
    // A bracket that a link put on a line of its own: 通过《, 纲要, 》的决定.
    if line.gap == 0, before.last.opens || line.first.closes, before.role == nil { return true }
    guard layout.isWrapped else {
      // One paragraph a line: only a page can have cut it.
      return (isCut || line.startsPage) && !before.endsSentence && before.width >= 80
        && line.indent < 6
    }
    if layout.usesIndents, line.indent >= 6 {
      return false
    }
    let short = beforeIsFirst && layout.dropsIndents ? fullWidth - 16 : fullWidth - 8
    if before.endsSentence {
      if before.width < short { return false }
      // A line that goes on and yet is not full was set to another width: the box has ended.
      if !line.endsSentence, line.width < fullWidth - 12 { return false }
      // A first line lacks the width of the indent that was lost.
      if layout.dropsIndents, fullWidth == layout.fullWidth, line.width >= fullWidth - 14,
        line.width <= fullWidth - 6
      {
        return false
      }
      return line.gap <= layout.commonGap || isCut || line.startsPage
    }
    if before.width < fullWidth * 3 / 5, !isCut { return false }
    return line.gap <= layout.commonGap + 1 || isCut || line.startsPage
  }
}
