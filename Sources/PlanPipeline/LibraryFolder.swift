import BigramIndex
import ByteAccess

/// Where the parts of a library stand.
package struct LibraryFolder: Sendable {
  package let path: String

  package init(_ path: String) { self.path = path }

  package var catalog: String { path + "/catalog.sqlite" }
  /// Checksums of the catalog's file (`CatalogSeal`).
  package var seal: String { path + "/catalog.seal" }
  package var lock: String { path + "/lock" }
  /// The folder of the index's segments.
  package var segments: String { path + "/segments" }

  /// The catalog's file and those that SQLite keeps beside it.
  package var catalogFiles: [String] { [catalog, catalog + "-wal", catalog + "-shm"] }

  /// Files in the folder of segments that belong to no commit.
  ///
  /// - Parameter live: names of the segments that the commit point names.
  static func leftovers(in folder: LibraryFolder, live: Set<String>) throws(FileError) -> [String] {
    try SmallFile.names(in: folder.segments).filter {
      CommitPoint.isSegmentName($0) && !live.contains($0)
    }
  }
}
