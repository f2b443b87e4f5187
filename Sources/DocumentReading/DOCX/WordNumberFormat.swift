/// Numbers in the formats of numberings (ECMA-376, part 1, 17.18.59).
enum WordNumberFormat {
  static func text(_ number: Int, _ format: String) -> String {
    spelled(number, format) ?? String(number)
  }

  /// Nil where the format does not have the number, or is not known: then digits are right.
  private static func spelled(_ number: Int, _ format: String) -> String? {
    switch format {
    case "none", "bullet": ""
    case "decimalZero": number < 10 && number >= 0 ? "0\(number)" : nil
    case "upperRoman": ListNumber.roman(number)
    case "lowerRoman": ListNumber.roman(number)?.lowercased()
    case "upperLetter": ListNumber.letters(number)?.uppercased()
    case "lowerLetter": ListNumber.letters(number)
    case "chineseCounting", "taiwaneseCounting", "japaneseCounting", "koreanCounting",
      "chineseCountingThousand", "taiwaneseCountingThousand", "koreanLegal":
      ListNumber.chinese(number)
    case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital2":
      ListNumber.digits(number, ListNumber.chineseDigits)
    case "chineseLegalSimplified": legal(number, "零壹贰叁肆伍陆柒捌玖", "拾佰仟")
    case "ideographLegalTraditional", "japaneseLegal": legal(number, "零壹貳參肆伍陸柒捌玖", "拾佰仟")
    case "ideographTraditional": ListNumber.sign(number, of: "甲乙丙丁戊己庚辛壬癸")
    case "ideographZodiac": ListNumber.sign(number, of: "子丑寅卯辰巳午未申酉戌亥")
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": circled(number)
    case "ideographEnclosedCircle": enclosed(number, first: 0x3280, last: 10)
    case "decimalEnclosedParen": enclosed(number, first: 0x2474, last: 20)
    case "decimalEnclosedFullstop": enclosed(number, first: 0x2488, last: 20)
    case "decimalFullWidth", "decimalFullWidth2":
      ListNumber.digits(number, Array("０１２３４５６７８９").map(String.init))
    case "numberInDash": "- \(number) -"
    case "hex": String(number, radix: 16, uppercase: true)
    default: nil
    }
  }

  /// ① … ㊿; nil outside.
  static func circled(_ number: Int) -> String? {
    switch number {
    case 0: "⓪"
    case 1...20: enclosed(number, first: 0x2460, last: 20)
    case 21...35: enclosed(number - 20, first: 0x3251, last: 15)
    case 36...50: enclosed(number - 35, first: 0x32B1, last: 15)
    default: nil
    }
  }

  private static func enclosed(_ number: Int, first: UInt32, last: Int) -> String? {
    guard (1...last).contains(number) else { return nil }
    return Unicode.Scalar(first + UInt32(number - 1)).map { String($0) }
  }

  /// 壹拾贰
  private static func legal(_ number: Int, _ digits: String, _ units: String) -> String? {
    guard (1...9_999).contains(number) else { return nil }
    let digits = Array(digits)
    let units = [""] + units.map { String($0) }
    var text = ""
    var zero = false
    for place in stride(from: 3, through: 0, by: -1) {
      let digit = number / [1, 10, 100, 1000][place] % 10
      if digit == 0 {
        zero = !text.isEmpty
        continue
      }
      if zero { text.append(digits[0]) }
      zero = false
      text += String(digits[digit]) + units[place]
    }
    return text
  }
}
