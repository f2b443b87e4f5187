import PlanDocument

/// Tells of every number of a source what became of it.
struct NumberAccountant {
  private let outline: Outline
  private var ledger: NumberLedger

  /// Begins with where each number stands: noise, heading, caption, table, glossary, running text.
  init(_ outline: Outline, source: SourceText, times: DocumentTimes) {
    self.outline = outline
    ledger = NumberLedger(source, fallback: .wrapper)
    for piece in outline.noise { ledger.enter(Self.fate(of: piece.reason), in: piece.span) }
    for (index, passage) in outline.passages.enumerated() {
      ledger.enter(Self.fate(of: passage.kind), in: passage.text, passage: index)
    }
    for table in outline.tables {
      enterPlaces(of: table, columns: TableColumns(table, times: times))
    }
  }

  var numbers: [AccountedNumber] { ledger.numbers }

  private static func fate(of reason: NoisePiece.Reason) -> NumberFate {
    switch reason {
    case .blank, .wrapper: .wrapper
    case .pageNumber: .pageNumber
    case .runningHead: .runningHead
    case .contents: .contents
    case .cover: .cover
    case .footnote: .footnote
    }
  }

  private static func fate(of kind: PassageKind) -> NumberFate {
    switch kind {
    case .paragraph, .box: .word
    case .heading: .heading
    case .caption: .caption
    case .row: .tableUnread
    }
  }

  // MARK: Tables

  private mutating func enterPlaces(of table: PlanTable, columns: TableColumns) {
    for row in table.header {
      for cell in row.cells { ledger.enter(.tableHead, in: cell.text) }
    }
    guard columns.name != nil, !columns.values.isEmpty else { return }
    for row in table.rows {
      for cell in row.cells {
        let fate: NumberFate =
          cell.column == columns.name
          ? .tableName : cell.column == columns.unit ? .tableUnit : .tableOther
        ledger.enter(fate, in: cell.text)
      }
    }
  }

  /// Enters the records of a table.
  mutating func enter(_ reading: TableExtractor.Reading, of table: PlanTable) {
    let columns = reading.columns
    let targets = reading.targets
    for target in targets {
      guard let row = outline.passages[target.passage].row?.row, table.rows.indices.contains(row)
      else { continue }
      if target.baseline != nil,
        let cell = table.rows[row].cells.first(where: { $0.column == columns.baseline }),
        let span = cell.text.sourceSpan
      {
        let count = PlainNumbers.count(in: cell.text.string)
        ledger.enter(.baseline, first: count, from: span.start, before: span.end, record: nil)
      }
    }
    // Behind the base values: what is both (a table of one column) is a record.
    for target in targets where target.value != nil {
      ledger.enter(
        target.kind == .actual ? .actual : .target,
        first: max(1, PlainNumbers.count(in: target.text)), from: target.numberStart,
        before: max(target.numberStart + 1, target.provenance.span.end), record: target.numberStart)
    }
  }

  // MARK: Running text

  mutating func enterGlossary(_ text: MendedText) { ledger.enter(.glossary, in: text) }

  /// Enters the numbers of a passage that was read, then what became of them.
  mutating func enter(_ mentions: [NumberMention], in text: PassageText) {
    for mention in mentions {
      for range in mention.unit { enter(.unit, range, in: text) }
      enter(mention.fate, mention.number, in: text)
    }
  }

  mutating func enter(_ fate: NumberFate, _ range: Range<Int>, in text: PassageText) {
    for place in range { ledger.enter(fate, holding: text.sourceBytes[place]) }
  }

  mutating func enter(_ claim: PassageExtractor.Claim, in text: PassageText) {
    let record = text.sourceBytes[claim.mention.number.lowerBound]
    for place in claim.mention.unit.joined() {
      ledger.enter(.unit, holding: text.sourceBytes[place], record: record)
    }
    for place in claim.mention.number {
      ledger.enter(
        claim.kind == .actual ? .actual : .target, holding: text.sourceBytes[place],
        record: record)
    }
  }
}
