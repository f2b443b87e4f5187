import PlanDocument

/// Finds the structure of a plan in its text: units, passages, tables, and what is none of it.
package struct OutlineBuilder: Sendable {
  package init() {}

  /// Never fails: a text without structure has passages and no units.
  package func outline(of source: SourceText) -> Outline {
    let read = LoneMarks(source: source).join(LineReader(source: source).lines())
    let paged = PageNumberChain(source: source).cut(read)
    let sentences = SentenceLines(source: source).cut(paged.lines)
    let lines = GluedHeadings(source: source).cut(sentences)
    let noise = NoiseFinder(source: source, lines: lines).reasons()
    let texts = lines.indices.filter { noise[$0] == nil }
    var walk = OutlineWalk(source: source, lines: texts.map { lines[$0] })
    walk.run()
    var outline = walk.outline
    for (index, reason) in noise.enumerated() {
      if let reason { outline.noise.append(NoisePiece(span: lines[index].span, reason: reason)) }
    }
    for number in paged.numbers {
      outline.noise.append(NoisePiece(span: number, reason: .pageNumber))
    }
    CoverFinder(source: source).setAside(in: &outline)
    FootnoteMarks(source: source).setAside(in: &outline)
    NoiseFiller(source: source).fill(&outline)
    return outline
  }
}
