import BigramIndex

/// Groups of phrases that say the same: what `~` asks for besides what is written.
package struct SynonymTable: Sendable {
  /// What is wrong with a line of a file of synonyms, from 1.
  package struct LineProblem: Error, Equatable {
    package let line: Int
    package let text: String
  }

  /// Most writings of one term.
  static let writingLimit = 256

  private var groups: [[[String]]] = []
  /// By first token the groups' phrases that begin with it.
  private var byFirst: [String: [(phrase: [String], group: Int)]] = [:]

  package init() {}

  /// Adds groups: one a line, phrases between commas (`,` or `，`); `#` begins a remark.
  ///
  /// - Throws: `LineProblem` for a line with fewer than two phrases.
  package mutating func add(_ text: String) throws(LineProblem) {
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let content = line.prefix { $0 != "#" }
      guard content.contains(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }) else { continue }
      var phrases: [[String]] = []
      for part in content.split(whereSeparator: { [",", "，"].contains($0) }) {
        let tokens = Self.tokens(of: Phrase(String(part)))
        if !tokens.isEmpty, !phrases.contains(tokens) { phrases.append(tokens) }
      }
      guard phrases.count > 1 else {
        throw LineProblem(line: number + 1, text: String(content))
      }
      for phrase in phrases { byFirst[phrase[0], default: []].append((phrase, groups.count)) }
      groups.append(phrases)
    }
  }

  private static func tokens(of phrase: Phrase) -> [String] {
    phrase.tokens.map { token in
      String(String.UnicodeScalarView(token.compactMap(Unicode.Scalar.init)))
    }
  }

  /// A phrase and what says the same: at each place the longest phrase of a group is replaced by the
  /// others of all its groups, and a number by its other writings.
  ///
  /// - Returns: the phrase itself first, each once; nil for more than `writingLimit`.
  package func writings(of phrase: Phrase) -> [Phrase]? {
    let tokens = Self.tokens(of: phrase)
    var writings: [String] = [""]
    var place = 0
    while place < tokens.count {
      let (count, choices) = choices(at: tokens[place...])
      guard writings.count * choices.count <= Self.writingLimit else { return nil }
      writings = writings.flatMap { start in choices.map { start + $0 } }
      place += count
    }
    var seen: Set<Phrase> = [phrase]
    let others = writings.map { Phrase($0) }.filter { seen.insert($0).inserted }
    // What holds another one is found with it.
    return [phrase]
      + others.filter { one in !seen.contains { $0 != one && one.holds($0) } }
  }

  private func choices(at tokens: ArraySlice<String>) -> (count: Int, writings: [String]) {
    var longest = 0
    var found: [Int] = []
    for (phrase, group) in byFirst[tokens.first ?? ""] ?? [] where tokens.starts(with: phrase) {
      if phrase.count > longest { found = [] }
      longest = max(longest, phrase.count)
      if phrase.count == longest { found.append(group) }
    }
    if longest > 0 {
      let written = Array(tokens.prefix(longest))
      let others = found.flatMap { groups[$0] }.filter { $0 != written }
      return (longest, ([written] + others).map(Self.text))
    }
    if let number = NumberForms.forms(at: tokens) {
      return (number.count, [Self.text(Array(tokens.prefix(number.count)))] + number.writings)
    }
    // A blank keeps two words apart, and goes where it does nothing.
    return (1, [(tokens.first ?? "") + " "])
  }

  private static func text(_ tokens: [String]) -> String { tokens.joined(separator: " ") + " " }
}

extension Phrase {
  /// Whether the tokens of another phrase stand in it, one behind another.
  fileprivate func holds(_ other: Phrase) -> Bool {
    other.count <= count
      && (0...count - other.count).contains { start in
        tokens[start..<start + other.count].elementsEqual(other.tokens)
      }
  }
}

extension SynonymTable {
  /// What the project ships.
  package static let shipped: SynonymTable = {
    var table = SynonymTable()
    // Its lines are under test.
    try? table.add(ShippedSynonyms.text)
    return table
  }()
}
