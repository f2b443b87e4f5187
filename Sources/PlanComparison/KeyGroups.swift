import PlanDocument

/// A key of comparison and the names that fell together under it.
package struct KeyGroup: Sendable, Equatable {
  package let key: String
  /// Each name once, by how often it stands, then by itself.
  package let names: [String]
  /// How many claims have it, and in how many documents.
  package let claims: Int
  package let documents: Int

  /// The keys of all claims, those of the most names first.
  package static func groups(of plans: [CheckedPlan]) -> [KeyGroup] {
    var names: [NameBytes: [String: Int]] = [:]
    var documents: [NameBytes: Set<String>] = [:]
    for plan in plans {
      for claim in plan.claims {
        names[claim.key.bytes, default: [:]][claim.record.indicator, default: 0] += 1
        documents[claim.key.bytes, default: []].insert(plan.document.document)
      }
    }
    return names.map { key, counts in
      KeyGroup(
        key: key.text,
        names: counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key),
        claims: counts.values.reduce(0, +), documents: documents[key]?.count ?? 0)
    }.sorted { ($1.names.count, $1.claims, $0.key) < ($0.names.count, $0.claims, $1.key) }
  }
}
