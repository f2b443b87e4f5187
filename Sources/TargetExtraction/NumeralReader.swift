/// Reads numbers in digits and in Chinese numerals.
enum NumeralReader {
  /// A number as written, without the 万 or 亿 that belongs to its unit.
  struct Numeral: Equatable {
    var value: Double
    /// Code points read.
    var length: Int
    /// Digits before the decimal point: what a year is told by.
    var integerDigits: Int
    /// Chinese numerals, not digits.
    var isChinese = false
  }

  static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

  static func digit(ofChinese scalar: UInt32) -> Double? {
    switch scalar {
    case 0x3007, 0x96F6: 0
    case 0x4E00: 1
    case 0x4E8C, 0x4E24: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    default: nil
    }
  }

  /// 十, 百, 千 as factors.
  static func factor(ofChinese scalar: UInt32) -> Double? {
    switch scalar {
    case 0x5341: 10
    case 0x767E: 100
    case 0x5343: 1_000
    default: nil
    }
  }

  private static let tenThousand: UInt32 = 0x4E07
  private static let hundredMillion: UInt32 = 0x4EBF

  static func isChineseNumeral(_ scalar: UInt32) -> Bool {
    digit(ofChinese: scalar) != nil || factor(ofChinese: scalar) != nil
  }

  /// Digits with decimal point and groups of three (`12,345.6`).
  static func arabic(_ scalars: [UInt32], at index: Int) -> Numeral? {
    var position = index
    var digits: [UInt8] = []
    var integerDigits = 0
    while position < scalars.count, isDigit(scalars[position]) {
      digits.append(UInt8(scalars[position]))
      integerDigits += 1
      position += 1
      if let group = groupEnd(scalars, at: position), integerDigits <= 3 || digits.count > 3 {
        // A group of three behind a comma goes on with the number.
        for place in position + 1..<group { digits.append(UInt8(scalars[place])) }
        integerDigits += 3
        position = group
      }
    }
    guard integerDigits > 0 else { return nil }
    if position + 1 < scalars.count, scalars[position] == 0x2E, isDigit(scalars[position + 1]) {
      digits.append(0x2E)
      position += 1
      while position < scalars.count, isDigit(scalars[position]) {
        digits.append(UInt8(scalars[position]))
        position += 1
      }
    }
    guard let value = Double(String(decoding: digits, as: UTF8.self)), value.isFinite else {
      return nil
    }
    return Numeral(value: value, length: position - index, integerDigits: integerDigits)
  }

  /// The end of a comma and exactly three digits; nil where there is none.
  private static func groupEnd(_ scalars: [UInt32], at index: Int) -> Int? {
    guard index + 3 < scalars.count, scalars[index] == 0x2C || scalars[index] == 0xFF0C else {
      return nil
    }
    for place in index + 1...index + 3 where !isDigit(scalars[place]) { return nil }
    if index + 4 < scalars.count, isDigit(scalars[index + 4]) { return nil }
    return index + 4
  }

  /// Chinese numerals: 三, 十二, 二十, 一百零五, 两万五千, 二〇二五; a last 万 or 亿 stays for the
  /// unit (五十亿 is 50, 突破千亿 is 1000).
  static func chinese(_ scalars: [UInt32], at index: Int) -> Numeral? {
    var position = index
    var spelled: [Double] = []
    while position < scalars.count, let digit = digit(ofChinese: scalars[position]) {
      spelled.append(digit)
      position += 1
    }
    let followedByFactor =
      position < scalars.count
      && (factor(ofChinese: scalars[position]) != nil || scalars[position] == tenThousand
        || scalars[position] == hundredMillion)
    if spelled.count > 1, !followedByFactor, scalars[index] != 0x96F6 {
      // Digits one by one, as years are written.
      return Numeral(
        value: spelled.reduce(0) { $0 * 10 + $1 }, length: position - index,
        integerDigits: spelled.count, isChinese: true)
    }
    guard let (value, end) = additive(scalars, at: index) else { return nil }
    return Numeral(
      value: value, length: end - index, integerDigits: String(Int(value)).count, isChinese: true)
  }

  private static func additive(_ scalars: [UInt32], at index: Int) -> (Double, Int)? {
    guard var (value, position) = section(scalars, at: index) else { return nil }
    // 两万五千: the 万 stands inside the number when more of it follows.
    while position < scalars.count,
      scalars[position] == tenThousand || scalars[position] == hundredMillion,
      let (rest, end) = section(scalars, at: position + 1), rest >= 1
    {
      value = value * (scalars[position] == tenThousand ? 1e4 : 1e8) + rest
      position = end
    }
    return (value, position)
  }

  /// A number below ten thousand.
  private static func section(_ scalars: [UInt32], at index: Int) -> (Double, Int)? {
    var position = index
    var value = 0.0
    var pending: Double?
    while position < scalars.count {
      let scalar = scalars[position]
      if let digit = digit(ofChinese: scalar) {
        if digit == 0, position > index {
          position += 1
          continue
        }
        if pending != nil { break }
        pending = digit
      } else if let factor = factor(ofChinese: scalar) {
        if pending == nil, position > index, value > 0 { break }
        value += (pending ?? 1) * factor
        pending = nil
      } else {
        break
      }
      position += 1
    }
    guard position > index else { return nil }
    return (value + (pending ?? 0), position)
  }
}
