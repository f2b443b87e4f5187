/// Reads numbers in digits and in Chinese numerals.
enum NumeralReader {
  /// A number as written, without the 万 or 亿 that belongs to its unit.
  struct Numeral: Equatable {
    var value: Double
    /// Code points read.
    var length: Int
    /// Digits before the decimal point: what a year is told by.
    var integerDigits: Int
    /// The upper end of what two neighbouring digits leave open (五六个, 三四十).
    var valueMax: Double?
    /// Chinese numerals, not digits.
    var isChinese = false
  }

  static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

  /// Digits with decimal point and groups of three (`12,345.6`).
  static func arabic(_ scalars: [UInt32], at index: Int) -> Numeral? {
    guard index >= 0, index < scalars.count, isDigit(scalars[index]) else { return nil }
    var position = index
    var digits = DecimalDigits()
    var integerDigits = 0
    while position < scalars.count, isDigit(scalars[position]) {
      digits.append(scalars[position])
      integerDigits += 1
      position += 1
      guard integerDigits <= 3 else { continue }
      // Groups of three behind a comma go on with the number.
      while let group = groupEnd(scalars, at: position) {
        for place in position + 1..<group { digits.append(scalars[place]) }
        integerDigits += 3
        position = group
      }
    }
    // 4.1 and, in older prints, 4·1.
    if position + 1 < scalars.count, scalars[position] == 0x2E || scalars[position] == 0xB7,
      isDigit(scalars[position + 1])
    {
      position += 1
      while position < scalars.count, isDigit(scalars[position]) {
        digits.append(scalars[position], isFraction: true)
        position += 1
      }
    }
    guard let value = digits.value else { return nil }
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
}
