import PlanDocument

/// What the units around a passage say of the numbers in it.
struct UnitContext {
  let kinds: KindReader
  let isGlossary: Bool
  /// The time that a heading gives.
  let year: String?
  let headings: TellingHeadings

  /// - Parameter titles: of the units around, innermost first.
  init(_ titles: [UnitTitle], isGlossary: Bool, times: DocumentTimes) {
    kinds = KindReader(titles: titles.map(\.claims), times: times)
    self.isGlossary = isGlossary
    let dated = titles.first { $0.year != nil }
    year = dated?.year
    headings = TellingHeadings(
      kind: kinds.tellingTitle.map { titles[$0].heading }, year: dated?.heading)
  }

  func extractor(_ text: PassageText, times: DocumentTimes) -> PassageExtractor {
    PassageExtractor(text, kinds: kinds, documentTimes: times, headingYear: year)
  }
}

/// A heading with what it says of the numbers below it.
struct UnitTitle {
  let heading: TellingHeadings.Heading
  let claims: KindReader.TitleClaims
  /// The time that it gives: 2023年工作回顾.
  let year: String?

  init(_ heading: TellingHeadings.Heading, times: DocumentTimes) {
    self.heading = heading
    let title = heading.text
    let text = PassageText(MendedText(TextSpan(0, title.utf8.count), of: SourceText(title)))
    claims = KindReader.TitleClaims(text.written)
    year =
      TimeReader(text: text, times: times, isReview: false).mentions()
      .first { $0.year != nil && !$0.isReference }?.year
  }
}

/// The contexts of a document's passages, each heading read once.
struct UnitContexts {
  private let outline: Outline
  private let times: DocumentTimes
  private var titles: [Int: UnitTitle] = [:]
  private var contexts: [Int: UnitContext] = [:]
  /// The last line that was a title without being a unit of the outline.
  private var part: UnitTitle?

  init(_ outline: Outline, times: DocumentTimes) {
    self.outline = outline
    self.times = times
  }

  /// What stands behind a line that is a title without being a unit is said by it, too.
  mutating func enter(_ title: PartTitle) {
    part = UnitTitle(TellingHeadings.Heading(text: title.text, span: title.span), times: times)
    contexts = [:]
  }

  mutating func context(of division: Int?) -> UnitContext {
    if let known = contexts[division ?? -1] { return known }
    let lineage = outline.lineage(of: division)
    let context = UnitContext(
      lineage.map { title(of: $0) } + (part.map { [$0] } ?? []),
      isGlossary: lineage.contains { outline.divisions[$0].level == .glossary }, times: times)
    contexts[division ?? -1] = context
    return context
  }

  private mutating func title(of division: Int) -> UnitTitle {
    if let known = titles[division] { return known }
    let unit = outline.divisions[division]
    let title = UnitTitle(
      TellingHeadings.Heading(
        text: unit.title.string, span: unit.title.sourceSpan ?? unit.heading), times: times)
    titles[division] = title
    return title
  }
}
