import Foundation
import PlanDocument
import PlanExport

/// What a `manifest.csv` says of the files beside it: their ids and what is known of them.
///
/// One row a file, named by its path relative to the manifest. Columns that are not named here
/// are left alone, missing ones say nothing.
package struct Manifest: Sendable {
  package struct Entry: Sendable, Equatable {
    package var id: DocumentID?
    package var metadata: PlanMetadata
    /// Digest of the file's bytes as the row has it, `sha256:` and lower-case hexadecimal.
    package var checksum: String?
    /// 1-based line in the manifest.
    package var line: Int
  }

  package static let fileName = "manifest.csv"

  package let path: String
  /// By absolute path of the file.
  private let entries: [String: Entry]
  /// Whether a file is there.
  private let isThere: @Sendable (String) -> Bool

  package init(path: String) throws(PipelineError) {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
      throw .manifest(path: path, .encoding)
    }
    try self.init([UInt8](data), path: path) { FileKind.of($0) != nil }
  }

  /// A manifest that was read elsewhere.
  ///
  /// - Parameters:
  ///   - path: where it stands; its rows are relative to that.
  ///   - isThere: whether a file that a row names is there, by its absolute path.
  init(
    _ bytes: [UInt8], path: String, isThere: @escaping @Sendable (String) -> Bool
  ) throws(PipelineError) {
    self.path = path
    self.isThere = isThere
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .manifest(path: path, .encoding)
    }
    let table: CSVReader
    do throws(CSVError) {
      table = try CSVReader(text)
    } catch {
      throw .manifest(path: path, .csv(error))
    }
    guard table.head.contains("path") else {
      throw .manifest(path: path, .noPathColumn)
    }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    var entries: [String: Entry] = [:]
    for row in table.rows {
      guard let relative = row.cells["path"], !relative.isEmpty else {
        throw .manifest(path: path, .emptyPath(line: row.line))
      }
      let file = folder.appendingPathComponent(relative).standardizedFileURL.path
      if let earlier = entries[file] {
        throw .manifest(
          path: path, .repeatedPath(line: row.line, path: relative, earlier: earlier.line))
      }
      entries[file] = Self.entry(row)
    }
    self.entries = entries
  }

  /// Rows whose file is not there, by line.
  package var rowsWithoutFile: [(path: String, line: Int)] {
    entries.filter { !isThere($0.key) }.map { ($0.key, $0.value.line) }
      .sorted { $0.line < $1.line }
  }

  package func entry(for file: String) -> Entry? { entries[file] }

  private static func entry(_ row: CSVReader.Row) -> Entry {
    func value(_ column: String) -> String? {
      let text = row.cells[column]?.trimmingCharacters(in: .whitespaces) ?? ""
      return text.isEmpty ? nil : text
    }
    var metadata = PlanMetadata()
    for field in MetadataField.allCases where field != .dates {
      metadata[field] = value(field.rawValue).map { PlanMetadata.Found($0) }
    }
    if let dates = value(MetadataField.dates.rawValue) { read(dates: dates, into: &metadata) }
    let checksum = value("checksum")?.lowercased()
    return Entry(
      id: value("id").map { DocumentID($0) }, metadata: metadata,
      checksum: checksum.map { $0.contains(":") ? $0 : "sha256:" + $0 }, line: row.line)
  }

  /// `adopted=2021-02-05; issued=2021-03-01`, as `documents` writes it; a day without a name stays
  /// one of which nobody says which it is.
  private static func read(dates: String, into metadata: inout PlanMetadata) {
    var rest: [String] = []
    for part in dates.split(separator: ";") {
      let sides = part.split(separator: "=", maxSplits: 1).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      if sides.count == 2, let field = MetadataField.days.first(where: { $0.rawValue == sides[0] })
      {
        metadata.offer(field, PlanMetadata.Found(sides[1]))
      } else {
        rest.append(part.trimmingCharacters(in: .whitespaces))
      }
    }
    if !rest.isEmpty { metadata[.dates] = PlanMetadata.Found(rest.joined(separator: "; ")) }
  }
}
