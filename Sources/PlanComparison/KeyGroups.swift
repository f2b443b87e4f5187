import PlanDocument

/// A key of comparison and the names that fell together under it.
package struct KeyGroup: Sendable, Equatable {
  package let key: String
  /// Each name once, by how often it stands, then by itself.
  package let names: [String]
  /// What led each name to the key, name by name; empty for a name that is its key.
  package let changes: [[KeyChange]]
  /// How many claims have it, and in how many documents.
  package let claims: Int
  package let documents: Int

  /// The keys of all claims, those of the most names first.
  package static func groups(
    of plans: [CheckedPlan], words: ComparisonWords = .standard
  ) -> [KeyGroup] {
    struct Names {
      var counts: [String: Int] = [:]
      var examples: [String: (record: TargetRecord, region: String?)] = [:]
      var documents: Set<String> = []
      var shown: [String: Int] = [:]
    }
    var groups: [NameBytes: Names] = [:]
    for plan in plans {
      for claim in plan.claims {
        let name = claim.record.indicator
        groups[claim.identity.name, default: Names()].counts[name, default: 0] += 1
        groups[claim.identity.name]?.examples[name] = (claim.record, plan.document.region)
        groups[claim.identity.name]?.documents.insert(plan.document.document)
        groups[claim.identity.name]?.shown[claim.key.name, default: 0] += 1
      }
    }
    return groups.map { key, group in
      let names = group.counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
      return KeyGroup(
        key: group.shown.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? key.text,
        names: names,
        changes: names.map { name in
          group.examples[name].map {
            ComparisonKey.changes(of: $0.record, region: $0.region, words: words)
          } ?? []
        },
        claims: group.counts.values.reduce(0, +), documents: group.documents.count)
    }.sorted { ($1.names.count, $1.claims, $0.key) < ($0.names.count, $0.claims, $1.key) }
  }
}
