import PlanDocument

/// What the columns of a table hold, by the words of its head.
struct TableColumns {
  struct ValueColumn {
    var index: Int
    var year: String?
    var kind: PlanTarget.Kind
    /// 年均增速
    var isGrowth = false
  }

  private(set) var name: Int?
  private(set) var unit: Int?
  private(set) var baseline: Int?
  private(set) var baselineYear: String?
  private(set) var values: [ValueColumn] = []
  private(set) var binding: Int?
  /// 单位：% above the table.
  private(set) var sharedUnit: String?

  init(_ table: PlanTable, times: DocumentTimes) {
    let heads = Self.heads(of: table)
    for (column, head) in heads.enumerated() where !head.isEmpty {
      if name == nil, Self.names.contains(where: head.contains), !head.contains("属性"),
        !head.contains("值"), !head.contains("单位")
      {
        name = column
      } else if head.contains("单位"), unit == nil, !head.contains("责任"), !head.contains("牵头") {
        unit = column
      } else if head.contains("属性") || head.contains("性质") || head.contains("指标类型") {
        binding = column
      }
    }
    // Where several heads say 指标, the name is the one with the longest cells.
    if let found = name { name = Self.longest(in: table, heads: heads, from: found) }
    for (column, head) in heads.enumerated()
    where !head.isEmpty && column != name && column != unit && column != binding {
      classify(head, column, times)
    }
    settleBaseline(heads)
    if values.isEmpty, let only = baseline, times.period == nil {
      values = [ValueColumn(index: only, year: baselineYear, kind: .target)]
      baseline = nil
    }
  }

  /// Without a period: of two years the earlier one, whose head promises nothing, is the baseline.
  private mutating func settleBaseline(_ heads: [String]) {
    guard baseline == nil, values.count > 1 else { return }
    let plain = values.filter { column in
      column.year != nil && !column.isGrowth
        && !["目标", "任务", "规划", "预期"].contains(where: heads[column.index].contains)
    }
    let promised = values.filter { column in !plain.contains { $0.index == column.index } }
    guard plain.count == 1, let base = plain.first, let year = base.year,
      promised.contains(where: { ($0.year ?? "") > year })
    else { return }
    baseline = base.index
    baselineYear = year
    values.removeAll { $0.index == base.index }
  }

  private static let names = ["指标名称", "主要指标", "指标", "名称", "项目"]

  private mutating func classify(_ head: String, _ column: Int, _ times: DocumentTimes) {
    let text = PassageText(MendedText(TextSpan(0, head.utf8.count), of: SourceText(head)))
    let years = Self.years(in: text)
    let isGrowth = head.contains("年均") || head.contains("增速") || head.contains("增长")
    let isNote = ["序号", "类别", "责任", "备注", "牵头", "部门", "说明", "领域", "分类"].contains(
      where: head.contains)
    guard !isNote else { return }
    let saysTarget = ["目标", "任务", "规划", "预期"].contains(where: head.contains)
    let saysBase = ["现状", "基期", "实际", "完成", "基准", "基数"].contains(where: head.contains)
    let year = years.last
    let isPast = year.map { Self.isPast($0, times) } ?? false
    if isGrowth {
      values.append(ValueColumn(index: column, year: nil, kind: .target, isGrowth: true))
    } else if saysBase || (isPast && !saysTarget) {
      if baseline == nil {
        baseline = column
        baselineYear = year
      }
    } else if let year, !isPast || saysTarget {
      values.append(ValueColumn(index: column, year: year, kind: .target))
    } else if saysTarget {
      let period = times.period.map { "\($0.lowerBound)-\($0.upperBound)" }
      values.append(ValueColumn(index: column, year: period, kind: .target))
    }
  }

  private static func isPast(_ year: String, _ times: DocumentTimes) -> Bool {
    guard let last = year.split(separator: "-").last.flatMap({ Int($0) }) else { return false }
    if let period = times.period { return last < period.lowerBound }
    return false
  }

  private static func years(in text: PassageText) -> [String] {
    var years: [String] = []
    var index = 0
    while index < text.count {
      if let numeral = NumeralReader.arabic(text.scalars, at: index) {
        if numeral.integerDigits == 4, numeral.length == 4, (1_949...2_100).contains(numeral.value)
        {
          years.append(String(Int(numeral.value)))
        }
        index += numeral.length
      } else {
        index += 1
      }
    }
    return years
  }

  /// The words above each column, from all rows of the head.
  private static func heads(of table: PlanTable) -> [String] {
    var heads = [String](repeating: "", count: max(1, table.columnCount))
    for row in table.header {
      for cell in row.cells {
        for column in cell.column..<min(heads.count, cell.column + max(1, cell.columnSpan)) {
          heads[column] += Self.plain(cell.text.string)
        }
      }
    }
    return heads
  }

  /// A head without white space and without what it says in brackets of its cells: 指标（单位）.
  private static func plain(_ head: String) -> String {
    let text = head.filter { !$0.isWhitespace }
    for bracket in ["（单位）", "(单位)", "（计量单位）"] where text.contains(bracket) && text != bracket {
      return text.replacing(bracket, with: "")
    }
    return text
  }

  private static func longest(in table: PlanTable, heads: [String], from first: Int) -> Int {
    let candidates = heads.indices.filter { column in
      names.contains(where: heads[column].contains) && !heads[column].contains("属性")
        && !heads[column].contains("类别") && !heads[column].contains("值")
        && !heads[column].contains("单位") && !heads[column].contains("目标")
    }
    func size(_ column: Int) -> Int {
      table.rows.reduce(0) { sum, row in
        sum + (row.cells.first { $0.column == column }?.text.string.count ?? 0)
      }
    }
    return candidates.max { size($0) < size($1) } ?? first
  }
}

/// The name in a cell, without footnote marks, with the unit and attribute that stand in brackets.
struct IndicatorName {
  let text: String
  /// From a bracket at the end: （%）, （万元/人）.
  let unit: String?
  /// 〔约束〕 and the like.
  let attribute: String

  init(_ cell: PassageText) {
    var end = cell.count
    var unit: String?
    var attribute = ""
    var start = 0
    // A serial number that the cell took in.
    if let numeral = NumeralReader.arabic(cell.scalars, at: 0), numeral.integerDigits <= 2,
      [0x2E, 0x3001, 0xFF0E].contains(cell.at(numeral.length)),
      !NumeralReader.isDigit(cell.at(numeral.length + 1))
    {
      start = numeral.length + 1
    } else if cell.at(0) == 0xFF08,
      let close = (1..<min(5, cell.count)).first(where: { cell.at($0) == 0xFF09 }),
      NumeralReader.isDigit(cell.at(1)) || NumeralReader.isChineseNumeral(cell.at(1))
    {
      start = close + 1
    }
    while end > start + 1 {
      let last = cell.at(end - 1)
      if (0x2460...0x2473).contains(last) || last == 0x2A || last == 0xFF0A
        || (0x2070...0x2079).contains(last)
        || [0xB9, 0xB2, 0xB3].contains(last)
      {
        end -= 1
        continue
      }
      let opener: UInt32 = last == 0xFF09 ? 0xFF08 : last == 0x3015 || last == 0x3011 ? 0x3014 : 0
      guard opener != 0, let open = (start..<end).last(where: { cell.at($0) == opener }),
        open > start
      else { break }
      let inner = cell.string(open + 1..<end - 1)
      if inner.contains("约束") || inner.contains("预期") {
        attribute = inner
      } else if unit == nil, BaseUnit(written: inner) != nil {
        unit = inner
      } else {
        break
      }
      end = open
    }
    text = PassageExtractor.cleaned(cell.string(start..<max(start, end)))
    self.unit = unit
    self.attribute = attribute
  }
}
