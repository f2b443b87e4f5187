import Foundation

/// Where the parts of a library stand.
package struct LibraryFolder: Sendable {
  package let path: String

  package init(_ path: String) { self.path = path }

  package var catalog: String { path + "/catalog.sqlite" }
  package var lock: String { path + "/lock" }
  /// The folder of the index's segments.
  package var segments: String { path + "/segments" }

  /// Names that belong to a library; others in its folder are left alone.
  package static let names: Set<String> = [
    "catalog.sqlite", "catalog.sqlite-wal", "catalog.sqlite-shm", "lock", "segments",
  ]
}

/// The fixed-width columns that the index keeps for each passage.
package enum PassageAttribute: Int, CaseIterable, Sendable {
  /// Key of the document in the catalog.
  case document
  /// Place of the passage in its document.
  case passage
  /// Index of its unit plus one; 0 where it has none.
  case division
  /// Place of its kind in `PassageKind.allCases`.
  case kind
}
