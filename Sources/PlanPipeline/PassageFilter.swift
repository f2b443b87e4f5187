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
    if let path = filter.path, !keys.isEmpty { try check(path, in: keys) }
    var ranges = [[Range<Int>]](repeating: [], count: index.segments.count)
    for (number, segment) in index.segments.enumerated() {
      for (key, ordinals) in try segment.ordinals(ofDocuments: keys) {
        guard let allowed = try units(of: key, in: filter) else {
          ranges[number].append(ordinals)
          continue
        }
        for (ordinal, unit) in zip(ordinals, try segment.units(of: ordinals)) {
          if allowed.contains(unit) { ranges[number].append(ordinal..<ordinal + 1) }
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

  private func check(_ path: PathSelection, in keys: [Int]) throws {
    var paths: Set<String> = []
    for key in keys {
      for division in try catalog.divisions(of: key) {
        if path.contains(division.path) { return }
        paths.insert(division.path)
      }
    }
    throw PipelineError.unknownPart(path.path, near: path.near(among: paths.sorted()))
  }

  /// The units of a document whose passages are let through, nil among them for passages in front
  /// of the first unit; nil where all are.
  private func units(of key: Int, in filter: PassageFilter) throws -> Set<Int?>? {
    guard filter.path != nil || filter.division != nil else { return nil }
    let divisions = try catalog.divisions(of: key)
    return Set(
      divisions.indices.filter { unit in
        if let path = filter.path, !path.contains(divisions[unit].path) { return false }
        guard let level = filter.division else { return true }
        var current: Int? = unit
        while let index = current, !PassageFilter.divisions.contains(divisions[index].level) {
          current = divisions[index].parent
        }
        return current.map { divisions[$0].level } == level
      })
  }
}
