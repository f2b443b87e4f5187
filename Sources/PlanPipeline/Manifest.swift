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
    func value(_ column: String) -> PlanMetadata.Found? {
      guard let text = row.cells[column]?.trimmingCharacters(in: .whitespaces), !text.isEmpty
      else { return nil }
      return PlanMetadata.Found(text)
    }
    var metadata = PlanMetadata()
    metadata.title = value("title")
    metadata.kind = value("kind")
    metadata.region = value("region")
    metadata.regionCode = value("region_code")
    metadata.level = value("level")
    metadata.issuer = value("issuer")
    metadata.number = value("number")
    metadata.status = value("status")
    metadata.period = value("period")
    metadata.horizon = value("horizon")
    metadata.dates = value("dates")
    metadata.source = value("source")
    metadata.retrieved = value("retrieved")
    return Entry(
      id: value("id").map { DocumentID($0.text) }, metadata: metadata, line: row.line)
  }
}
