import PlanDocument

/// A number of a table cell, with its bound and the label in front of it.
struct CellNumber {
  var value: Double
  var valueMax: Double?
  var bound: PlanTarget.Bound?
  var range: Range<Int>
  var text: Range<Int>
  /// 重点城市 in 重点城市≥30; empty where the cell holds one number.
  var label = ""
  var unit: String?
  /// 万 without a unit behind it.
  var multiplier = ""
  /// In brackets: [5], 〔25〕.
  var isCumulative = false

  /// All numbers of a cell; labels only where there are several, or where a bound or a kind of
  /// place says that the words are one.
  static func numbers(in cell: PassageText) -> [CellNumber] {
    var found: [CellNumber] = []
    var index = 0
    var labelStart = 0
    let saysCumulative = cell.string(0..<cell.count).holds("累计")
    while index < cell.count {
      guard NumeralReader.isDigit(cell.at(index)), !NumberNameReader.isLatin(cell.at(index - 1)),
        let numeral = NumeralReader.arabic(cell.scalars, at: index)
      else {
        index += 1
        continue
      }
      // A year is no value.
      if numeral.length == 4, (1_949...2_100).contains(numeral.value),
        cell.has("年", at: index + 4)
      {
        index += 5
        continue
      }
      var number = CellNumber(
        value: numeral.value, range: index..<index + numeral.length,
        text: index..<index + numeral.length)
      if cell.at(index - 1) == 0x2D, index == 1 || !isNamePart(cell.at(index - 2)) {
        number.value = -number.value
      }
      readBehind(cell, &number)
      readBound(cell, &number, from: labelStart)
      number.isCumulative =
        saysCumulative
        || (cell.at(number.text.lowerBound - 1) == 0x3014
          && cell.at(number.text.upperBound) == 0x3015)
      let labelEnd = max(labelStart, number.text.lowerBound - (number.value < 0 ? 1 : 0))
      number.label =
        PassageExtractor.cleaned(cell.string(labelStart..<labelEnd))
        .trimmingBrackets
      found.append(number)
      index = max(number.text.upperBound, index + 1)
      labelStart = index
    }
    if found.count == 1 {
      // A name with a digit in a cell of words is no value.
      let rest = cell.count - found[0].text.count
      if rest > 6, !found[0].isCumulative, !leads(found[0], cell) { return [] }
      if !isLabel(found[0]) { found[0].label = "" }
    } else if found.contains(where: { $0.label.isEmpty }) {
      return found.prefix(1).map {
        var only = $0
        only.label = ""
        return only
      }
    }
    return found
  }

  /// ＞7、力争投入强度高于…: the value in front, a remark behind it.
  private static func leads(_ number: CellNumber, _ cell: PassageText) -> Bool {
    number.text.lowerBound <= (number.value < 0 ? 1 : 0)
      && [0x3001, 0xFF0C, 0x2C, 0xFF1B, 0xFF08, 0x3002].contains(cell.at(number.text.upperBound))
  }

  /// 设区市≥25: the only number of a cell holds for a part of what the row names.
  private static func isLabel(_ number: CellNumber) -> Bool {
    guard let last = number.label.last, number.label.count >= 2, number.label.count <= 8 else {
      return false
    }
    return "市县区镇村城乡旗省校".contains(last)
  }

  private static func isNamePart(_ scalar: UInt32) -> Bool {
    NumeralReader.isDigit(scalar) || NumberNameReader.isLatin(scalar)
  }

  private static func readBehind(_ cell: PassageText, _ number: inout CellNumber) {
    var end = number.range.upperBound
    if let sign = NumberScanner.rangeSign(cell.scalars, at: end),
      let second = NumeralReader.arabic(cell.scalars, at: end + sign)
    {
      number.valueMax = second.value
      end += sign + second.length
      number.range = number.range.lowerBound..<end
    }
    let lower = cell.scalars.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    var unitEnd = end
    if let multiplier = UnitWords.multipliers.match(lower, at: unitEnd, before: cell.count) {
      unitEnd += multiplier.length
    }
    if let unit = UnitWords.table.match(lower, at: unitEnd, before: cell.count) {
      unitEnd += unit.length
      number.unit = cell.string(end..<unitEnd).replacing("％", with: "%")
      end = unitEnd
      readUpper(cell, &number, &end)
    } else if unitEnd > end {
      number.multiplier = cell.string(end..<unitEnd)
      end = unitEnd
    }
    if let after = BoundWords.after.match(cell.scalars, at: end, before: cell.count) {
      number.bound = after.value
      end += after.length
    }
    number.text = number.text.lowerBound..<end
  }

  /// 5.5%-6%: the upper end behind the unit of the lower one.
  private static func readUpper(_ cell: PassageText, _ number: inout CellNumber, _ end: inout Int) {
    guard number.valueMax == nil, let sign = NumberScanner.rangeSign(cell.scalars, at: end),
      let second = NumeralReader.arabic(cell.scalars, at: end + sign)
    else { return }
    number.valueMax = second.value
    end += sign + second.length
    let lower = cell.scalars
    if let unit = UnitWords.table.match(lower, at: end, before: cell.count) { end += unit.length }
  }

  private static func readBound(_ cell: PassageText, _ number: inout CellNumber, from start: Int) {
    var front = number.text.lowerBound
    if number.value < 0 { front -= 1 }
    guard let before = BoundWords.before.match(cell.scalars, endingAt: front, from: start) else {
      return
    }
    if number.bound == nil { number.bound = before.value }
    number.text = front - before.length..<number.text.upperBound
  }

  /// Whether a cell holds more than a mark for no value.
  static func saysSomething(_ cell: PassageText) -> Bool {
    cell.scalars.contains {
      NumeralReader.isDigit($0) || Unicode.Scalar($0)?.properties.isAlphabetic == true
    }
  }

  /// Whether a cell without a number says something of the target: 完成国家任务, 待明确; not a dash.
  static func isWords(_ text: String) -> Bool {
    let letters = text.unicodeScalars.filter(\.properties.isAlphabetic).count
    return letters >= 2 && letters <= 40
  }
}

extension String {
  /// Without brackets that stand open at either end.
  fileprivate var trimmingBrackets: String {
    var text = self[...]
    while let last = text.last, "（〔[".contains(last) { text = text.dropLast() }
    while let first = text.first, "）〕]".contains(first) { text = text.dropFirst() }
    return String(text)
  }
}
