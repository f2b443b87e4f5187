/// A line that is a day and nothing else: 2021年3月5日, （2018年1月2日）.
struct PrintedDay: Equatable {
  /// `2021-03-05`
  var text: String

  init?(_ line: String) {
    guard line.utf8.count <= 80 else { return nil }
    var parts: [Int] = []
    var number: Int?
    let units: [Character] = ["年", "月", "日"]
    for character in line where !character.isWhitespace && !"（）()".contains(character) {
      if let digit = PlanPeriod.digit(character),
        character.isASCII || "〇○一二三四五六七八九".contains(character)
      {
        // Only years are written digit by digit in Chinese.
        guard character.isASCII || parts.isEmpty else { return nil }
        number = (number ?? 0) * 10 + digit
        guard number ?? 0 < 10_000 else { return nil }
      } else {
        guard parts.count < 3, character == units[parts.count], let value = number else {
          return nil
        }
        parts.append(value)
        number = nil
      }
    }
    guard parts.count == 3, number == nil, (1900...2100).contains(parts[0]),
      (1...12).contains(parts[1]), (1...31).contains(parts[2])
    else { return nil }
    let (month, day) = (parts[1], parts[2])
    text = "\(parts[0])-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}
