import PlanDocument

/// What stands around the claims of a plan: titles, the paragraph, its run-in head. A name that its
/// clause does not say whole is told from them.
struct ClaimContext: Sendable {
  /// By passage; in the wording of keys.
  private let passages: [Int: Around]
  private let words: ComparisonWords

  struct Around: Sendable {
    /// Titles of the units, from the top, and the first sentence of the paragraph where it is short.
    var heads: NameBytes
    /// The whole paragraph.
    var paragraph: NameBytes
  }

  init(
    claims: [Claim], passages: [PassageRecord], divisions: [DivisionRecord], words: ComparisonWords
  ) {
    self.words = words
    var around: [Int: Around] = [:]
    for claim in claims where around[claim.record.passage] == nil {
      let number = claim.record.passage
      guard passages.indices.contains(number) else { continue }
      let text = passages[number].text
      var heads = Self.titles(passages[number].division, divisions)
      if let end = text.firstIndex(where: { "。：:".contains($0) }),
        text.distance(from: text.startIndex, to: end) <= 20
      {
        heads += "|" + text[..<end]
      }
      around[number] = Around(
        heads: words.normalized(heads), paragraph: words.normalized(text))
    }
    self.passages = around
  }

  private static func titles(_ division: Int?, _ divisions: [DivisionRecord]) -> String {
    var titles: [String] = []
    var place = division
    // The chain is as deep as the outline; a damaged one must not turn in circles.
    while let number = place, divisions.indices.contains(number), titles.count < 16 {
      titles.append(divisions[number].title)
      place = divisions[number].parent
    }
    return titles.reversed().joined(separator: "|")
  }

  /// Whether words stand in the claim's sentence, its paragraph, or the titles above it.
  func holds(_ words: NameBytes, around claim: Claim) -> Bool {
    if let around = passages[claim.record.passage] {
      return around.paragraph.holds(words) || around.heads.holds(words)
    }
    return self.words.normalized(claim.record.sentence).holds(words)
  }

  /// The titles above a claim, for telling its field.
  func heads(of claim: Claim) -> NameBytes {
    passages[claim.record.passage]?.heads ?? NameBytes("")
  }
}
