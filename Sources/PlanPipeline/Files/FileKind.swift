import Foundation

/// What stands under a path, links followed.
package enum FileKind: Sendable {
  case file, folder
  /// A link that leads nowhere.
  case danglingLink

  /// Nil where nothing stands there.
  package static func of(_ path: String) -> FileKind? {
    let files = FileManager.default
    guard files.fileExists(atPath: path) else {
      return (try? files.destinationOfSymbolicLink(atPath: path)) == nil ? nil : .danglingLink
    }
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let type = (try? files.attributesOfItem(atPath: target))?[.type] as? FileAttributeType
    return type == .typeDirectory ? .folder : .file
  }

  /// Whether a path is itself a link, wherever it leads.
  static func isLink(_ path: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
  }
}
