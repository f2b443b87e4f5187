import PlanDocument
import PlanExport

/// Prints what is known of one document as a whole, each value with the place it was read from.
struct MetadataPrinter {
  let plan: PlanSource
  let output: OutputOptions

  /// One value: a line of the table.
  struct Row {
    var field: String
    var value: String
    /// Nil for what a manifest says.
    var offset: Int?
    var line: Int?
  }

  /// One object as `documents` has it, or a table with one field a line.
  func print() {
    if output.chosen == .jsonl {
      Console.line(RecordColumns.documents.json(plan.document).encoded)
    } else {
      output.print(
        rows, columns: columns, shown: ["field", "value", "line", "offset"], elastic: ["value"])
    }
  }

  private var columns: RecordColumns<Row> {
    RecordColumns([
      RecordColumn("field", "项目", "field") { .string($0.field) },
      RecordColumn("value", "内容", "value") { .string($0.value) },
      RecordColumn("line", "行", "line") { .optional($0.line) },
      RecordColumn("offset", "偏移", "offset") { .optional($0.offset) },
    ])
  }

  private var rows: [Row] {
    MetadataField.allCases.compactMap { field in
      guard let value = plan.document[field] else { return nil }
      let offset = plan.document.offsets[field.rawValue]
      let name = output.chosen == .table ? Self.title(of: field) : field.rawValue
      return Row(field: name, value: value, offset: offset, line: offset.flatMap(line))
    }
  }

  /// 1-based line of a code point; nil where the text is not at hand.
  private func line(of offset: Int) -> Int? {
    guard let source = plan.source else { return nil }
    let lines = 1...source.lineCount
    return lines.last {
      source.codePointOffset(ofByte: source.span(ofLine: $0).start) <= offset
    }
  }

  private static func title(of field: MetadataField) -> String {
    let days: [MetadataField: String] = [
      .adopted: say("通过日期", "adopted"), .issued: say("印发日期", "issued"),
      .delivered: say("报告日期", "delivered"), .published: say("发布日期", "published"),
    ]
    if let day = days[field] { return day }
    let column = RecordColumns.documents.columns.first { $0.name == field.rawValue }
    return column.map { say($0.chinese, $0.english) } ?? field.rawValue
  }
}
