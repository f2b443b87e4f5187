import TestSupport

/// A query in its two forms: as a user writes it and as the scan takes it.
struct RandomQuery {
  let text: String
  let meaning: TokenScan.Query

  /// - Parameters:
  ///   - texts: documents, of which phrases are cut so that they occur.
  ///   - facts: what is known of documents besides their text.
  init(
    _ alphabet: RandomText, _ texts: [String], _ facts: RandomFacts,
    using random: inout SplitMix64
  ) {
    self.init(alphabet, texts, facts, depth: 2, using: &random)
  }

  private init(text: String, meaning: TokenScan.Query) {
    self.text = text
    self.meaning = meaning
  }

  private init(
    _ alphabet: RandomText, _ texts: [String], _ facts: RandomFacts, depth: Int,
    using random: inout SplitMix64
  ) {
    let kind = depth == 0 ? 0 : Int.random(in: 0..<14, using: &random)
    func part(_ depth: Int) -> RandomQuery {
      RandomQuery(alphabet, texts, facts, depth: depth, using: &random)
    }
    switch kind {
    case 0..<5: self = Self.phrase(alphabet, texts, using: &random)
    case 5: self = Self.open(texts, using: &random) ?? Self.phrase(alphabet, texts, using: &random)
    case 10, 11:
      let condition = facts.condition(using: &random)
      self.init(text: condition.text, meaning: .documents(condition.documents))
    case 13:
      let pattern = Self.pattern(depth: 2, using: &random)
      self.init(text: "/\(pattern)/", meaning: .pattern(pattern))
    case 12:
      let (one, condition) = (part(depth - 1), facts.condition(using: &random))
      self.init(
        text: "(\(one.text)) -(\(condition.text))",
        meaning: .all([one.meaning, .not(.documents(condition.documents))]))
    case 6:
      let parts = (0..<Int.random(in: 2...3, using: &random)).map { _ in part(depth - 1) }
      self.init(
        text: parts.map { "(\($0.text))" }.joined(separator: " OR "),
        meaning: .any(parts.map(\.meaning)))
    case 7:
      let (one, other) = (part(depth - 1), part(depth - 1))
      self.init(
        text: "(\(one.text)) NOT (\(other.text))",
        meaning: .all([one.meaning, .not(other.meaning)]))
    case 8:
      let (one, other) = (part(0), part(0))
      let distance = Int.random(in: 0...5, using: &random)
      self.init(
        text: "\(one.text) NEAR/\(distance) \(other.text)",
        meaning: .near(one.meaning, other.meaning, distance: distance))
    default:
      let parts = (0..<Int.random(in: 2...3, using: &random)).map { _ in part(depth - 1) }
      let joint = Bool.random(using: &random) ? " " : " AND "
      self.init(
        text: parts.map { "(\($0.text))" }.joined(separator: joint),
        meaning: .all(parts.map(\.meaning)))
    }
  }

  /// An expression that matches no empty text.
  private static func pattern(depth: Int, using random: inout SplitMix64) -> String {
    let pieces = ["发展", "经济", "数", "字", "㐂", "𠮷", "一", "5", "a", "ab", "25", "%", "[发经一]"]
    func piece() -> String { pieces.randomElement(using: &random) ?? "一" }
    func part() -> String { depth == 0 ? piece() : pattern(depth: depth - 1, using: &random) }
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return "(\(part())|\(part()))"
    case 1: return "(?:\(part()))+\(piece())"
    case 2: return "\(part())(?:\(part()))?"
    case 3: return "\(part()).\(piece())"
    case 4: return "\(piece()).*\(part())"
    case 5: return "\(piece()){2}"
    case 6:
      return ["^\(part())", "\(part())$", "\\d+\(piece())", "(?=\(piece())).\(piece())"]
        .randomElement(using: &random) ?? ""
    case 7: return "\(part())|\(piece())"
    default: return piece() + piece()
    }
  }

  /// A piece of a document of which some tokens are open; nil where it has no token that may stay.
  private static func open(_ texts: [String], using random: inout SplitMix64) -> RandomQuery? {
    let han = "发展经济数字产业㐂𠮷政务一二"
    let words = texts.flatMap { $0.split { !han.contains($0) } }.filter { $0.count >= 2 }
    if Int.random(in: 0..<4, using: &random) == 0 {
      let prefix = ["2", "20", "1", "a", "g"].randomElement(using: &random) ?? "a"
      return RandomQuery(
        text: prefix + "*", meaning: .open([.prefix(TokenScan.tokens(prefix)[0])]))
    }
    guard let word = words.randomElement(using: &random) else { return nil }
    let length = Int.random(in: 2...min(6, word.count), using: &random)
    let start = Int.random(in: 0...word.count - length, using: &random)
    let part = word.dropFirst(start).prefix(length).map(String.init)
    var text = part[0]
    var pieces = [TokenScan.Piece.token(TokenScan.tokens(part[0])[0])]
    for (place, character) in part.enumerated().dropFirst() {
      let isLast = place == part.count - 1
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        text += "?"
        pieces.append(.any)
      case 1 where !isLast && !text.hasSuffix("?") && !text.hasSuffix("*"):
        // What stands behind a gap is a token.
        text += "*" + part[part.count - 1]
        pieces += [.gap, .token(TokenScan.tokens(part[part.count - 1])[0])]
        return RandomQuery(text: text, meaning: .open(pieces))
      default:
        text += character
        pieces.append(.token(TokenScan.tokens(character)[0]))
      }
    }
    return RandomQuery(text: text, meaning: .open(pieces))
  }

  /// One to twelve characters, from a document or at random.
  private static func phrase(
    _ alphabet: RandomText, _ texts: [String], using random: inout SplitMix64
  ) -> RandomQuery {
    // Short ones more often: they meet more.
    let longest = Int.random(in: 1...12, using: &random)
    let length = Int.random(in: 1...longest, using: &random)
    var text = ""
    while TokenScan.tokenCount(text) == 0 {
      if Bool.random(using: &random), let whole = texts.randomElement(using: &random),
        let line = whole.split(separator: "\n").randomElement(using: &random)
      {
        let start = Int.random(in: 0..<line.count, using: &random)
        text = String(line.dropFirst(start).prefix(length))
      } else {
        text = alphabet.text(length, lines: false, using: &random)
      }
    }
    let meaning = TokenScan.Query.phrase(text)
    let operators = Set(" ()-/?*")
    if text.contains(where: operators.contains) || Bool.random(using: &random) {
      return RandomQuery(text: "\"\(text)\"", meaning: meaning)
    }
    return RandomQuery(text: text, meaning: meaning)
  }
}
