import BigramIndex
import PlanCatalog
import PlanDocument
import PlanQuery

/// Where a search looks: in which documents, and in which of their parts.
package struct PassageFilter: Sendable {
  /// Names of documents; empty for all.
  package var documents: [String] = []
  /// Administrative level of the documents (national, province, city, county, department).
  package var level: String?
  package var path: PathSelection?
  /// The kind of the nearest part, chapter, section, box or table that holds the passage.
  package var division: DivisionLevel?

  /// The kinds of units that `division` may name.
  package static let divisions: [DivisionLevel] = [.part, .chapter, .section, .box, .table]

  package init() {}

  var isEmpty: Bool { documents.isEmpty && level == nil && path == nil && division == nil }
}

extension LibraryView {
  /// The passages of the index that a filter lets through; nil for all of them.
  ///
  /// - Throws: `PipelineError.unknownDocument` for a name that the library does not have,
  ///   `PipelineError.unknownPart` for a part that none of the filter's documents has.
  package func passages(in filter: PassageFilter, library: String) throws -> DocumentSet? {
    guard !filter.isEmpty else { return nil }
    let keys = try keys(in: filter, library: library)
    var ranges = [[Range<Int>]](repeating: [], count: index.segments.count)
    let units = try units(of: keys, in: filter)
    for (number, segment) in index.segments.enumerated() {
      for (key, ordinals) in try segment.ordinals(ofDocuments: units?.keys.sorted() ?? keys) {
        guard let allowed = units?[key] else {
          ranges[number].append(ordinals)
          continue
        }
        for (ordinal, unit) in zip(ordinals, try segment.units(of: ordinals)) {
          if let unit, allowed.contains(unit) { ranges[number].append(ordinal..<ordinal + 1) }
        }
      }
    }
    return DocumentSet(ranges: ranges.map(OrdinalRanges.union))
  }

  /// Keys of documents, ascending.
  private func keys(in filter: PassageFilter, library: String) throws -> [Int] {
    var keys =
      try filter.level.map { try catalog.keys(ofLevel: $0) } ?? (try catalog.keys())
    guard !filter.documents.isEmpty else { return keys }
    let named = Set(
      try filter.documents.map { name in
        try LibraryReader.document(named: name, in: catalog, library: library).key
      })
    keys.removeAll { !named.contains($0) }
    return keys
  }

  /// Of documents that have any, the units whose passages are let through; nil where all passages are.
  private func units(of keys: [Int], in filter: PassageFilter) throws -> [Int: Set<Int>]? {
    guard filter.path != nil || filter.division != nil else { return nil }
    var units: [Int: Set<Int>] = [:]
    if let path = filter.path {
      let all = Set(keys)
      for unit in try catalog.units(onPath: path.path) where all.contains(unit.key) {
        units[unit.key, default: []].insert(unit.ordinal)
      }
      guard !units.isEmpty || keys.isEmpty else {
        throw PipelineError.unknownPart(
          path.path, near: path.near(among: try catalog.paths(of: keys)))
      }
    }
    guard let division = filter.division else { return units }
    let isWhole = filter.path == nil && filter.documents.isEmpty && filter.level == nil
    let outlines = try catalog.levels(
      of: isWhole ? nil : filter.path == nil ? keys : units.keys.sorted())
    for (key, outline) in outlines {
      var kinds: [DivisionLevel?] = []
      for (level, parent) in outline {
        let isKind = PassageFilter.divisions.contains(level)
        // A unit stands behind the one that it is part of.
        let above = parent.flatMap { $0 < kinds.count ? kinds[$0] : nil }
        kinds.append(isKind ? level : above)
      }
      let own = Set(kinds.indices.filter { kinds[$0] == division })
      units[key] = filter.path == nil ? own : units[key]?.intersection(own)
    }
    return units
  }
}
