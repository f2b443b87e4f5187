import BigramIndex
import PlanCatalog
import PlanDocument
import PlanQuery

/// Finds the passages of a library that meet the conditions of queries.
package struct LibraryConditions {
  private let view: LibraryView
  private var index: IndexSnapshot { view.index }

  package init(_ view: LibraryView) { self.view = view }

  /// Reads a query in the language of `search`, with the passages that meet its conditions.
  ///
  /// - Throws: `QueryError`; `CatalogError` and `IndexError` where the library is damaged.
  /// - Parameters:
  ///   - synonyms: what `~` looks for; nil for those that the project ships.
  ///   - inAllWritings: whether simplified and traditional characters are alike.
  package func query(
    _ text: String, synonyms: SynonymTable? = nil, inAllWritings: Bool = false
  ) throws -> SearchQuery {
    var query = try SearchQuery(parsing: text, units: LibraryUnits(), synonyms: synonyms)
    if inAllWritings { query = query.inAllWritings }
    return query.conditions.isEmpty ? query : try query.resolved(in: index, passages(where:))
  }

  func passages(where condition: QueryCondition) throws -> DocumentSet {
    switch condition {
    case .title(let term):
      return try documents { $0.title.map { FieldText($0).contains(term) } ?? false }
    case .region(let term):
      return try documents { $0.region.map { FieldText($0).contains(term) } ?? false }
    case .regionCode(let digits):
      return try documents { $0.regionCode?.hasPrefix(digits) ?? false }
    case .level(let level): return try documents { $0.level == level }
    case .document(let name, let isPrefix): return try document(name, isPrefix)
    case .planYear(let interval):
      let years = interval.closed()
      return try passages(
        ofDocuments: view.catalog.groupings().filter { document in
          document.year.flatMap(Double.init).map(years.contains) ?? false
        }.map(\.key))
    case .kind(let kind): return try passages(ofKind: kind)
    case .part(let path): return try part(PathSelection(path))
    case .box(let term):
      let boxes = try view.catalog.boxes { head in
        term.map { FieldText(head).contains($0) } ?? true
      }
      return try passages(below: boxes)
    case .pattern: return DocumentSet(ranges: [])
    case .heading(let term): return try passages(below: headings(with: term))
    case .target(let predicate): return try targets(predicate)
    }
  }

  private func documents(where holds: (DocumentFacts) -> Bool) throws -> DocumentSet {
    try passages(ofDocuments: view.catalog.documentFacts().filter(holds).map(\.key))
  }

  private func document(_ name: String, _ isPrefix: Bool) throws -> DocumentSet {
    let all = try view.catalog.documentFacts()
    let named = all.filter { isPrefix ? $0.document.hasPrefix(name) : $0.document == name }
    guard !named.isEmpty else {
      throw QueryProblem.unknownDocument(
        name, near: NearNames.of(name, among: all.map(\.document)))
    }
    return try passages(ofDocuments: named.map(\.key))
  }

  private func passages(ofDocuments keys: [Int]) throws -> DocumentSet {
    var ranges = emptyRanges
    let keys = keys.sorted()
    for (number, segment) in index.segments.enumerated() {
      ranges[number] = OrdinalRanges.union(
        try segment.ordinals(ofDocuments: keys).map(\.ordinals))
    }
    return DocumentSet(ranges: ranges)
  }

  private func passages(ofKind name: String) throws -> DocumentSet {
    var ranges = emptyRanges
    let wanted = PassageKind.allCases.firstIndex { $0.rawValue == name }.map { UInt32($0) }
    for (number, segment) in index.segments.enumerated() {
      var start: Int?
      let kinds = try segment.attributes(
        PassageAttribute.kind.rawValue, of: 0..<segment.documentCount)
      for (ordinal, kind) in kinds.enumerated() {
        let isWanted = kind == wanted
        if isWanted, start == nil { start = ordinal }
        if !isWanted, let first = start {
          ranges[number].append(first..<ordinal)
          start = nil
        }
      }
      if let first = start { ranges[number].append(first..<segment.documentCount) }
    }
    return DocumentSet(ranges: ranges)
  }

  private func part(_ path: PathSelection) throws -> DocumentSet {
    let units = try view.catalog.units(onPath: path.path)
    guard !units.isEmpty else {
      throw QueryProblem.unknownPart(
        path.path, near: path.near(among: try view.catalog.paths()))
    }
    return try passages(below: units)
  }

  /// Units of which the heading holds a term.
  private func headings(with term: QueryTerm) throws -> [DivisionPlace] {
    var units: [DivisionPlace] = []
    try Searcher(index).forEachMatch(SearchQuery(term: term)) { segment, ordinal in
      guard try index.segments[segment].kind(of: ordinal) == .heading else { return true }
      let place = try view.place(segment: segment, ordinal: ordinal)
      if let unit = place.division {
        units.append(DivisionPlace(key: place.document, ordinal: unit))
      }
      return true
    }
    return units
  }

  /// Passages of units and of the units inside them.
  private func passages(below units: [DivisionPlace]) throws -> DocumentSet {
    let units = Dictionary(grouping: units, by: \.key)
    let keys = units.keys.sorted()
    let outlines = try view.catalog.levels(of: keys)
    var ranges = emptyRanges
    for (number, segment) in index.segments.enumerated() {
      for (key, ordinals) in try segment.ordinals(ofDocuments: keys) {
        let isInside = Self.inside(units[key] ?? [], outlines[key]?.map(\.parent) ?? [])
        for (ordinal, unit) in zip(ordinals, try segment.units(of: ordinals)) {
          if let unit, unit < isInside.count, isInside[unit] {
            ranges[number].append(ordinal..<ordinal + 1)
          }
        }
      }
    }
    return DocumentSet(ranges: ranges.map(OrdinalRanges.union))
  }

  /// Of the units of a document, whether each is one of some or a part of one.
  private static func inside(_ units: [DivisionPlace], _ parents: [Int?]) -> [Bool] {
    var isInside = [Bool](repeating: false, count: parents.count)
    for unit in units where isInside.indices.contains(unit.ordinal) {
      isInside[unit.ordinal] = true
    }
    // A unit stands behind the one that it is part of.
    for (unit, parent) in parents.enumerated() {
      if let parent, parent < unit, isInside[parent] { isInside[unit] = true }
    }
    return isInside
  }

  private func targets(_ predicate: TargetPredicate) throws -> DocumentSet {
    let translation = TargetTranslation(catalog: view.catalog)
    let places = try view.catalog.targetPlaces(translation.criterion(of: predicate))
    // Those of a document stand one behind another; all its passages stand in one segment.
    var keys: [Int] = []
    var starts: [Int] = []
    for (index, place) in places.enumerated() where place.key != keys.last {
      keys.append(place.key)
      starts.append(index)
    }
    starts.append(places.count)
    var ranges = emptyRanges
    for (number, segment) in index.segments.enumerated() {
      var next = 0
      for (key, ordinals) in try segment.ordinals(ofDocuments: keys) {
        while keys[next] < key { next += 1 }
        for place in places[starts[next]..<starts[next + 1]] where place.passage < ordinals.count {
          let ordinal = ordinals.lowerBound + place.passage
          ranges[number].append(ordinal..<ordinal + 1)
        }
      }
    }
    return DocumentSet(ranges: ranges.map(OrdinalRanges.union))
  }

  private var emptyRanges: [[Range<Int>]] {
    [[Range<Int>]](repeating: [], count: index.segments.count)
  }
}
