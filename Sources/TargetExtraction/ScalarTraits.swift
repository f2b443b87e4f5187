/// What a code point may be to the rules: asked for every one of a text, so kept in a table.
struct ScalarTraits: OptionSet, Sendable {
  let rawValue: UInt8

  /// White space of Unicode, and the blank of no width.
  static let blank = ScalarTraits(rawValue: 1)
  /// Another form of a mark, letter or digit: `PassageText` gives it as its plain one.
  static let folds = ScalarTraits(rawValue: 2)
  /// A number may begin with it: digits, Chinese numerals, 万, 亿, 半.
  static let number = ScalarTraits(rawValue: 4)
  /// A time may begin with it: numerals, “, 近, 第 and the first ones of words (今年).
  static let time = ScalarTraits(rawValue: 8)
  /// 。！？
  static let sentenceEnd = ScalarTraits(rawValue: 16)
  /// （ ）
  static let bracket = ScalarTraits(rawValue: 32)
  /// A capital of ASCII.
  static let capital = ScalarTraits(rawValue: 64)
  /// 《 》 “ ”
  static let quotation = ScalarTraits(rawValue: 128)

  /// The traits of a code point.
  static func of(_ scalar: UInt32) -> ScalarTraits {
    scalar < 0x1_0000 ? table[Int(scalar)] : []
  }

  private static let table: [ScalarTraits] = (0..<0x1_0000).map { found(UInt32($0)) }

  private static func found(_ scalar: UInt32) -> ScalarTraits {
    var traits: ScalarTraits = []
    func note(_ trait: ScalarTraits, _ holds: Bool) { if holds { traits.insert(trait) } }
    let isNumeral = NumeralReader.isDigit(scalar) || NumeralReader.isChineseNumeral(scalar)
    note(.blank, PassageText.isBlank(scalar))
    note(.folds, PassageText.folded(scalar) != scalar || scalar == 0x3A)
    note(.number, isNumeral || NumeralReader.isMultiple(scalar) || scalar == 0x534A)
    note(.time, isNumeral || TimeReader.mayBeginWord(scalar))
    note(.sentenceEnd, ClauseReader.endsSentence(scalar))
    note(.bracket, scalar == 0xFF08 || scalar == 0xFF09)
    note(.capital, (0x41...0x5A).contains(scalar))
    note(.quotation, [0x300A, 0x300B, 0x201C, 0x201D].contains(scalar))
    return traits
  }
}
