import PlanDocument

/// Numbers whose words carry their unit: 百分之五, 三分之二, 五成, 半数, 翻一番, 增长一倍.
struct WordedFractionReader {
  let text: PassageText

  func read(at index: Int) -> NumberMention? {
    percent(at: index) ?? fraction(at: index) ?? doubling(at: index) ?? tenths(at: index)
      ?? half(at: index)
  }

  /// 百分之五, 百分之五到六, 千分之三
  private func percent(at index: Int) -> NumberMention? {
    let unit: String
    if text.has("百分之", at: index) {
      unit = "%"
    } else if text.has("千分之", at: index) {
      unit = "‰"
    } else {
      return nil
    }
    guard let (value, length) = number(at: index + 3) else { return nil }
    var end = index + 3 + length
    var mention = NumberMention(number: index..<end, text: index..<end, value: value)
    mention.impliedUnit = unit
    mention.sort = .rate
    if let sign = NumberScanner.rangeSign(text.scalars, at: end),
      let (second, length) = number(at: end + sign)
    {
      end += sign + length
      mention.valueMax = second
      mention.bound = .range
      mention.number = index..<end
    }
    mention.text = index..<end
    return bounded(mention)
  }

  /// 三分之二, 1/3
  func fraction(at index: Int) -> NumberMention? {
    guard let (below, belowLength) = denominator(at: index), below > 0,
      text.has("分之", at: index + belowLength),
      let (above, aboveLength) = number(at: index + belowLength + 2)
    else { return slashed(at: index) }
    let end = index + belowLength + 2 + aboveLength
    var mention = NumberMention(number: index..<end, text: index..<end, value: above / below)
    mention.impliedUnit = ""
    mention.sort = .rate
    return bounded(mention)
  }

  /// 三, 一千万, 万 in front of 分之.
  private func denominator(at index: Int) -> (Double, Int)? {
    let (value, length) = number(at: index) ?? (1, 0)
    let place = index + length
    guard
      let multiple = UnitWords.multipliers.match(text.scalars, at: place, before: text.count),
      text.has("分之", at: place + multiple.length)
    else { return length > 0 ? (value, length) : nil }
    return (value * multiple.value, length + multiple.length)
  }

  private func slashed(at index: Int) -> NumberMention? {
    guard let above = NumeralReader.arabic(text.scalars, at: index), above.integerDigits <= 2,
      text.at(index + above.length) == 0x2F,
      let below = NumeralReader.arabic(text.scalars, at: index + above.length + 1), below.value > 0,
      above.value < below.value || below.value < 10
    else { return nil }
    let end = index + above.length + 1 + below.length
    guard UnitWords.multipliers.match(text.scalars, at: end, before: text.count) == nil,
      text.at(end) != 0x2F
    else { return nil }
    var mention = NumberMention(
      number: index..<end, text: index..<end, value: above.value / below.value)
    mention.impliedUnit = ""
    mention.sort = .rate
    return bounded(mention)
  }

  /// 五成, 七成以上; not 成立, 成为
  func tenths(at index: Int) -> NumberMention? {
    let number = number(at: index) ?? (text.at(index) == 0x534A ? (0.5, 1) : nil)
    guard let (value, length) = number, value > 0, value <= 10,
      text.at(index + length) == 0x6210
    else { return nil }
    let end = index + length + 1
    let after = text.at(end)
    let ends =
      BoundWords.after.match(text.scalars, at: end, before: text.count) != nil
      || [0, 0xFF0C, 0x2C, 0x3002, 0x3001, 0xFF1B, 0x7684, 0xFF09].contains(after)
    guard ends else { return nil }
    var mention = NumberMention(number: index..<index + length, text: index..<end, value: value)
    mention.impliedUnit = "成"
    mention.sort = .rate
    return bounded(mention)
  }

  /// 半数以上, 一半左右, 过半; not 一半导体
  private func half(at index: Int) -> NumberMention? {
    let isHalf = text.has("半数", at: index) || text.has("一半", at: index)
    let isMore = text.has("半", at: index) && text.at(index - 1) == 0x8FC7
    guard isHalf || isMore, !text.has("导体", at: index + 2), !text.has("导体", at: index + 1) else {
      return nil
    }
    let end = index + (isHalf ? 2 : 1)
    var mention = NumberMention(number: index..<end, text: index..<end, value: 0.5)
    mention.impliedUnit = ""
    mention.sort = .rate
    if text.at(index - 1) == 0x8FC7 { mention.bound = .above }
    return bounded(mention)
  }

  /// 翻一番, 翻两番, 增长一倍, 1.5倍
  private func doubling(at index: Int) -> NumberMention? {
    guard let (value, length) = number(at: index) else { return nil }
    let unit = index + length
    let isTurn =
      text.at(unit) == 0x756A
      && (text.at(index - 1) == 0x7FFB
        || (text.at(index - 1) == 0x4E86 && text.at(index - 2) == 0x7FFB))
    guard isTurn || (text.at(unit) == 0x500D && text.at(unit + 1) != 0x589E) else { return nil }
    var mention = NumberMention(number: index..<unit, text: index..<unit + 1, value: value)
    mention.unit = [unit..<unit + 1]
    mention.sort = .rate
    return bounded(mention)
  }

  private func number(at index: Int) -> (Double, Int)? {
    if let numeral = NumeralReader.arabic(text.scalars, at: index) {
      return (numeral.value, numeral.length)
    }
    guard let numeral = NumeralReader.chinese(text.scalars, at: index), numeral.valueMax == nil
    else { return nil }
    return (numeral.value, numeral.length)
  }

  private func bounded(_ mention: NumberMention) -> NumberMention {
    var mention = mention
    if let after = BoundWords.after.match(
      text.scalars, at: mention.text.upperBound, before: text.count)
    {
      if mention.bound != .range { mention.bound = after.value }
      mention.text = mention.text.lowerBound..<mention.text.upperBound + after.length
    }
    return mention
  }
}
