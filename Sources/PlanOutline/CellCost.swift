/// How little a text fits a column: 0 fits, each point is a doubt.
enum CellCost {
  static func of(_ text: String, in kind: TableColumn.Kind) -> Double {
    switch kind {
    case .serial: isNumber(text) ? 0 : 6
    case .category:
      text.count <= 10 && !text.contains { $0.isNumber || $0 == "%" } ? 0 : 4
    case .name: isNumber(text) ? 6 : text.count < 2 ? 4 : 0
    case .unit: unit(text)
    case .value: value(text)
    case .attribute: OutlineWords.attributes.contains(text) ? 0 : 5
    case .other: 0
    }
  }

  /// Digits with the marks that numbers have (1.5, ≤22, 12%, 3～5, 270亿元).
  static func isNumber(_ text: String) -> Bool {
    var digits = 0
    for scalar in text.unicodeScalars {
      if scalar.digit != nil {
        digits += 1
      } else if !"0.．,，-－—–~～≤≥<>＜＞＝=±+％%‰/:：()（）*".unicodeScalars.contains(scalar) {
        return false
      }
    }
    return digits > 0
  }

  private static func value(_ text: String) -> Double {
    if isNumber(text) || OutlineWords.emptyValues.contains(text) { return 0 }
    if OutlineWords.attributes.contains(text) { return 6 }
    return text.contains { $0.isNumber } ? 0.6 : text.count <= 10 ? 1 : 2
  }

  private static func unit(_ text: String) -> Double {
    if isNumber(text) && !"%％‰".contains(text) { return 6 }
    let scalars = text.unicodeScalars
    if scalars.count <= 8, scalars.allSatisfy(OutlineWords.unitCharacters.contains) { return 0 }
    return scalars.count <= 3 ? 1 : 4
  }
}
