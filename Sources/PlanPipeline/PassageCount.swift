import PlanCatalog
import PlanDocument

/// Counts passages by document, part, chapter or year.
package struct PassageCount {
  package enum Key: String, Sendable, CaseIterable {
    case document, part, chapter
    /// First year of the plan's period, else the year of its date.
    case year
  }

  package struct Row: Sendable, Equatable {
    /// The document's name, for part and chapter with the path of the unit behind it; nil for a
    /// document without a year.
    package var key: String?
    /// Of the document or unit.
    package var title: String?
    package var count: Int
  }

  private let key: Key
  private var counts: [Row] = []
  private var places: [String?: Int] = [:]
  /// The document whose passages are being counted: passages come in document order.
  private var current: (key: Int, document: DocumentRecord, divisions: [DivisionRecord])?

  package init(by key: Key) { self.key = key }

  /// Most frequent first, of equal ones the earlier in the library first; years ascending.
  package var rows: [Row] {
    guard key == .year else {
      return counts.enumerated()
        .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
    }
    return counts.sorted { ($0.key ?? "") < ($1.key ?? "") }
  }

  package mutating func add(_ place: PassagePlace, in catalog: CatalogView) throws {
    guard let (document, divisions) = try load(place.document, catalog) else { return }
    switch key {
    case .document: note(document.document, title: document.title)
    case .year: note(Self.year(of: document), title: nil)
    case .part, .chapter:
      let level: DivisionLevel = key == .part ? .part : .chapter
      var unit = place.division
      while let index = unit, divisions.indices.contains(index), divisions[index].level != level {
        unit = divisions[index].parent
      }
      if let unit, divisions.indices.contains(unit) {
        note(document.document + "/" + divisions[unit].path, title: divisions[unit].title)
      } else {
        note(document.document, title: document.title)
      }
    }
  }

  private mutating func load(
    _ key: Int, _ catalog: CatalogView
  ) throws -> (DocumentRecord, [DivisionRecord])? {
    if let current, current.key == key { return (current.document, current.divisions) }
    guard let document = try catalog.document(withKey: key) else { return nil }
    let divisions = try catalog.divisions(of: key)
    current = (key, document, divisions)
    return (document, divisions)
  }

  private mutating func note(_ name: String?, title: String?) {
    if let place = places[name] {
      counts[place].count += 1
    } else {
      places[name] = counts.count
      counts.append(Row(key: name, title: title, count: 1))
    }
  }

  private static func year(of document: DocumentRecord) -> String? {
    for text in document.years {
      let digits = text.drop { !$0.isASCII || !$0.isNumber }.prefix(4)
      if digits.count == 4, digits.allSatisfy({ $0.isASCII && $0.isNumber }) {
        return String(digits)
      }
    }
    return nil
  }
}
