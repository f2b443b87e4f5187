import PlanDocument

/// What changed from one version of a plan to another.
package struct PlanDiff: Sendable {
  private let old: PlanVersion
  private let new: PlanVersion
  private let words: ComparisonWords

  package init(old: PlanVersion, new: PlanVersion, words: ComparisonWords = .standard) {
    self.old = old
    self.new = new
    self.words = words
  }

  /// Sections, then paragraphs, in the order of the new version (what was removed stands where it
  /// was); then targets.
  package func changes() -> [VersionChange] {
    let matches = SectionMatches(old: old, new: new)
    return sections(matches) + paragraphs(matches) + TargetDiff(old, new, words: words).changes()
  }

  // MARK: Sections

  private func sections(_ matches: SectionMatches) -> [VersionChange] {
    var changes: [VersionChange] = []
    for number in old.divisions.indices where matches.new[number] == nil {
      changes.append(
        VersionChange(
          kind: .section, status: .removed, name: old.divisions[number].title,
          old: side(old, number), new: nil))
    }
    for number in new.divisions.indices {
      guard let other = matches.old[number] else {
        changes.append(
          VersionChange(
            kind: .section, status: .added, name: new.divisions[number].title, old: nil,
            new: side(new, number)))
        continue
      }
      if matches.moved.contains(number) {
        changes.append(
          VersionChange(
            kind: .section, status: .moved, name: new.divisions[number].title,
            old: side(old, other), new: side(new, number)))
      }
      if old.divisions[other].title.squeezed != new.divisions[number].title.squeezed {
        changes.append(
          VersionChange(
            kind: .section, status: .reworded, name: new.divisions[number].title,
            old: side(old, other), new: side(new, number)))
      }
    }
    return changes.enumerated().sorted {
      (place($0.element), $0.offset) < (place($1.element), $1.offset)
    }.map(\.element)
  }

  private func place(_ change: VersionChange) -> Int { change.new?.line ?? change.old?.line ?? 0 }

  private func side(_ version: PlanVersion, _ number: Int) -> VersionChange.Side {
    let division = version.divisions[number]
    return VersionChange.Side(path: division.path, line: division.line, text: division.title)
  }

  // MARK: Paragraphs

  private func paragraphs(_ matches: SectionMatches) -> [VersionChange] {
    var pairs: [(Int, Int)] = matches.old.sorted { $0.key < $1.key }.map { ($0.value, $0.key) }
    pairs.append((old.divisions.count, new.divisions.count))
    return pairs.flatMap { paragraphs($0.0, $0.1) }
  }

  /// Paragraphs of one section in both versions: those that are alike at both ends of a gap are one
  /// with other words.
  private func paragraphs(_ first: Int, _ second: Int) -> [VersionChange] {
    let before = old.passages[first]
    let after = new.passages[second]
    guard !before.isEmpty || !after.isEmpty else { return [] }
    let texts = (before.map(\.text.squeezed), after.map(\.text.squeezed))
    guard texts.0 != texts.1 else { return [] }
    let difference = texts.1.difference(from: texts.0)
    var removed = difference.removals.compactMap { change -> Int? in
      if case .remove(let offset, _, _) = change { offset } else { nil }
    }
    var changes: [VersionChange] = []
    for change in difference.insertions {
      guard case .insert(let offset, let text, _) = change else { continue }
      let best = removed.map { ($0, TextLikeness.of(texts.0[$0], text)) }
        .max { ($0.1, $1.0) < ($1.1, $0.0) }
      if let best, best.1 >= Self.leastLikeness {
        removed.removeAll { $0 == best.0 }
        changes.append(
          paragraph(.reworded, second, before[best.0], after[offset]))
      } else {
        changes.append(paragraph(.added, second, nil, after[offset]))
      }
    }
    changes += removed.map { paragraph(.removed, second, before[$0], nil) }
    return changes.sorted { place($0) < place($1) }
  }

  /// Paragraphs less alike are two.
  private static let leastLikeness = 0.5

  private func paragraph(
    _ status: VersionChange.Status, _ section: Int, _ before: PassageRecord?,
    _ after: PassageRecord?
  ) -> VersionChange {
    VersionChange(
      kind: .paragraph, status: status,
      name: new.divisions.indices.contains(section) ? new.divisions[section].title : "",
      old: before.map { VersionChange.Side(path: $0.path, line: $0.line, text: $0.text) },
      new: after.map { VersionChange.Side(path: $0.path, line: $0.line, text: $0.text) })
  }
}
