import TextFolding

/// A choice of terms with positions that together name every token of a phrase without marks.
struct PhraseCover {
  struct Part {
    let entry: TermEntry
    /// Token of the phrase that the term's positions are those of.
    let offset: UInt32
  }

  /// Rarest first, at least one.
  let parts: [Part]

  /// The cover with the fewest postings, by tokens from the left: each step takes either a pair or,
  /// for a word, the word alone.
  ///
  /// - Parameter phrase: at least two tokens, none a mark.
  /// - Returns: nil where some pair or word of the phrase is in no document.
  init?(_ phrase: Phrase, in segment: Segment) throws(IndexError) {
    var words: [Part?] = []
    var pairs: [Part?] = []
    for index in 0..<phrase.count {
      var word: Part?
      if phrase.kind(index) == .word {
        guard let term = segment.term(of: phrase, at: index),
          let entry = try segment.entry(of: term)
        else { return nil }
        word = Part(entry: entry, offset: UInt32(index))
      }
      words.append(word)
    }
    for index in 0..<phrase.count - 1 {
      var pair: Part?
      if let term = Self.pairTerm(
        phrase, index, words[index]?.entry.term.first, words[index + 1]?.entry.term.first)
      {
        guard let entry = try segment.entry(of: term) else { return nil }
        pair = Part(entry: entry, offset: UInt32(index))
      }
      pairs.append(pair)
    }
    // cheapest[i]: the least number of postings that names the first i tokens, and its last part.
    var cheapest: [(cost: Int, part: Part?, from: Int)] = [(0, nil, 0)]
    for end in 1...phrase.count {
      var best: (cost: Int, part: Part?, from: Int) = (.max, nil, 0)
      if let word = words[end - 1], cheapest[end - 1].cost < .max {
        best = (cheapest[end - 1].cost + word.entry.documents, word, end - 1)
      }
      if end >= 2, let pair = pairs[end - 2] {
        for from in [end - 2, end - 1] where cheapest[from].cost < .max {
          let cost = cheapest[from].cost + pair.entry.documents
          if cost < best.cost { best = (cost, pair, from) }
        }
      }
      cheapest.append(best)
    }
    var parts: [Part] = []
    var end = phrase.count
    while end > 0, let part = cheapest[end].part {
      parts.append(part)
      end = cheapest[end].from
    }
    guard end == 0, !parts.isEmpty else { return nil }
    self.parts = parts.sorted { $0.entry.documents < $1.entry.documents }
  }

  /// The term of two tokens that stand together; nil for two words, which have none.
  private static func pairTerm(
    _ phrase: Phrase, _ index: Int, _ firstWord: UInt32?, _ secondWord: UInt32?
  ) -> Term? {
    let (first, second) = (phrase.tokens[index][0], phrase.tokens[index + 1][0])
    switch (firstWord, secondWord) {
    case (nil, nil): return Term(.bigram, first, second)
    case (nil, let word?): return Term(.characterWord, first, word)
    case (let word?, nil): return Term(.wordCharacter, word, second)
    default: return nil
    }
  }
}
