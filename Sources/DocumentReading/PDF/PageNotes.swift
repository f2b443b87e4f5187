/// Notes at the foot of a page: lines in smaller type below its text, behind a number or a mark.
enum PageNotes {
  /// Type of notes is at most this share of that of the text.
  private static let largest = 0.9

  /// - Parameter rows: of a page, from top to bottom, without its furniture.
  /// - Returns: the first row that is one of a note; `rows.count` where there is none.
  static func first(of rows: [TextRow], texts: [String]) -> Int {
    guard rows.count >= 5 else { return rows.count }
    let typical = rows.map(\.size).sorted()[rows.count / 2]
    var first = rows.count
    // Cells are set in smaller type too, and rows have numbers.
    while first > 0, rows[first - 1].size < typical * largest,
      rows[first - 1].pieces(gap: 1.1).count < 3
    { first -= 1 }
    while first < rows.count, !beginsNote(texts[first]) { first += 1 }
    return first * 5 > rows.count * 2 ? first : rows.count
  }

  /// 1 名词解释, [2] …, ③ …, * …
  static func beginsNote(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first,
      !first.isWide || "［【〔＊".unicodeScalars.contains(first)
    else { return false }
    return text.prefixMatch(of: /[①-⑳]|[\[［【〔]\d{1,3}[\]］】〕]|[*＊※]|\d{1,3} ?[^\d\s.．、,，%年月日)）:：-]/)
      != nil
  }
}
