import PlanDocument

/// Says which numbering style of a plan is which level.
///
/// 篇, 章 and 节 are what they are called. A plan without them has chapters in its outermost
/// style, sections in the next, items in all others.
struct LevelMapper {
  let styles: [NumberingStyle?]
  let isBoxed: [Bool]
  let order: StyleOrder

  func apply(to outline: inout Outline) {
    // An annex has a numbering of its own, which says nothing of the plan's.
    let annexed = outline.divisions.indices.map { isAnnexed($0, outline) }
    let all = Set(zip(styles, isBoxed).compactMap { $0.1 ? nil : $0.0 })
    let main = Set(
      styles.indices.compactMap { isBoxed[$0] || annexed[$0] ? nil : styles[$0] })
    let used = main.isEmpty ? all : main
    let levels = levels(of: used.sorted { order.isAbove($0, $1) })
    for index in outline.divisions.indices {
      guard let style = styles[index], outline.divisions[index].level == .item else { continue }
      let level = isBoxed[index] ? .item : levels[style] ?? .item
      outline.divisions[index].level = belowParent(level, of: index, outline)
    }
  }

  /// No unit stands in one of its own level or a lower one, as an annex with a numbering of its
  /// own would have it; items may hold items.
  private func belowParent(
    _ level: DivisionLevel, of index: Int, _ outline: Outline
  ) -> DivisionLevel {
    let order: [DivisionLevel] = [.part, .chapter, .section, .item]
    guard let parent = outline.divisions[index].parent, let own = order.firstIndex(of: level),
      let above = order.firstIndex(of: outline.divisions[parent].level), own <= above
    else { return level }
    return order[min(above + 1, order.count - 1)]
  }

  private func isAnnexed(_ index: Int, _ outline: Outline) -> Bool {
    outline.lineage(of: index).contains { outline.divisions[$0].level == .appendix }
  }

  private func levels(of used: [NumberingStyle]) -> [NumberingStyle: DivisionLevel] {
    var levels: [NumberingStyle: DivisionLevel] = [:]
    if used.contains(where: { $0 <= .section }) {
      for style in used {
        levels[style] =
          switch style {
          case .part: .part
          case .chapter: .chapter
          case .section: .section
          default: .item
          }
      }
      return levels
    }
    for (index, style) in used.enumerated() {
      levels[style] = index == 0 ? .chapter : index == 1 ? .section : .item
    }
    return levels
  }
}
