import PlanDocument

/// All lines that have the shape of a heading, read before any of them is placed: what is to be
/// learnt from them together.
struct HeadingSurvey {
  /// By index of the line.
  private(set) var candidates: [Int: OutlineHeading] = [:]
  /// Which style stands above which.
  private(set) var order = StyleOrder()
  /// Lines whose number the next heading of their style counts on from.
  private var hasSequel: Set<Int> = []
  /// Styles whose numbers do not begin again in each unit.
  private(set) var countsOn: Set<NumberingStyle> = []

  init(_ headings: HeadingReader) {
    var numbered: [(line: Int, style: NumberingStyle, number: Int)] = []
    for index in headings.lines.indices {
      guard let heading = headings.labelled(at: index) else { continue }
      candidates[index] = heading
      if case .numbered(let style) = heading.kind, let number = heading.number {
        numbered.append((index, style, number))
      }
    }
    dropMentions()
    learnSequels(numbered)
    learnCounting(numbered)
    order = StyleOrder(numbered.map { ($0.style, $0.number) })
  }

  /// Whether the next heading of its style has the next number.
  func hasSequel(_ line: Int) -> Bool { hasSequel.contains(line) }

  /// 附件：… at the end of a notice names what comes as 附件 later on.
  private mutating func dropMentions() {
    var titles: Set<String> = []
    for (line, heading) in candidates.sorted(by: { $0.key > $1.key }) {
      guard heading.kind == .appendix || heading.kind == .glossary, !heading.title.isEmpty else {
        continue
      }
      let title = heading.title.string.squeezed
      let text = heading.text.string
      if titles.contains(title), text.contains("：") || text.contains(":") {
        candidates[line] = nil
      }
      titles.insert(title)
    }
  }

  private mutating func learnCounting(
    _ numbered: [(line: Int, style: NumberingStyle, number: Int)]
  ) {
    for style in NumberingStyle.allCases {
      let numbers = numbered.filter { $0.style == style }.map(\.number)
      let beginnings = numbers.count { $0 == 1 }
      if numbers.count >= 3, beginnings <= 1 + numbers.count / 10 { countsOn.insert(style) }
    }
  }

  private mutating func learnSequels(
    _ numbered: [(line: Int, style: NumberingStyle, number: Int)]
  ) {
    var next: [NumberingStyle: Int] = [:]
    for candidate in numbered.reversed() {
      if next[candidate.style] == candidate.number + 1 { hasSequel.insert(candidate.line) }
      next[candidate.style] = candidate.number
    }
  }
}
