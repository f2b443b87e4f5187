import BigramIndex
import ByteAccess
import PlanCatalog
import PlanDocument

/// A library opened for reading. It changes nothing, not even where a writer has left files behind.
package struct LibraryReader: Sendable {
  package let folder: LibraryFolder
  package let catalog: CatalogReader

  /// How often a snapshot is taken anew because a writer has replaced a segment in between.
  private static let tries = 20

  /// - Throws: `CatalogError.missing` where there is no library.
  package init(folder path: String) throws {
    folder = LibraryFolder(path)
    catalog = try CatalogReader(path: folder.catalog)
  }

  /// All documents in the order of the library.
  package func documents() throws -> [CatalogDocument] {
    try catalog.read { try $0.documents() }
  }

  /// - Throws: `PipelineError.unknownDocument`, with names that are nearly the one that was given.
  package static func document(
    named name: String, in view: CatalogView, library: String
  ) throws -> CatalogDocument {
    if let document = try view.document(named: name) { return document }
    throw PipelineError.unknownDocument(
      name, library: library,
      near: NearNames.of(name, among: try view.documents().map(\.record.document)))
  }

  /// Runs reads on one state of catalog and index.
  ///
  /// Commit point and catalog are of one transaction, which lasts as long as `body`. Where a
  /// segment has gone before it could be mapped, a writer has committed since: the newer state is
  /// taken instead.
  package func read<R>(_ body: (LibraryView) throws -> R) throws -> R {
    for attempt in 1... {
      let result: R? = try catalog.read { view in
        guard let index = try snapshot(view, mayRetry: attempt < Self.tries) else { return nil }
        return try body(LibraryView(catalog: view, index: index))
      }
      if let result { return result }
    }
    throw PipelineError.library(path: folder.path, .busy)
  }

  /// - Returns: nil where a segment has gone and another try is allowed.
  private func snapshot(_ view: CatalogView, mayRetry: Bool) throws -> IndexSnapshot? {
    let point = try view.commitPoint().map { try CommitPoint($0) } ?? CommitPoint()
    do {
      return try IndexSnapshot(folder: folder.segments, commitPoint: point)
    } catch {
      // Matched here and not in the head of the catch, which this compiler fails on.
      if case .file(let fileError) = error, fileError.isMissing, mayRetry { return nil }
      throw error
    }
  }
}

/// One state of a library; valid inside `LibraryReader.read` only.
package struct LibraryView {
  package let catalog: CatalogView
  package let index: IndexSnapshot
  /// Words of places that searches have asked for.
  let fields = PassageFields()

  /// Where a document of the index stands in the library.
  package func place(segment: Int, ordinal: Int) throws(IndexError) -> PassagePlace {
    try PassagePlace(index.segments[segment], ordinal: ordinal)
  }

  /// The passage that a document of the index is.
  package func passage(segment: Int, ordinal: Int) throws -> PassageRecord {
    try passage(at: place(segment: segment, ordinal: ordinal))
  }

  package func passage(at place: PassagePlace) throws -> PassageRecord {
    guard let record = try catalog.passage(place.passage, of: place.document) else {
      throw PipelineError.library(
        path: catalog.path,
        .unknownPassage(passage: place.passage, document: place.document))
    }
    return record
  }
}
