import PlanDocument

/// The number under which a document was issued: 国发〔2021〕5号, 国办函[2005]57号.
struct DocumentNumber: Equatable {
  /// Its characters.
  var range: Range<Int>

  /// Reads a number that begins at `index`.
  init?(_ text: SqueezedText, at index: Int) {
    var position = index
    while let scalar = text[position], scalar.isHan, position - index <= 16 { position += 1 }
    guard (2...16).contains(position - index) else { return nil }
    if text[position - 1] == "第", text.has("令第", at: position - 2) {
      guard let end = Self.digits(text, at: position, most: 5), text[end] == "号" else { return nil }
      range = index..<end + 1
      return
    }
    guard let open = text[position], "〔﹝［[（(【".unicodeScalars.contains(open),
      let year = Self.digits(text, at: position + 1, most: 4), year == position + 5,
      let close = text[year], "〕﹞］]）)】".unicodeScalars.contains(close)
    else { return nil }
    let number = text[year + 1] == "第" ? year + 2 : year + 1
    guard let end = Self.digits(text, at: number, most: 5), text[end] == "号" else { return nil }
    range = index..<end + 1
  }

  /// A line that is a number and nothing else, in brackets or not; 签发人 may stand behind.
  static func alone(_ text: SqueezedText) -> PlanMetadata.Found? {
    guard text.count <= 60 else { return nil }
    let bare = text.withoutOuterBrackets
    guard let number = DocumentNumber(bare, at: 0) else { return nil }
    let end = number.range.upperBound
    return end == bare.count || bare.has("签发人", at: end) ? bare.found(number.range) : nil
  }

  private static func digits(_ text: SqueezedText, at index: Int, most: Int) -> Int? {
    var position = index
    while text[position]?.digit != nil { position += 1 }
    return (1...most).contains(position - index) ? position : nil
  }
}
