import DocumentReading
import Foundation
import PlanDocument

/// An archive as a folder of documents. Hidden names and unknown endings are left out, archives
/// inside it are not opened.
struct ArchiveContainer: DocumentContainer {
  private(set) var members: [ContainerMember] = []
  private(set) var problems: [ContainerProblem] = []
  private let archive: ArchiveFile
  private let files: [ArchiveFile.Member]
  private let path: String

  /// Bytes of a manifest at most.
  private static let largestManifest = 16 << 20

  init(path: String, options: ReadingOptions = ReadingOptions()) throws(ReadingError) {
    self.path = path
    archive = try ArchiveFile(path: path, options: options)
    let stem = Self.stem(path)
    var files: [ArchiveFile.Member] = []
    for file in archive.members where !Self.isHidden(file.name) {
      if ContainerPath.isContainer(file.name) {
        problems.append(
          ContainerProblem(
            path: "\(path)/\(file.name)", error: PipelineError.nested(path: path, member: file.name)
          ))
      } else if FileCollector.isKnown(file.name) {
        files.append(file)
        members.append(
          ContainerMember(
            shownSuffix: "/" + file.name, pathSuffix: "/" + file.name,
            id: DocumentID("\(stem)/\(Self.name(file.name))"), metadata: PlanMetadata(),
            size: file.size, isNamed: false))
      }
    }
    self.files = files
    problems += archive.escapes.map {
      ContainerProblem(path: path, error: PipelineError.escape(path: path, member: $0))
    }
  }

  func read(_ member: Int, as shownPath: String, _ reader: DocumentReader) throws -> ReadDocument {
    try reader.read(try archive.bytes(of: files[member], as: shownPath), path: shownPath)
  }

  func manifests(under path: String) throws -> [Manifest] {
    try archive.members.filter {
      $0.size <= Self.largestManifest
        && ($0.name == Manifest.fileName || $0.name.hasSuffix("/" + Manifest.fileName))
    }.map { member in
      let bytes = try archive.bytes(of: member, as: "\(self.path)/\(member.name)")
      let names = Set(files.map { "\(path)/\($0.name)" })
      return try Manifest(bytes, path: "\(path)/\(member.name)") { names.contains($0) }
    }
  }

  /// __MACOSX and names that begin with a dot, folders included.
  private static func isHidden(_ name: String) -> Bool {
    name.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
  }

  /// 各省规划 of 各省规划.tar.gz.
  private static func stem(_ path: String) -> String {
    let name = String(path.split(separator: "/").last ?? "")
    let ending = ArchiveFile.endings.filter { name.lowercased().hasSuffix($0) }.max {
      $0.count < $1.count
    }
    return String(name.dropLast(ending?.count ?? 0))
  }

  /// The folder's name for `source.*`, else the path without its ending.
  private static func name(_ path: String) -> String {
    var steps = path.split(separator: "/").map(String.init)
    guard let last = steps.popLast() else { return path }
    let stem = last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
    if stem != "source" || steps.isEmpty { steps.append(stem) }
    return steps.joined(separator: "/")
  }
}
