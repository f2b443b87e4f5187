import TextFolding

/// Texts one behind another as numbers of their tokens, for counting strings in them.
///
/// Han characters, and words with a letter in them, have a number; marks, numbers and ends of passages
/// part what stands around them.
package struct TextBody: Sendable {
  /// −1 for what parts.
  package private(set) var tokens: [Int32] = []
  /// Place behind the last token of each text.
  package private(set) var textEnds: [Int] = []
  /// Folded code points of each number.
  private(set) var names: [[UInt32]] = []
  /// Tokens that have a number.
  package private(set) var size = 0
  private var numbers: [[UInt32]: Int32] = [:]
  /// Numbers of Han characters of the basic plane, looked up without hashing.
  private var han = [Int32](repeating: -1, count: 0x5200)

  package init() {}

  /// Appends the tokens of a passage, or of a part of one.
  package mutating func append(_ stream: TokenStream, _ range: Range<Int>? = nil) {
    for index in range ?? 0..<stream.count {
      let number = number(stream, index)
      tokens.append(number)
      if number >= 0 { size += 1 }
    }
    tokens.append(-1)
  }

  /// Ends a text; the next passage begins another.
  package mutating func endText() { textEnds.append(tokens.count) }

  func text(of tokens: [Int]) -> String {
    var text = String.UnicodeScalarView()
    var previous: UInt32?
    for token in tokens {
      let scalars = names[token]
      if let previous, let first = scalars.first, Self.isWord(previous), Self.isWord(first) {
        text.append(" ")
      }
      for scalar in scalars { text.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
      previous = scalars.last
    }
    return String(text)
  }

  private static func isWord(_ scalar: UInt32) -> Bool { CharacterClass(of: scalar) == .word }

  private mutating func number(_ stream: TokenStream, _ index: Int) -> Int32 {
    let scalars = stream.scalars(of: index)
    guard let first = scalars.first else { return -1 }
    if scalars.count == 1, (0x4E00..<0xA000).contains(first) {
      let slot = Int(first - 0x4E00)
      if han[slot] < 0 { han[slot] = add(Array(scalars)) }
      return han[slot]
    }
    switch stream.kind(index) {
    case .mark: return -1
    case .word where !scalars.contains { $0 > 0x39 }: return -1
    case .han, .word:
      let key = Array(scalars)
      if let number = numbers[key] { return number }
      let number = add(key)
      numbers[key] = number
      return number
    }
  }

  private mutating func add(_ scalars: [UInt32]) -> Int32 {
    names.append(scalars)
    return Int32(names.count - 1)
  }
}
