import TestSupport

/// A query in its two forms: as a user writes it and as the scan takes it.
struct RandomQuery {
  let text: String
  let meaning: TokenScan.Query

  /// - Parameters:
  ///   - texts: documents, of which phrases are cut so that they occur.
  init(_ alphabet: RandomText, _ texts: [String], using random: inout SplitMix64) {
    self.init(alphabet, texts, depth: 2, using: &random)
  }

  private init(text: String, meaning: TokenScan.Query) {
    self.text = text
    self.meaning = meaning
  }

  private init(
    _ alphabet: RandomText, _ texts: [String], depth: Int, using random: inout SplitMix64
  ) {
    let kind = depth == 0 ? 0 : Int.random(in: 0..<10, using: &random)
    func part(_ depth: Int) -> RandomQuery {
      RandomQuery(alphabet, texts, depth: depth, using: &random)
    }
    switch kind {
    case 0..<6: self = Self.phrase(alphabet, texts, using: &random)
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
