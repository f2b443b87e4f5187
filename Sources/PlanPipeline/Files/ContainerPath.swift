import DocumentReading
import Foundation

/// Paths of files that hold several documents, and of what they hold.
enum ContainerPath {
  /// Whether a file of that name holds several documents.
  static func isContainer(_ path: String) -> Bool {
    let name = path.lowercased()
    return JSONLinesFile.endings.contains { name.hasSuffix("." + $0) } || isArchive(name)
  }

  private static func isArchive(_ name: String) -> Bool {
    ArchiveFile.endings.contains(where: name.hasSuffix)
  }

  /// - Parameter path: of a file whose name says that it is a container.
  static func open(_ path: String) throws -> any DocumentContainer {
    isArchive(path.lowercased())
      ? try ArchiveContainer(path: path) : try JSONLinesFile(path: path)
  }

  /// The file that a document's path lies in: itself, or the container in front of its place.
  ///
  /// - Returns: nil where no such file is there.
  static func file(of path: String) -> String? {
    if FileKind.of(path) == .file { return path }
    var ends = path.indices.filter { path[$0] == "/" || path[$0] == "#" }
    while let end = ends.popLast() {
      let front = String(path[..<end])
      guard !front.isEmpty, FileKind.of(front) == .file else { continue }
      return isContainer(front) ? front : nil
    }
    return nil
  }
}
