import PlanDocument

/// Lines with which the text of a plan begins: 第一章 …, 一、…, 目录, 各位代表：.
enum LabelledLine {
  static func opensText(_ line: PageLine) -> Bool {
    let text = line.text
    if ["目录", "目次", "前言", "序言", "序"].contains(text.string) { return true }
    if text.has("各位", at: 0), text.count <= 12 { return true }
    guard let first = text[0], LabelReader.mayBegin(first) else { return false }
    if text[0] == "第" {
      let mark = text.scalars.prefix(6).firstIndex { "篇章节编条部".unicodeScalars.contains($0) }
      return (mark ?? 0) >= 2
    }
    let numerals = Set("一二三四五六七八九十1１（(".unicodeScalars)
    guard numerals.contains(first) else { return false }
    if let mark = text[1], "、．.".unicodeScalars.contains(mark) { return text[2]?.digit == nil }
    return (text[0] == "（" || text[0] == "(")
      && text[2].map { "）)".unicodeScalars.contains($0) } ?? false
  }
}
