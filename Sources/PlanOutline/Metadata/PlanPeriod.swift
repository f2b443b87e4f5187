/// The years that a text says a plan is for: “十四五”, 第十四个五年规划, 2021—2025年.
struct PlanPeriod: Equatable {
  var first: Int
  var last: Int
  /// Its characters.
  var range: Range<Int>

  var text: String { "\(first)-\(last)" }

  /// The first period that a text names; years go before the number of a five-year plan.
  init?(title text: SqueezedText) {
    guard let found = Self.years(in: text) ?? Self.numbered(in: text) else { return nil }
    self = found
  }

  private init(first: Int, last: Int, range: Range<Int>) {
    self.first = first
    self.last = last
    self.range = range
  }

  /// Chinese digits as years have them.
  static let hanDigits: [Unicode.Scalar: Int] = [
    "〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  /// Two years with a dash between: 2021—2025年, 2021年至2035年.
  static func years(in text: SqueezedText, from start: Int = 0) -> PlanPeriod? {
    var index = start
    while index < text.count {
      if let first = year(text, at: index), let dash = pastDash(text, index + 4),
        let last = year(text, at: dash), last > first, last - first <= 30
      {
        return PlanPeriod(first: first, last: last, range: index..<dash + 4)
      }
      index += 1
    }
    return nil
  }

  /// Four digits of one kind with no digit beside them, 1900 to 2100.
  static func year(_ text: SqueezedText, at index: Int) -> Int? {
    let isArabic = text[index]?.digit != nil
    func digit(_ index: Int) -> Int? {
      text[index].flatMap { isArabic ? $0.digit : hanDigits[$0] }
    }
    guard digit(index - 1) == nil, digit(index + 4) == nil else { return nil }
    var value = 0
    for position in index..<index + 4 {
      guard let digit = digit(position) else { return nil }
      value = value * 10 + digit
    }
    return (1900...2100).contains(value) ? value : nil
  }

  /// Behind 年, if there is one, and a dash.
  private static func pastDash(_ text: SqueezedText, _ index: Int) -> Int? {
    var position = text[index] == "年" ? index + 1 : index
    let start = position
    while let mark = text[position], "-—－–―─~～至到".unicodeScalars.contains(mark) { position += 1 }
    return position > start && position - start <= 2 ? position : nil
  }

  private static func numbered(in text: SqueezedText) -> PlanPeriod? {
    for (numeral, number) in TitleWords.periodNumerals {
      guard let range = place(of: numeral, in: text) else { continue }
      // The first five-year plan began in 1953, the sixth in 1981, each later one five years on.
      let starts = [1: 1953, 2: 1958, 3: 1966]
      let first = starts[number] ?? 1951 + number * 5
      return PlanPeriod(first: first, last: first + 4, range: range)
    }
    return nil
  }

  /// “十四五”, 第十四个五年, 十四五规划.
  private static func place(of numeral: String, in text: SqueezedText) -> Range<Int>? {
    if let named = text.range(of: "第\(numeral)个五年") { return named }
    var from = 0
    while let range = text.range(of: "\(numeral)五", from: from) {
      from = range.lowerBound + 1
      let before = text[range.lowerBound - 1]
      let after = text[range.upperBound]
      if let before, let after, "“\"「‘'〝".unicodeScalars.contains(before),
        "”\"」’'〞“".unicodeScalars.contains(after)
      {
        return range
      }
      if before.map({ $0 == "十" || hanDigits[$0] != nil }) ?? false { continue }
      let isPlan = ["规划", "计划", "时期", "期间", "发展"].contains { text.has($0, at: range.upperBound) }
      if isPlan || (numeral.count == 2 && after != "年") { return range }
    }
    return nil
  }
}
