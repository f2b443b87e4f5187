/// The years that a title says its plan is for: “十四五”, 第十四个五年规划, 2021—2025年.
struct PlanPeriod: Equatable {
  var first: Int
  var last: Int

  /// The first five-year plan began in 1953, the sixth in 1981, each later one five years on.
  init?(title: String) {
    if let years = Self.years(title) {
      self = years
    } else if let number = Self.planNumber(title) {
      switch number {
      case 1: self.init(first: 1953, last: 1957)
      case 2: self.init(first: 1958, last: 1962)
      case 3: self.init(first: 1966, last: 1970)
      default: self.init(first: 1951 + number * 5, last: 1955 + number * 5)
      }
    } else {
      return nil
    }
  }

  private init(first: Int, last: Int) {
    self.first = first
    self.last = last
  }

  /// Digits of every width and 二〇二一.
  static func digit(_ character: Character) -> Int? {
    if let value = character.wholeNumberValue, value < 10 { return value }
    return character == "○" ? 0 : nil
  }

  /// Two years with a dash between.
  private static func years(_ text: String) -> PlanPeriod? {
    var found: [Int] = []
    var dashAfterFirst = false
    var digits: [Int] = []
    for character in text + " " {
      if let digit = digit(character) {
        digits.append(digit)
        continue
      }
      if digits.count == 4 {
        let year = digits.reduce(0) { $0 * 10 + $1 }
        if (1900...2100).contains(year) { found.append(year) }
        if found.count == 2 {
          return dashAfterFirst && found[1] > found[0] && found[1] - found[0] <= 30
            ? PlanPeriod(first: found[0], last: found[1]) : nil
        }
      }
      digits = []
      if "-—－–~～至".contains(character), found.count == 1 {
        dashAfterFirst = true
      } else if !character.isWhitespace, character != "年" {
        dashAfterFirst = false
        found = []
      }
    }
    return nil
  }

  private static func planNumber(_ text: String) -> Int? {
    for (numeral, number) in TitleWords.periodNumerals {
      if text.contains("“\(numeral)五”") || text.contains("第\(numeral)个五年") {
        return number
      }
    }
    return nil
  }
}
