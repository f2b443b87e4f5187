/// Times that a passage names, in order.
struct TimeMention: Equatable {
  /// The words, 到 and 底 included.
  var range: Range<Int>
  /// `2025`, `2021-2025`; nil where the words name no time of their own (每年).
  var year: String?
  /// Only compared with (比2020年下降): sets no time.
  var isReference = false
}

/// Finds times: years, spans of years, 五年规划 periods, 五年累计, 今年.
struct TimeReader {
  let text: PassageText
  let times: DocumentTimes
  /// Whether the passage looks back: 五年 then means the period before the plan's.
  let isReview: Bool

  func mentions() -> [TimeMention] {
    var found: [TimeMention] = []
    guard text.traits.contains(.time) else { return found }
    let scalars = text.scalars
    var index = 0
    while index < scalars.count {
      if ScalarTraits.of(scalars[index]).contains(.time), let mention = read(at: index) {
        found.append(mention)
        index = mention.range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// Whether a time that is no number may begin with a code point.
  static func mayBeginWord(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x201C, 0x22, 0x8FD1, 0x7B2C: true
    default: worded.mayBegin(scalar)
    }
  }

  private func read(at index: Int) -> TimeMention? {
    years(at: index) ?? period(at: index) ?? wordedTime(at: index) ?? day(at: index)
      ?? recentYears(at: index) ?? ordinalPlan(at: index)
  }

  /// 到2025年底, 2021-2025年, 二〇三五年, （2019年）
  private func years(at index: Int) -> TimeMention? {
    guard let (first, length) = year(at: index) else { return nil }
    var end = index + length
    var value = String(first)
    if let sign = NumberScanner.rangeSign(text.scalars, at: end), text.at(index - 1) != 0x7531 {
      if let (second, more) = year(at: end + sign), second > first {
        value = "\(first)-\(second)"
        end += sign + more
      }
    } else if text.at(end) == 0x5E74, let sign = NumberScanner.rangeSign(text.scalars, at: end + 1),
      let (second, more) = year(at: end + 1 + sign), second > first
    {
      value = "\(first)-\(second)"
      end += 1 + sign + more
    }
    guard text.at(end) == 0x5E74 || isBracketed(index, end) else { return nil }
    if text.at(end) == 0x5E74 { end += 1 }
    end = skipMonth(at: end)
    if let after = Self.behind.match(text.scalars, at: end, before: text.count) {
      end += after.length
    }
    var start = index
    var isReference = false
    while let before = Self.inFront.match(text.scalars, endingAt: start, from: 0) {
      start -= before.length
      isReference = isReference || before.value
    }
    if text.at(end) == 0xFF0C, isReference { return nil }
    if isReference || text.has("相比", at: end) || text.has("基础上", at: end) {
      return TimeMention(range: start..<end, year: value, isReference: true)
    }
    // 2000年以前建成的小区, 2015年以来: no time that a value is for.
    if text.has("以来", at: end) { return TimeMention(range: start..<end + 2, year: nil) }
    if text.has("建成的", at: end) { return TimeMention(range: start..<end, year: nil) }
    return TimeMention(range: start..<end, year: value)
  }

  private func isBracketed(_ start: Int, _ end: Int) -> Bool {
    text.at(start - 1) == 0xFF08 && text.at(end) == 0xFF09
  }

  private func year(at index: Int) -> (Int, Int)? {
    // Within a longer number there is none; asked first, so that long digits are read once.
    guard !NumeralReader.isDigit(text.at(index - 1)),
      !NumeralReader.isChineseNumeral(text.at(index - 1))
    else { return nil }
    let numeral =
      NumeralReader.arabic(text.scalars, at: index)
      ?? (NumeralReader.isChineseNumeral(text.at(index))
        ? NumeralReader.chinese(text.scalars, at: index) : nil)
    guard let numeral, numeral.integerDigits == 4, numeral.length == 4,
      (1_949...2_100).contains(numeral.value),
      !NumberNameReader.isLatin(text.at(index - 1))
    else { return nil }
    return (Int(numeral.value), numeral.length)
  }

  /// 6月底, 12月31日
  private func skipMonth(at index: Int) -> Int {
    guard let month = NumeralReader.arabic(text.scalars, at: index), month.integerDigits <= 2,
      text.at(index + month.length) == 0x6708
    else { return index }
    var end = index + month.length + 1
    if let day = NumeralReader.arabic(text.scalars, at: end), day.integerDigits <= 2,
      text.at(end + day.length) == 0x65E5
    {
      end += day.length + 1
    }
    return end
  }

  /// 10月20日前, 6月底: no year of its own, but no part of a name either.
  private func day(at index: Int) -> TimeMention? {
    guard NumeralReader.isDigit(text.at(index)), !NumeralReader.isDigit(text.at(index - 1)) else {
      return nil
    }
    var end = skipMonth(at: index)
    guard end > index else { return nil }
    if let after = Self.behind.match(text.scalars, at: end, before: text.count) {
      end += after.length
    }
    return TimeMention(range: index..<end, year: nil, isReference: true)
  }

  /// 第一个五年计划期间: compared with, no time of the value.
  private func ordinalPlan(at index: Int) -> TimeMention? {
    guard text.at(index) == 0x7B2C, let numeral = NumeralReader.chinese(text.scalars, at: index + 1)
    else { return nil }
    var end = index + 1 + numeral.length
    guard text.has("个五年", at: end) else { return nil }
    end += 3
    if text.has("计划", at: end) || text.has("规划", at: end) { end += 2 }
    if let word = Self.periodWords.match(text.scalars, at: end, before: text.count) {
      end += word.length
    }
    return TimeMention(range: index..<end, year: nil, isReference: true)
  }

  /// 近五年, 近3年来
  private func recentYears(at index: Int) -> TimeMention? {
    guard text.at(index) == 0x8FD1 else { return nil }
    let numeral =
      NumeralReader.arabic(text.scalars, at: index + 1)
      ?? NumeralReader.chinese(text.scalars, at: index + 1)
    guard let numeral, numeral.length <= 2 else { return nil }
    var end = index + 1 + numeral.length
    guard text.at(end) == 0x5E74 else { return nil }
    end += text.at(end + 1) == 0x6765 ? 2 : 1
    return TimeMention(range: index..<end, year: nil, isReference: true)
  }

  /// “十四五”时期, “十二五”期末, 十四五期间, “八五”期间
  private func period(at index: Int) -> TimeMention? {
    guard let (number, position) = FiveYearPeriod.number(in: text, at: index) else { return nil }
    let first = FiveYearPeriod.years(of: number).lowerBound
    guard let word = Self.periodWords.match(text.scalars, at: position, before: text.count) else {
      return nil
    }
    var start = index
    while let before = Self.inFront.match(text.scalars, endingAt: start, from: 0) {
      start -= before.length
      if before.value {
        return TimeMention(
          range: start..<position + word.length, year: "\(first)-\(first + 4)", isReference: true)
      }
    }
    return TimeMention(
      range: start..<position + word.length,
      year: word.value ? "\(first + 4)" : "\(first)-\(first + 4)")
  }

  /// 五年累计, 过去五年, 今后五年, 今年, 去年, 本世纪中叶
  private func wordedTime(at index: Int) -> TimeMention? {
    guard let match = Self.worded.match(text.scalars, at: index, before: text.count) else {
      return nil
    }
    let range = index..<index + match.length
    switch match.value {
    case .fiveYears:
      guard let period = times.period else { return TimeMention(range: range, year: nil) }
      let shift = isReview ? 5 : 0
      return TimeMention(
        range: range, year: "\(period.lowerBound - shift)-\(period.upperBound - shift)")
    case .pastFiveYears:
      guard let period = times.period else { return TimeMention(range: range, year: nil) }
      return TimeMention(range: range, year: "\(period.lowerBound - 5)-\(period.upperBound - 5)")
    case .nextFiveYears:
      return TimeMention(
        range: range, year: times.period.map { "\($0.lowerBound)-\($0.upperBound)" })
    case .year(let shift):
      // 今年 of a report's review of the year before is still the report's own year.
      return TimeMention(range: range, year: times.reportYear.map { String($0 + shift) })
    case .middleOfCentury: return TimeMention(range: range, year: "2050")
    }
  }

  private enum Worded: Sendable {
    case fiveYears, pastFiveYears, nextFiveYears
    case year(Int)
    case middleOfCentury
  }

  private static let worded = WordTable<Worded>([
    ("五年累计", .fiveYears), ("五年共", .fiveYears), ("五年间", .fiveYears), ("五年内", .fiveYears),
    ("五年中", .fiveYears), ("五年来", .pastFiveYears),
    ("过去五年", .pastFiveYears), ("过去5年", .pastFiveYears), ("今后五年", .nextFiveYears),
    ("未来五年", .nextFiveYears), ("今后5年", .nextFiveYears), ("未来5年", .nextFiveYears),
    ("今年", .year(0)), ("去年", .year(-1)), ("本年度", .year(0)), ("本世纪中叶", .middleOfCentury),
  ])

  /// 末 tells the last year.
  private static let periodWords = WordTable<Bool>([
    ("时期", false), ("期间", false), ("规划期内", false), ("期末", true), ("末", true), ("时期末", true),
    ("以来", false), ("规划期末", true), ("期内", false),
  ])

  /// True for words that only compare.
  private static let inFront = WordTable<Bool>([
    ("到", false), ("至", false), ("截至", false), ("截止", false), ("截止到", false), ("截至到", false),
    ("力争到", false), ("力争", false), ("在", false), ("从", false), ("于", false), ("预计到", false),
    ("预计", false), ("争取到", false), ("，到", false), ("比", true), ("较", true), ("与", true),
    ("同比", true), ("按", true), ("相比", true), ("力争在", false), ("整个", false), ("“", false),
  ])

  private static let behind = WordTable<Bool>(
    words: "底前 年底前 年底 底 末 年末 前 以前 之前 左右 度 全年 初 上半年 下半年 后 当年")
}
