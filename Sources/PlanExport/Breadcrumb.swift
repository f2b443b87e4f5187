import PlanDocument

/// The way from the top of a document to a unit: 第三篇 › 第一章 › 第一节, with titles where there is
/// room.
package struct Breadcrumb: Sendable, Equatable {
  private let steps: [(label: String, title: String)]

  /// - Parameter division: index of the unit; nil in front of the first.
  package init(_ division: Int?, in divisions: [DivisionRecord]) {
    var steps: [(String, String)] = []
    var current = division
    while let index = current, divisions.indices.contains(index) {
      let unit = divisions[index]
      let label = unit.path.split(separator: "/").last.map(String.init) ?? ""
      steps.append((label, unit.title.filter { !$0.isNewline }))
      current = unit.parent.flatMap { $0 < index ? $0 : nil }
    }
    self.steps = steps.reversed()
  }

  /// - Parameter path: labels joined by `/`.
  package init(path: String) {
    steps = path.split(separator: "/").map { (String($0), "") }
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.steps.elementsEqual(right.steps) { $0.label == $1.label && $0.title == $1.title }
  }

  package var isEmpty: Bool { steps.isEmpty }

  /// Labels and as many titles as fit, the innermost first; the last title is cut where at least six
  /// characters of it are left.
  package func text(width: Int) -> String {
    var shown = [String?](repeating: nil, count: steps.count)
    var room = width - DisplayWidth.of(labels)
    for index in steps.indices.reversed() where !steps[index].title.isEmpty {
      let title = steps[index].title
      let needed = DisplayWidth.of(title) + 1
      if needed <= room {
        shown[index] = title
        room -= needed
      } else {
        if room >= 14 { shown[index] = DisplayWidth.cut(title, to: room - 1) }
        break
      }
    }
    return zip(steps, shown).map { step, title in
      title.map { step.label.isEmpty ? $0 : "\(step.label) \($0)" } ?? step.label
    }.joined(separator: " › ")
  }

  /// Without titles.
  package var labels: String { steps.map(\.label).joined(separator: " › ") }
}
