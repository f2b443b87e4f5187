/// Numbers of lists in the forms that word processors and pages count in.
enum ListNumber {
  /// a … z, aa … zz, as word processors count on. Nil below 1 and above 780.
  static func letters(_ number: Int) -> String? {
    guard (1...780).contains(number) else { return nil }
    let letter = Character(Unicode.Scalar(UInt8(0x61 + (number - 1) % 26)))
    return String(repeating: letter, count: (number - 1) / 26 + 1)
  }

  /// I … MMMCMXCIX; nil outside.
  static func roman(_ number: Int) -> String? {
    guard (1...3_999).contains(number) else { return nil }
    var rest = number
    var text = ""
    for (value, sign) in romanSigns {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  private static let romanSigns = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]

  /// 一 … 九千九百九十九万…; 一十二 is 十二. Nil below 0.
  static func chinese(_ number: Int) -> String? {
    guard number >= 0, number < 100_000_000 else { return nil }
    guard number > 0 else { return "〇" }
    if number >= 10_000 {
      guard let high = chinese(number / 10_000) else { return nil }
      let low = number % 10_000
      if low == 0 { return high + "万" }
      return high + "万" + (low < 1_000 ? "零" : "") + (chinese(low) ?? "")
    }
    var text = ""
    var zero = false
    for (value, sign) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = number / value % 10
      if digit == 0 {
        zero = !text.isEmpty
        continue
      }
      if zero { text += "零" }
      zero = false
      if digit == 1, value == 10, text.isEmpty {
        text += sign
      } else {
        text += chineseDigits[digit] + sign
      }
    }
    return text
  }

  static let chineseDigits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  /// 一 二 … 九 一〇 一一: digit by digit.
  static func digits(_ number: Int, _ digits: [String]) -> String? {
    guard number >= 0 else { return nil }
    return String(number).compactMap(\.wholeNumberValue).map { digits[$0] }.joined()
  }

  /// One of a row of signs; nil behind its end.
  static func sign(_ number: Int, of signs: String) -> String? {
    guard number >= 1 else { return nil }
    let scalars = signs.unicodeScalars
    guard
      let index = scalars.index(
        scalars.startIndex, offsetBy: number - 1, limitedBy: scalars.endIndex),
      index < scalars.endIndex
    else { return nil }
    return String(scalars[index])
  }
}
