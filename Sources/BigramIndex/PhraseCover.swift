import TextFolding

/// A choice of terms with positions that together name every token of a phrase.
struct PhraseCover {
  struct Part {
    let entry: TermEntry
    /// Token of the phrase that the term's positions are those of.
    let offset: UInt32
  }

  /// Rarest first; none where no choice names every token, as for a mark without a word beside it.
  let parts: [Part]

  /// The cover with the fewest postings, by tokens from the left: each step takes either a pair or,
  /// for a word, the word alone.
  ///
  /// - Parameter phrase: at least two tokens.
  /// - Returns: nil where some pair or word of the phrase is in no document.
  init?(_ phrase: Phrase, in segment: Segment) throws(IndexError) {
    var codes: [UInt32] = []
    for index in 0..<phrase.count {
      guard let code = segment.code(of: phrase, at: index) else { return nil }
      codes.append(code)
    }
    var pairs: [Part?] = []
    for index in 0..<phrase.count - 1 {
      var pair: Part?
      if Term.isPair(Term.kind(ofCode: codes[index]), Term.kind(ofCode: codes[index + 1])) {
        guard let entry = try segment.entry(of: Term(codes[index], codes[index + 1])) else {
          return nil
        }
        pair = Part(entry: entry, offset: UInt32(index))
      }
      pairs.append(pair)
    }
    // cheapest[i]: the least number of postings that names the first i tokens, and its last part.
    var cheapest: [(cost: Int, part: Part?, from: Int)] = [(0, nil, 0)]
    for end in 1...phrase.count {
      var best: (cost: Int, part: Part?, from: Int) = (.max, nil, 0)
      if end >= 2, let pair = pairs[end - 2] {
        for from in [end - 2, end - 1] where cheapest[from].cost < .max {
          let cost = cheapest[from].cost + pair.entry.documents
          if cost < best.cost { best = (cost, pair, from) }
        }
      }
      if Term.kind(ofCode: codes[end - 1]) == .word, cheapest[end - 1].cost < best.cost {
        guard let entry = try segment.entry(of: Term(codes[end - 1], 0)) else { return nil }
        let cost = cheapest[end - 1].cost + entry.documents
        if cost < best.cost {
          best = (cost, Part(entry: entry, offset: UInt32(end - 1)), end - 1)
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
    self.parts = end == 0 ? parts.sorted { $0.entry.documents < $1.entry.documents } : []
  }
}
