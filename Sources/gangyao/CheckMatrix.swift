import PlanComparison
import PlanDocument
import PlanExport

/// Indicators of the overall plan by plans: what each plan says of each.
struct CheckMatrix {
  private struct Cell {
    let verdict: Verdict
    let record: TargetRecord
  }

  private struct Row {
    let key: String
    var overall: TargetRecord?
    /// By the document's id.
    var cells: [String: Cell] = [:]
  }

  private let run: CheckRun
  private let rows: [Row]

  init(_ run: CheckRun) {
    self.run = run
    var rows: [Row] = []
    var places: [String: Int] = [:]
    func place(_ verdict: Verdict) -> Int {
      if let known = places[verdict.key] {
        // What is wanted says more of an indicator than what was reached.
        if let a = verdict.a, a.kind == "target", rows[known].overall?.kind != "target" {
          rows[known].overall = a
        }
        return known
      }
      places[verdict.key] = rows.count
      rows.append(Row(key: verdict.key, overall: verdict.a))
      return rows.count - 1
    }
    for verdict in run.verdicts where !verdict.isProposed {
      let row = place(verdict)
      guard let record = verdict.b else { continue }
      let cell = Cell(verdict: verdict, record: record)
      guard let known = rows[row].cells[record.document] else {
        rows[row].cells[record.document] = cell
        continue
      }
      if Self.rank(cell) < Self.rank(known) { rows[row].cells[record.document] = cell }
    }
    self.rows = rows.sorted {
      ($0.overall?.offset ?? .max, $0.key) < ($1.overall?.offset ?? .max, $1.key)
    }
  }

  /// Of several verdicts on one indicator the gravest stands in the cell.
  private static func rank(_ cell: Cell) -> Int {
    let isBase = cell.verdict.reason == .baseMissing
    let status = isBase ? order.count : order.firstIndex(of: cell.verdict.status) ?? order.count
    return cell.record.kind == "target" ? status : status + order.count
  }

  private static let order: [Verdict.Status] = [
    .conflict, .looser, .stricter, .notComparable, .agree, .partOf, .peer, .baselineDiffers,
    .yearDiffers, .baselineAgrees, .onlyInB, .onlyInA,
  ]

  func print(_ output: OutputOptions) {
    let plans = run.others.map(\.document)
    if output.chosen == .jsonl {
      for row in rows { Console.line(json(row, plans).encoded) }
      return
    }
    let columns =
      [
        RecordColumn<Row>("indicator_key", "指标", "indicator") { .string($0.key) },
        RecordColumn<Row>(
          run.overall.document.document, run.overall.document.document,
          run.overall.document.document
        ) { .optional($0.overall?.shortly) },
      ]
      + plans.map { plan in
        let title = plan.document
        return RecordColumn<Row>(title, title, title) { row in
          .optional(row.cells[title].map { "\($0.record.shortly) \($0.verdict.status.said)" })
        }
      }
    output.print(
      rows, columns: RecordColumns(columns), shown: columns.map(\.name),
      elastic: Set(columns.dropFirst().map(\.name)), documents: run.documents)
  }

  private func json(_ row: Row, _ plans: [DocumentRecord]) -> JSONValue {
    let targets = RecordColumns<TargetRecord>.targets
    return .object([
      ("indicator_key", .string(row.key)),
      ("overall", row.overall.map { targets.json($0) } ?? .null),
      (
        "plans",
        .object(
          plans.map { plan in
            guard let cell = row.cells[plan.document] else { return (plan.document, .null) }
            return (
              plan.document,
              .object([
                ("status", .string(cell.verdict.status.rawValue)),
                ("target", targets.json(cell.record)),
                ("explanation", .string(cell.verdict.explanation)),
              ])
            )
          })
      ),
    ])
  }
}

extension TargetRecord {
  /// Value as written, with the unit of its column where it is a number, and the year: 35% (2025).
  var shortly: String {
    let isWhole = tableKind == nil || value == nil || text.hasSuffix(unit)
    return text + (isWhole ? "" : unit) + (year.map { " (\($0))" } ?? "")
  }
}
