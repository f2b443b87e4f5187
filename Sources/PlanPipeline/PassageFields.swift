import BigramIndex
import PlanCatalog
import PlanDocument
import PlanQuery
import TextFolding

/// Where passages stand, by words: titles of documents and heads of units, kept as tokens from one
/// search to the next.
final class PassageFields {
  private struct Unit {
    let parent: Int?
    let field: HitFields.Field
  }

  /// What a place of a term in a field counts, compared with one in the passage itself.
  ///
  /// A title says what a whole document is about, so it tells least of one passage.
  private static let titleWeight = 0.5
  private static let headingWeight = 1.0
  private static let boxWeight = 1.5

  private var names: [Int: String] = [:]
  private var titles: [Int: HitFields.Field] = [:]
  private var units: [DivisionPlace: Unit] = [:]

  /// Reads what `fields` and `name` tell of some places.
  func read(_ places: [PassagePlace], in catalog: CatalogView) throws {
    try read(documents: places.map(\.document), in: catalog)
    let asked = Set(
      places.compactMap { place in
        place.division.map { DivisionPlace(key: place.document, ordinal: $0) }
      })
    let unknown = asked.filter { units[$0] == nil }
    guard !unknown.isEmpty else { return }
    for head in try catalog.unitHeads(Array(unknown)) where units[head.place] == nil {
      units[head.place] = Unit(
        parent: head.parent.flatMap { $0 < head.place.ordinal ? $0 : nil },
        field: HitFields.Field(
          TokenStream(head.text), weight: head.isBox ? Self.boxWeight : Self.headingWeight))
    }
  }

  /// Reads names and titles of documents.
  func read(documents keys: [Int], in catalog: CatalogView) throws {
    let unknown = Set(keys).filter { names[$0] == nil }
    guard !unknown.isEmpty else { return }
    let found = try catalog.namesAndTitles(of: Array(unknown))
    for key in unknown {
      names[key] = found[key]?.name ?? ""
      titles[key] = HitFields.Field(
        TokenStream(found[key]?.title ?? ""), weight: Self.titleWeight)
    }
  }

  /// The title above a place that was read, and the heads of the units that it stands in.
  func fields(of place: PassagePlace) -> HitFields {
    var fields = [titles[place.document] ?? HitFields.Field(TokenStream(), weight: 0)]
    var next = place.division
    while let number = next, fields.count < 32,
      let unit = units[DivisionPlace(key: place.document, ordinal: number)]
    {
      // A heading is not below itself.
      if !(number == place.division && place.kind == .heading) { fields.append(unit.field) }
      next = unit.parent
    }
    return HitFields(fields)
  }

  /// Name of a document that was read; empty for one that is not there.
  func name(of document: Int) -> String { names[document] ?? "" }
}
