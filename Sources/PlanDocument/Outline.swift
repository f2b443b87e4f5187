/// The structure of a plan: its units, its passages in order, its tables, and what was set aside.
package struct Outline: Sendable, Equatable {
  /// The plan's own title as printed at its head; empty where none was found.
  package var title = MendedText()
  /// In the order of the text; a parent stands before its children.
  package var divisions: [Division] = []
  /// Every passage in order. A passage that a box or page interrupts stands where it begins.
  package var passages: [Passage] = []
  package var tables: [PlanTable] = []
  /// Page numbers, running heads, contents: everything of the source that is in no passage.
  package var noise: [NoisePiece] = []
  /// Gaps in numbering and other doubts.
  package var warnings: [PlanWarning] = []

  package init() {}

  /// The labels from the top to a unit, joined by `/`: `第二篇/第一章/第一节/专栏`.
  package func path(of division: Int?) -> String {
    var components: [String] = []
    var current = division
    while let index = current, divisions.indices.contains(index) {
      components.append(divisions[index].pathComponent)
      current = divisions[index].parent
    }
    return components.reversed().joined(separator: "/")
  }

  /// The unit itself and all that hold it, innermost first.
  package func lineage(of division: Int?) -> [Int] {
    var indices: [Int] = []
    var current = division
    while let index = current, divisions.indices.contains(index) {
      indices.append(index)
      current = divisions[index].parent
    }
    return indices
  }
}

/// A stretch of the source that is no text of the plan, and why.
package struct NoisePiece: Sendable, Equatable {
  package enum Reason: String, Sendable, CaseIterable {
    case blank
    case pageNumber
    case runningHead
    case contents
    case footnote
    case wrapper
    case cover
  }

  package var span: TextSpan
  package var reason: Reason

  package init(span: TextSpan, reason: Reason) {
    self.span = span
    self.reason = reason
  }
}
