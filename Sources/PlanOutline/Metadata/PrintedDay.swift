/// A day as documents print it: 2021年3月5日, 二〇二一年三月五日, 2021-03-05; or a month of a year.
struct PrintedDay: Equatable {
  /// `2021-03-05`, or `2021-03` where no day is printed.
  var text: String
  /// Its characters.
  var range: Range<Int>

  var isMonth: Bool { text.utf8.count == 7 }

  /// Reads a day that begins at `index`.
  init?(_ text: SqueezedText, at index: Int) {
    guard text[index - 1]?.digit == nil, let year = Self.year(text, at: index) else { return nil }
    if text[year.end] == "年" {
      self.init(text, at: index, worded: year)
    } else {
      self.init(text, at: index, dashed: year)
    }
  }

  /// The first day in a text.
  static func first(in text: SqueezedText, from start: Int = 0) -> PrintedDay? {
    guard start < text.count else { return nil }
    for index in start..<text.count {
      if let day = PrintedDay(text, at: index) { return day }
    }
    return nil
  }

  /// A line that is a day and nothing else, in brackets or not.
  init?(alone text: SqueezedText) {
    guard text.count <= 20 else { return nil }
    let bare = text.withoutOuterBrackets
    guard let day = PrintedDay(bare, at: 0), day.range.upperBound == bare.count else { return nil }
    self = day
  }

  private typealias Number = (value: Int, end: Int)

  private init?(_ text: SqueezedText, at index: Int, worded year: Number) {
    guard let month = Self.small(text, at: Self.pastSlash(text, year.end + 1)),
      text[month.end] == "月", (1...12).contains(month.value)
    else { return nil }
    if let day = Self.small(text, at: Self.pastSlash(text, month.end + 1)),
      let unit = text[day.end], "日号".unicodeScalars.contains(unit), (1...31).contains(day.value)
    {
      self.init(
        text: Self.form(year.value, month.value, day.value), range: index..<day.end + 1)
    } else {
      guard text[month.end + 1]?.digit == nil else { return nil }
      self.init(text: Self.form(year.value, month.value, nil), range: index..<month.end + 1)
    }
  }

  /// 2021-03-05, 2021.3.5, 2021/03/05: without blanks inside, since a time may follow at once.
  private init?(_ text: SqueezedText, at index: Int, dashed year: Number) {
    guard let dash = text[year.end], "-./－．".unicodeScalars.contains(dash),
      let month = Self.tight(text, at: year.end + 1), text[month.end] == dash,
      let day = Self.tight(text, at: month.end + 1), (1...12).contains(month.value),
      (1...31).contains(day.value)
    else { return nil }
    self.init(text: Self.form(year.value, month.value, day.value), range: index..<day.end)
  }

  private init(text: String, range: Range<Int>) {
    self.text = text
    self.range = range
  }

  private static func form(_ year: Int, _ month: Int, _ day: Int?) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))" + (day.map { "-" + two($0) } ?? "")
  }

  /// A newspaper's 2001年/02月/20日.
  private static func pastSlash(_ text: SqueezedText, _ index: Int) -> Int {
    text[index] == "/" ? index + 1 : index
  }

  /// Four digits, of every width or Chinese: 2021, 二〇二一.
  private static func year(_ text: SqueezedText, at index: Int) -> Number? {
    var value = 0
    let isArabic = text[index]?.digit != nil
    for position in index..<index + 4 {
      guard let scalar = text[position],
        let digit = isArabic ? scalar.digit : PlanPeriod.hanDigits[scalar]
      else { return nil }
      value = value * 10 + digit
    }
    return (1900...2100).contains(value) ? (value, index + 4) : nil
  }

  /// One or two digits, or a Chinese numeral up to 三十一.
  private static func small(_ text: SqueezedText, at index: Int) -> Number? {
    var value = 0
    var position = index
    while let digit = text[position]?.digit, position - index < 2 {
      value = value * 10 + digit
      position += 1
    }
    if position > index { return (value, position) }
    var tens: Int?
    var ones: Int?
    while let scalar = text[position], position - index < 3 {
      if scalar == "十", tens == nil {
        tens = ones ?? 1
        ones = nil
      } else if let digit = PlanPeriod.hanDigits[scalar], ones == nil {
        ones = digit
      } else {
        break
      }
      position += 1
    }
    guard position > index else { return nil }
    return ((tens ?? 0) * 10 + (ones ?? 0), position)
  }

  private static func tight(_ text: SqueezedText, at index: Int) -> Number? {
    guard let first = text[index]?.digit else { return nil }
    guard let second = text[index + 1]?.digit, text.starts[index + 1] == text.starts[index] + 1
    else { return (first, index + 1) }
    return (first * 10 + second, index + 2)
  }
}
