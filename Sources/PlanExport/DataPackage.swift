import ByteAccess
import Foundation
import PlanDocument

/// Writes targets as a Frictionless Data Package: `targets.csv`, and `datapackage.json` that says
/// what each column is, where the data came from, and the hash of the file.
///
/// - SeeAlso: Frictionless Data, "Data Package" and "Table Schema" (version 1 of the standard).
package struct DataPackage: Sendable {
  private let run: RunProvenance

  package init(run: RunProvenance) { self.run = run }

  /// - Parameters:
  ///   - folder: made where it is not there; the two files are replaced.
  ///   - titles: of the columns in the CSV file; names of fields are what programs expect.
  ///   - mark: a byte-order mark in front of the CSV file.
  package func write(
    _ records: [TargetRecord], to folder: String, titles: ColumnTitles, mark: Bool
  ) throws {
    let columns = RecordColumns<TargetRecord>.targets
    var csv = (mark ? CSVLine.byteOrderMark : "") + columns.csvHead(titles)
    for record in records { csv += columns.csv(record) }
    let bytes = Array(csv.utf8)
    try SmallFile.makeFolder(folder)
    try SmallFile.replace(folder + "/targets.csv", bytes)
    let description = descriptor(
      rows: records.count, bytes: bytes, columns: columns, titles: titles)
    try SmallFile.replace(
      folder + "/datapackage.json", Array((description.indented() + "\n").utf8))
  }

  private func descriptor(
    rows: Int, bytes: [UInt8], columns: RecordColumns<TargetRecord>, titles: ColumnTitles
  ) -> JSONValue {
    let names = columns.titles(titles)
    let fields = zip(columns.columns, names).map { column, name -> JSONValue in
      var members: [(String, JSONValue)] = [
        ("name", .string(name)), ("type", .string(Self.type(column.type))),
        ("title", .string("\(column.chinese) / \(column.english)")),
        ("description", .string("\(column.englishMeaning) \(column.chineseMeaning)")),
      ]
      if let unit = Self.unit(of: column.name) { members.append(("unit", .string(unit))) }
      if let values = Self.values(of: column.name) {
        members.append(
          ("constraints", .object([("enum", .array(values.map(JSONValue.string)))])))
      }
      if column.name == "id" {
        members.append(("constraints", .object([("required", .bool(true))])))
      }
      return .object(members)
    }
    let resource: JSONValue = .object([
      ("name", .string("targets")), ("path", .string("targets.csv")),
      ("profile", .string("tabular-data-resource")), ("format", .string("csv")),
      ("mediatype", .string("text/csv")), ("encoding", .string("utf-8")),
      ("bytes", .integer(bytes.count)), ("hash", .string("sha256:" + SHA256.hexDigest(of: bytes))),
      ("rows", .integer(rows)),
      (
        "dialect",
        .object([
          ("delimiter", .string(",")), ("lineTerminator", .string("\r\n")),
          ("quoteChar", .string("\"")), ("doubleQuote", .bool(true)), ("header", .bool(true)),
        ])
      ),
      (
        "schema",
        .object([("fields", .array(fields)), ("missingValues", .array([.string("")]))])
      ),
    ])
    return .object([
      ("profile", .string("tabular-data-package")), ("name", .string("gangyao-targets")),
      ("title", .string("Numeric targets of government plans / 政府规划数字指标")),
      ("created", .string(run.timestamp)),
      (
        "generator",
        .object([
          ("program", .string(run.program)), ("version", .string(run.version)),
          ("arguments", .array(run.arguments.map(JSONValue.string))),
        ])
      ),
      ("sources", .array(run.documents.map(Self.source))),
      ("resources", .array([resource])),
    ])
  }

  private static func source(_ document: DocumentRecord) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("title", .string(document.title ?? document.document)),
      ("name", .string(document.document)), ("path", .string(document.source ?? document.path)),
      ("hash", .string(document.checksum)),
    ]
    if let issuer = document.issuer { members.append(("issuer", .string(issuer))) }
    if let retrieved = document.retrieved { members.append(("retrieved", .string(retrieved))) }
    return .object(members)
  }

  private static func type(_ type: ColumnType) -> String {
    type == .list ? ColumnType.string.rawValue : type.rawValue
  }

  /// What a number of a column counts in; the column that says it where it differs by row.
  private static func unit(of column: String) -> String? {
    switch column {
    case "value", "value_max", "baseline": "as in column unit"
    case "value_base", "value_max_base": "as in column unit_base"
    case "offset": "Unicode code points"
    default: nil
    }
  }

  private static func values(of column: String) -> [String]? {
    switch column {
    case "kind": PlanTarget.Kind.allCases.map(\.rawValue)
    case "op": PlanTarget.Bound.allCases.map(\.rawValue)
    case "change": PlanTarget.Change.allCases.map(\.rawValue)
    default: nil
    }
  }
}
