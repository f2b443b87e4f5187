/// Numerals as headings have them: 三, 十一, 二十三, 一百零二, 12, １２.
enum ChineseNumeral {
  private static let digits: [Unicode.Scalar: Int] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  private static let powers: [Unicode.Scalar: Int] = ["十": 10, "百": 100]

  /// Reads a numeral of Chinese characters.
  ///
  /// - Returns: its value and the index behind it; nil where none begins at `index`.
  static func han(_ run: CharacterRun, at index: Int) -> (value: Int, end: Int)? {
    var total = 0
    var digit: Int?
    var position = index
    while let scalar = run[position], position - index < 8 {
      if let value = digits[scalar] {
        // 二〇三五 is a year, 一二 nothing that a heading has.
        if let before = digit, before != 0 { return nil }
        digit = value
      } else if let power = powers[scalar] {
        total += (digit ?? 1) * power
        digit = nil
      } else if scalar.isBlank, position > index {
        guard let next = run[run.skipBlanks(position)], digits[next] ?? powers[next] != nil else {
          break
        }
      } else {
        break
      }
      position += 1
    }
    let value = total + (digit ?? 0)
    return position > index && value > 0 ? (value, position) : nil
  }

  /// Reads digits of half or full width, four at most.
  static func arabic(_ run: CharacterRun, at index: Int) -> (value: Int, end: Int)? {
    var value = 0
    var position = index
    while let digit = run[position]?.digit {
      value = value * 10 + digit
      position += 1
      if position - index > 4 { return nil }
    }
    return position > index ? (value, position) : nil
  }

  /// Either, with blanks around it left out.
  static func any(_ run: CharacterRun, at index: Int) -> (value: Int, end: Int)? {
    let start = run.skipBlanks(index)
    return arabic(run, at: start) ?? han(run, at: start)
  }
}
