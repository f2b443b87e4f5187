/// What is done with a share of something: 按照总产能的20%（约1700-2000万吨）⟦储备煤炭资源⟧.
extension PassageExtractor {
  /// The name of a share behind 按 whose amount stands in brackets behind it, or of that amount: both
  /// are of what is done with them, not of the whole that the share is taken of.
  ///
  /// - Parameter own: the name in front of the number, empty for the amount in its brackets.
  func shareTaken(
    of mention: NumberMention, own: String, subject: inout Subject, sentence: Range<Int>
  ) -> (name: String, borrowed: Range<Int>?, rule: String)? {
    let isAmount =
      own.isEmpty && text.at(mention.text.lowerBound - 1) == 0xFF08
      && text.at(mention.text.upperBound) == 0xFF09
    let open = isAmount ? mention.text.lowerBound - 1 : mention.text.upperBound
    guard isAmount || (mention.sort == .rate && !own.isEmpty), text.at(open) == 0xFF08,
      isPercent(text.at(open - 1))
    else { return nil }
    let start = clauses.clauseStart(
      before: open - 1, from: max(sentence.lowerBound, open - Self.clauseReach))
    guard text.at(start) == 0x6309 else { return nil }  // 按
    let end = clauses.clauseEnd(
      from: open, before: min(sentence.upperBound, open + Self.clauseReach))
    guard let close = (open..<end).first(where: { text.at($0) == 0xFF09 }) else { return nil }
    let action = close + 1..<end
    guard
      let verb = SubjectWords.building.match(
        text.scalars, at: action.lowerBound, before: action.upperBound)
        ?? SubjectWords.light.match(
          text.scalars, at: action.lowerBound, before: action.upperBound), verb.length >= 2,
      (2...16).contains(action.count - verb.length)
    else { return nil }
    let name = Self.cleaned(text.string(action))
    guard isAmount else { return (name + "占" + own, nil, "object.share") }
    subject.parts = [action]
    subject.isBehind = true
    return (name, nil, "object.share")
  }

  private func isPercent(_ scalar: UInt32) -> Bool { scalar == 0x25 || scalar == 0xFF05 }
}
