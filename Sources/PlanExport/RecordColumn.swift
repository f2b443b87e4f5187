/// One field of a kind of record: its name, its column titles, and how it is read.
///
/// A record type's columns are one table (`RecordColumns`); CSV, JSON Lines and the tables for
/// people are made from it, so that a field is named in one place.
package struct RecordColumn<Record>: Sendable {
  /// Field name of CONTRACT.md, the CSV head and JSON member.
  package let name: String
  /// Column titles for people.
  package let chinese: String
  package let english: String
  package let value: @Sendable (Record) -> JSONValue

  package init(
    _ name: String, _ chinese: String, _ english: String,
    _ value: @escaping @Sendable (Record) -> JSONValue
  ) {
    self.name = name
    self.chinese = chinese
    self.english = english
    self.value = value
  }
}

/// A fixed order of columns for one kind of record.
package struct RecordColumns<Record>: Sendable {
  package let columns: [RecordColumn<Record>]

  package init(_ columns: [RecordColumn<Record>]) { self.columns = columns }

  package func json(_ record: Record) -> JSONValue {
    .object(columns.map { ($0.name, $0.value(record)) })
  }

  package var csvHead: String { CSVLine.encode(columns.map(\.name)) }

  package func csv(_ record: Record) -> String {
    CSVLine.encode(columns.map { Self.cell($0.value(record)) })
  }

  /// A value as the text of a cell: nothing for null, members of a list separated by `; `.
  package static func cell(_ value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .string(let text): CSVLine.guarded(text)
    case .array(let values): values.map(cell).joined(separator: "; ")
    case .object(let members): members.map { "\($0.0)=\(cell($0.1))" }.joined(separator: "; ")
    case .bool, .integer, .number: value.encoded
    }
  }
}
