import PlanDocument

/// What a document says of itself, for 五年累计, 今年 and the like.
struct DocumentTimes: Sendable, Equatable {
  /// First and last year of the plan's period.
  var period: ClosedRange<Int>?
  /// Year of a report, of what 今年 means.
  var reportYear: Int?

  /// - Parameters:
  ///   - period: `2021-2025`, as metadata has it; where that is nil the title is asked.
  ///   - title: of the plan or report.
  ///   - opening: the first paragraphs, asked where the title gives no period: the latest five-year
  ///     plan that they name is the one that the text is for.
  init(period: String?, title: String, opening: @autoclosure () -> [PassageText] = []) {
    let years = (period ?? "").split(separator: "-").compactMap { Int($0) }
    if years.count == 2, years[0] <= years[1] { self.period = years[0]...years[1] }
    let text = PassageText(MendedText(TextSpan(0, title.utf8.count), of: SourceText(title)))
    if self.period == nil { self.period = Self.period(in: text) }
    if title.holds("报告") {
      reportYear = (0..<text.count).lazy.compactMap { Self.year(in: text, at: $0) }.first
    }
    if self.period == nil, reportYear == nil {
      let numbers = opening().lazy.flatMap { text in
        text.scalars.indices.lazy.compactMap { FiveYearPeriod.quoted(in: text, at: $0) }
      }
      self.period = numbers.max().map(FiveYearPeriod.years(of:))
    }
  }

  private static func year(in text: PassageText, at index: Int) -> Int? {
    guard let numeral = NumeralReader.arabic(text.scalars, at: index), numeral.length == 4,
      !NumeralReader.isDigit(text.at(index - 1)), (1_949...2_100).contains(numeral.value)
    else { return nil }
    return Int(numeral.value)
  }

  /// 第十四个五年规划, “十四五”: the fourteenth began in 2021.
  private static func period(in text: PassageText) -> ClosedRange<Int>? {
    for index in 0..<text.count {
      // 十五 without quotation marks may count something.
      if let (number, end) = FiveYearPeriod.number(in: text, at: index), end - index > 2 {
        return FiveYearPeriod.years(of: number)
      }
      guard text.at(index - 1) == 0x7B2C,
        let numeral = NumeralReader.chinese(text.scalars, at: index),
        (1...30).contains(numeral.value), text.has("个五年", at: index + numeral.length)
      else { continue }
      return FiveYearPeriod.years(of: Int(numeral.value))
    }
    return nil
  }
}
