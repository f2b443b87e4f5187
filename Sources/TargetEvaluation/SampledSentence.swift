import PlanDocument

/// A sentence or table row that holds a number: what recall is estimated from.
package struct SampledSentence: Sendable, Equatable {
  package var document: String
  /// Of the passage it belongs to.
  package var kind: PassageKind
  package var path: String
  package var page: Int?
  package var line: Int
  /// Code points of the source text before it.
  package var offset: Int
  package var text: String
  /// Records whose number stands in it.
  package var found: [TargetRecord]

  /// The sentences of a plan in which `PlainNumbers` counts at least one number, in order.
  ///
  /// Headings and captions are no sentences: what a plan commits to stands below them.
  package static func all(
    of outline: Outline, source: SourceText, document: DocumentID, targets: [TargetRecord]
  ) -> [SampledSentence] {
    let byPassage = Dictionary(grouping: targets.filter { $0.kind != "pledge" }, by: \.passage)
    var sentences: [SampledSentence] = []
    for (index, passage) in outline.passages.enumerated() {
      guard passage.kind != .heading, passage.kind != .caption else { continue }
      if let row = passage.row?.row, row < 0 { continue }
      let records = byPassage[index] ?? []
      for range in ranges(in: passage) {
        let text = passage.text.slice(range)
        let string = text.string
        guard PlainNumbers.count(in: string) > 0, let span = text.sourceSpan else { continue }
        let start = source.codePointOffset(ofByte: span.start)
        let end = source.codePointOffset(ofByte: span.end)
        sentences.append(
          SampledSentence(
            document: document.name, kind: passage.kind, path: outline.path(of: passage.division),
            page: source.page(ofByte: span.start), line: source.line(ofByte: span.start),
            offset: start, text: string,
            found: records.filter { (start..<end).contains($0.offset) }))
      }
    }
    return sentences
  }

  /// A row is one; running text ends a sentence behind 。！？, closing marks included.
  private static func ranges(in passage: Passage) -> [Range<Int>] {
    let bytes = passage.text.bytes
    guard passage.kind != .row else { return [0..<bytes.count] }
    var ranges: [Range<Int>] = []
    var start = 0
    var index = 0
    while index + 2 < bytes.count {
      guard isMark(bytes, index, Self.ends) else {
        index += 1
        continue
      }
      index += 3
      while index + 2 < bytes.count, isMark(bytes, index, Self.closings) { index += 3 }
      ranges.append(start..<index)
      start = index
    }
    if start < bytes.count { ranges.append(start..<bytes.count) }
    return ranges
  }

  private static let ends: [[UInt8]] = ["。", "！", "？"].map { Array($0.utf8) }
  private static let closings: [[UInt8]] = ["”", "’", "）", "」", "』"].map { Array($0.utf8) }

  private static func isMark(_ bytes: [UInt8], _ index: Int, _ marks: [[UInt8]]) -> Bool {
    marks.contains {
      $0[0] == bytes[index] && $0[1] == bytes[index + 1] && $0[2] == bytes[index + 2]
    }
  }
}
