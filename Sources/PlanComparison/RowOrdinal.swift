import PlanDocument

/// The number in front of a row: 1, 1. 一、（一） （1） ①.
struct RowOrdinal: Equatable {
  enum Style: Int { case han, bracketedHan, plain, bracketed, circled }

  let style: Style
  let number: Int
  /// Code points that it takes, with the mark behind it.
  let length: Int

  /// - Parameter text: without white space, beginning with the number.
  init?(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first else { return nil }
    if (0x2460...0x2473).contains(first.value) {
      (style, number, length) = (.circled, Int(first.value) - 0x245F, 1)
      return
    }
    let isBracketed = first == "（" || first == "("
    var place = isBracketed ? 1 : 0
    let start = place
    while place < scalars.count, Self.digit(scalars[place]) != nil { place += 1 }
    let digits = place - start
    if digits == 0 {
      while place < scalars.count, Self.han(scalars[place]) != nil { place += 1 }
    }
    guard place > start, place - start <= 3 else { return nil }
    let word = scalars[start..<place]
    let value =
      digits > 0
      ? word.reduce(0) { $0 * 10 + (Self.digit($1) ?? 0) } : Self.number(word.compactMap(Self.han))
    guard let value else { return nil }
    if isBracketed {
      guard place < scalars.count, scalars[place] == "）" || scalars[place] == ")" else {
        return nil
      }
      (style, number, length) = (digits > 0 ? .bracketed : .bracketedHan, value, place + 1)
      return
    }
    // By itself in its cell, or with a mark behind it: 1.甲, not 1.5 and not 5个.
    if place < scalars.count {
      guard "、.．".unicodeScalars.contains(scalars[place]),
        place + 1 == scalars.count || Self.digit(scalars[place + 1]) == nil
      else { return nil }
      place += 1
    }
    (style, number, length) = (digits > 0 ? .plain : .han, value, place)
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    ("0"..."9").contains(scalar) ? Int(scalar.value) - 0x30 : nil
  }

  /// 10 for 十.
  private static func han(_ scalar: Unicode.Scalar) -> Int? {
    hanDigits.firstIndex(of: scalar).map { $0 + 1 }
  }

  private static let hanDigits = Array("一二三四五六七八九十".unicodeScalars)

  /// 三, 十, 十二, 二十, 二十三.
  private static func number(_ digits: [Int]) -> Int? {
    switch digits.count {
    case 1: digits[0]
    case 2 where digits[0] == 10 && digits[1] < 10: 10 + digits[1]
    case 2 where digits[1] == 10 && digits[0] < 10: digits[0] * 10
    case 3 where digits[1] == 10 && digits[0] < 10 && digits[2] < 10: digits[0] * 10 + digits[2]
    default: nil
    }
  }
}
