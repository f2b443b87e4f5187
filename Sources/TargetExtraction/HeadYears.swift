import PlanDocument

/// The time that the head of a column gives.
enum HeadYears {
  /// `2025`, `2021-2025`; the last one where there are several that make no span. “十四五” is its
  /// years, “十四五”末 the last of them.
  static func year(in text: PassageText, _ times: DocumentTimes) -> String? {
    var years: [(year: Int, end: Int)] = []
    var isSpan = false
    var index = 0
    while index < text.count {
      if let (number, end) = FiveYearPeriod.number(in: text, at: index), end - index > 2 {
        let period = FiveYearPeriod.years(of: number)
        if text.has("末", at: end) || text.has("期末", at: end) { return String(period.upperBound) }
        return "\(period.lowerBound)-\(period.upperBound)"
      }
      guard let numeral = NumeralReader.arabic(text.scalars, at: index) else {
        index += 1
        continue
      }
      if numeral.integerDigits == 4, numeral.length == 4, (1_949...2_100).contains(numeral.value) {
        if let before = years.last, isSpanMark(text, from: before.end, to: index) { isSpan = true }
        years.append((Int(numeral.value), index + 4))
      }
      index += numeral.length
    }
    guard let last = years.last else { return nil }
    if isSpan, years.count == 2, years[0].year < last.year {
      return "\(years[0].year)-\(last.year)"
    }
    return String(last.year)
  }

  private static func isSpanMark(_ text: PassageText, from start: Int, to end: Int) -> Bool {
    var position = start
    if text.has("年", at: position) { position += 1 }
    guard let sign = NumberScanner.rangeSign(text.scalars, at: position) else { return false }
    return position + sign == end
  }

  /// Whether a time lies before the plan's period.
  static func isPast(_ year: String, _ times: DocumentTimes) -> Bool {
    guard let last = year.split(separator: "-").last.flatMap({ Int($0) }), let period = times.period
    else { return false }
    return last < period.lowerBound
  }

  /// The unit in a bracket at the end of a head.
  static func unit(in head: String) -> String? {
    guard let last = head.last, "）)".contains(last),
      let open = head.lastIndex(where: { "（(".contains($0) })
    else { return nil }
    let inner = String(head[head.index(after: open)...].dropLast())
      .replacing("％", with: "%")
    return BaseUnit(written: inner) == nil ? nil : inner
  }
}
