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
    /// 1-based line in the manifest.
    package var line: Int
  }

  package static let fileName = "manifest.csv"

  package let path: String
  /// By absolute path of the file.
  private let entries: [String: Entry]

  package init(path: String) throws(PipelineError) {
    self.path = path
    let text: String
    do {
      text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
    } catch {
      throw .manifest(
        path: path, problem: "cannot be read as UTF-8 text; save the manifest as CSV in UTF-8")
    }
    let table: CSVReader
    do {
      table = try CSVReader(text)
    } catch {
      throw .manifest(path: path, problem: error.description)
    }
    guard table.head.contains("path") else {
      throw .manifest(
        path: path,
        problem: "line 1: there is no column 'path', which says which file a row is about")
    }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    var entries: [String: Entry] = [:]
    for row in table.rows {
      guard let relative = row.cells["path"], !relative.isEmpty else {
        throw .manifest(path: path, problem: "line \(row.line): the cell 'path' is empty")
      }
      let file = folder.appendingPathComponent(relative).standardizedFileURL.path
      if let earlier = entries[file] {
        throw .manifest(
          path: path,
          problem: "line \(row.line): \(relative) stands in line \(earlier.line) already")
      }
      entries[file] = Self.entry(row)
    }
    self.entries = entries
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
    return Entry(id: value("id").map { DocumentID($0) }, metadata: metadata, line: row.line)
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
