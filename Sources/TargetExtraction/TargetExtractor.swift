import PlanDocument

/// Extracts the numeric claims of a plan: from its paragraphs by rules of the sentence, from its
/// tables by their columns.
package struct TargetExtractor: Sendable {
  /// Whether the annexes that list projects are read: an investment a record.
  package var includesProjects: Bool

  package init(includesProjects: Bool = false) { self.includesProjects = includesProjects }

  /// What the numbers of a plan say.
  package struct Extraction: Sendable {
    /// Claims in the order of the text.
    package var targets: [PlanTarget] = []
    /// Tables of indicators of which rows with values gave no record.
    package var warnings: [PlanWarning] = []
  }

  package func extraction(
    from outline: Outline, source: SourceText, document: DocumentID, metadata: PlanMetadata
  ) -> Extraction {
    let times = Self.times(outline, metadata)
    var extraction = Extraction()
    let units = BaseUnitMemo()
    forEachReadPassage(of: outline, times: times) { index, text, context in
      guard let text else { return }
      let extractor = context.extractor(text, times: times)
      let writer = ClaimWriter(
        text: text, document: document, passage: index, times: times, headings: context.headings,
        mentions: extractor.mentions, units: units)
      var found = writer.targets(extractor.claims())
      if context.kinds.kindOfUnit != .actual { found += extractor.pledges().map(writer.target) }
      guard !found.isEmpty else { return }
      let responsible = ResponsibleBodies(text).bodies
      for target in found.indices { found[target].responsible = responsible }
      extraction.targets += found
    }
    let tables = TableExtractor(
      outline: outline, rows: Self.rows(of: outline), document: document, times: times,
      includesProjects: includesProjects)
    for (number, table) in outline.tables.enumerated() {
      let reading = tables.reading(ofTable: number)
      if let first = reading.unread.first {
        let span = table.rows[first.row].cells.first?.text.sourceSpan ?? table.span
        extraction.warnings.append(
          .unreadRows(
            count: reading.unread.count, of: table.rows.count,
            line: source.line(ofByte: span.start)))
      }
      let evidence = TableEvidence(outline: outline, table: table, columns: reading.columns)
      extraction.targets += reading.targets.map {
        $0.tableKind == .task ? $0 : evidence.complete($0)
      }
    }
    extraction.targets.sort { ($0.numberStart, $0.text) < ($1.numberStart, $1.text) }
    return extraction
  }

  /// - Returns: claims in the order of the text.
  package func targets(
    in outline: Outline, source: SourceText, document: DocumentID, metadata: PlanMetadata
  ) -> [PlanTarget] {
    extraction(from: outline, source: source, document: document, metadata: metadata).targets
  }

  static func times(_ outline: Outline, _ metadata: PlanMetadata) -> DocumentTimes {
    DocumentTimes(
      period: metadata.period?.text, title: metadata.title?.text ?? outline.title.string,
      opening: outline.passages.prefix(20).map { PassageText($0.text) })
  }

  /// Index of each table row's passage.
  static func rows(of outline: Outline) -> [TableRowPlace: Int] {
    var rows: [TableRowPlace: Int] = [:]
    for (index, passage) in outline.passages.enumerated() {
      if let row = passage.row { rows[row] = index }
    }
    return rows
  }

  /// Calls `body` with each passage of running text; without its text where it is of a glossary,
  /// which is not read.
  func forEachReadPassage(
    of outline: Outline, times: DocumentTimes, _ body: (Int, PassageText?, UnitContext) -> Void
  ) {
    var contexts = UnitContexts(outline, times: times)
    for (index, passage) in outline.passages.enumerated() {
      guard passage.kind == .paragraph || passage.kind == .box else { continue }
      let text = PassageText(passage.text)
      if let title = PartTitle(text, of: passage) { contexts.enter(title) }
      let context = contexts.context(of: passage.division)
      body(index, context.isGlossary ? nil : text, context)
    }
  }
}

/// A line of its own without number that says what the text behind it is: 2023年工作回顾.
struct PartTitle {
  let text: String
  let span: TextSpan

  /// Nil for every other passage.
  init?(_ text: PassageText, of passage: Passage) {
    guard (1...30).contains(text.count), !text.scalars.contains(where: Self.isMark),
      KindReader.isCertain(title: text.scalars), let span = passage.text.sourceSpan
    else { return nil }
    self.text = text.string(0..<text.count)
    self.span = span
  }

  /// ， and the marks that end clauses.
  private static func isMark(_ scalar: UInt32) -> Bool {
    scalar != 0x2C && scalar != 0xFF1F && ClauseReader.endsClause(scalar)
  }
}

/// The bodies that a paragraph's closing bracket holds responsible: （省教育厅、省发展改革委负责）.
struct ResponsibleBodies {
  /// The leading one first; empty where the paragraph names none.
  let bodies: [String]

  private static let closings: [Word] = ["负责", "牵头", "按职责分工负责", "配合"]

  init(_ text: PassageText) {
    var end = text.count
    while end > 0, text.at(end - 1) == 0x3002 { end -= 1 }
    guard end > 2, text.at(end - 1) == 0xFF09,
      let open = (0..<end).last(where: { text.at($0) == 0xFF08 }),
      Self.closings.contains(where: { text.has($0, at: end - 1 - $0.count) })
    else {
      bodies = []
      return
    }
    let inner = text.string(open + 1..<end - 1)
    bodies = inner.split(whereSeparator: { "、，；,；".contains($0) }).map { part in
      var name = String(part)
      for word in ["等按职责分工负责", "按职责分工负责", "分别负责", "负责", "牵头", "配合", "等"]
      where name.hasSuffix(word) { name = String(name.dropLast(word.count)) }
      for word in ["责任单位：", "牵头单位：", "配合单位："] where name.hasPrefix(word) {
        name = String(name.dropFirst(word.count))
      }
      return name
    }.filter { !$0.isEmpty }
  }
}
