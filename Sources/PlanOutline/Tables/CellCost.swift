/// How little a text fits a column: 0 fits, each point is a doubt.
enum CellCost {
  static func of(_ look: TokenLook, in kind: TableColumn.Kind) -> Float {
    switch kind {
    case .serial: look.isNumber ? 0 : 6
    case .category: look.count <= 10 && !look.hasCount ? 0 : 4
    case .name: look.isNumber ? 6 : look.count < 2 ? 4 : look.count > 60 || look.last == "：" ? 2 : 0
    case .unit: unit(look)
    case .value: value(look)
    case .attribute: look.isAttribute ? 0 : 5
    case .other: look.last == "：" ? 2 : look.isNumber ? 0.1 : 0
    }
  }

  /// What an empty cell of a column costs.
  static func empty(_ kind: TableColumn.Kind) -> Float {
    switch kind {
    case .category: 0.4
    case .serial: 5
    case .name: 6
    case .unit, .other: 2
    case .value, .attribute: 2.5
    }
  }

  /// Digits with the marks that numbers have (1.5, ≤22, 12%, 3～5, 270亿元).
  static func isNumber(_ text: String) -> Bool {
    var look = TokenLook()
    for scalar in text.unicodeScalars { look.append(scalar, .shared) }
    return look.isNumber
  }

  private static func value(_ look: TokenLook) -> Float {
    if look.isNumber || look.isEmptyValue { return 0 }
    if look.isAttribute { return 6 }
    return look.digits > 0 ? 0.6 : look.count <= 10 ? 1 : 2
  }

  private static func unit(_ look: TokenLook) -> Float {
    if look.isNumber { return 6 }
    if look.count <= 8, look.isUnit { return 0 }
    return look.count <= 3 ? 1 : 4
  }
}
