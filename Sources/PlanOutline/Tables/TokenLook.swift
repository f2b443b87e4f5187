/// What the characters of a table's token say of it, kept as numbers so that tokens are compared
/// without making strings of them.
struct TokenLook {
  enum Word: UInt8 {
    case none
    /// 约束性
    case attribute
    /// 性, broken off 约束性
    case attributeEnd
    /// — and other marks for no value
    case emptyValue
  }

  /// Characters.
  private(set) var count: Int32 = 0
  private(set) var digits: Int32 = 0
  private var plain: Int32 = 0
  private(set) var first: Unicode.Scalar = " "
  private(set) var last: Unicode.Scalar = " "
  /// Up to three characters without brackets, as one number.
  private var key: UInt64 = 0
  private var keyLength: UInt8 = 0
  /// Set by `finish`.
  private(set) var word = Word.none
  /// Brackets that are open at the end.
  private(set) var openBrackets: Int16 = 0
  /// Whether it closes a bracket that it does not open.
  private(set) var isClosing = false
  private(set) var opensBracket = false
  private var hasLabel = false
  /// Whether all characters are digits or marks that numbers have.
  private(set) var isNumeric = true
  /// Whether units are made of all its characters.
  private(set) var isUnit = true
  /// Whether it holds a digit, a Chinese numeral or a per cent sign.
  private(set) var hasCount = false

  /// The number that plain digits make, at most six of them; nil for anything else.
  var serial: Int32? { digits == count && count >= 1 && count <= 6 ? plain : nil }
  /// Digits with the marks that numbers have (1.5, ≤22, 12%, 3～5).
  var isNumber: Bool { isNumeric && digits > 0 }
  /// 7.居民人均可支配收入: a number in front that counts the rows.
  var isLabelled: Bool { hasLabel && !isNumeric }
  var isAttribute: Bool { word == .attribute }
  var isEmptyValue: Bool { word == .emptyValue }

  mutating func append(_ scalar: Unicode.Scalar, _ marks: TokenMarks) {
    let flags = marks.flags(of: scalar)
    if count == 0 {
      first = scalar
      opensBracket = flags & TokenMarks.opensBracket != 0
    }
    last = scalar
    count &+= 1
    if count > 1, count <= 3, digits == count - 1, scalar == "." || scalar == "．" || scalar == "、" {
      hasLabel = true
    }
    if flags & TokenMarks.digit != 0 {
      digits &+= 1
      if count <= 6 { plain = plain * 10 + Int32(scalar.value & 0xF) }
    }
    if flags & TokenMarks.number == 0 { isNumeric = false }
    if flags & TokenMarks.unit == 0 { isUnit = false }
    if flags & TokenMarks.count != 0 { hasCount = true }
    if flags & (TokenMarks.opens | TokenMarks.closes) != 0 {
      if flags & TokenMarks.opens != 0 {
        openBrackets &+= 1
      } else if openBrackets > 0 {
        openBrackets &-= 1
      } else {
        isClosing = true
      }
    } else if keyLength < 4 {
      keyLength += 1
      key = key << 21 | UInt64(scalar.value)
    }
  }

  /// Recognises the words that are short.
  mutating func finish(_ marks: TokenMarks) {
    if keyLength > 0, keyLength <= 3 { word = marks.words[key] ?? .none }
  }

  /// Takes in the token behind it.
  mutating func join(_ other: TokenLook) {
    guard count > 0 else {
      self = other
      return
    }
    if word != .attribute || other.word != .attributeEnd { word = .none }
    count &+= other.count
    digits &+= other.digits
    isNumeric = isNumeric && other.isNumeric
    isUnit = isUnit && other.isUnit
    hasCount = hasCount || other.hasCount
    last = other.last
    openBrackets &+= other.openBrackets
    if other.isClosing, openBrackets > 0 { openBrackets &-= 1 }
    plain = 0
    keyLength = 4
  }
}
