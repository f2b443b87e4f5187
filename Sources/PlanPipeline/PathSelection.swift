/// A path that a user names (`第三篇/第一章`), matched against the paths of units.
///
/// Its components stand for consecutive labels anywhere in a path, so that `第三篇` takes the whole
/// part, `第三篇/第一章` one chapter, and `专栏` all boxes.
package struct PathSelection: Sendable, Equatable {
  package let path: String

  package init(_ path: String) {
    self.path = path.split(separator: "/").map { $0.filter { !$0.isWhitespace } }
      .joined(separator: "/")
  }

  /// Whether a unit with this path is one that was named, or stands inside one.
  package func contains(_ other: String) -> Bool {
    "/\(other)/".contains("/\(path)/")
  }

  /// Whether a unit with this path is one that was named.
  package func names(_ other: String) -> Bool {
    "/\(other)".hasSuffix("/\(path)")
  }

  /// At most three paths that were perhaps meant: those that end in the last label, else those that
  /// are written nearly alike.
  package func near(among paths: [String]) -> [String] {
    let last = PathSelection(path.split(separator: "/").last.map(String.init) ?? "")
    let alike = paths.filter { last.names($0) }
    return alike.isEmpty ? NearNames.of(path, among: paths) : Array(alike.prefix(3))
  }
}
