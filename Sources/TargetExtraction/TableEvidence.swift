import PlanDocument

/// Adds to the records of a table the words that gave their fields, and how sure they are.
struct TableEvidence {
  let outline: Outline
  let table: PlanTable
  let columns: TableColumns

  /// - Parameter target: a record of this table.
  func complete(_ target: PlanTarget) -> PlanTarget {
    var target = target
    target.evidence = evidence(of: target)
    target.doubts = Self.doubts(of: target)
    target.confidence = ConfidenceModel.confidence(target.doubts)
    return target
  }

  private func evidence(of target: PlanTarget) -> [FieldEvidence] {
    var found = [
      FieldEvidence(
        field: .value, text: target.text, span: target.provenance.span, origin: .cell)
    ]
    guard outline.passages.indices.contains(target.passage),
      let place = outline.passages[target.passage].row, table.rows.indices.contains(place.row)
    else { return found }
    let row = table.rows[place.row]
    func note(_ field: FieldEvidence.Field, column: Int?, _ origin: FieldEvidence.Origin) {
      guard let column, let cell = row.cells.first(where: { $0.column == column }),
        let words = Self.words(field, cell.text, origin)
      else { return }
      found.append(words)
    }
    note(.indicator, column: columns.name, .row)
    if !target.unit.isEmpty { note(.unit, column: columns.unit, .row) }
    let value = row.cells.first {
      $0.text.sourceSpan.map { $0.contains(target.numberStart) } ?? false
    }
    if let value {
      for head in heads(above: value.column) {
        if target.year != nil, let words = Self.words(.year, head, .head) { found.append(words) }
        if let words = Self.words(.kind, head, .head) { found.append(words) }
      }
    }
    if target.binding != nil { note(.binding, column: columns.binding ?? columns.name, .row) }
    if target.baseline != nil {
      note(.baseline, column: columns.baseline, .row)
      for head in columns.baseline.map(heads(above:)) ?? [] where target.baselineYear != nil {
        if let words = Self.words(.baselineYear, head, .head) { found.append(words) }
      }
    }
    return found
  }

  private func heads(above column: Int) -> [MendedText] {
    table.header.flatMap { row in
      row.cells.filter { ($0.column..<$0.column + max(1, $0.columnSpan)).contains(column) }
        .map(\.text)
    }
  }

  private static func words(
    _ field: FieldEvidence.Field, _ text: MendedText, _ origin: FieldEvidence.Origin
  ) -> FieldEvidence? {
    guard let span = text.sourceSpan else { return nil }
    let plain = PassageText(text)
    return plain.count == 0
      ? nil
      : FieldEvidence(
        field: field, text: plain.string(0..<plain.count), span: span, origin: origin)
  }

  private static func doubts(of target: PlanTarget) -> [Doubt] {
    var doubts = ClaimDoubts.doubts(
      ofName: target.indicator.unicodeScalars.map(\.value)
    )
    .filter { $0 == .bareName || $0 == .oddName }
    if target.value != nil, BaseUnit(written: target.unit) == nil, !target.unit.isEmpty {
      doubts.append(.unknownUnit)
    }
    if target.rule != "table.indicator" { doubts.append(.unusualCell) }
    if let value = target.value,
      ClaimDoubts.isUnusual(value, target.valueMax)
    {
      doubts.append(.unusualValue)
    }
    return doubts
  }
}

extension PlanTarget {
  fileprivate var rule: String { provenance.rule }
}
