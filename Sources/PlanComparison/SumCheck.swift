import PlanDocument

/// Sums and shares of one plan that do not add up.
///
/// What adds up is not said: a part and its whole are two indicators.
struct SumCheck {
  /// The claims of each sentence, in order.
  private let sentences: [[Claim]]
  private let claims: [Claim]

  init(_ claims: [Claim]) {
    self.claims = claims
    struct Place: Hashable {
      let passage: Int
      let sentence: String
    }
    var numbers: [Place: Int] = [:]
    var sentences: [[Claim]] = []
    for claim in claims where claim.quantity != nil && claim.record.tableKind == nil {
      let place = Place(passage: claim.record.passage, sentence: claim.record.sentence)
      if let number = numbers[place] {
        sentences[number].append(claim)
      } else {
        numbers[place] = sentences.count
        sentences.append([claim])
      }
    }
    self.sentences = sentences.map { $0.sorted { $0.record.offset < $1.record.offset } }
  }

  func verdicts() -> [Verdict] {
    sentences.filter { $0.count > 1 }.flatMap { ratios($0) + industries($0) + parts($0) } + years()
  }

  // MARK: Shares

  /// 三次产业结构 4.1:40.2:55.5 is 99.8: parts of a ratio that are near 100 and not 100.
  private func ratios(_ claims: [Claim]) -> [Verdict] {
    var found: [Verdict] = []
    var group: [Claim] = []
    func close() {
      if group.count > 2, let verdict = Self.shares(group) { found.append(verdict) }
      group = []
    }
    for claim in claims {
      let isPart = claim.record.unit.isEmpty && Self.isStructure(claim.record.indicator)
      if let last = group.last,
        !isPart || last.record.indicator != claim.record.indicator
          || claim.record.offset - last.record.offset > last.record.text.unicodeScalars.count + 1
      {
        close()
      }
      if isPart { group.append(claim) }
    }
    close()
    return found
  }

  private static func isStructure(_ name: String) -> Bool {
    ["结构", "三次产业", "产业比", "一二三产"].contains(where: name.holds)
  }

  /// 一产占5%、二产占40%、三产占54%: the three industries in one sentence, for one time.
  private func industries(_ claims: [Claim]) -> [Verdict] {
    let shares = claims.filter {
      $0.record.unit.hasSuffix("%") && $0.identity.changeClass == .level
        && ["比重", "占", "结构"].contains(where: $0.key.name.holds)
    }
    let three = Self.industryNames.map { names in
      shares.filter { claim in names.contains(where: claim.record.indicator.holds) }
    }
    guard three.allSatisfy({ $0.count == 1 }) else { return [] }
    let group = three.flatMap(\.self)
    guard Set(group.map(\.record.year)).count == 1 else { return [] }
    return Self.shares(group).map { [$0] } ?? []
  }

  private static let industryNames = [["第一产业", "一产"], ["第二产业", "二产"], ["第三产业", "三产"]]

  /// Nil where the parts are 100 % within the rounding of each, or nothing like 100 %.
  private static func shares(_ group: [Claim]) -> Verdict? {
    guard let first = group.first, let last = group.last else { return nil }
    let values = group.compactMap(\.quantity)
    let sum = values.reduce(0) { $0 + $1.written }
    let slack = values.reduce(0) { $0 + $1.roundingError } + 1e-9
    guard (90...110).contains(sum), abs(sum - 100) > slack else { return nil }
    return verdict(.shares(sum), first, last, difference: sum - 100)
  }

  // MARK: Totals

  /// 共100个，其中甲60个、乙50个: parts that are more than their total.
  private func parts(_ claims: [Claim]) -> [Verdict] {
    let places = Self.places(of: claims)
    guard let sentence = claims.first?.record.sentence.squeezed else { return [] }
    var found: [Verdict] = []
    for lead in Self.places(of: Self.amongThem, in: sentence) {
      guard let number = places.lastIndex(where: { $0 >= 0 && $0 < lead }),
        claims[number].isAdditive, claims[number].record.confidence >= Self.leastConfidence,
        let total = claims[number].quantity, !total.isRange,
        total.bound == "=" || total.bound == "<=" || total.bound == "<"
      else { continue }
      let end = Self.end(of: sentence, from: lead)
      let parts = claims.indices.filter { index in
        guard index > number, places[index] > lead, places[index] < end, claims[index].isAdditive,
          let part = claims[index].quantity
        else { return false }
        return part.dimension == total.dimension && part.unit.last == total.unit.last
          && !part.isRange && claims[index].record.kind == claims[number].record.kind
          && claims[index].identity.changeClass == claims[number].identity.changeClass
          && claims[index].record.year == claims[number].record.year
          && claims[index].record.per == claims[number].record.per
      }
      guard let last = parts.last else { continue }
      let sum = parts.reduce(0) { $0 + (claims[$1].quantity?.value ?? 0) }
      guard sum > total.value * (1 + 1e-9) else { continue }
      let factor = total.value == 0 ? 1 : total.written / total.value
      found.append(
        Self.verdict(
          parts.count == 1 ? .partExceeds : .sum(sum * factor), claims[number], claims[last],
          difference: sum - total.value))
    }
    return found
  }

  /// Records less sure than this are often misread numbers, which never add up.
  private static let leastConfidence = 0.6

  private static let amongThem = "其中"

  /// The years of a list that stand with a total of another amount.
  private func years() -> [Verdict] {
    let series = YearSeries(claims)
    var found: [Verdict] = []
    var seen: Set<Claim.Identity> = []
    for (number, claim) in claims.enumerated() where series.count(number) == 5 {
      guard seen.insert(claim.identity).inserted, let sum = series.sum(number) else { continue }
      for total in claims
      where total.key.identity == claim.key.identity && total.time.isPeriod && total.isAdditive
        && total.time.length == 5 && total.record.per == nil && total.record.kind == "target"
      {
        guard let all = total.quantity, all.dimension == claim.quantity?.dimension,
          all.bound == "=",
          abs(all.value - sum) > 1e-6 * max(all.value, sum), all.value != 0
        else { continue }
        found.append(
          Self.verdict(
            .sum(sum * all.written / all.value), total, claim, difference: sum - all.value))
      }
    }
    return found
  }

  // MARK: Places

  /// Code points in front of each value's words in the sentence, -1 where they are not found.
  private static func places(of claims: [Claim]) -> [Int] {
    guard let text = claims.first?.record.sentence.squeezed else { return [] }
    let sentence = Array(text.unicodeScalars)
    var from = 0
    return claims.map { claim in
      let words = Array(claim.record.text.squeezed.unicodeScalars)
      guard !words.isEmpty, sentence.count >= words.count else { return -1 }
      var place = from
      while place + words.count <= sentence.count {
        if sentence[place..<place + words.count].elementsEqual(words) {
          from = place + words.count
          return place
        }
        place += 1
      }
      return -1
    }
  }

  private static func places(of word: String, in sentence: String) -> [Int] {
    let text = Array(sentence.unicodeScalars)
    let wanted = Array(word.unicodeScalars)
    return text.indices.filter {
      $0 + wanted.count <= text.count && text[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }

  /// Where what 其中 opens ends: at ； or 。, or at the next 其中.
  private static func end(of sentence: String, from place: Int) -> Int {
    let text = Array(sentence.unicodeScalars)
    let next = places(of: amongThem, in: sentence).first { $0 > place } ?? text.count
    let mark = text.indices.first { $0 > place && (text[$0] == "；" || text[$0] == "。") }
    return min(next, mark ?? text.count)
  }

  private static func verdict(
    _ reason: Verdict.Reason, _ a: Claim, _ b: Claim, difference: Double
  ) -> Verdict {
    var found = Verdict(
      status: .conflict, key: a.key.name, score: 1, a: a.record, b: b.record,
      difference: (difference * 1e6).rounded() / 1e6, reason: reason)
    found.match = .part
    found.confidence = (min(a.record.confidence, b.record.confidence) * 0.9 * 100).rounded() / 100
    return found
  }
}
