import PlanDocument

/// Numbers of several pieces: with two ends, with a sign, with digits behind 万.
extension NumberScanner {
  /// 负2.2%, but not the 负 of a word: 减负15.9亿元.
  func isNegative(_ index: Int) -> Bool {
    text.at(index - 1) == 0x8D1F
      && Self.burdens.match(text.scalars, endingAt: index, from: 0) == nil
  }

  private static let burdens = WordTable<Bool>(words: "减负 降负 担负 背负 肩负 自负 抱负 欠负 胜负 税负 荷负")

  /// -2.2, but not the hyphen of a range or a name.
  func hasMinus(_ index: Int) -> Bool {
    text.at(index - 1) == 0x2D && !NumeralReader.isDigit(text.at(index - 2))
      && !NumberNameReader.isLatin(text.at(index - 2))
  }

  /// 1亿3000万元, 3万4000人, 25万6千: digits behind a 万 or 亿 go on with the number.
  func readCompound(_ mention: inout NumberMention) {
    var lowest = Double.infinity
    while let multiple = UnitWords.multipliers.match(
      lower, at: mention.number.upperBound, before: text.count), multiple.value < lowest
    {
      var place = mention.number.upperBound + multiple.length
      if text.at(place) == 0x96F6 { place += 1 }
      guard let rest = numeral(at: place), rest.valueMax == nil, rest.value > 0,
        rest.value < multiple.value
      else { return }
      // The last multiple stays for the unit.
      let end = place + rest.length
      let next = UnitWords.multipliers.match(lower, at: end, before: text.count)
      if let next, next.value >= multiple.value { return }
      mention.value = mention.value * multiple.value / (next?.value ?? 1) + rest.value
      mention.number = mention.number.lowerBound..<end
      mention.text = mention.number
      lowest = multiple.value
    }
  }

  /// 5%-6%, 3至5家, 5000万~1亿元: what stands behind the first number may be its own unit.
  func readRange(_ mention: inout NumberMention) {
    let start = mention.number.upperBound
    var position = start
    let own = UnitWords.multipliers.match(lower, at: position, before: text.count)
    position += own?.length ?? 0
    let unit = UnitWords.table.match(lower, at: position, before: text.count)
    let isSpelledOut = own != nil || unit != nil
    let unitRange = position..<position + (unit?.length ?? 0)
    position = unitRange.upperBound
    if text.has("（含）", at: position) { position += 3 }
    guard let length = Self.rangeSign(text.scalars, at: position) else { return }
    if Self.joins(text.at(position)), isSpelledOut, isReached(before: mention.number.lowerBound) {
      return
    }
    guard let second = numeral(at: position + length), second.valueMax == nil else { return }
    let end = position + length + second.length
    if isSpelledOut {
      let next = UnitWords.multipliers.match(lower, at: end, before: text.count)
      let unitBehind = end + (next?.length ?? 0)
      guard isSame(unitRange, at: unitBehind) else { return }
      if own != nil, next == nil { return }
      if let own, let next { mention.value *= own.value / next.value }
    }
    mention.number = mention.number.lowerBound..<end
    mention.text = mention.number
    mention.valueMax = second.value
    mention.bound = .range
    mention.boundWords = position..<position + length
  }

  /// Whether the words of a range stand at a place again.
  func isSame(_ range: Range<Int>, at place: Int) -> Bool {
    place + range.count <= text.count
      && lower[place..<place + range.count].elementsEqual(lower[range])
  }

  func numeral(at index: Int) -> NumeralReader.Numeral? {
    if let arabic = NumeralReader.arabic(text.scalars, at: index) { return arabic }
    guard NumeralReader.isChineseNumeral(text.at(index)) else { return nil }
    return NumeralReader.chinese(text.scalars, at: index)
  }

  /// 由5%到6% is a change, not a range.
  func isReached(before index: Int) -> Bool {
    let before = text.at(index - 1)
    return before == 0x7531 || before == 0x4ECE
  }

  /// Code points of a sign between the ends of a range: -, ~, —, 至, 到.
  static func rangeSign(_ scalars: [UInt32], at index: Int) -> Int? {
    guard index < scalars.count else { return nil }
    switch scalars[index] {
    case 0x7E, 0x81F3, 0x5230: return 1
    case 0x2D, 0x2014, 0x2500, 0x2015:
      return index + 1 < scalars.count && scalars[index + 1] == scalars[index] ? 2 : 1
    default: return nil
    }
  }

  private static func joins(_ scalar: UInt32) -> Bool { scalar == 0x81F3 || scalar == 0x5230 }
}
