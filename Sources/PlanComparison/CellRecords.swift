import PlanDocument

/// Makes records of cells of a table: what a verdict quotes.
struct CellRecords {
  let grid: SumGrid
  /// Of the table in the outline.
  let number: Int
  let outline: Outline
  let source: SourceText
  let document: DocumentID
  /// Of each row of a table.
  let passages: [TableRowPlace: Int]

  /// What a part is called: its row's name or its column's head, else its amount as written.
  func name(_ place: TableSum.Place, _ isColumn: Bool) -> String {
    let name = isColumn ? TotalName.plain(grid.heads[place.column]) : grid.rows[place.row].name
    guard name.isEmpty else { return name }
    return grid.table.rows[place.row].cells.first { $0.column == place.column }?.text.string
      .squeezed
      ?? ""
  }

  /// Nil where the cell holds nothing of the source.
  func record(_ place: TableSum.Place, _ rule: String) -> TargetRecord? {
    let row = grid.rows[place.row]
    guard
      let cell = grid.table.rows[place.row].cells.first(where: { $0.column == place.column }),
      let span = cell.text.sourceSpan
    else { return nil }
    let passage = passages[TableRowPlace(table: number, row: place.row)] ?? 0
    let head = TotalName.plain(grid.heads[place.column])
    var target = PlanTarget(
      provenance: Provenance(document: document, span: span, rule: rule),
      numberStart: span.start, text: cell.text.string.squeezed, kind: .target,
      indicator: head + (row.name.isEmpty ? "" : "（\(row.name)）"), indicatorKey: head,
      value: row.amounts[place.column].value, passage: passage,
      sentence: outline.passages.indices.contains(passage)
        ? outline.passages[passage].text.string : row.name,
      confidence: 0.9)
    target.unit =
      [
        row.amounts[place.column].unit ?? "", grid.unit(ofRow: place.row),
        grid.unit(ofColumn: place.column),
      ].first { !$0.isEmpty } ?? ""
    return TargetRecord(target, of: outline, source: source)
  }
}
