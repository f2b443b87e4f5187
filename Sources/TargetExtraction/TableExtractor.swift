import PlanDocument

/// Reads the rows of indicator tables: name, unit, baseline, target, attribute by their columns.
struct TableExtractor {
  let outline: Outline
  /// Index of each row's passage.
  let rows: [TableRowPlace: Int]
  let document: DocumentID
  let times: DocumentTimes

  func targets(ofTable number: Int) -> [PlanTarget] {
    let table = outline.tables[number]
    let columns = TableColumns(table, times: times)
    guard let nameColumn = columns.name, !columns.values.isEmpty else { return [] }
    var targets: [PlanTarget] = []
    for (rowNumber, row) in table.rows.enumerated() {
      let cells = Dictionary(
        row.cells.map { ($0.column, PassageText($0.text)) }, uniquingKeysWith: { first, _ in first }
      )
      guard let nameCell = cells[nameColumn], nameCell.count > 0 else { continue }
      let name = IndicatorName(nameCell)
      guard !name.text.isEmpty else { continue }
      let passage = rows[TableRowPlace(table: number, row: rowNumber)] ?? 0
      let unit = columns.unit.flatMap { cells[$0] }.map { $0.string(0..<$0.count) }
      let context = RowContext(
        name: name, unit: Self.normal(unit ?? name.unit ?? columns.sharedUnit ?? ""),
        binding: binding(cells, columns, name), baseline: baseline(cells, columns),
        baselineYear: columns.baselineYear, passage: passage,
        sentence: outline.passages.indices.contains(passage)
          ? outline.passages[passage].text.string : name.text)
      for column in columns.values {
        guard let cell = cells[column.index], cell.count > 0 else { continue }
        targets += read(cell, column: column, row: context, hasUnitColumn: columns.unit != nil)
      }
    }
    return targets
  }

  private struct RowContext {
    var name: IndicatorName
    var unit: String
    var binding: String?
    var baseline: Double?
    var baselineYear: String?
    var passage: Int
    var sentence: String
  }

  private static func normal(_ unit: String) -> String {
    unit.replacing("％", with: "%").filter { !$0.isWhitespace && $0 != "—" }
  }

  private func binding(
    _ cells: [Int: PassageText], _ columns: TableColumns, _ name: IndicatorName
  ) -> String? {
    let written = columns.binding.flatMap { cells[$0] }.map { $0.string(0..<$0.count) } ?? ""
    for word in ["约束", "预期"] where written.contains(word) || name.attribute.contains(word) {
      return word + "性"
    }
    return nil
  }

  private func baseline(_ cells: [Int: PassageText], _ columns: TableColumns) -> Double? {
    guard let column = columns.baseline, let cell = cells[column] else { return nil }
    return CellNumber.numbers(in: cell).first?.value
  }

  private func read(
    _ cell: PassageText, column: TableColumns.ValueColumn, row: RowContext, hasUnitColumn: Bool
  ) -> [PlanTarget] {
    let numbers = CellNumber.numbers(in: cell)
    guard !numbers.isEmpty else {
      let words = cell.string(0..<cell.count)
      guard CellNumber.isWords(words) else { return [] }
      return [
        target(
          cell, number: 0..<cell.count, text: words, value: nil, column: column, row: row,
          rule: "table.words")
      ]
    }
    return numbers.map { number in
      var target = target(
        cell, number: number.range, text: cell.string(number.text), value: number.value,
        column: column, row: row,
        rule: number.label.isEmpty ? "table.indicator" : "table.labelled")
      target.valueMax = number.valueMax
      target.bound = number.valueMax != nil ? .range : number.bound ?? .exactly
      if !number.label.isEmpty {
        target.indicator = number.label + target.indicator
        target.indicatorKey = IndicatorKey.key(of: target.indicator)
      }
      if let unit = number.unit, target.unit.isEmpty { target.unit = unit }
      if let base = BaseUnit(written: target.unit) {
        target.valueBase = number.value * base.factor
        target.valueMaxBase = number.valueMax.map { $0 * base.factor }
        target.unitBase = base.name
      }
      if number.isCumulative { target.rateBasis = .cumulative }
      return target
    }
  }

  private func target(
    _ cell: PassageText, number: Range<Int>, text: String, value: Double?,
    column: TableColumns.ValueColumn, row: RowContext, rule: String
  ) -> PlanTarget {
    var target = PlanTarget(
      provenance: Provenance(document: document, span: cell.span(0..<cell.count), rule: rule),
      numberStart: cell.sourceBytes[number.lowerBound], text: text, kind: column.kind,
      indicator: row.name.text, indicatorKey: IndicatorKey.key(of: row.name.text), value: value,
      passage: row.passage, sentence: row.sentence,
      confidence: value == nil ? 0.85 : rule == "table.indicator" ? 0.98 : 0.9)
    target.unit = row.unit
    target.binding = row.binding
    target.baseline = column.kind == .target ? row.baseline : nil
    target.baselineYear = target.baseline == nil ? nil : row.baselineYear
    target.year = column.year
    target.yearSource = column.year == nil ? nil : .clause
    target.tableKind = .indicator
    if column.isGrowth {
      target.change = .growth
      target.unit = "%"
      target.rateBasis = .annualAverage
    } else if ClaimWriter.isGrowthName(row.name.text) {
      target.change = .growth
    } else if row.name.text.hasPrefix("新增") || row.name.text.hasPrefix("增加") {
      target.change = .increase
    }
    return target
  }
}
