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
  init(period: String?, title: String) {
    let years = (period ?? "").split(separator: "-").compactMap { Int($0) }
    if years.count == 2, years[0] <= years[1] { self.period = years[0]...years[1] }
    let text = PassageText(MendedText(TextSpan(0, title.utf8.count), of: SourceText(title)))
    if self.period == nil { self.period = Self.period(in: text) }
    guard title.contains("报告") else { return }
    reportYear = (0..<text.count).lazy.compactMap { Self.year(in: text, at: $0) }.first
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
      guard let numeral = NumeralReader.chinese(text.scalars, at: index) else { continue }
      var number = Int(numeral.value)
      let isNamed = text.at(index - 1) == 0x7B2C && text.has("个五年", at: index + numeral.length)
      if !isNamed {
        // 十四五 reads as one numeral or as 十 and 四五.
        guard text.at(index) == 0x5341,
          let digit = NumeralReader.digit(ofChinese: text.at(index + 1)),
          text.at(index + 2) == 0x4E94
        else { continue }
        number = 10 + Int(digit)
      }
      guard (1...30).contains(number) else { continue }
      let first = 2_021 + 5 * (number - 14)
      return first...first + 4
    }
    return nil
  }
}
