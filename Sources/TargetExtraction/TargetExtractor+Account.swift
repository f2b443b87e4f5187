import PlanDocument

extension TargetExtractor {
  /// Every number of the source in order, as `PlainNumbers` counts them, with what became of it.
  ///
  /// The records that are meant are those that `targets` gives for the same arguments.
  package func account(
    in outline: Outline, source: SourceText, document: DocumentID, metadata: PlanMetadata
  ) -> [AccountedNumber] {
    let times = Self.times(outline, metadata)
    var accountant = NumberAccountant(outline, source: source, times: times)
    forEachReadPassage(of: outline, times: times) { index, text, context in
      guard let text else {
        accountant.enterGlossary(outline.passages[index].text)
        return
      }
      let extractor = context.extractor(text, times: times)
      accountant.enter(extractor.mentions, in: text)
      var dropped: [(NumberMention, NumberFate)] = []
      let claims = extractor.claims { dropped.append(($0, $1)) }
      for (mention, fate) in dropped { accountant.enter(fate, mention.number, in: text) }
      if context.kinds.kindOfUnit != .actual {
        for pledge in extractor.pledges() { accountant.enter(.pledge, pledge.words, in: text) }
      }
      for claim in claims { accountant.enter(claim, in: text) }
    }
    let extractor = TableExtractor(
      outline: outline, rows: Self.rows(of: outline), document: document, times: times,
      includesProjects: includesProjects)
    for (number, table) in outline.tables.enumerated() {
      accountant.enter(extractor.reading(ofTable: number), of: table)
    }
    return accountant.numbers
  }
}
