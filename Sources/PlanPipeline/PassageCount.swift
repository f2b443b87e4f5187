import BigramIndex
import PlanCatalog
import PlanDocument
import PlanQuery

/// Counts what matches a query by document, part, chapter or by what a library knows of documents.
///
/// Passages lead to documents and units by the fixed-width columns of the segments; the catalog is
/// asked once for all documents, and for parts and chapters once a document that has a match.
package struct PassageCount {
  package enum Key: String, Sendable, CaseIterable {
    case document, part, chapter, region
    /// First year of the plan's period, else the year of its date.
    case planYear = "plan-year"
    case level
    /// The same as `planYear`.
    case year
  }

  package struct Row: Sendable, Equatable {
    /// What the key says; for part and chapter the document's name with the path of the unit behind
    /// it; nil for documents that say nothing.
    package var key: String?
    /// Of the document or unit.
    package var title: String?
    /// Passages that match.
    package var count = 0
    /// Places in them where a term of the query stands.
    package var hits = 0
    /// Documents with a passage that matches.
    package var documents = 0
    /// Characters of all passages of the group that were searched, also those that do not match, as
    /// word processors count Chinese: each Han character, each mark, and each number or Latin word
    /// as one (the tokens of the index).
    package var characters = 0

    /// Hits per 10,000 characters; nil where there are no characters.
    package var perTenThousand: Double? {
      characters == 0 ? nil : Double(hits) / Double(characters) * 10_000
    }
  }

  private let view: LibraryView
  private let key: Key
  private let allowed: DocumentSet?
  private var counts: [Row] = []
  private var places: [String?: Int] = [:]

  /// Most passages first, of equal ones the earlier in document order first; years ascending.
  package static func rows(
    of found: LibraryMatches, by key: Key, within allowed: DocumentSet?, in view: LibraryView
  ) throws -> [Row] {
    var count = PassageCount(view: view, key: key, allowed: allowed)
    switch key {
    case .part, .chapter: try count.countUnits(found, key == .part ? .part : .chapter)
    case .document, .region, .planYear, .level, .year: try count.countDocuments(found)
    }
    let rows = count.counts.filter { $0.count > 0 }
    guard key == .year || key == .planYear else {
      return rows.enumerated()
        .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
    }
    return rows.sorted { ($0.key ?? "") < ($1.key ?? "") }
  }

  private init(view: LibraryView, key: Key, allowed: DocumentSet?) {
    self.view = view
    self.key = key
    self.allowed = allowed
  }

  private mutating func countDocuments(_ found: LibraryMatches) throws {
    let occurrences = try found.matches.ordinals.indices.map {
      try found.occurrences(segment: $0)
    }
    let runs = Dictionary(grouping: found.runs, by: \.key)
    let extents = try view.documentExtents()
    for document in try view.catalog.groupings() {
      let name =
        switch key {
        case .region: document.region
        case .level: document.level
        case .planYear, .year: document.year
        case .document, .part, .chapter: document.document
        }
      let place = row(name, title: key == .document ? document.title : nil)
      for extent in extents[document.key] ?? [] {
        for range in extent.searched(within: allowed) {
          let segment = view.index.segments[extent.segment]
          for ordinal in range { counts[place].characters += segment.length(of: ordinal) }
        }
      }
      guard let own = runs[document.key] else { continue }
      counts[place].documents += 1
      for run in own {
        counts[place].count += run.places.count
        for hit in run.places { counts[place].hits += occurrences[run.segment][hit] }
      }
    }
  }

  private mutating func countUnits(_ found: LibraryMatches, _ level: DivisionLevel) throws {
    let occurrences = try found.matches.ordinals.indices.map {
      try found.occurrences(segment: $0)
    }
    for run in found.runs {
      let segment = view.index.segments[run.segment]
      guard let document = try view.catalog.document(withKey: run.key) else { continue }
      let divisions = try view.catalog.divisions(of: run.key)
      let rows = rows(of: document, divisions, level)
      func place(_ ordinal: Int) throws -> Int {
        let unit = Int(try segment.attribute(PassageAttribute.division.rawValue, of: ordinal))
        return rows[rows.indices.contains(unit) ? unit : 0]
      }
      var seen: Set<Int> = []
      for hit in run.places {
        let place = try place(Int(found.matches.ordinals[run.segment][hit]))
        counts[place].count += 1
        counts[place].hits += occurrences[run.segment][hit]
        if seen.insert(place).inserted { counts[place].documents += 1 }
      }
      let extent = DocumentExtent(
        segment: run.segment, ordinals: try segment.ordinals(ofDocument: run.key))
      for range in extent.searched(within: allowed) {
        for ordinal in range {
          counts[try place(ordinal)].characters += segment.length(of: ordinal)
        }
      }
    }
  }

  /// The row of each unit, behind that of passages in front of all units.
  private mutating func rows(
    of document: DocumentRecord, _ divisions: [DivisionRecord], _ level: DivisionLevel
  ) -> [Int] {
    var rows = [row(document.document, title: document.title)]
    for (index, division) in divisions.enumerated() {
      if division.level == level {
        rows.append(row(document.document + "/" + division.path, title: division.title))
      } else if let parent = division.parent, parent < index {
        rows.append(rows[parent + 1])
      } else {
        rows.append(rows[0])
      }
    }
    return rows
  }

  private mutating func row(_ name: String?, title: String?) -> Int {
    if let place = places[name] { return place }
    places[name] = counts.count
    counts.append(Row(key: name, title: title))
    return counts.count - 1
  }
}
