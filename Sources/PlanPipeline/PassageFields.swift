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

  private struct UnitKey: Hashable {
    let document: Int
    let unit: Int
  }

  /// What a place of a term in a field counts, compared with one in the passage itself.
  ///
  /// A title says what a whole document is about, so it tells least of one passage.
  private static let titleWeight = 0.5
  private static let headingWeight = 1.0
  private static let boxWeight = 1.5

  private var names: [Int: String] = [:]
  private var titles: [Int: HitFields.Field] = [:]
  private var units: [UnitKey: Unit] = [:]

  func fields(of place: PassagePlace, in catalog: CatalogView) throws -> HitFields {
    var fields = [try title(of: place.document, in: catalog)]
    var next = place.division
    while let number = next, fields.count < 32 {
      guard let unit = try unit(number, of: place.document, in: catalog) else { break }
      // A heading is not below itself.
      if !(number == place.division && place.kind == .heading) { fields.append(unit.field) }
      next = unit.parent
    }
    return HitFields(fields)
  }

  func name(of document: Int, in catalog: CatalogView) throws -> String {
    try read(document, in: catalog)
    return names[document] ?? ""
  }

  private func title(of document: Int, in catalog: CatalogView) throws -> HitFields.Field {
    try read(document, in: catalog)
    return titles[document] ?? HitFields.Field(TokenStream(), weight: 0)
  }

  private func read(_ document: Int, in catalog: CatalogView) throws {
    guard names[document] == nil else { return }
    let known = try catalog.nameAndTitle(of: document)
    names[document] = known?.name ?? ""
    titles[document] = HitFields.Field(
      TokenStream(known?.title ?? ""), weight: Self.titleWeight)
  }

  private func unit(_ number: Int, of document: Int, in catalog: CatalogView) throws -> Unit? {
    let key = UnitKey(document: document, unit: number)
    if let unit = units[key] { return unit }
    guard let head = try catalog.unitHead(number, of: document) else { return nil }
    let unit = Unit(
      parent: head.parent.flatMap { $0 < number ? $0 : nil },
      field: HitFields.Field(
        TokenStream(head.text), weight: head.isBox ? Self.boxWeight : Self.headingWeight))
    units[key] = unit
    return unit
  }
}
