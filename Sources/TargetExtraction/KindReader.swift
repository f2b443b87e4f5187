import PlanDocument

/// Tells what the plan commits to from what was reached.
struct KindReader {
  let times: DocumentTimes
  /// What the units around say; nil where they say nothing, or both.
  let kindOfUnit: PlanTarget.Kind?
  /// The one of the titles that says it.
  let tellingTitle: Int?

  /// - Parameter titles: of the units around the passage, innermost first.
  init(titles: [TitleClaims], times: DocumentTimes) {
    self.times = times
    // A title that says outright what it is holds for all units in it; others, for their own.
    if let place = titles.firstIndex(where: { $0.certain != nil }) {
      kindOfUnit = titles[place].certain?.kind
      tellingTitle = place
    } else {
      tellingTitle = titles.firstIndex { $0.probable != nil }
      kindOfUnit = tellingTitle.flatMap { titles[$0].probable }
    }
  }

  /// What a title says of the numbers below it.
  struct TitleClaims {
    fileprivate let certain: Certainty?
    fileprivate let probable: PlanTarget.Kind?

    /// - Parameter title: its code points.
    init(_ title: [UInt32]) {
      certain = KindReader.certainKind(ofTitle: title)
      probable = KindReader.probableKind(ofTitle: title)
    }
  }

  // The words for titles, found in one pass.
  private static let reviews = WordTable<Bool>(KindWords.reviews.map { ($0, true) })
  private static let tasks = WordTable<Bool>(KindWords.tasks.map { ($0, true) })
  private static let states = WordTable<Bool>(KindWords.states.map { ($0, true) })
  private static let plans = WordTable<Bool>(KindWords.plans.map { ($0, true) })
  private static let actions = WordTable<Bool>(KindWords.actions.map { ($0, true) })
  private static let environments = WordTable<Bool>(words: "发展环境")

  fileprivate enum Certainty {
    case one(PlanTarget.Kind)
    /// “十四五”发展成就和“十五五”主要目标
    case both

    var kind: PlanTarget.Kind? {
      if case .one(let kind) = self { kind } else { nil }
    }
  }

  static func isCertain(title: [UInt32]) -> Bool { certainKind(ofTitle: title) != nil }

  private static func certainKind(ofTitle title: [UInt32]) -> Certainty? {
    let looksBack = reviews.first(in: title, title.indices) != nil
    let looksAhead = tasks.first(in: title, title.indices) != nil
    switch (looksBack, looksAhead) {
    case (true, true):
      return title.contains { $0 == 0x548C || $0 == 0x4E0E } ? .both : .one(.actual)
    case (true, false): return .one(.actual)
    case (false, true): return .one(.target)
    case (false, false): return nil
    }
  }

  private static func probableKind(ofTitle title: [UInt32]) -> PlanTarget.Kind? {
    let looksBack =
      environments.match(title, at: 0, before: title.count) != nil
      || (states.first(in: title, title.indices) != nil
        && actions.match(title, at: 0, before: title.count) == nil)
    let looksAhead = plans.first(in: title, title.indices) != nil
    if looksBack, !looksAhead { return .actual }
    return looksAhead ? .target : nil
  }

  /// What told the kind.
  enum Ground: Equatable {
    /// The time that the sentence gives.
    case time
    /// Words of doing or planning.
    case words(Range<Int>)
    /// The title of a unit around.
    case unit
    /// A time that an earlier sentence or a heading gave.
    case inheritedTime
    /// Nothing: a plan's number is a target.
    case nothing
  }

  /// - Parameters:
  ///   - sentence: the sentence in front of the number, and the clause behind it.
  ///   - year: the time that the sentence gives.
  ///   - paragraph: the time that an earlier sentence gave.
  ///   - heading: the time that a title around gives.
  ///   - look: what an earlier sentence of the paragraph began to tell of.
  func kind(
    _ text: PassageText, sentence: Range<Int>, year: String?, paragraph: String?, heading: String?,
    look: PlanTarget.Kind? = nil
  ) -> (kind: PlanTarget.Kind, ground: Ground) {
    let done = word(KindWords.done, but: KindWords.notDone, text, sentence)
    let planned = word(KindWords.planned, but: KindWords.notPlanned, text, sentence)
    if let kind = kind(of: year) {
      // A year inside the plan's period may be behind already.
      if kind == .target, let done, planned == nil, kindOfUnit != .target {
        return (.actual, .words(done))
      }
      return (kind, .time)
    }
    let unit = kindOfUnit
    if let planned, done == nil, unit != .actual { return (.target, .words(planned)) }
    if let done, planned == nil, unit != .target { return (.actual, .words(done)) }
    // A paragraph that began with a time behind looks back, whatever its unit is called.
    if unit == .target, planned == nil, kind(of: paragraph) == .actual {
      return (.actual, .inheritedTime)
    }
    if let unit { return (unit, .unit) }
    if let look { return (look, .inheritedTime) }
    if let kind = kind(of: paragraph) ?? kind(of: heading) { return (kind, .inheritedTime) }
    return (.target, .nothing)
  }

  private func word(
    _ words: WordTable<Bool>, but others: WordTable<Bool>, _ text: PassageText, _ range: Range<Int>
  ) -> Range<Int>? {
    for index in range {
      guard let word = words.match(text.scalars, at: index, before: range.upperBound) else {
        continue
      }
      let isPart = (index - 2...index).contains {
        others.match(text.scalars, at: $0, before: text.count) != nil
      }
      if !isPart { return index..<index + word.length }
    }
    return nil
  }

  /// A time before the plan's period lies behind, one in it ahead.
  private func kind(of year: String?) -> PlanTarget.Kind? {
    guard let year, let last = year.split(separator: "-").last.flatMap({ Int($0) }) else {
      return nil
    }
    if let report = times.reportYear { return last >= report ? .target : .actual }
    guard let period = times.period else { return nil }
    return last >= period.lowerBound ? .target : .actual
  }
}
