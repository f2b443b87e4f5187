import PlanDocument
import PlanExport
import PlanPipeline

/// `targets --coverage`: every number of the documents with what became of it.
struct NumberCoverage {
  let plans: [AnalyzedPlan]
  let output: OutputOptions
  let onlySummary: Bool

  func print() {
    let records = plans.flatMap(\.numberRecords)
    let counted = plans.reduce(0) { $0 + PlainNumbers.spans(in: $1.source.bytes).count }
    let documents = plans.map(\.documentRecord)
    switch output.chosen {
    case .table, .md:
      summary(records, counted: counted)
      guard !onlySummary else { return }
      Console.line("")
      var shown = ["fate", "text", "context", "line", "path"]
      if plans.count > 1 { shown.insert("document", at: 0) }
      output.print(records, columns: .numbers, shown: shown, elastic: ["path", "context"])
    case .jsonl:
      if !onlySummary {
        for record in records {
          Console.line(RecordColumns<NumberRecord>.numbers.json(record).encoded)
        }
      }
      let fates = counts(records).map { ($0.fate.rawValue, JSONValue.integer($0.count)) }
      Console.line(
        JSONValue.object([
          ("total", .integer(records.count)), ("counted", .integer(counted)),
          ("fates", .object(fates)),
        ]).encoded)
    case .csv, .xlsx, .html:
      if onlySummary {
        output.print(
          counts(records), columns: Self.summaryColumns(records.count), shown: [],
          documents: documents)
      } else {
        output.print(records, columns: .numbers, shown: [], documents: documents)
      }
    }
  }

  private typealias Count = (fate: NumberFate, count: Int)

  /// Fates that occur, in the order in which they are declared.
  private func counts(_ records: [NumberRecord]) -> [Count] {
    let groups = Dictionary(grouping: records, by: \.fate).mapValues(\.count)
    return NumberFate.allCases.compactMap { fate in groups[fate].map { (fate, $0) } }
  }

  private static func summaryColumns(_ total: Int) -> RecordColumns<Count> {
    RecordColumns([
      RecordColumn("fate", "去向", "fate") { .string($0.fate.rawValue) },
      RecordColumn("reason", "说明", "reason") { .string($0.fate.english) },
      RecordColumn("count", "个数", "count", .integer) { .integer($0.count) },
      RecordColumn("share", "占比", "share", .number) {
        .number((Double($0.count) / Double(max(1, total)) * 10_000).rounded() / 10_000)
      },
    ])
  }

  private func summary(_ records: [NumberRecord], counted: Int) {
    var table = TextTable([
      .init(say("去向", "fate")), .init(say("个数", "count"), isNumber: true),
      .init(say("占比", "share"), isNumber: true), .init(say("说明", "what it is")),
    ])
    for (fate, count) in counts(records) {
      let share = Double(count) / Double(max(1, records.count)) * 100
      let shown = JSONValue.text(of: (share * 10).rounded() / 10) ?? ""
      table.append([fate.rawValue, "\(count)", shown + "%", say(fate.chinese, fate.english)])
    }
    table.append([
      say("合计", "total"), "\(records.count)", "",
      say("原文中的数字共 \(counted) 个（逐字计数）", "numbers in the source by a plain count: \(counted)"),
    ])
    for (index, line) in table.lines(width: Console.width).enumerated() {
      Console.line(index == 0 ? Console.bold(line) : line)
    }
  }
}
