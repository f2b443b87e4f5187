import TextFolding

/// Why a text is no query, and where.
package struct QueryError: Error, Equatable, CustomStringConvertible {
  /// The query as written.
  package let query: String
  /// Code points before the place.
  package let position: Int
  package let problem: QueryProblem

  package init(query: String, position: Int, _ problem: QueryProblem) {
    self.query = query
    self.position = position
    self.problem = problem
  }

  /// The reason alone.
  package var message: String { problem.description }

  /// The reason, the query and a caret under the place.
  package var description: String {
    "character \(position + 1) of the query: \(problem)\n\(illustration)"
  }

  /// The query in one line, and a caret under the place.
  package var illustration: String {
    let line = query.unicodeScalars.map { CharacterClass(of: $0.value) == .lineEnd ? " " : $0 }
    // A wide character is as wide as an ideographic blank.
    let margin = line.prefix(position).map { $0.value >= 0x2E80 ? "\u{3000}" : " " }.joined()
    return "  \(String(String.UnicodeScalarView(line)))\n  \(margin)^"
  }
}
