/// The number under which a document was issued: 国发〔2021〕5号.
struct DocumentNumber: Equatable {
  var text: String
  /// UTF-8 offset in the text it was read from.
  var byte: Int

  init?(_ text: String) {
    for open in text.indices where "〔﹝[［（(".contains(text[open]) {
      guard let (year, close) = Self.digits(text, from: text.index(after: open)), year.count == 4,
        close < text.endIndex, "〕﹞]］）)".contains(text[close]),
        let (number, end) = Self.digits(text, from: text.index(after: close)), number.count <= 5,
        end < text.endIndex, text[end] == "号"
      else { continue }
      let office = text[..<open].reversed().prefix {
        !$0.isWhitespace && $0.isLetter
      }
      guard (2...12).contains(office.count) else { continue }
      let start = text.index(open, offsetBy: -office.count)
      self.text = String(text[start...end])
      byte = text.utf8.distance(from: text.startIndex, to: start)
      return
    }
    return nil
  }

  private static func digits(
    _ text: String, from start: String.Index
  ) -> (Substring, String.Index)? {
    let digits = text[start...].prefix { $0.isASCII && $0.isNumber }
    return digits.isEmpty ? nil : (digits, digits.endIndex)
  }
}
