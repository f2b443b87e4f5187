/// A column of a table, as its head describes it.
struct TableColumn {
  enum Kind: Equatable {
    case serial
    /// May be empty: a cell stands for the rows below it too.
    case category
    case name
    case unit
    case value
    case attribute
    case other
  }

  var kind: Kind
  /// The tokens of its head.
  var tokens: [TableToken]

  static func kind(ofHead head: String) -> Kind {
    if OutlineWords.serialHeads.contains(head) { return .serial }
    if OutlineWords.categoryHeads.contains(head) { return .category }
    if OutlineWords.unitHeads.contains(head) { return .unit }
    if OutlineWords.attributeHeads.contains(head) { return .attribute }
    if head.unicodeScalars.contains(where: { $0.digit != nil })
      || OutlineWords.valueHeads.contains(where: { head.hasSuffix($0) })
    {
      return .value
    }
    if OutlineWords.nameHeads.contains(where: { head.hasSuffix($0) }) { return .name }
    return .other
  }
}
