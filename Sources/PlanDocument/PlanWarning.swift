/// A doubt about a document that a reader should know of; nothing was dropped because of it.
package enum PlanWarning: Sendable, Equatable, CustomStringConvertible {
  /// Numbers that a row of headings leaps over: the first, the last where there are several, and
  /// the line of the heading in front of the gap.
  case missingHeadings(first: String, last: String?, afterLine: Int)
  /// Rows of a table of indicators that hold values and gave no record: how many of all its rows,
  /// and the line of the first.
  case unreadRows(count: Int, of: Int, line: Int)
  /// What the reader of a format met.
  case reading(ReadingWarning)

  package var description: String {
    switch self {
    case .missingHeadings(let first, nil, let line): "\(first) is missing after line \(line)"
    case .missingHeadings(let first, let last?, let line):
      "\(first) to \(last) are missing after line \(line)"
    case .unreadRows(let count, let all, let line):
      "\(count) of the \(all) rows of a table gave no target; the first is line \(line)"
    case .reading(let warning): warning.english
    }
  }
}
