import PlanDocument

/// Takes back headings that turned out to be the entries of a list: numbered lines one below the
/// other, none of which has any text below it.
struct ListDemoter {
  let styles: [NumberingStyle?]
  /// Whether the text is one sentence a line, so that an entry's full stop is no sign.
  let isSentences: Bool

  /// - Returns: whether each unit of the outline as it was is still one.
  func apply(to outline: inout Outline) -> [Bool] {
    let entries = entries(of: outline)
    var kept = Array(repeating: true, count: outline.divisions.count)
    for index in entries { kept[index] = false }
    guard !entries.isEmpty else { return kept }
    var moved: [Int?] = []
    var divisions: [Division] = []
    for (index, division) in outline.divisions.enumerated() {
      guard kept[index] else {
        moved.append(division.parent.flatMap { moved[$0] })
        continue
      }
      moved.append(divisions.count)
      var division = division
      division.parent = division.parent.flatMap { moved[$0] }
      divisions.append(division)
    }
    for index in outline.passages.indices {
      guard let division = outline.passages[index].division else { continue }
      if !kept[division], outline.passages[index].kind == .heading {
        outline.passages[index].kind = isBoxed(division, outline) ? .box : .paragraph
        outline.passages[index].isListItem = true
      }
      outline.passages[index].division = moved[division]
    }
    for index in outline.tables.indices {
      outline.tables[index].division = outline.tables[index].division.flatMap { moved[$0] }
    }
    outline.divisions = divisions
    return kept
  }

  private func isBoxed(_ division: Int, _ outline: Outline) -> Bool {
    outline.lineage(of: division).contains { outline.divisions[$0].level == .box }
  }

  private func entries(of outline: Outline) -> [Int] {
    var texts = Array(repeating: 0, count: outline.divisions.count)
    for passage in outline.passages {
      if let division = passage.division { texts[division] += 1 }
    }
    var hasChildren = Set<Int>()
    for division in outline.divisions {
      if let parent = division.parent { hasChildren.insert(parent) }
    }
    var families: [Family: [Int]] = [:]
    for (index, style) in styles.enumerated() {
      guard let style, isList(style) else { continue }
      families[Family(parent: outline.divisions[index].parent, style: style), default: []]
        .append(index)
    }
    return families.values.filter { family in
      family.count > 1 && family.allSatisfy { texts[$0] <= 1 && !hasChildren.contains($0) }
    }.flatMap { $0 }.sorted()
  }

  private struct Family: Hashable {
    var parent: Int?
    var style: NumberingStyle
  }

  private func isList(_ style: NumberingStyle) -> Bool {
    switch style {
    case .number, .numberBracket: true
    case .bracket, .comma: isSentences
    default: false
    }
  }
}
