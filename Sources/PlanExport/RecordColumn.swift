/// What the values of a column are, in a spreadsheet and in a data package.
package enum ColumnType: String, Sendable {
  case string, number, integer, boolean
  /// Several texts, separated by `; `.
  case list
}

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
  package let type: ColumnType
  /// What the field means, for who reads a table elsewhere; empty where the title says it all.
  package let chineseMeaning: String
  package let englishMeaning: String
  package let value: @Sendable (Record) -> JSONValue

  package init(
    _ name: String, _ chinese: String, _ english: String, _ type: ColumnType = .string,
    meaning chineseMeaning: String = "", _ englishMeaning: String = "",
    _ value: @escaping @Sendable (Record) -> JSONValue
  ) {
    self.name = name
    self.chinese = chinese
    self.english = english
    self.type = type
    self.chineseMeaning = chineseMeaning
    self.englishMeaning = englishMeaning
    self.value = value
  }
}

/// Which titles a table has: field names, or words for people in a language.
package enum ColumnTitles: String, Sendable, CaseIterable {
  case names, zh, en
}

/// A fixed order of columns for one kind of record.
package struct RecordColumns<Record>: Sendable {
  package let columns: [RecordColumn<Record>]

  package init(_ columns: [RecordColumn<Record>]) { self.columns = columns }

  package func json(_ record: Record) -> JSONValue {
    .object(columns.map { ($0.name, $0.value(record)) })
  }

  /// These columns and others behind them.
  package func adding(_ more: [RecordColumn<Record>]) -> Self { Self(columns + more) }

  package func titles(_ titles: ColumnTitles) -> [String] {
    columns.map { column in
      switch titles {
      case .names: column.name
      case .zh: column.chinese
      case .en: column.english
      }
    }
  }

  package var csvHead: String { csvHead(.names) }

  package func csvHead(_ titles: ColumnTitles) -> String { CSVLine.encode(self.titles(titles)) }

  package func csv(_ record: Record) -> String {
    CSVLine.encode(columns.map { Self.cell($0.value(record)) })
  }

  /// A value as the text of a CSV cell: guarded against being run as a formula.
  package static func cell(_ value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .bool, .integer, .number: value.encoded
    case .string, .array, .object: CSVLine.guarded(text(value))
    }
  }

  /// A value as plain text: nothing for null, members of a list or object
  /// separated by `; `.
  package static func text(_ value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .string(let text): text
    case .array(let values): values.map(text).joined(separator: "; ")
    case .object(let members):
      members.filter { $0.1 != .null }.map { "\($0.0)=\(text($0.1))" }.joined(separator: "; ")
    case .bool, .integer, .number: value.encoded
    }
  }
}
