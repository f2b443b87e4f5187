import ByteAccess
import Foundation
import PlanDocument

/// Finds the files that a command's paths name: files as they are, folders with all that is in
/// them.
package struct FileCollector {
  /// Endings of files that are read when a folder is named.
  static let endings: Set<String> = [
    "txt", "text", "htm", "html", "xhtml", "shtml", "xml", "docx", "pdf", "doc", "wps", "rtf",
    "odt",
  ]
  /// Those that can be read, for messages.
  package static var kinds: String {
    ".txt, .html, .htm, .xml, .docx, .doc, .wps, .rtf, .odt, .pdf, .jsonl, .zip, .tar"
  }

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
  ) throws(PipelineError) -> (files: [PlannedFile], problems: [(path: String, error: any Error)]) {
    var files: [PlannedFile] = []
    var problems: [(path: String, error: any Error)] = []
    for path in paths {
      switch FileKind.of(path) {
      case nil:
        problems.append((path, PipelineError.missingPath(path)))
      case .folder:
        let found = Self.entries(of: path)
        problems += found.problems.map { ($0.path, $0.1 as any Error) }
        notes += found.links.map { .linkOutside(path: $0) }
        if found.hidden > 0 { notes.append(.hiddenFiles(folder: path, count: found.hidden)) }
        if found.files.isEmpty, found.problems.isEmpty {
          problems.append((path, PipelineError.noReadableFiles(path)))
        }
        for file in found.files { try append(file, to: &files, &problems) }
      case .file, .danglingLink:
        try append(path, to: &files, &problems)
      }
    }
    return (files, problems)
  }

  /// The document of a path that the catalog has: a file, or what stands in a container.
  ///
  /// - Returns: nil where neither the file nor its container is there.
  package mutating func file(at path: String) throws(PipelineError) -> PlannedFile? {
    guard let own = ContainerPath.file(of: path) else { return nil }
    let (files, _) = try files(in: [own])
    return files.first { $0.path == path } ?? (own == path ? files.first : nil)
  }

  private mutating func append(
    _ shownPath: String, to files: inout [PlannedFile],
    _ problems: inout [(path: String, error: any Error)]
  ) throws(PipelineError) {
    let path = URL(fileURLWithPath: shownPath).standardizedFileURL.path
    guard seen.insert(path).inserted else { return }
    if ContainerPath.isContainer(path) {
      try appendMembers(of: shownPath, path, to: &files, &problems)
      return
    }
    let found = try manifestEntry(for: path)
    let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
    files.append(
      PlannedFile(
        shownPath: shownPath, path: path, id: found?.entry.id ?? Self.defaultID(of: path),
        metadata: found?.entry.metadata ?? PlanMetadata(), stated: found.flatMap(Self.stated),
        size: size ?? 0,
        isNamed: found?.entry.id != nil))
  }

  private mutating func appendMembers(
    of shownPath: String, _ path: String, to files: inout [PlannedFile],
    _ problems: inout [(path: String, error: any Error)]
  ) throws(PipelineError) {
    let container: any DocumentContainer
    do {
      container = try ContainerPath.open(shownPath)
      for manifest in try container.manifests(under: path) { enter(manifest) }
    } catch {
      problems.append((shownPath, error))
      return
    }
    problems += container.problems.map { ($0.path, $0.error as any Error) }
    if container.members.isEmpty, container.problems.isEmpty {
      problems.append((shownPath, PipelineError.emptyContainer(shownPath)))
    }
    for (number, member) in container.members.enumerated() {
      let own = path + member.pathSuffix
      let found = member.isNamed ? nil : try manifestEntry(for: own)
      var metadata = found?.entry.metadata ?? PlanMetadata()
      metadata.fill(from: member.metadata)
      files.append(
        PlannedFile(
          shownPath: shownPath + member.shownSuffix, path: own,
          id: found?.entry.id ?? member.id, metadata: metadata, stated: found.flatMap(Self.stated),
          size: member.size, place: ContainerPlace(container: container, member: number),
          isNamed: member.isNamed || found?.entry.id != nil))
    }
  }

  private static func stated(
    _ manifest: String, _ entry: Manifest.Entry
  ) -> PlannedFile.StatedChecksum? {
    entry.checksum.map {
      PlannedFile.StatedChecksum(checksum: $0, manifest: manifest, line: entry.line)
    }
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
    guard FileManager.default.fileExists(atPath: path) else {
      manifests[path] = .some(nil)
      return nil
    }
    let manifest = try Manifest(path: path)
    enter(manifest)
    return manifest
  }

  private mutating func enter(_ manifest: Manifest) {
    manifests[manifest.path] = .some(manifest)
    notes += manifest.rowsWithoutFile.map {
      .rowWithoutFile(manifest: manifest.path, line: $0.line, path: $0.path)
    }
  }

  /// What stands below a folder.
  private struct Entries {
    /// Of known endings, by name.
    var files: [String] = []
    /// Folders that cannot be listed.
    var problems: [(path: String, PipelineError)] = []
    /// Links that lead out of the folder and would be read where they did not.
    var links: [String] = []
    /// Files of known endings whose names begin with a dot, and folders of such names.
    var hidden = 0
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
      for name in names {
        let path = base + inner + name
        if name.hasPrefix(".") {
          if isKnown(name) { entries.hidden += 1 }
          continue
        }
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

  /// Whether a file of that name is read where a folder or archive is named.
  static func isKnown(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return endings.contains(name[name.index(after: dot)...].lowercased())
      || ContainerPath.isContainer(name)
  }
}
