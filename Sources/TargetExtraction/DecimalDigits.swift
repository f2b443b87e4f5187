/// Digits put together to the number that is nearest to them.
///
/// Up to fifteen digits their whole number and the power of ten are both exact, so that one
/// division rounds once and right; longer ones are read by the standard library.
struct DecimalDigits {
  private var whole: UInt64 = 0
  private var fractionDigits = 0
  private(set) var count = 0
  /// The digits as text once they are too many.
  private var text = ""

  private static let exactDigits = 15
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// - Parameter digit: the code point of `0` ... `9`.
  mutating func append(_ digit: UInt32, isFraction: Bool = false) {
    if count == Self.exactDigits { text = decimal }
    if count >= Self.exactDigits {
      if isFraction, fractionDigits == 0 { text += "." }
      text.unicodeScalars.append(Unicode.Scalar(UInt8(digit)))
    } else {
      whole = whole * 10 + UInt64(digit - 0x30)
    }
    count += 1
    if isFraction { fractionDigits += 1 }
  }

  /// What was read while it was exact, as text.
  private var decimal: String {
    let digits = String(whole)
    let padded = String(repeating: "0", count: max(0, count - digits.count)) + digits
    guard fractionDigits > 0 else { return padded }
    return padded.dropLast(fractionDigits) + "." + padded.suffix(fractionDigits)
  }

  /// Nil where there are no digits, or so many that the number is not finite.
  var value: Double? {
    guard count > 0 else { return nil }
    if count <= Self.exactDigits { return Double(whole) / Self.powers[fractionDigits] }
    guard let value = Double(text), value.isFinite else { return nil }
    return value
  }
}
