import PlanCatalog
import PlanDocument
import PlanQuery

/// The numbers in passages that meet a query's conditions on targets: what is marked in a hit.
package struct TargetMarks {
  private let criteria: [TargetCriterion]
  private let catalog: CatalogView

  /// Nil where the query asks for none.
  package init?(_ query: SearchQuery, in view: LibraryView) throws {
    let predicates = query.wantedTargets
    guard !predicates.isEmpty else { return nil }
    catalog = view.catalog
    let translation = TargetTranslation(catalog: catalog)
    criteria = try predicates.map { try translation.criterion(of: $0) }
  }

  /// Numbers of a passage.
  func count(in place: PassagePlace) throws -> Int { try spans(in: place).count }

  /// Where they stand in the text of a passage, in its code points: ascending, each once.
  package func places(in place: PassagePlace, _ passage: PassageRecord) throws -> [Range<Int>] {
    let text = 0..<passage.text.unicodeScalars.count
    return try spans(in: place).map { span in
      (span.lowerBound - passage.offset..<span.upperBound - passage.offset).clamped(to: text)
    }.filter { !$0.isEmpty }
  }

  /// In code points of the document.
  private func spans(in place: PassagePlace) throws -> [Range<Int>] {
    var spans: Set<Range<Int>> = []
    for criterion in criteria {
      spans.formUnion(
        try catalog.targetSpans(criterion, inPassage: place.passage, of: place.document))
    }
    return spans.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }
}
