import PlanCatalog
import PlanDocument
import PlanQuery

/// The numbers in passages that meet a query's conditions on targets: what is marked in a hit.
package final class TargetMarks {
  private struct Key: Hashable {
    let document: Int
    let passage: Int
  }

  private let predicates: [TargetPredicate]
  private let catalog: CatalogView
  /// Made when numbers are first asked for: names of indicators are looked up for it.
  private var criteria: [TargetCriterion]?
  /// Of the passages that were read last: spans in code points of the document.
  private var known: [Key: Set<Range<Int>>] = [:]

  /// Nil where the query asks for none.
  package init?(_ query: SearchQuery, in view: LibraryView) {
    predicates = query.wantedTargets
    catalog = view.catalog
    if predicates.isEmpty { return nil }
  }

  /// Reads the numbers of passages that will be asked for together, which takes the time of a few asked
  /// for one by one. Those read before are forgotten.
  package func read(_ places: [PassagePlace]) throws {
    known = [:]
    for place in places { known[key(place)] = [] }
    let translation = TargetTranslation(catalog: catalog)
    let criteria = try criteria ?? predicates.map { try translation.criterion(of: $0) }
    self.criteria = criteria
    for criterion in criteria {
      let found = try catalog.targetSpans(
        criterion, in: places.map { (key: $0.document, passage: $0.passage) })
      for (document, passage, span) in found {
        known[Key(document: document, passage: passage), default: []].insert(span)
      }
    }
  }

  /// Numbers of a passage.
  func count(in place: PassagePlace) throws -> Int { try spans(in: place).count }

  /// Where they stand in the text of a passage, in its code points: ascending, each once.
  package func places(in place: PassagePlace, _ passage: PassageRecord) throws -> [Range<Int>] {
    let text = 0..<passage.text.unicodeScalars.count
    return try spans(in: place).map { span in
      (span.lowerBound - passage.offset..<span.upperBound - passage.offset).clamped(to: text)
    }.filter { !$0.isEmpty }.sorted {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }
  }

  private func key(_ place: PassagePlace) -> Key {
    Key(document: place.document, passage: place.passage)
  }

  private func spans(in place: PassagePlace) throws -> Set<Range<Int>> {
    if let spans = known[key(place)] { return spans }
    try read([place])
    return known[key(place)] ?? []
  }
}
