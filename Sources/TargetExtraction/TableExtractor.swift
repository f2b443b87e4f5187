import PlanDocument

/// Reads the rows of indicator tables: name, unit, baseline, target, attribute by their columns.
struct TableExtractor {
  let outline: Outline
  /// Index of each row's passage.
  let rows: [TableRowPlace: Int]
  let document: DocumentID
  let times: DocumentTimes
  /// Whether tables of projects are read as well.
  var includesProjects = false

  /// What a table holds.
  struct Reading {
    let columns: TableColumns
    var targets: [PlanTarget] = []
    /// Rows of an indicator table that say something in a column of values and gave no record.
    var unread: [TableRowPlace] = []
  }

  func reading(ofTable number: Int) -> Reading {
    let table = outline.tables[number]
    let columns = TableColumns(table, times: times)
    var reading = Reading(columns: columns)
    if columns.kind == .project {
      guard includesProjects else { return reading }
      reading.targets = ProjectTable(table, extractor: self, number: number).targets()
      return reading
    }
    if columns.kind == .task {
      reading.targets = TaskTable(table, extractor: self, number: number).targets(columns)
      return reading
    }
    guard columns.kind == .indicator, let nameColumn = columns.name, !columns.values.isEmpty else {
      return reading
    }
    let grid = TableGrid(table)
    let takesAnyBracket = Self.namesEndWithUnits(grid, nameColumn, columns)
    var whole: Whole?
    for (index, cells) in grid.rows.enumerated() {
      let place = TableRowPlace(table: number, row: index)
      guard let nameCell = cells[nameColumn], nameCell.text.count > 0,
        nameCell.columnSpan < max(2, table.columnCount), !repeatsHead(table.rows[index], table)
      else {
        whole = nil
        continue
      }
      var name = Self.name(cells, nameColumn, columns, takesAnyBracket)
      guard !name.text.isEmpty, !Self.isSum(name.text) else { continue }
      let written = columns.unit.flatMap { cells[$0] }.map { $0.text.string(0..<$0.text.count) }
      let ownUnit = Self.normal(written ?? "")
      if let whole,
        name.isPart || (whole.isEmpty && !name.isNumbered && name.unit == nil && ownUnit.isEmpty)
          || (whole.isEmpty && name.isNumbered && !whole.name.isNumbered)
      {
        name.complete(by: whole.name)
      }
      let unit =
        ownUnit.isEmpty ? name.unit ?? whole?.unit(for: name) ?? columns.sharedUnit : ownUnit
      let row = context(name, unit ?? "", cells, columns, place)
      var found: [PlanTarget] = []
      var hasText = false
      for column in columns.values {
        guard let cell = cells[column.index], !cell.isCarried, cell.text.count > 0 else { continue }
        hasText = hasText || CellNumber.saysSomething(cell.text)
        found += read(cell.text, column: column, row: row)
      }
      if found.isEmpty, hasText { reading.unread.append(place) }
      reading.targets += Self.withBaselines(found, row)
      if !name.isPart, !(whole?.isEmpty ?? false && name.text.hasPrefix(whole?.name.text ?? "#")) {
        whole = Whole(
          name: name, unit: unit, isEmpty: found.isEmpty && Self.measures(name, ownUnit))
      }
    }
    return reading
  }

  /// The row whose name stands in front of those of its parts.
  private struct Whole {
    var name: IndicatorName
    var unit: String?
    /// Whether it has a measure but no value of its own: all values are those of its parts.
    var isEmpty: Bool

    func unit(for part: IndicatorName) -> String? {
      part.text.hasPrefix(name.text) ? unit : nil
    }
  }

  /// What a row says of all its values.
  struct RowContext {
    var name: IndicatorName
    var unit: String
    var binding: String?
    var baselines: [CellNumber]
    var baselineYear: String?
    var responsible: [String]
    var passage: Int
    var sentence: String
  }

  private func context(
    _ name: IndicatorName, _ unit: String, _ cells: [Int: TableGrid.Cell], _ columns: TableColumns,
    _ place: TableRowPlace
  ) -> RowContext {
    let passage = rows[place] ?? 0
    return RowContext(
      name: name, unit: unit, binding: Self.binding(cells, columns, name),
      baselines: columns.baseline.flatMap { cells[$0] }.map { CellNumber.numbers(in: $0.text) }
        ?? [],
      baselineYear: columns.baselineYear,
      responsible: columns.responsible.flatMap { cells[$0] }.map { Self.bodies($0.text) } ?? [],
      passage: passage,
      sentence: outline.passages.indices.contains(passage)
        ? outline.passages[passage].text.string : name.text)
  }

  // MARK: - Cells

  private func read(
    _ cell: PassageText, column: TableColumns.ValueColumn, row: RowContext
  ) -> [PlanTarget] {
    let numbers = CellNumber.numbers(in: cell)
    guard !numbers.isEmpty else {
      let words = cell.string(0..<cell.count)
      guard CellNumber.isWords(words) else { return [] }
      var target = target(
        cell, number: 0..<cell.count, text: words, value: nil, row: row, rule: "table.words")
      settle(&target, column, row, isCumulative: column.isCumulative && !column.isGrowth)
      return [target]
    }
    return numbers.map { number in
      var target = target(
        cell, number: number.range, text: cell.string(number.text), value: number.value, row: row,
        rule: number.label.isEmpty ? "table.indicator" : "table.labelled")
      target.valueMax = number.valueMax
      target.bound = number.valueMax != nil ? .range : number.bound ?? .exactly
      if !number.label.isEmpty {
        target.indicator = number.label + target.indicator
        target.indicatorKey = IndicatorKey.key(of: target.indicator)
      }
      settle(
        &target, column, row,
        isCumulative: number.isCumulative || (column.isCumulative && !column.isGrowth))
      if let unit = number.unit {
        target.unit = unit
      } else if !number.multiplier.isEmpty {
        target.unit = number.multiplier + target.unit
      }
      if let base = BaseUnit(written: target.unit) {
        target.valueBase = number.value * base.factor
        target.valueMaxBase = number.valueMax.map { $0 * base.factor }
        target.unitBase = base.name
      }
      return target
    }
  }

  private func target(
    _ cell: PassageText, number: Range<Int>, text: String, value: Double?, row: RowContext,
    rule: String
  ) -> PlanTarget {
    var target = PlanTarget(
      provenance: Provenance(document: document, span: cell.span(0..<cell.count), rule: rule),
      numberStart: cell.sourceBytes[number.lowerBound], text: text, kind: .target,
      indicator: row.name.text, indicatorKey: IndicatorKey.key(of: row.name.text), value: value,
      passage: row.passage, sentence: row.sentence,
      confidence: value == nil ? 0.85 : rule == "table.indicator" ? 0.98 : 0.9)
    target.binding = row.binding
    target.responsible = row.responsible
    target.tableKind = .indicator
    return target
  }

  /// Unit, time and change by the column.
  private func settle(
    _ target: inout PlanTarget, _ column: TableColumns.ValueColumn, _ row: RowContext,
    isCumulative: Bool
  ) {
    target.kind = column.kind
    target.year = column.year
    target.unit = row.unit.isEmpty ? column.unit ?? "" : row.unit
    let isRate = target.unit == "%" || target.unit == "‰"
    let name = row.name.text.unicodeScalars.map(\.value)
    let isGrowthName = ClaimWriter.isGrowthName(name)
    let isDecrease = ["减少", "降低", "下降", "削减"].contains(where: row.name.text.holds)
    if isGrowthName || (isDecrease && isRate) {
      target.change = .growth
    } else if isDecrease {
      target.change = .decrease
    } else if ClaimWriter.isAddition(name) || row.name.text.hasPrefix("增加") {
      target.change = .increase
    }
    if isCumulative {
      target.rateBasis = .cumulative
      if column.isGrowth || column.isCumulative {
        target.year = column.year ?? times.period.map { "\($0.lowerBound)-\($0.upperBound)" }
        if target.change == .level, isRate { target.change = .increase }
      }
    } else if column.isGrowth, column.isCumulative, isRate, target.change == .level {
      // 年均/累计 of a share (失业率＜5.5) is the share itself.
      target.rateBasis = nil
    } else if column.isGrowth {
      // 年均 of a rate that grows by itself (GDP增长) is that rate; of an amount it is its growth.
      target.change = .growth
      target.rateBasis = .annualAverage
      if !isRate { target.unit = column.unit ?? "%" }
    }
    target.yearSource = target.year == nil ? nil : .clause
  }

  // MARK: - Rows

  /// Gives the base value to the records that are values of the same kind.
  private static func withBaselines(_ found: [PlanTarget], _ row: RowContext) -> [PlanTarget] {
    guard !row.baselines.isEmpty else { return found }
    let isLabelled = row.baselines.contains { !$0.label.isEmpty }
    return found.map { record in
      guard record.kind == .target else { return record }
      // A growth rate beside an amount is not compared with the amount.
      if record.rateBasis != nil, record.rateBasis != .cumulative || found.count > 1,
        found.count > 1 || (record.unit != row.unit)
      {
        return record
      }
      var record = record
      if isLabelled {
        record.baseline =
          row.baselines.first { !$0.label.isEmpty && record.indicator.hasPrefix($0.label) }?.value
      } else {
        record.baseline = row.baselines.first?.value
      }
      record.baselineYear = record.baseline == nil ? nil : row.baselineYear
      return record
    }
  }

  private static func name(
    _ cells: [Int: TableGrid.Cell], _ column: Int, _ columns: TableColumns, _ takesAnyBracket: Bool
  ) -> IndicatorName {
    guard let cell = cells[column] else { return IndicatorName(PassageText(MendedText())) }
    var name = IndicatorName(cell.text, takesAnyBracket: takesAnyBracket)
    for sub in columns.subnames {
      guard let cell = cells[sub], cell.text.count > 0 else { continue }
      var part = IndicatorName(cell.text, takesAnyBracket: takesAnyBracket)
      // 减少（%） over several rows measures, 经济发展 only groups.
      if measures(name, ""), part.unit == nil { part.complete(by: name) }
      name = part
    }
    return name
  }

  /// Whether a name by itself says what is measured.
  private static func measures(_ name: IndicatorName, _ unit: String) -> Bool {
    name.unit != nil || !unit.isEmpty
      || ["减少", "降低", "下降", "总量", "增长", "比例", "比重", "排放量"].contains { name.text.hasSuffix($0) }
  }

  private static func isSum(_ name: String) -> Bool { ["合计", "小计", "总计", "共计"].contains(name) }

  /// Whether a row is the head once more, as it stands on each page.
  private func repeatsHead(_ row: TableRow, _ table: PlanTable) -> Bool {
    table.header.contains { head in
      head.cells.count == row.cells.count && row.cells.count > 1
        && zip(head.cells, row.cells).allSatisfy { $0.text.string == $1.text.string }
    }
  }

  /// Whether most names end with a unit in brackets, in a table that has no column of units.
  private static func namesEndWithUnits(
    _ grid: TableGrid, _ column: Int, _ columns: TableColumns
  ) -> Bool {
    guard columns.unit == nil else { return false }
    let names = grid.rows.prefix(100).compactMap { $0[column]?.text }.filter { $0.count > 0 }
    return names.count { IndicatorName($0).unit != nil } * 2 > names.count
  }

  private static func normal(_ unit: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in unit.unicodeScalars where !PassageText.isBlank(scalar.value) && scalar != "—" {
      text.append(scalar == "％" ? "%" : scalar)
    }
    return text.allSatisfy { "-–－/".unicodeScalars.contains($0) } ? "" : String(text)
  }

  private static func binding(
    _ cells: [Int: TableGrid.Cell], _ columns: TableColumns, _ name: IndicatorName
  ) -> String? {
    let cell = columns.binding.flatMap { cells[$0] }?.text
    let written = cell.map { $0.string(0..<$0.count) } ?? ""
    for word in ["约束", "预期"] where written.holds(word) || name.attribute.holds(word) {
      return word + "性"
    }
    return nil
  }

  static func bodies(_ cell: PassageText) -> [String] {
    cell.string(0..<cell.count).split { "、，,；;/".contains($0) }.map(String.init)
      .filter { $0.count >= 2 }
  }
}
