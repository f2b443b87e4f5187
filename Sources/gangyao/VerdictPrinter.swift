import PlanComparison
import PlanDocument
import PlanExport

/// Prints the verdicts of a `check` in the chosen form; for people, targets that were reached already
/// stand in a part of their own.
struct VerdictPrinter {
  let run: CheckRun
  let output: OutputOptions

  private static let shown = ["status", "indicator_key", "a_value", "b_value", "explanation"]

  func print() {
    switch output.chosen {
    case .html: Console.write(report.html)
    case .table, .md:
      let isMarkdown = output.chosen == .md
      let parts = parts
      for (index, part) in parts.enumerated() {
        if parts.count > 1 || isMarkdown {
          if index > 0 { Console.line("") }
          Console.line(isMarkdown ? "## \(part.title)\n" : Console.bold(part.title))
        }
        output.print(
          part.verdicts, columns: .verdicts, shown: Self.shown,
          elastic: ["indicator_key", "explanation"])
      }
      if isMarkdown {
        Console.line("")
        for line in run.summary.lines { Console.line("- \(MarkupText.markdownCell(line))") }
      }
    case .jsonl, .csv, .xlsx:
      output.print(
        run.verdicts, columns: .verdicts, shown: Self.shown, documents: run.documents)
    }
  }

  private var parts: [(title: String, verdicts: [Verdict])] {
    let met = run.verdicts.filter(\.isAlreadyMet)
    let parts = [
      (say("核对结果", "Verdicts"), run.verdicts.filter { !$0.isAlreadyMet && !$0.isProposed }),
      (say("已经达到的目标", "Targets below what was reached already"), met),
      (
        say("名称相近，有待确认", "Near names, not confirmed"),
        run.verdicts.filter { $0.isProposed && !$0.isAlreadyMet }
      ),
    ]
    return parts.filter { !$0.1.isEmpty }
  }

  // MARK: Page

  private var report: ComparisonReport {
    let names = run.documents.map { $0.title ?? $0.document }
    var report = ComparisonReport(
      title: say("规划核对", "Plans compared") + say("：", ": ") + names[0],
      language: Language.current.rawValue,
      summary: names.dropFirst().map { say("对照：", "Against: ") + $0 } + run.summary.lines,
      sections: parts.map { part in
        ComparisonReport.Section(title: part.title, rows: part.verdicts.map(row))
      }, words: .current)
    report.order = Self.gravest.map(\.rawValue)
    return report
  }

  /// What a reader looks for first.
  private static let gravest: [Verdict.Status] = [
    .conflict, .looser, .stricter, .baselineDiffers, .onlyInA, .onlyInB, .notComparable,
    .yearDiffers, .partOf, .peer, .agree, .baselineAgrees,
  ]

  private func row(_ verdict: Verdict) -> ComparisonReport.Row {
    var row = ComparisonReport.Row(
      status: verdict.status.rawValue, label: verdict.status.said, name: verdict.key,
      left: verdict.a.map(ComparisonReport.Side.init),
      right: verdict.b.map(ComparisonReport.Side.init), note: verdict.explanation)
    // What is compared is the base value, which stands beside the target.
    if verdict.status == .baselineAgrees || verdict.status == .baselineDiffers {
      if verdict.a?.baseline != nil { row.left?.value = nil }
      if verdict.b?.baseline != nil { row.right?.value = nil }
    }
    if verdict.isAlreadyMet { row.flags.append(say("已经达到", "already met")) }
    if verdict.isProposed { row.flags.append(say("待确认", "not confirmed")) }
    row.flags.append(say("置信度", "confidence") + " \(verdict.confidence)")
    row.plot = ValuePlot(verdict)
    return row
  }
}

extension ComparisonReport.Words {
  static var current: Self {
    Self(
      all: say("全部", "All"), search: say("筛选", "Filter"), left: say("甲", "A"),
      right: say("乙", "B"), shown: say("条", "shown"))
  }
}

extension ComparisonReport.Side {
  /// The sentence with its place; a long one around the value.
  init(_ record: TargetRecord) {
    let sentence = record.sentence.isEmpty ? record.text : record.sentence
    self.init(
      place: "\(record.document):\(record.line)\(record.path.isEmpty ? "" : " \(record.path)")",
      text: Self.around(record.text, in: sentence), value: record.text)
  }

  private static let reach = 120

  private static func around(_ value: String, in sentence: String) -> String {
    let text = Array(sentence)
    guard text.count > 2 * reach else { return sentence }
    let place =
      sentence.firstRange(of: value).map {
        sentence.distance(from: sentence.startIndex, to: $0.lowerBound)
      } ?? 0
    let start = max(0, place - reach)
    let end = min(text.count, place + reach)
    return (start > 0 ? "…" : "") + String(text[start..<end]) + (end < text.count ? "…" : "")
  }
}

extension ValuePlot {
  /// Both values with their bounds, where they are of one unit.
  init?(_ verdict: Verdict) {
    let isBase = verdict.status == .baselineAgrees || verdict.status == .baselineDiffers
    guard !isBase, verdict.status != .notComparable, let a = verdict.a, let b = verdict.b,
      a.unitBase == b.unitBase, let first = Self.mark(a, say("甲", "A")),
      let second = Self.mark(b, say("乙", "B"))
    else { return nil }
    self.init([first, second])
  }

  private static func mark(_ record: TargetRecord, _ label: String) -> Mark? {
    guard let value = record.valueBase ?? record.value else { return nil }
    let most = record.valueMaxBase ?? record.valueMax
    let (low, high): (Double?, Double?) =
      switch record.op {
      case ">=", ">": (value, nil)
      case "<=", "<": (nil, value)
      case "range": (value, most ?? value)
      default: (value, value)
      }
    return Mark(
      label: label, value: value, low: low, high: high,
      words: record.text.hasSuffix(record.unit) || record.tableKind == nil
        ? record.text : record.text + record.unit)
  }
}
