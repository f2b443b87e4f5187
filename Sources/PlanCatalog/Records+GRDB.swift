import GRDB
import PlanDocument

// How records stand in the tables: one column a field, its name in snake case.

/// What all records of the catalog share.
protocol CatalogRecord: Codable, Sendable, FetchableRecord, EncodableRecord {
  static var table: String { get }
  /// Columns that follow from others, for questions.
  var derived: [String: Int?] { get }
}

extension CatalogRecord {
  /// All records of a document in order.
  static func rows(of key: Int) -> String {
    "SELECT * FROM \(table) WHERE key = \(key) ORDER BY ordinal"
  }

  var derived: [String: Int?] { [:] }
}

extension DocumentRecord: CatalogRecord {
  package static let table = "document"
  package static let databaseColumnDecodingStrategy = DatabaseColumnDecodingStrategy
    .convertFromSnakeCase
  package static let databaseColumnEncodingStrategy = DatabaseColumnEncodingStrategy
    .convertToSnakeCase
}

// Units and passages are read by the ten thousand: column by column, a fraction of the time that
// decoding takes, which turns the names of all columns into those of properties anew for each row.

extension DivisionRecord: CatalogRecord {
  package static let table = "division"
  package static let databaseColumnEncodingStrategy = DatabaseColumnEncodingStrategy
    .convertToSnakeCase

  package init(row: Row) throws {
    self.init(
      level: try row.enumeration(forColumn: "level"), number: try row.decode(forColumn: "number"),
      label: try row.decode(forColumn: "label"), title: try row.decode(forColumn: "title"),
      path: try row.decode(forColumn: "path"), page: try row.decode(forColumn: "page"),
      line: try row.decode(forColumn: "line"), offset: try row.decode(forColumn: "offset"),
      length: try row.decode(forColumn: "length"), parent: try row.decode(forColumn: "parent"))
  }
}

extension PassageRecord: CatalogRecord {
  package static let table = "passage"
  package static let databaseColumnEncodingStrategy = DatabaseColumnEncodingStrategy
    .convertToSnakeCase

  package init(row: Row) throws {
    self.init(
      document: try row.decode(forColumn: "document"),
      kind: try row.enumeration(forColumn: "kind"), path: try row.decode(forColumn: "path"),
      line: try row.decode(forColumn: "line"), page: try row.decode(forColumn: "page"),
      offset: try row.decode(forColumn: "offset"), text: try row.decode(forColumn: "text"),
      division: try row.decode(forColumn: "division"),
      isListItem: try row.decode(forColumn: "is_list_item"))
  }
}

extension Row {
  /// A value of an enumeration, by its name.
  fileprivate func enumeration<Value: RawRepresentable<String>>(
    forColumn column: String
  ) throws -> Value {
    let name: String = try decode(forColumn: column)
    guard let value = Value(rawValue: name) else {
      throw DatabaseError(message: "\(column): “\(name)” is none of its values")
    }
    return value
  }
}

extension TargetRecord: CatalogRecord {
  package static let table = "target"
  package static let databaseColumnDecodingStrategy = DatabaseColumnDecodingStrategy
    .convertFromSnakeCase
  package static let databaseColumnEncodingStrategy = DatabaseColumnEncodingStrategy
    .convertToSnakeCase
}

extension TargetRecord {
  var derived: [String: Int?] {
    ["first_year": years?.lowerBound, "last_year": years?.upperBound]
  }

  /// The year, or that which is carried over, of which a target has one at most; of a period both.
  private var years: ClosedRange<Int>? {
    guard let text = year ?? yearInherited, let first = Int(text.prefix(4)),
      let last = Int(text.suffix(4)), first <= last
    else { return nil }
    return first...last
  }
}

/// A record as it is written: with the key of its document and its place there.
struct KeyedRecord<Record: CatalogRecord>: PersistableRecord {
  let key: Int
  /// Nil for the document itself.
  let ordinal: Int?
  let record: Record

  static var databaseTableName: String { Record.table }

  func encode(to container: inout PersistenceContainer) throws {
    try record.encode(to: &container)
    container["key"] = key
    if let ordinal { container["ordinal"] = ordinal }
    for (column, value) in record.derived { container[column] = value }
  }
}
