import PlanDocument

/// Reads the sentences in the cells of a table of tasks as running text is read.
struct TaskTable {
  let table: PlanTable
  let extractor: TableExtractor
  let number: Int

  /// Shorter cells are names and dates.
  private static let shortest = 8

  init(_ table: PlanTable, extractor: TableExtractor, number: Int) {
    self.table = table
    self.extractor = extractor
    self.number = number
  }

  func targets(_ columns: TableColumns) -> [PlanTarget] {
    var contexts = UnitContexts(extractor.outline, times: extractor.times)
    let context = contexts.context(of: table.division)
    var targets: [PlanTarget] = []
    for (index, row) in table.rows.enumerated() {
      guard let passage = extractor.rows[TableRowPlace(table: number, row: index)] else { continue }
      let bodies =
        columns.responsible.flatMap { column in row.cells.first { $0.column == column } }
        .map { TableExtractor.bodies(PassageText($0.text)) } ?? []
      for cell in row.cells where cell.column != columns.responsible {
        let text = PassageText(cell.text)
        guard text.count >= Self.shortest else { continue }
        let sentences = context.extractor(text, times: extractor.times)
        let writer = ClaimWriter(
          text: text, document: extractor.document, passage: passage, times: extractor.times,
          headings: context.headings, mentions: sentences.mentions)
        for var target in writer.targets(sentences.claims()) {
          target.tableKind = .task
          target.responsible = bodies
          targets.append(target)
        }
      }
    }
    return targets
  }
}
