/// What stands before a colon in a query: a condition on where a passage stands, or on the targets
/// in it.
package enum QueryField: String, CaseIterable, Sendable {
  /// Text of the document's title.
  case title
  /// Text of a heading that the passage is, or stands below.
  case heading
  /// The document's id; `*` at its end stands for any rest.
  case document = "doc"
  /// Text of the region's name, or the first digits of its code.
  case region
  /// Administrative level of the document.
  case level
  /// Kind of the passage.
  case kind
  /// First year of the plan's period, else the year of its date.
  case planYear = "plan-year"
  /// Path of a part: 第三篇/第一章.
  case part = "in"
  /// Text of the head of the box that the passage stands in; `*` for any box.
  case box
  case value, unit
  /// The year of a target.
  case year
  case indicator, binding

  /// Whether it is a condition on a target.
  var isOfTarget: Bool {
    switch self {
    case .value, .unit, .year, .indicator, .binding: true
    default: false
    }
  }

  /// What can stand for `level:`, with the values that the library has.
  static let levels: [(name: String, value: String)] = [
    ("national", "national"), ("province", "province"), ("city", "city"), ("county", "county"),
    ("department", "department"), ("国家", "national"), ("省", "province"), ("市", "city"),
    ("县", "county"), ("部门", "department"),
  ]

  /// What can stand for `kind:`, likewise.
  static let kinds: [(name: String, value: String)] = [
    ("paragraph", "paragraph"), ("heading", "heading"), ("box", "box"), ("caption", "caption"),
    ("row", "row"), ("段落", "paragraph"), ("标题", "heading"), ("专栏", "box"), ("图表题", "caption"),
    ("表行", "row"),
  ]

  static let bindings = ["约束性", "预期性"].map { (name: $0, value: $0) }

  /// Fields whose names are nearly a word that stands before a colon, best first.
  ///
  /// Words that are far from all names are text: `http:`, `GDP:`.
  static func near(_ word: String) -> [String] {
    let wanted = Array(word.lowercased().utf8)
    return allCases.map { (EditDistance.between(wanted, Array($0.rawValue.utf8)), $0.rawValue) }
      .filter { $0.0 <= max(wanted.count > 1 ? 0 : -1, wanted.count / 3) }
      .sorted { $0 < $1 }.prefix(2).map(\.1)
  }
}

/// How far two texts are from one another.
enum EditDistance {
  /// Insertions, deletions, exchanges and swaps of neighbours (Damerau, 1964, in the restricted
  /// form) that make one of the other.
  static func between<Element: Equatable>(_ a: [Element], _ b: [Element]) -> Int {
    var before: [Int] = []
    var row = Array(0...b.count)
    for line in a.indices {
      var next = [line + 1]
      for column in b.indices {
        var best = min(row[column + 1], next[column]) + 1
        best = min(best, row[column] + (a[line] == b[column] ? 0 : 1))
        if line > 0, column > 0, a[line] == b[column - 1], a[line - 1] == b[column] {
          best = min(best, before[column - 1] + 1)
        }
        next.append(best)
      }
      (before, row) = (row, next)
    }
    return row[b.count]
  }
}
