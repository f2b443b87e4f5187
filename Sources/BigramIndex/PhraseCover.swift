import TextFolding

/// The terms of a phrase that are looked up: those that narrow the documents, and a choice with
/// positions that together name every token.
struct PhraseCover {
  struct Part {
    let entry: TermEntry
    /// Token of the phrase that the term's positions are those of.
    let offset: UInt32
    /// Whether positions are compared, or documents only.
    var isNamed: Bool
  }

  /// Rarest first; none where no choice names every token, as for a mark without a word beside it.
  let parts: [Part]

  /// The cover with the fewest postings, by tokens from the left: each step takes either a pair or,
  /// for a word, the word alone. Pairs that it does without narrow the documents all the same.
  ///
  /// - Parameter phrase: at least two tokens.
  /// - Returns: nil where some pair or word of the phrase is in no document.
  init?(_ phrase: Phrase, in segment: Segment) throws(IndexError) {
    var codes: [UInt32] = []
    codes.reserveCapacity(phrase.count)
    for index in 0..<phrase.count {
      guard let code = segment.code(of: phrase, at: index) else { return nil }
      codes.append(code)
    }
    var pairs: [TermEntry?] = []
    pairs.reserveCapacity(phrase.count)
    for index in 0..<phrase.count - 1 {
      var pair: TermEntry?
      if Term.isPair(Term.kind(ofCode: codes[index]), Term.kind(ofCode: codes[index + 1])) {
        guard let entry = try segment.entry(of: Term(codes[index], codes[index + 1])) else {
          return nil
        }
        pair = entry
      }
      pairs.append(pair)
    }
    // steps[i]: the least number of postings that names the first i tokens, and its last step.
    var steps: [Step] = [Step(cost: 0, from: 0)]
    steps.reserveCapacity(phrase.count + 1)
    for end in 1...phrase.count {
      var best = Step(cost: .max, from: 0)
      if end >= 2, let pair = pairs[end - 2] {
        for from in [end - 2, end - 1] where steps[from].cost < .max {
          let cost = steps[from].cost + pair.documents
          if cost < best.cost { best = Step(cost: cost, from: from) }
        }
      }
      if Term.kind(ofCode: codes[end - 1]) == .word, steps[end - 1].cost < best.cost {
        guard let entry = try segment.entry(of: Term(codes[end - 1], 0)) else { return nil }
        let cost = steps[end - 1].cost + entry.documents
        if cost < best.cost { best = Step(cost: cost, from: end - 1, word: entry) }
      }
      steps.append(best)
    }
    guard steps[phrase.count].cost < .max else {
      parts = []
      return
    }
    var isNamed = [Bool](repeating: false, count: phrase.count)
    var parts: [Part] = []
    parts.reserveCapacity(phrase.count)
    var end = phrase.count
    while end > 0 {
      if let word = steps[end].word {
        parts.append(Part(entry: word, offset: UInt32(end - 1), isNamed: true))
      } else {
        isNamed[end - 2] = true
      }
      end = steps[end].from
    }
    for (offset, pair) in pairs.enumerated() {
      guard let pair else { continue }
      parts.append(Part(entry: pair, offset: UInt32(offset), isNamed: isNamed[offset]))
    }
    parts += try Self.strings(codes, pairs, in: segment)
    parts.sort { $0.entry.documents < $1.entry.documents }
    self.parts = parts
  }

  /// Strings of the phrase that have lists of their own: they narrow the documents. Those inside
  /// another are left out.
  private static func strings(
    _ codes: [UInt32], _ pairs: [TermEntry?], in segment: Segment
  ) throws(IndexError) -> [Part] {
    guard codes.count > 2, segment.stringCount > 0 else { return [] }
    let threshold = CommonString.threshold(of: segment.documentCount)
    var parts: [Part] = []
    var end = 0
    for start in 0..<codes.count - 2 {
      for length in CommonString.lengths.reversed()
      where start + length <= codes.count && start + length > end {
        var rarest = Int.max
        for pair in pairs[start..<start + length - 1] {
          rarest = min(rarest, pair.map { $0.term.kind == .bigram ? $0.documents : 0 } ?? 0)
        }
        guard rarest >= threshold,
          let entry = try segment.entry(of: CommonString(codes[start..<start + length]))
        else { continue }
        // One that narrows little more than its pairs is not worth the reading.
        if entry.documents * 2 > rarest { break }
        parts.append(Part(entry: entry, offset: UInt32(start), isNamed: false))
        end = start + length
        break
      }
    }
    return parts
  }

  private struct Step {
    let cost: Int
    let from: Int
    /// The word alone, where that is the step.
    var word: TermEntry?
  }
}
