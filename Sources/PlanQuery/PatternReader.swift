import TextFolding

/// What a text has to hold so that an expression can match it.
///
/// - SeeAlso: Russ Cox, "Regular Expression Matching with a Trigram Index", 2012. Here the pieces are
///   runs of Han characters of any length, and marks, since each of them is a token.
indirect enum RequiredText: Hashable, Sendable {
  case anything
  /// Han characters, one behind another.
  case run([UInt32])
  /// A mark that is never a part of a word.
  case mark(UInt32)
  case all([RequiredText])
  case any([RequiredText])

  static func joining(_ parts: [RequiredText]) -> RequiredText {
    let wanted = parts.filter { $0 != .anything }
    return wanted.count > 1 ? .all(wanted) : wanted.first ?? .anything
  }

  static func alternatives(_ parts: [RequiredText]) -> RequiredText {
    if parts.contains(.anything) { return .anything }
    return parts.count == 1 ? parts[0] : .any(parts)
  }
}

/// Reads a regular expression: folds its characters as texts are folded, and finds what it requires.
///
/// What it does not know precisely it passes on and requires nothing for it. Options inside the
/// expression, verbs, conditions and recursion are refused: they would change what the rest means.
struct PatternReader {
  /// As PCRE2 gets it.
  private(set) var output = ""
  private let scalars: [Unicode.Scalar]
  private var next = 0
  private var depth = 0
  /// For each byte of the output the place that it comes from.
  private var places: [Int] = []

  private static let lengthLimit = 1000
  private static let depthLimit = 50

  /// Whether Han characters stand for all their writings.
  private let inAllWritings: Bool

  init(_ source: String, inAllWritings: Bool = false) {
    scalars = Array(source.unicodeScalars)
    self.inAllWritings = inAllWritings
  }

  /// The writings of a folded character, where they are asked for and there are several.
  private func writings(of scalar: UInt32) -> String? {
    guard inAllWritings else { return nil }
    return CharacterVariants.writings(of: scalar).map { writings in
      String(String.UnicodeScalarView(writings.compactMap(Unicode.Scalar.init)))
    }
  }

  func place(ofByte byte: Int) -> Int {
    byte < places.count ? places[max(0, byte)] : scalars.count
  }

  mutating func requirement() throws(PatternProblem) -> RequiredText {
    guard scalars.count <= Self.lengthLimit else { throw problem(.expressionTooCostly, 0) }
    let result = try alternatives()
    // A ')' too many: PCRE2 says so.
    while next < scalars.count { copy() }
    return result
  }

  private var current: Unicode.Scalar? { next < scalars.count ? scalars[next] : nil }

  private func peek(_ offset: Int) -> Unicode.Scalar? {
    next + offset < scalars.count ? scalars[next + offset] : nil
  }

  private mutating func alternatives() throws(PatternProblem) -> RequiredText {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { throw problem(.expressionTooCostly, next) }
    var branches = [try branch()]
    while current == "|" {
      copy()
      branches.append(try branch())
    }
    return .alternatives(branches)
  }

  private enum Atom {
    /// One Han character.
    case han(UInt32)
    /// One mark.
    case mark(UInt32)
    /// A blank: in folded text none stands beside a Han character.
    case blank
    case group(RequiredText)
    case other
  }

  private mutating func branch() throws(PatternProblem) -> RequiredText {
    var parts: [RequiredText] = []
    var run: [UInt32] = []
    func flush() {
      if !run.isEmpty { parts.append(.run(run)) }
      run = []
    }
    while let scalar = current, scalar != "|", scalar != ")" {
      let atom = try atom(scalar)
      let (fewest, most) = quantifier()
      switch atom {
      case .han(let character) where fewest == 1 && most == 1: run.append(character)
      case .blank where fewest == 1 && most == 1: break
      case .han(let character):
        flush()
        if fewest > 0 { parts.append(.run([character])) }
      case .mark(let mark):
        flush()
        if fewest > 0 { parts.append(.mark(mark)) }
      case .group(let inner):
        flush()
        if fewest > 0 { parts.append(inner) }
      case .blank, .other: flush()
      }
    }
    flush()
    return .joining(parts)
  }

  private mutating func atom(_ scalar: Unicode.Scalar) throws(PatternProblem) -> Atom {
    switch scalar {
    case "(": return .group(try group())
    case "[":
      try characterClass()
      return .other
    case "\\": return try escape()
    case ".", "^", "$", "*", "+", "?", "{", "}", "]":
      copy()
      return .other
    default: return literal(scalar)
    }
  }

  private mutating func group() throws(PatternProblem) -> RequiredText {
    let start = next
    if peek(1) == "*" { throw problem(.unsupportedExpression("(*"), start) }
    var requires = true
    copy()
    if current == "?" {
      copy()
      switch current {
      case ":", ">": copy()
      case "=": copy()
      case "!":
        requires = false
        copy()
      case "<":
        copy()
        if current == "!" { requires = false }
        if current == "!" || current == "=" {
          copy()
        } else {
          while let scalar = current, scalar != ">", scalar.isASCII { copy() }
          if current == ">" { copy() }
        }
      default:
        throw problem(
          .unsupportedExpression("(?" + (current.map { String(Character($0)) } ?? "")), start)
      }
    }
    let inner = try alternatives()
    if current == ")" { copy() }
    return requires ? inner : .anything
  }

  private mutating func escape() throws(PatternProblem) -> Atom {
    let start = next
    guard let escaped = peek(1) else {
      copy()
      return .other
    }
    if escaped == "/" {
      // The slash that would have ended the expression.
      next += 1
      copy()
      return Self.token(escaped.value)
    }
    if "QEKGCUuLl".unicodeScalars.contains(escaped) {
      throw problem(.unsupportedExpression("\\" + String(Character(escaped))), start)
    }
    if !escaped.isASCII {
      next += 1
      return literal(escaped)
    }
    copy()
    copy()
    // A mark behind a backslash is itself.
    if Self.isSpecial(escaped) { return Self.token(escaped.value) }
    // \c% is one control character, \g-1 one reference: their marks stand for no text.
    if escaped == "c" || (escaped == "g" && (current == "-" || current == "+")) { copy() }
    // \x{…} \p{…} \g{…} \k<…>: the braces belong to the escape.
    if "xpPgkoN".unicodeScalars.contains(escaped) {
      let close: Unicode.Scalar? =
        switch current {
        case "{": "}"
        case "<": escaped == "k" || escaped == "g" ? ">" : nil
        case "'": escaped == "k" || escaped == "g" ? "'" : nil
        default: nil
        }
      if let close, let end = scalars[(next + 1)...].firstIndex(of: close) {
        while next <= end { copy() }
      }
    }
    return .other
  }

  private mutating func characterClass() throws(PatternProblem) {
    copy()
    if current == "^" { copy() }
    if current == "]" { copy() }
    while let scalar = current, scalar != "]" {
      if scalar == "\\" {
        if let escaped = peek(1), "QE".unicodeScalars.contains(escaped) {
          throw problem(.unsupportedExpression("\\" + String(Character(escaped))), next)
        }
        if peek(1) == "/" {
          next += 1
        } else {
          copy()
          if current == nil { break }
        }
        copy()
      } else if scalar == "[", peek(1) == ":" {
        while let inner = current, inner != "]" { copy() }
        if current == "]" { copy() }
      } else if !scalar.isASCII, peek(1) != "-", next == 0 || scalars[next - 1] != "-" {
        let folded = Self.folded(scalar)
        if folded.count == 1, let one = Unicode.Scalar(folded[0]) {
          emit(
            one.isASCII
              ? "\\" + String(Character(one))
              : writings(of: folded[0]) ?? String(Character(one)))
          next += 1
        } else {
          copy()
        }
      } else {
        copy()
      }
    }
    if current == "]" { copy() }
  }

  /// A character that stands for itself, folded.
  private mutating func literal(_ scalar: Unicode.Scalar) -> Atom {
    let folded = scalar.isASCII && scalar != " " ? [scalar.value] : Self.folded(scalar)
    if folded.isEmpty {
      // Blanks are dropped from texts but between words.
      emit(" ?")
      next += 1
      // What would repeat the blank would repeat the question mark.
      if let sign = current, "*+?{".unicodeScalars.contains(sign) { emit("(?:)") }
      return .blank
    }
    if folded.count == 1, let writings = writings(of: folded[0]) {
      emit("[\(writings)]")
      next += 1
      return .group(.any(writings.unicodeScalars.map { .run([$0.value]) }))
    }
    let text = folded.compactMap(Unicode.Scalar.init).map { scalar in
      Self.isSpecial(scalar) ? "\\" + String(Character(scalar)) : String(Character(scalar))
    }.joined()
    emit(folded.count > 1 ? "(?:\(text))" : text)
    next += 1
    return folded.count == 1 ? Self.token(folded[0]) : .other
  }

  /// A folded character that is a token wherever it stands. A full stop may be a part of a number, a
  /// comma one of a quantifier (`{,3}` in PCRE2 10.43).
  private static func token(_ folded: UInt32) -> Atom {
    switch CharacterClass(of: folded) {
    case .han: .han(folded)
    case .mark where folded != 0x2E && folded != 0x2C: .mark(folded)
    default: .other
    }
  }

  /// Reads `*`, `+`, `?`, `{2,3}` with what makes them lazy or possessive; once where none stands.
  private mutating func quantifier() -> (fewest: Int, most: Int) {
    var result = (fewest: 1, most: 1)
    var isFirst = true
    while let scalar = current {
      switch scalar {
      case "*", "?":
        if isFirst || result.fewest == 0 { result = (0, .max) } else { result.most = .max }
      case "+": result.most = .max
      case "{":
        guard let end = scalars[next...].firstIndex(of: "}"),
          scalars[(next + 1)..<end].allSatisfy({ ("0"..."9").contains($0) || $0 == "," }),
          let first = scalars[(next + 1)..<end].first, first != ","
        else {
          // Other versions of PCRE2 may read a quantifier here.
          return (0, .max)
        }
        let fewest = scalars[(next + 1)..<end].prefix { $0 != "," }
        let isZero = fewest.allSatisfy { $0 == "0" }
        result = (isZero ? 0 : min(result.fewest, 2), .max)
        while next < end { copy() }
      default: return result
      }
      copy()
      isFirst = false
    }
    return result
  }

  private static func folded(_ scalar: Unicode.Scalar) -> [UInt32] {
    TokenStream(String(Character(scalar))).scalars
  }

  private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && "\\^$.[]|()?*+{}-#&~/".unicodeScalars.contains(scalar)
  }

  private mutating func copy() {
    guard let scalar = current else { return }
    emit(String(Character(scalar)))
    next += 1
  }

  private mutating func emit(_ text: String) {
    output += text
    for _ in text.utf8 { places.append(next) }
  }

  private func problem(_ problem: QueryProblem, _ place: Int) -> PatternProblem {
    PatternProblem(problem: problem, offset: place)
  }
}
