import PlanDocument

/// Reads the investments of a table of projects: one record a project and column of money.
struct ProjectTable {
  let table: PlanTable
  let extractor: TableExtractor
  let number: Int

  init(_ table: PlanTable, extractor: TableExtractor, number: Int) {
    self.table = table
    self.extractor = extractor
    self.number = number
  }

  func targets() -> [PlanTarget] {
    let heads = TableHeads(table)
    let money = heads.texts.indices.filter { heads.texts[$0].contains("投资") }
    guard !money.isEmpty, let name = Self.nameColumn(heads.texts) else { return [] }
    var targets: [PlanTarget] = []
    for (index, cells) in TableGrid(table).rows.enumerated() {
      guard let nameCell = cells[name], !nameCell.isCarried, nameCell.text.count > 1 else {
        continue
      }
      let project = IndicatorName(nameCell.text).text
      guard !project.isEmpty, !["合计", "小计", "总计"].contains(project) else { continue }
      for column in money {
        guard let cell = cells[column], !cell.isCarried else { continue }
        let head = Self.words(heads.texts[column])
        let unit = HeadYears.unit(in: heads.texts[column]) ?? heads.sharedUnit ?? ""
        targets += read(
          cell.text, name: project + head.name, unit: unit,
          year: HeadYears.year(in: head.text, extractor.times), row: index)
      }
    }
    return targets
  }

  private func read(
    _ cell: PassageText, name: String, unit: String, year: String?, row: Int
  ) -> [PlanTarget] {
    guard let value = CellNumber.numbers(in: cell).first else { return [] }
    let passage = extractor.rows[TableRowPlace(table: number, row: row)] ?? 0
    var target = PlanTarget(
      provenance: Provenance(
        document: extractor.document, span: cell.span(0..<cell.count), rule: "table.project"),
      numberStart: cell.sourceBytes[value.range.lowerBound], text: cell.string(value.text),
      kind: .target, indicator: name, indicatorKey: IndicatorKey.key(of: name), value: value.value,
      passage: passage,
      sentence: extractor.outline.passages.indices.contains(passage)
        ? extractor.outline.passages[passage].text.string : name,
      confidence: 0.85)
    target.valueMax = value.valueMax
    target.bound = value.valueMax != nil ? .range : value.bound ?? .exactly
    target.unit = value.unit ?? value.multiplier + unit
    target.year = year
    target.yearSource = year == nil ? nil : .clause
    target.tableKind = .project
    if let base = BaseUnit(written: target.unit) {
      target.valueBase = value.value * base.factor
      target.valueMaxBase = value.valueMax.map { $0 * base.factor }
      target.unitBase = base.name
    }
    return [target]
  }

  private static func nameColumn(_ heads: [String]) -> Int? {
    heads.firstIndex { $0.holds("项目名称") || $0.holds("工程名称") }
      ?? heads.firstIndex { $0.holds("名称") }
      ?? heads.firstIndex {
        ($0.holds("项目") || $0.holds("工程")) && !$0.holds("类") && !$0.holds("投资")
      }
  }

  /// 总投资 of 总投资（万元）, 投资 of “十四五”投资（万元）.
  private static func words(_ head: String) -> (name: String, text: PassageText) {
    let plain = head.prefix { !"（(".contains($0) }
    let text = PassageText(MendedText(TextSpan(0, head.utf8.count), of: SourceText(head)))
    return (String(plain).holds("总投资") ? "总投资" : "投资", text)
  }
}
