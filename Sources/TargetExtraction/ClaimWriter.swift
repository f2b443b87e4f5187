import PlanDocument

/// Makes a claim of a passage into a target with all its fields.
struct ClaimWriter {
  let text: PassageText
  let document: DocumentID
  let passage: Int
  let times: DocumentTimes
  /// Headings around that told the kind or the time.
  var headings = TellingHeadings()
  /// All numbers of the passage: how crowded a clause is.
  var mentions: [NumberMention] = []
  var units = BaseUnitMemo()

  func targets(_ claims: [PassageExtractor.Claim]) -> [PlanTarget] {
    // Claims of one sentence stand together.
    var sentence = 0..<0
    var written = ""
    return claims.map { claim in
      if claim.sentence != sentence {
        sentence = claim.sentence
        written = text.string(sentence)
      }
      return target(claim, sentence: written)
    }
  }

  /// - Parameter sentence: the claim's sentence as written.
  private func target(_ claim: PassageExtractor.Claim, sentence: String) -> PlanTarget {
    let mention = claim.mention
    let unit = mention.unitText(in: text)
    let baseUnit = units.unit(written: unit)
    let name = claim.indicator.unicodeScalars.map(\.value)
    let doubts = ClaimDoubts(text: text, mentions: mentions).doubts(
      of: claim, name: name, knowsUnit: baseUnit != nil)
    let evidence = ClaimEvidence(text: text, headings: headings)
    var target = PlanTarget(
      provenance: Provenance(document: document, span: text.span(mention.text), rule: claim.rule),
      numberStart: text.sourceBytes[mention.number.lowerBound],
      text: text.string(mention.text), kind: claim.kind, indicator: claim.indicator,
      indicatorKey: IndicatorKey.key(of: name), value: mention.value,
      passage: passage, sentence: sentence,
      confidence: ConfidenceModel.confidence(doubts))
    target.doubts = doubts
    target.evidence = evidence.evidence(of: claim)
    target.valueMax = mention.valueMax
    target.unit = unit
    target.change = change(claim, name: name, unit: unit)
    target.bound = bound(claim)
    if let base = baseUnit {
      target.valueBase = mention.value * base.factor
      target.valueMaxBase = mention.valueMax.map { $0 * base.factor }
      target.unitBase = base.name
    }
    target.year = claim.year
    target.yearInherited = claim.inheritedYear
    if claim.year != nil {
      target.yearSource = .sentence
    } else if claim.inheritedTime != nil {
      target.yearSource = .paragraph
    } else if claim.headingYear != nil {
      target.yearSource = .heading
    } else if claim.kind == .target, let period = times.period {
      target.yearGuess = String(period.upperBound)
      target.yearSource = .horizon
    }
    target.isPerYear = claim.isPerYear
    target.rateBasis = claim.subject.rateBasis
    target.referenceYear = claim.reference?.year
    if let borrowed = claim.borrowed, !borrowed.isEmpty {
      target.subjectBorrowed = BorrowedText(
        text: text.string(borrowed), start: text.sourceBytes[borrowed.lowerBound])
    }
    if let modality = ModalityWords.table.last(
      in: text.scalars, claim.sentence.lowerBound..<claim.clause.upperBound)
    {
      let words = modality.start..<modality.start + modality.match.length
      target.modality = modality.match.value
      target.modalityText = text.string(words)
      target.evidence.append(evidence.words(.modality, words, of: claim))
      if modality.match.value == .expect, claim.kind == .actual { target.preliminary = true }
    }
    if let benchmark = ModalityWords.benchmarks.last(in: text.scalars, claim.clause) {
      let words = benchmark.start..<benchmark.start + benchmark.match.length
      target.benchmark = text.string(words)
      target.evidence.append(evidence.words(.benchmark, words, of: claim))
    }
    return target
  }

  func target(_ pledge: PledgeReader.Pledge) -> PlanTarget {
    var target = PlanTarget(
      provenance: Provenance(
        document: document, span: text.span(pledge.words), rule: "pledge.words"),
      numberStart: text.sourceBytes[pledge.words.lowerBound], text: text.string(pledge.words),
      kind: .pledge, indicator: pledge.indicator,
      indicatorKey: IndicatorKey.key(of: pledge.indicator), value: pledge.meaning.value,
      passage: passage, sentence: text.string(pledge.sentence),
      confidence: ConfidenceModel.pledge)
    target.unit = pledge.meaning.unit
    target.change = pledge.meaning.change
    target.evidence = [
      FieldEvidence(
        field: .value, text: target.text, span: text.span(pledge.words), origin: .clause)
    ]
    if let value = pledge.meaning.value, let base = BaseUnit(written: target.unit) {
      target.valueBase = value * base.factor
      target.unitBase = base.name
    }
    return target
  }

  private func bound(_ claim: PassageExtractor.Claim) -> PlanTarget.Bound {
    if claim.mention.valueMax != nil { return .range }
    let bound = claim.mention.bound ?? claim.subject.bound ?? .exactly
    // What was kept at a value was reached exactly (控制在3.36%).
    if claim.kind == .actual, bound == .atMost, !text.string(claim.mention.text).hasSuffix("内") {
      return text.string(claim.clause).holds("控制在") ? .exactly : bound
    }
    return bound
  }

  private func change(
    _ claim: PassageExtractor.Claim, name: [UInt32], unit: String
  ) -> PlanTarget.Change {
    if unit == "番" || (unit == "倍" && claim.subject.change != nil) { return .growth }
    guard let change = claim.subject.change else {
      if Self.isAddition(name), !unit.utf8.contains(0x25), unit != "年" { return .increase }
      return Self.isGrowthName(name) ? .growth : .level
    }
    // 增长 of an amount (增长5万人) is an increase.
    if change == .growth, unit != "%", unit != "", unit != "倍", unit != "‰", unit != "成" {
      return .increase
    }
    return change
  }

  /// 城镇新增就业, but not what is said of the 新增劳动力.
  static func isAddition(_ name: [UInt32]) -> Bool {
    guard let found = additions.first(in: name, name.indices) else { return false }
    return found.match.value
  }

  /// True for what an addition is; the first of them in a name tells.
  private static let additions = WordTable<Bool>([("新增", true), ("新增劳动力", false)])

  private static let growthNames = WordTable<Bool>(
    words: "增长率 增速 增幅 涨幅 降低率 下降率 降幅 增长 降低 下降")

  static func isGrowthName(_ name: [UInt32]) -> Bool {
    growthNames.match(name, endingAt: name.count, from: 0) != nil
  }
}
