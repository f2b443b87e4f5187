/// Labels written from their numbers, for messages.
enum NumberLabel {
  /// 第五章, 三、, （二）
  static func text(_ style: NumberingStyle, _ number: Int) -> String {
    switch style {
    case .part: "第\(han(number))篇"
    case .chapter: "第\(han(number))章"
    case .section: "第\(han(number))节"
    case .article: "第\(han(number))条"
    case .comma: "\(han(number))、"
    case .bracket: "（\(han(number))）"
    case .number: "\(number)."
    case .numberBracket: "（\(number)）"
    case .dottedOne, .dottedTwo, .dottedThree, .dottedFour: "number \(number)"
    }
  }

  /// A number up to 999 in Chinese.
  static func han(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard (1...999).contains(number) else { return "\(number)" }
    let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10)
    var text = hundreds > 0 ? digits[hundreds] + "百" : ""
    if tens > 0 {
      text += (tens == 1 && hundreds == 0 ? "" : digits[tens]) + "十"
    } else if hundreds > 0, ones > 0 {
      text += "零"
    }
    return text + digits[ones]
  }
}
