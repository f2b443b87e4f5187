/// The name of a document, which never changes: the manifest's `id`, else the folder's name for
/// `source.*`, else the file's stem.
package struct DocumentID: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let name: String

  package init(_ name: String) { self.name = name }

  package var description: String { name }

  package static func < (a: DocumentID, b: DocumentID) -> Bool { a.name < b.name }
}
