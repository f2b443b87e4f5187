import ByteAccess
import PlanDocument
import PlanExport

/// Makes a workbook of records: a sheet of them, one that explains the columns, one that says
/// what the table was made of and with.
package struct WorkbookExport: Sendable {
  private let titles: ColumnTitles
  private let run: RunProvenance

  /// - Parameter titles: of the columns, and the language of the other sheets.
  package init(titles: ColumnTitles, run: RunProvenance) {
    self.titles = titles
    self.run = run
  }

  /// The workbook's bytes.
  ///
  /// - Parameter path: a file beside which the library may write while it works.
  package func bytes<Record>(
    _ records: some Sequence<Record>, columns: RecordColumns<Record>, beside path: String
  ) throws -> [UInt8] {
    let temporary = path + ".making"
    defer { try? SmallFile.remove(temporary) }
    let book = try Workbook(
      path: temporary, title: "\(run.program) \(run.version)", created: run.time)
    let isChinese = titles == .zh
    try book.addSheet(
      named: isChinese ? "数据" : "Data", head: columns.titles(titles),
      widths: columns.columns.map(Self.width), hasFilter: true,
      rows: records.lazy.map { record in columns.columns.map { Self.cell($0.value(record)) } })
    try book.addSheet(
      named: isChinese ? "列说明" : "Columns",
      head: isChinese ? ["列名", "字段", "类型", "含义"] : ["Title", "Field", "Type", "Meaning"],
      widths: [20, 24, 10, 80], wraps: true, hasFilter: false,
      rows: columns.columns.map { column in
        [
          .text(isChinese ? column.chinese : column.english), .text(column.name),
          .text(column.type.rawValue),
          .text(isChinese ? column.chineseMeaning : column.englishMeaning),
        ]
      })
    try book.addSheet(
      named: isChinese ? "来源" : "Provenance", head: isChinese ? ["项", "值"] : ["Item", "Value"],
      widths: [24, 100], wraps: true, hasFilter: false, rows: provenance(isChinese))
    try book.close()
    return try SmallFile.read(temporary)
  }

  private func provenance(_ isChinese: Bool) -> [[WorkbookCell]] {
    var rows: [(String, String)] = [
      (isChinese ? "程序" : "Program", "\(run.program) \(run.version)"),
      (isChinese ? "命令" : "Command", ([run.program] + run.arguments).joined(separator: " ")),
      (isChinese ? "时间" : "Time", run.timestamp),
    ]
    for document in run.documents {
      rows.append((isChinese ? "文件" : "Document", document.document))
      if let title = document.title { rows.append((isChinese ? "标题" : "Title", title)) }
      rows.append((isChinese ? "路径" : "Path", document.path))
      rows.append((isChinese ? "校验和" : "Checksum", document.checksum))
      if let source = document.source { rows.append((isChinese ? "来源" : "Source", source)) }
    }
    return rows.map { [.text($0.0), .text($0.1)] }
  }

  private static func cell(_ value: JSONValue) -> WorkbookCell {
    switch value {
    case .null: .empty
    case .bool(let value): .bool(value)
    case .integer(let value): .number(Double(value))
    case .number(let value): value.isFinite ? .number(value) : .text(value.description)
    case .string(let text): text.isEmpty ? .empty : .text(text)
    case .array, .object: .text(RecordColumns<Never>.text(value))
    }
  }

  private static func width<Record>(_ column: RecordColumn<Record>) -> Double {
    switch column.name {
    case "indicator", "indicator_key", "context": 32
    case "sentence", "text", "explain", "title": 48
    case "path", "document", "id", "found_claims": 24
    default: column.type == .string || column.type == .list ? 14 : 11
    }
  }
}
