/// What is known of a document as a whole; nil is "not found", never a guess.
package struct PlanMetadata: Sendable, Equatable {
  /// A value and the byte of the source it came from; nil for what a manifest says.
  package struct Found: Sendable, Equatable {
    package var text: String
    package var start: Int?

    package init(_ text: String, start: Int? = nil) {
      self.text = text
      self.start = start
    }
  }

  private var values: [MetadataField: Found] = [:]

  package init() {}

  package subscript(_ field: MetadataField) -> Found? {
    get { values[field] }
    set { values[field] = newValue }
  }

  /// Sets a field that has no value yet; nil changes nothing.
  package mutating func offer(_ field: MetadataField, _ found: Found?) {
    if values[field] == nil { values[field] = found }
  }

  /// Fills what is missing here from another.
  package mutating func fill(from other: PlanMetadata) {
    values.merge(other.values) { own, _ in own }
  }

  /// Where each value was read, in code points of the source; fields of a manifest are not in it.
  package func offsets(in source: SourceText) -> [String: Int] {
    var offsets: [String: Int] = [:]
    for (field, found) in values {
      guard let start = found.start else { continue }
      offsets[field.rawValue] = source.codePointOffset(ofByte: start)
    }
    return offsets
  }

  package var title: Found? {
    get { self[.title] }
    set { self[.title] = newValue }
  }
  package var kind: Found? { self[.kind] }
  package var region: Found? { self[.region] }
  package var regionCode: Found? { self[.regionCode] }
  package var level: Found? { self[.level] }
  package var issuer: Found? { self[.issuer] }
  package var number: Found? { self[.number] }
  package var status: Found? { self[.status] }
  package var period: Found? {
    get { self[.period] }
    set { self[.period] = newValue }
  }
  package var horizon: Found? { self[.horizon] }
  package var notice: Found? { self[.notice] }
}
