import PlanDocument

/// Sets aside what a cover prints beside the title: who issues the plan, when, and in which state.
/// Metadata are taken from it, but it is no text of the plan.
struct CoverFinder {
  let source: SourceText

  /// Lines of a cover, at most, and bytes of the longest.
  private static let mostLines = 20
  private static let longest = 120

  /// A cover ends at a table of contents; without one nothing says that it is a cover.
  func setAside(in outline: inout Outline) {
    guard let contents = outline.noise.first(where: { $0.reason == .contents }),
      let title = outline.title.sourceSpan, title.end <= contents.span.start
    else { return }
    let behind = outline.passages.indices.drop { index in
      (outline.passages[index].text.sourceSpan?.start ?? 0) < title.end
    }
    let cover = behind.prefix { isCoverLine(outline.passages[$0], before: contents.span.start) }
    guard cover.count <= Self.mostLines else { return }
    for index in cover {
      for piece in outline.passages[index].text.pieces {
        outline.noise.append(NoisePiece(span: piece.source, reason: .cover))
      }
    }
    outline.passages.removeSubrange(cover.startIndex..<cover.endIndex)
  }

  private func isCoverLine(_ passage: Passage, before end: Int) -> Bool {
    let text = passage.text
    guard passage.kind == .paragraph, passage.division == nil, text.count <= Self.longest,
      let span = text.sourceSpan, span.end <= end,
      !OutlineWords.prefaces.contains(text.string.squeezed)
    else { return false }
    return text.string.unicodeScalars.last { !$0.isBlank && !$0.closes }?.endsSentence == false
  }
}
