import DocumentReading
import PlanDocument

/// A document to be read, with the id it goes by and what a manifest says of it.
package struct PlannedFile: Sendable {
  /// As it was found, for messages: `plans/a.txt`, `plans.zip/a.txt`, `plans.jsonl:12`.
  package var shownPath: String
  /// Absolute, without `.` and `..`; what stands in a container has the container's path in front.
  package var path: String
  package var id: DocumentID
  package var metadata: PlanMetadata
  /// The digest that a manifest has of it, and where.
  package var stated: StatedChecksum?
  /// Bytes, as far as they are known before reading: what progress is told by.
  package var size: Int
  /// What it stands in; nil for a file of its own.
  var place: ContainerPlace?
  /// Whether its id was given, by a manifest or its own line: then it is no copy of another.
  var isNamed = false

  /// A row of a manifest that says what a file's digest is.
  package struct StatedChecksum: Sendable {
    package var checksum: String
    package var manifest: String
    package var line: Int
  }

  func read(_ options: ReadingOptions) throws -> ReadDocument {
    let reader = DocumentReader(options: options)
    guard let place else { return try reader.read(path: shownPath) }
    return try place.container.read(place.member, as: shownPath, reader)
  }
}

/// A document's place in a file that holds several.
struct ContainerPlace: Sendable {
  let container: any DocumentContainer
  /// From 0, in the order of the container.
  let member: Int
}

/// A file that holds several documents: lines of JSON, an archive.
protocol DocumentContainer: Sendable {
  /// What it holds, found without keeping any of it in memory.
  var members: [ContainerMember] { get }
  /// What of it cannot be read, with the path that messages call it by.
  var problems: [ContainerProblem] { get }

  /// The manifests that it holds.
  ///
  /// - Parameter path: of the container, as the catalog has it.
  func manifests(under path: String) throws -> [Manifest]

  /// Reads a member. Members are asked for about in their order, from several threads.
  func read(_ member: Int, as shownPath: String, _ reader: DocumentReader) throws -> ReadDocument
}

/// A document of a container, before it is read.
struct ContainerMember: Sendable {
  /// Behind the container's path in messages: `/a/b.txt`, `:12`.
  var shownSuffix: String
  /// Behind the container's path in the catalog: `/a/b.txt`, `#plan-12`.
  var pathSuffix: String
  var id: DocumentID
  var metadata: PlanMetadata
  /// Bytes.
  var size: Int
  /// Whether it says itself what its id is.
  var isNamed: Bool
}

/// A part of a container that gives no document.
struct ContainerProblem: Sendable {
  var path: String
  var error: any Error & Sendable
}
