import PlanDocument

/// Tells what the plan commits to from what was reached.
struct KindReader {
  let times: DocumentTimes
  /// What the units around say; nil where they say nothing, or both.
  let kindOfUnit: PlanTarget.Kind?
  /// The one of the titles that says it.
  let tellingTitle: Int?

  /// - Parameter titles: of the units around the passage, innermost first.
  init(titles: [String], times: DocumentTimes) {
    self.times = times
    // A title that says outright what it is holds for all units in it; others, for their own.
    let certain = titles.map(Self.certainKind(ofTitle:))
    let probable = titles.map(Self.probableKind(ofTitle:))
    if let place = certain.firstIndex(where: { $0 != nil }) {
      kindOfUnit = certain[place]?.kind
      tellingTitle = place
    } else {
      tellingTitle = probable.firstIndex { $0 != nil }
      kindOfUnit = tellingTitle.flatMap { probable[$0] }
    }
  }

  // The words for titles, found in one pass.
  private static let reviews = WordTable<Bool>(KindWords.reviews.map { ($0, true) })
  private static let tasks = WordTable<Bool>(KindWords.tasks.map { ($0, true) })
  private static let states = WordTable<Bool>(KindWords.states.map { ($0, true) })
  private static let plans = WordTable<Bool>(KindWords.plans.map { ($0, true) })
  private static let actions = WordTable<Bool>(KindWords.actions.map { ($0, true) })

  private enum Certainty {
    case one(PlanTarget.Kind)
    /// “十四五”发展成就和“十五五”主要目标
    case both

    var kind: PlanTarget.Kind? {
      if case .one(let kind) = self { kind } else { nil }
    }
  }

  static func isCertain(title: String) -> Bool { certainKind(ofTitle: title) != nil }

  private static func certainKind(ofTitle title: String) -> Certainty? {
    let scalars = title.unicodeScalars.map(\.value)
    let looksBack = reviews.first(in: scalars, 0..<scalars.count) != nil
    let looksAhead = tasks.first(in: scalars, 0..<scalars.count) != nil
    switch (looksBack, looksAhead) {
    case (true, true): return title.contains("和") || title.contains("与") ? .both : .one(.actual)
    case (true, false): return .one(.actual)
    case (false, true): return .one(.target)
    case (false, false): return nil
    }
  }

  private static func probableKind(ofTitle title: String) -> PlanTarget.Kind? {
    let scalars = title.unicodeScalars.map(\.value)
    let all = 0..<scalars.count
    let looksBack =
      title.hasPrefix("发展环境")
      || (states.first(in: scalars, all) != nil
        && actions.match(scalars, at: 0, before: scalars.count) == nil)
    let looksAhead = plans.first(in: scalars, all) != nil
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
