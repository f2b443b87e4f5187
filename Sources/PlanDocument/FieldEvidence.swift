/// Words of the source that gave one field of a target.
package struct FieldEvidence: Sendable, Equatable {
  /// Fields that words give, by their names in machine-readable output.
  package enum Field: String, Sendable, CaseIterable, Codable {
    case value, unit, op, change, indicator, year, per, kind, binding, baseline, benchmark, modality
    case yearInherited = "year_inherited"
    case rateBasis = "rate_basis"
    case referenceYear = "reference_year"
    case baselineYear = "baseline_year"
  }

  /// Where the words stand, seen from the number.
  package enum Origin: String, Sendable, CaseIterable, Codable {
    /// In its own clause.
    case clause
    /// In an earlier clause of its sentence.
    case sentence
    /// In an earlier sentence of its paragraph.
    case paragraph
    /// In the heading of a unit around it.
    case heading
    /// In its own cell of a table.
    case cell
    /// In another cell of its row.
    case row
    /// In the head of its table.
    case head
    /// In a row above its own, of which it is a part.
    case parentRow = "parent_row"
  }

  package var field: Field
  /// The words as written, white space and what a page put between them removed.
  package var text: String
  /// From the first to the last of them in the source.
  package var span: TextSpan
  package var origin: Origin

  package init(field: Field, text: String, span: TextSpan, origin: Origin) {
    self.field = field
    self.text = text
    self.span = span
    self.origin = origin
  }
}
