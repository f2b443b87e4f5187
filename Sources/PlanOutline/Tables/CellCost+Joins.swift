/// What it costs that words stand together, and that a number counts the rows.
extension CellCost {
  /// The next number fits; 1 begins anew, （1） counts inside a row.
  static func serial(_ look: TokenLook, _ serial: inout Int32) -> Float {
    guard look.isNumber else { return 6 }
    guard let number = look.serial else { return look.opensBracket ? 0.5 : 5 }
    if number == serial + 1 {
      serial = number
      return 0
    }
    if serial == 0 || number == 1 {
      serial = number
      return serial == 1 ? 0.6 : 1
    }
    return 5
  }

  /// What it costs that two tokens are one cell.
  static func join(
    _ before: TableToken, _ after: TableToken, isWide: Bool, showsEmpty: Bool
  ) -> Float {
    let isOneLine = before.line == after.line
    if after.look.opensBracket, !isOneLine { return 0.05 }
    if after.look.isLabelled || before.isSection { return 3 }
    // 小 计, spaced out.
    if isOneLine, before.look.count == 1, after.look.count == 1, before.look.last.isHan,
      after.look.first.isHan
    {
      return 0.05
    }
    if isOneLine, isWide { return after.isWide ? 4 : 0.15 }
    // Two numbers, or a word and a number, side by side are two cells.
    if before.look.isNumber && after.look.isNumber { return 4 }
    if isOneLine {
      let last = before.look.last
      let first = after.look.first
      if last.isHan != first.isHan, last.isHan || first.isHan,
        last.isLatinWord || first.isLatinWord
      {
        return after.look.isNumber ? 2 : 0.3
      }
      return 1.2
    }
    if after.look.isNumber || before.look.isNumber { return 2 }
    if before.look.last == "、" || before.look.last == "，" { return 0.1 }
    if after.look.last == "：" { return 1.4 }
    // Where every cell has a line of its own, few cells have two.
    return showsEmpty && before.look.count > 4 ? 0.9 : 0.35
  }
}
