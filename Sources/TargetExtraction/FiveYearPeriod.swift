/// The numbers of five-year plans: “十四五” is the fourteenth, 2021-2025.
enum FiveYearPeriod {
  /// The first was from 1953 on; the sixth began in 1981, each after it five years later.
  static func years(of number: Int) -> ClosedRange<Int> {
    let first = 2_021 + 5 * (number - 14)
    return first...first + 4
  }

  /// The number that begins at a place, and where its words end: “十四五”, 十四五, “八五”.
  ///
  /// Without quotation marks a single digit is none (九五 may be anything).
  static func number(in text: PassageText, at index: Int) -> (Int, end: Int)? {
    let isQuoted = text.at(index) == 0x201C || text.at(index) == 0x22
    var position = isQuoted ? index + 1 : index
    var number = 0
    if text.at(position) == 0x5341 {
      number = 10
      position += 1
    } else if !isQuoted {
      return nil
    }
    if text.at(position + 1) == 0x4E94,
      let digit = NumeralReader.digit(ofChinese: text.at(position)), digit > 0
    {
      number += Int(digit)
      position += 2
    } else if number == 10, text.at(position) == 0x4E94 {
      position += 1
    } else {
      return nil
    }
    let isClosed = text.at(position) == 0x201D || text.at(position) == 0x22
    guard number > 5, isClosed || number > 10 || !isQuoted else { return nil }
    return (number, isClosed ? position + 1 : position)
  }

  /// The same between quotation marks only.
  static func quoted(in text: PassageText, at index: Int) -> Int? {
    guard text.at(index) == 0x201C || text.at(index) == 0x22 else { return nil }
    return number(in: text, at: index)?.0
  }
}
