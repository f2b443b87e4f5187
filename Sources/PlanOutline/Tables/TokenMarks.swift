/// What characters and short words mean in a table, ready to be looked up.
struct TokenMarks {
  static let digit: UInt8 = 1
  /// May stand in a number.
  static let number: UInt8 = 2
  /// May stand in a unit.
  static let unit: UInt8 = 4
  /// A digit, a Chinese numeral or a per cent sign.
  static let count: UInt8 = 8
  static let opens: UInt8 = 16
  static let closes: UInt8 = 32
  /// Opens a bracket that holds a remark on what stands before it.
  static let opensBracket: UInt8 = 64

  static let shared = TokenMarks()

  private let table: [UInt8]
  /// By their characters, 21 bits each.
  let words: [UInt64: TokenLook.Word]

  private init() {
    var table = [UInt8](repeating: 0, count: 0x1_0000)
    func mark(_ text: some Sequence<Unicode.Scalar>, _ flag: UInt8) {
      for scalar in text where scalar.value < 0x1_0000 { table[Int(scalar.value)] |= flag }
    }
    mark("0123456789０１２３４５６７８９".unicodeScalars, Self.digit | Self.number | Self.count)
    mark(".．,，-－—–~～≤≥<>＜＞＝=±+％%‰/:：()（）〔〕[]［］*".unicodeScalars, Self.number)
    mark("%％一二三四五六七八九十百千万亿〇零两".unicodeScalars, Self.count)
    mark("（(〔［[【".unicodeScalars, Self.opens)
    mark("）)〕］]】".unicodeScalars, Self.closes)
    mark("（(［[".unicodeScalars, Self.opensBracket)
    mark(OutlineWords.unitCharacters, Self.unit)
    self.table = table
    var words: [UInt64: TokenLook.Word] = [:]
    func add(_ texts: Set<String>, _ word: TokenLook.Word) {
      for text in texts {
        words[text.unicodeScalars.reduce(0) { $0 << 21 | UInt64($1.value) }] = word
      }
    }
    add(OutlineWords.attributes, .attribute)
    add(["性"], .attributeEnd)
    add(OutlineWords.emptyValues, .emptyValue)
    self.words = words
  }

  func flags(of scalar: Unicode.Scalar) -> UInt8 {
    scalar.value < 0x1_0000 ? table[Int(scalar.value)] : 0
  }
}
