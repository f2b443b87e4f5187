import PlanDocument

/// The name in a cell, without footnote marks, with the unit and attribute that stand in brackets.
struct IndicatorName {
  private(set) var text: String
  /// From a bracket at the end: （%）, （万元/人）.
  private(set) var unit: String?
  /// 〔约束〕 and the like.
  let attribute: String
  /// 其中：… names a part of what the row above names.
  let isPart: Bool
  /// Whether a number in front counts it: 1. … or （1）….
  let isNumbered: Bool

  private static let parts: [Word] = ["其中"]

  /// - Parameter takesAnyBracket: whether a bracket at the end is a unit even where nobody knows it,
  ///   since the names of the table end with units.
  init(_ cell: PassageText, takesAnyBracket: Bool = false) {
    var end = cell.count
    var unit: String?
    var attribute = ""
    let label = Self.labelEnd(cell)
    var start = label
    isNumbered = label > 0
    var isPart = false
    for word in Self.parts where cell.has(word, at: start) {
      isPart = true
      start += word.count
      while start < end, [0xFF1A, 0x3A, 0xFF0C, 0x2C].contains(cell.at(start)) { start += 1 }
      // 其中：（1）…
      let inner = Self.labelEnd(cell, from: start)
      if inner > start { start = inner }
    }
    while end > start + 1 {
      let last = cell.at(end - 1)
      if Self.isMark(last) {
        end -= 1
        continue
      }
      guard let opener = Self.opener(of: last),
        let open = (start..<end).last(where: { cell.at($0) == opener }), open > start
      else { break }
      let inner = cell.string(open + 1..<end - 1)
      if inner.holds("约束") || inner.holds("预期") {
        attribute = inner
      } else if !inner.isEmpty, inner.allSatisfy({ "0123456789*①②③④⑤注".contains($0) }),
        opener == 0x3014
      {
        // [1], a footnote's mark.
      } else if unit == nil,
        BaseUnit(written: inner) != nil || (takesAnyBracket && Self.mayBeUnit(inner))
      {
        unit = inner
      } else {
        break
      }
      end = open
    }
    text = PassageExtractor.cleaned(cell.string(start..<max(start, end)))
    // 森林覆盖率，%
    if unit == nil, let comma = text.lastIndex(where: { "，,".contains($0) }) {
      let tail = String(text[text.index(after: comma)...])
      if BaseUnit(written: tail) != nil {
        unit = tail
        text = String(text[..<comma])
      }
    }
    self.unit = unit
    self.attribute = attribute
    self.isPart = isPart
  }

  /// Puts the name of the whole in front of that of a part.
  mutating func complete(by whole: IndicatorName) {
    if !text.hasPrefix(whole.text) { text = whole.text + text }
    if unit == nil { unit = whole.unit }
  }

  /// Where the text begins behind 1. or （1）.
  private static func labelEnd(_ cell: PassageText, from start: Int = 0) -> Int {
    if let numeral = NumeralReader.arabic(cell.scalars, at: start), numeral.integerDigits <= 2,
      [0x2E, 0x3001, 0xFF0E].contains(cell.at(start + numeral.length)),
      !NumeralReader.isDigit(cell.at(start + numeral.length + 1))
    {
      return start + numeral.length + 1
    }
    if (0x2460...0x2473).contains(cell.at(start)), cell.count > start + 1 { return start + 1 }
    guard cell.at(start) == 0xFF08,
      let close = (start + 1..<max(start + 1, min(start + 5, cell.count))).first(where: {
        cell.at($0) == 0xFF09
      }),
      NumeralReader.isDigit(cell.at(start + 1))
        || NumeralReader.isChineseNumeral(cell.at(start + 1))
    else { return start }
    return close + 1
  }

  private static func isMark(_ scalar: UInt32) -> Bool {
    (0x2460...0x2473).contains(scalar) || (0x2070...0x2079).contains(scalar)
      || [0x2A, 0xFF0A, 0xB9, 0xB2, 0xB3, 0x203B, 0x2020].contains(scalar)
  }

  private static func opener(of scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0xFF09: 0xFF08
    case 0x3015: 0x3014
    case 0x3011: 0x3010
    default: nil
    }
  }

  private static func mayBeUnit(_ text: String) -> Bool {
    text.count <= 10 && !text.contains { "，、；。：".contains($0) }
  }
}
