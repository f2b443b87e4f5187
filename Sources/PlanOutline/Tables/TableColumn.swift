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

  /// Whether a table's head can begin with a character.
  static func mayBeginHead(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "序", "编", "N", "类", "领", "维", "分", "指", "项", "名", "主", "具", "规", "目", "任", "行", "地", "城",
      "县", "单":
      true
    default: false
    }
  }

  /// Whether a word stands in heads of tables and hardly in their rows.
  static func isHeadWord(_ text: String) -> Bool {
    var word = text[...]
    // 年均增速（%）
    if let last = word.last, "）)］]".contains(last),
      let open = word.lastIndex(where: { "（([［".contains($0) }),
      open > word.startIndex
    {
      word = word[..<open]
    }
    return isPlainHeadWord(String(word))
  }

  private static let headWords = OutlineWords.serialHeads.union(OutlineWords.categoryHeads)
    .union(OutlineWords.unitHeads).union(OutlineWords.attributeHeads)
    .union(OutlineWords.nameHeads).union(OutlineWords.otherHeads)
    .union(OutlineWords.valueHeadEndings)

  private static func isPlainHeadWord(_ word: String) -> Bool {
    if headWords.contains(word) { return true }
    if let first = word.first, "（([［〔【/".contains(first) { return true }
    let digits = word.unicodeScalars.count { $0.digit != nil }
    let isYear =
      digits % 4 == 0 && digits > 0 && (word.hasPrefix("20") || word.hasPrefix("19"))
      && word.count <= 14
    if isYear || (digits == 0 && word.hasPrefix("“十") && word.count <= 14) { return true }
    return digits == 0 && word.count <= 12
      && OutlineWords.headEndings.contains { word.hasSuffix($0) }
  }
}
