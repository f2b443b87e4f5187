import ByteAccess
import Foundation
import PlanDocument

/// A file to be read, with the id it goes by and what a manifest says of it.
package struct PlannedFile: Sendable {
  /// As it was found, for messages.
  package var shownPath: String
  /// Absolute, without `.` and `..`.
  package var path: String
  package var id: DocumentID
  package var metadata: PlanMetadata
  /// The digest that a manifest has of it, and where.
  package var stated: StatedChecksum?

  /// A row of a manifest that says what a file's digest is.
  package struct StatedChecksum: Sendable {
    package var checksum: String
    package var manifest: String
    package var line: Int
  }
}

/// Finds the files that a command's paths name: files as they are, folders with all that is in
/// them.
package struct FileCollector {
  /// Endings of files that are read when a folder is named.
  static let endings: Set<String> = [
    "txt", "text", "htm", "html", "xhtml", "shtml", "xml", "docx", "pdf", "doc", "wps", "rtf",
    "odt",
  ]
  /// Those that can be read, for messages.
  package static var kinds: String { ".txt, .html, .htm, .xml, .docx, .pdf" }

  /// What was noticed so far, beside problems.
  package private(set) var notes: [IngestNote] = []
  private var manifests: [String: Manifest?] = [:]
  private var seen: Set<String> = []

  package init() {}

  /// The files in the order they are read: paths as given, inside a folder by name.
  ///
  /// - Returns: the files, and for each path that gave none what is wrong with it.
  package mutating func files(
    in paths: [String]
  ) throws(PipelineError) -> (files: [PlannedFile], problems: [(path: String, PipelineError)]) {
    var files: [PlannedFile] = []
    var problems: [(path: String, PipelineError)] = []
    for path in paths {
      switch FileKind.of(path) {
      case nil:
        problems.append((path, .missingPath(path)))
      case .folder:
        let found = Self.entries(of: path)
        problems += found.problems
        notes += found.links.map { .linkOutside(path: $0) }
        if found.files.isEmpty, found.problems.isEmpty {
          problems.append((path, .noReadableFiles(path)))
        }
        for file in found.files { try append(file, to: &files) }
      case .file, .danglingLink:
        try append(path, to: &files)
      }
    }
    return (files, problems)
  }

  private mutating func append(
    _ shownPath: String, to files: inout [PlannedFile]
  ) throws(PipelineError) {
    let path = URL(fileURLWithPath: shownPath).standardizedFileURL.path
    guard seen.insert(path).inserted else { return }
    let found = try manifestEntry(for: path)
    let stated = found.flatMap { manifest, entry in
      entry.checksum.map {
        PlannedFile.StatedChecksum(checksum: $0, manifest: manifest, line: entry.line)
      }
    }
    files.append(
      PlannedFile(
        shownPath: shownPath, path: path, id: found?.entry.id ?? Self.defaultID(of: path),
        metadata: found?.entry.metadata ?? PlanMetadata(), stated: stated))
  }

  /// The folder's name for `source.*`, else the file's stem.
  package static func defaultID(of path: String) -> DocumentID {
    let file = URL(fileURLWithPath: path)
    let stem = file.deletingPathExtension().lastPathComponent
    guard stem == "source" else { return DocumentID(stem) }
    let folder = file.deletingLastPathComponent().lastPathComponent
    return DocumentID(folder.isEmpty || folder == "/" ? stem : folder)
  }

  /// What the manifest in the file's folder or the one above says of it.
  private mutating func manifestEntry(
    for path: String
  ) throws(PipelineError) -> (manifest: String, entry: Manifest.Entry)? {
    var folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    for _ in 0..<2 {
      let manifestPath = folder.appendingPathComponent(Manifest.fileName).path
      if let entry = try manifest(at: manifestPath)?.entry(for: path) {
        return (manifestPath, entry)
      }
      folder = folder.deletingLastPathComponent()
    }
    return nil
  }

  private mutating func manifest(at path: String) throws(PipelineError) -> Manifest? {
    if let known = manifests[path] { return known }
    let manifest =
      FileManager.default.fileExists(atPath: path) ? try Manifest(path: path) : nil
    manifests[path] = .some(manifest)
    notes += (manifest?.rowsWithoutFile ?? []).map {
      .rowWithoutFile(manifest: path, line: $0.line, path: $0.path)
    }
    return manifest
  }

  /// What stands below a folder.
  private struct Entries {
    /// Of known endings, by name.
    var files: [String] = []
    /// Folders that cannot be listed.
    var problems: [(path: String, PipelineError)] = []
    /// Links that lead out of the folder and would be read where they did not.
    var links: [String] = []
  }

  /// Hidden names are left out, links are not followed out of the folder.
  private static func entries(of folder: String) -> Entries {
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    let target = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    let root = target.hasSuffix("/") ? target : target + "/"
    func leadsOut(_ path: String) -> Bool {
      let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
      return target + "/" != root && !target.hasPrefix(root)
    }
    var entries = Entries()
    var folders = [""]
    while let inner = folders.popLast() {
      let names: [String]
      do {
        names = try SmallFile.names(in: base + inner)
      } catch {
        let path = inner.isEmpty ? folder : base + inner.dropLast()
        entries.problems.append((path, .unreadableFolder(path, reason: error.reason)))
        continue
      }
      for name in names where !name.hasPrefix(".") {
        let path = base + inner + name
        switch FileKind.of(path) {
        case .folder:
          if !FileKind.isLink(path) {
            folders.append(inner + name + "/")
          } else if leadsOut(path) {
            entries.links.append(path)
          }
        case nil, .danglingLink:
          if isKnown(name) { entries.files.append(base + inner + name) }
        case .file:
          guard isKnown(name) else { break }
          if leadsOut(path) {
            entries.links.append(path)
          } else {
            entries.files.append(base + inner + name)
          }
        }
      }
    }
    entries.files.sort()
    entries.problems.sort { $0.path < $1.path }
    entries.links.sort()
    return entries
  }

  private static func isKnown(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return endings.contains(name[name.index(after: dot)...].lowercased())
  }
}
