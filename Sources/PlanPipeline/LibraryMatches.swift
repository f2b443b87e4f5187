import BigramIndex
import PlanCatalog
import PlanDocument
import PlanQuery

/// Everything that matches a query in a library, in document order.
///
/// Document order is: documents by their names, code point by code point, and each from its first
/// passage to its last. It does not depend on when or in which order they were ingested.
package struct LibraryMatches {
  /// The matches of one document, which stand together in its segment.
  package struct Run: Sendable, Equatable {
    /// Key of the document in the catalog.
    package let key: Int
    package let segment: Int
    /// Places in `matches.ordinals[segment]`.
    package let places: Range<Int>
  }

  package let matches: QueryMatches
  /// In document order; where only the first passages were asked for, perhaps those alone.
  package let runs: [Run]
  private let view: LibraryView
  private let finder: OccurrenceFinder
  /// Of a query that looks for no text: its numbers.
  private let numbers: TargetMarks?

  /// - Parameter first: how many passages, from the first in document order on, are wanted; nil for all.
  package init(
    _ query: SearchQuery, in view: LibraryView, within allowed: DocumentSet?, first: Int? = nil
  ) throws {
    self.view = view
    finder = OccurrenceFinder(query)
    numbers = query.looksForText ? nil : TargetMarks(query, in: view)
    matches = try QueryMatches(query, in: view.index, within: allowed)
    var runs: [Run] = []
    for (number, ordinals) in matches.ordinals.enumerated() {
      var start = 0
      while start < ordinals.count {
        let key = try view.documentKey(segment: number, ordinal: Int(ordinals[start]))
        let end = try endOfRun(from: start, count: ordinals.count) {
          try view.documentKey(segment: number, ordinal: Int(ordinals[$0])) == key
        }
        runs.append(Run(key: key, segment: number, places: start..<end))
        start = end
      }
    }
    self.runs = try Self.ordered(runs, first: first ?? .max, in: view.catalog)
  }

  /// Runs in document order, up to the one that completes so many passages.
  private static func ordered(
    _ runs: [Run], first: Int, in catalog: CatalogView
  ) throws(CatalogError) -> [Run] {
    // All passages of a document stand in one segment, in one run. What a damaged library has besides
    // comes behind, so that reading it tells.
    var places: [Int: Int] = [:]
    places.reserveCapacity(runs.count)
    var others: [Run] = []
    for (place, run) in runs.enumerated() {
      if places[run.key] == nil { places[run.key] = place } else { others.append(run) }
    }
    var ordered: [Run] = []
    var passages = 0
    try catalog.forEachKeyByName(among: runs.map(\.key)) { key in
      guard let place = places.removeValue(forKey: key) else { return true }
      ordered.append(runs[place])
      passages += runs[place].places.count
      return passages < first
    }
    guard passages < first else { return ordered }
    return ordered + places.values.sorted().map { runs[$0] } + others
  }

  /// Passages that match.
  package var total: Int { matches.total }

  /// Occurrences in all of them, as `places` finds them.
  package func occurrences() throws -> Int {
    var sum = 0
    for segment in matches.ordinals.indices {
      for count in try occurrences(segment: segment) { sum += count }
    }
    return sum
  }

  /// Occurrences in each passage of `matches.ordinals[segment]`.
  func occurrences(segment: Int) throws -> [Int] {
    guard let numbers else { return try matches.occurrences(segment: segment) }
    let places = try matches.ordinals[segment].map { ordinal in
      try view.place(segment: segment, ordinal: Int(ordinal))
    }
    try numbers.read(places)
    return try places.map { try numbers.count(in: $0) }
  }

  /// Where they stand in the text of a passage, in its code points. What is looked for is the words and
  /// expressions of the query; where it has conditions alone, the numbers that meet them.
  package func places(
    in passage: PassageRecord, segment: Int, ordinal: Int
  ) throws -> [Range<Int>] {
    guard let numbers else { return finder.places(in: passage.text) }
    return try numbers.places(in: try view.place(segment: segment, ordinal: ordinal), passage)
  }

  /// Calls `body` with each passage in document order, until it returns false.
  package func forEachMatch(_ body: (_ segment: Int, _ ordinal: Int) throws -> Bool) throws {
    for run in runs {
      for place in run.places {
        guard try body(run.segment, Int(matches.ordinals[run.segment][place])) else { return }
      }
    }
  }
}

extension LibraryView {
  /// Key of the document that a passage of the index belongs to.
  func documentKey(segment: Int, ordinal: Int) throws(IndexError) -> Int {
    Int(
      try index.segments[segment].attribute(PassageAttribute.document.rawValue, of: ordinal))
  }
}

extension String {
  /// Orders by code points, on every system and in every language.
  var unicodeOrder: UnicodeOrder { UnicodeOrder(text: self) }
}

struct UnicodeOrder: Comparable {
  let text: String

  static func < (left: Self, right: Self) -> Bool {
    left.text.unicodeScalars.lexicographicallyPrecedes(right.text.unicodeScalars)
  }

  static func == (left: Self, right: Self) -> Bool {
    left.text.unicodeScalars.elementsEqual(right.text.unicodeScalars)
  }
}
