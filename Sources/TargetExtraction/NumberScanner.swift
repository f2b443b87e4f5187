import PlanDocument

/// Finds every number of a passage, with unit and bound, and tells quantities from the others.
struct NumberScanner {
  let text: PassageText
  let lower: [UInt32]
  /// Where 《》 and short quotations stand.
  private let titles: [Range<Int>]
  private let quotes: [Range<Int>]

  init(_ text: PassageText) {
    self.text = text
    lower = text.lower
    let isQuoted = text.traits.contains(.quotation)
    titles =
      isQuoted ? Self.enclosed(text.scalars, open: 0x300A, close: 0x300B, longest: 80) : []
    quotes =
      isQuoted ? Self.enclosed(text.scalars, open: 0x201C, close: 0x201D, longest: 18) : []
  }

  /// All numbers in order, none inside another.
  func mentions() -> [NumberMention] {
    var found: [NumberMention] = []
    guard text.traits.contains(.number) else { return found }
    let scalars = text.scalars
    var index = 0
    while index < scalars.count {
      guard ScalarTraits.of(scalars[index]).contains(.number) else {
        index += 1
        continue
      }
      if let mention = read(at: index, parts: &found) {
        found.append(mention)
        index = max(mention.text.upperBound, mention.number.upperBound, index + 1)
      } else {
        // Digits that are too many for a value are passed over as one.
        repeat {
          index += 1
        } while NumeralReader.isDigit(text.at(index))
          && NumeralReader.isDigit(text.at(index - 1))
      }
    }
    return found
  }

  /// The number at a place; of a ratio its last part, those before go to `parts`.
  private func read(at index: Int, parts: inout [NumberMention]) -> NumberMention? {
    let scalar = text.at(index)
    let worded = WordedFractionReader(text: text)
    if NumeralReader.isDigit(scalar) {
      guard var mention = worded.fraction(at: index) ?? worded.tenths(at: index) else {
        return arabic(at: index, parts: &parts)
      }
      if isNegative(index) || hasMinus(index) { mention.value = -mention.value }
      return withBounds(mention)
    }
    let isNumeral = NumeralReader.isChineseNumeral(scalar)
    // 一半, 过半, 万分之三 begin without a numeral.
    if isNumeral || scalar == 0x534A || NumeralReader.isMultiple(scalar),
      var mention = worded.read(at: index)
    {
      if isNegative(index) { mention.value = -mention.value }
      return withBounds(mention)
    }
    return isNumeral ? chinese(at: index) : roundMultiple(at: index)
  }

  // MARK: Digits

  private func arabic(at index: Int, parts: inout [NumberMention]) -> NumberMention? {
    guard let first = NumeralReader.arabic(text.scalars, at: index) else { return nil }
    var mention = NumberMention(
      number: index..<index + first.length, text: index..<index + first.length, value: first.value)
    readCompound(&mention)
    if isNegative(index) || hasMinus(index) { mention.value = -mention.value }
    if var ratio = ratio(from: first, at: index) {
      let last = ratio.popLast()
      parts += ratio
      return last
    }
    if let fate = NumberNameReader(text: text).fate(of: first, at: index) {
      mention.fate = fate
      extendName(&mention)
      return mention
    }
    if let times = times(after: mention) { return times }
    readRange(&mention)
    readUnit(&mention)
    judge(&mention, digits: first.integerDigits)
    return withBounds(mention)
  }

  /// Letters and digits that run on from a name (G65, 5G, 2.0版).
  private func extendName(_ mention: inout NumberMention) {
    var end = mention.number.upperBound
    while end < text.count,
      NumberNameReader.isLatin(text.at(end)) || NumeralReader.isDigit(text.at(end))
        || (text.at(end) == 0x2E && NumeralReader.isDigit(text.at(end + 1)))
    { end += 1 }
    mention.text = mention.text.lowerBound..<end
  }

  /// 0.2:34.4:65.4
  private func ratio(from first: NumeralReader.Numeral, at index: Int) -> [NumberMention]? {
    guard Self.isColon(text.at(index + first.length)) else { return nil }
    var parts: [NumberMention] = []
    var numeral = first
    var start = index
    while true {
      let range = start..<start + numeral.length
      parts.append(NumberMention(number: range, text: range, value: numeral.value, fate: .ratio))
      guard Self.isColon(text.at(range.upperBound)),
        let next = NumeralReader.arabic(text.scalars, at: range.upperBound + 1)
      else { break }
      start = range.upperBound + 1
      numeral = next
    }
    guard parts.count > 1 else { return nil }
    // Of a structure or a proportion, in words; else a clock, a score, a verse.
    let words = (max(0, index - 40)..<index).contains {
      [0x6BD4, 0x6784, 0x4F8B].contains(text.at($0))
    }
    return words
      ? parts
      : parts.map { part in
        var name = part
        name.fate = .name
        return name
      }
  }

  private static func isColon(_ scalar: UInt32) -> Bool {
    scalar == 0x3A || scalar == 0xFF1A || scalar == 0x2236
  }

  /// 2×1000MW, 10×8米
  private func times(after mention: NumberMention) -> NumberMention? {
    let sign = text.at(mention.number.upperBound)
    guard sign == 0xD7 || sign == 0x2A || sign == 0x2715 || sign == 0x58,
      let second = NumeralReader.arabic(text.scalars, at: mention.number.upperBound + 1)
    else { return nil }
    var size = mention
    size.number = mention.number.lowerBound..<mention.number.upperBound + 1 + second.length
    size.text = size.number
    readUnit(&size)
    size.fate = .size
    return size
  }

  // MARK: Chinese numerals

  private func chinese(at index: Int) -> NumberMention? {
    guard let numeral = NumeralReader.chinese(text.scalars, at: index) else { return nil }
    let range = index..<index + numeral.length
    var mention = NumberMention(
      number: range, text: range, value: numeral.value, isChinese: true)
    if text.at(index - 1) == 0x7B2C {
      mention.fate = .ordinal
      return mention
    }
    if isNegative(index) { mention.value = -mention.value }
    mention.valueMax = numeral.valueMax
    if numeral.valueMax != nil { mention.bound = .range }
    // 红十字会
    if text.at(index - 1) == 0x7EA2, text.has("十字", at: index) {
      mention.fate = .name
      return mention
    }
    // 数十, 几百: nobody knows how many.
    if NumeralReader.factor(ofChinese: text.at(index)) != nil,
      text.at(index - 1) == 0x6570 || text.at(index - 1) == 0x51E0
    {
      mention.fate = .phrase
      return mention
    }
    if numeral.integerDigits == 4, text.at(range.upperBound) == 0x5E74,
      (1_900...2_100).contains(numeral.value)
    {
      mention.fate = .year
      mention.text = index..<range.upperBound + 1
      return mention
    }
    if mention.valueMax == nil { readRange(&mention) }
    readUnit(&mention)
    judge(&mention, digits: 0)
    return withBounds(mention)
  }

  /// 突破万亿元, 近万名: a multiple without a number in front of it counts once.
  private func roundMultiple(at index: Int) -> NumberMention? {
    guard
      text.at(index) == NumeralReader.tenThousand || text.at(index) == NumeralReader.hundredMillion,
      Self.roundLeads.match(text.scalars, endingAt: index, from: 0) != nil,
      let multiple = UnitWords.multipliers.match(lower, at: index, before: text.count)
    else { return nil }
    var mention = NumberMention(
      number: index..<index, text: index..<index, value: 1, isChinese: true)
    readUnit(&mention)
    mention.number = index..<index + multiple.length
    guard mention.sort != nil else { return nil }
    judge(&mention, digits: 0)
    return withBounds(mention)
  }

  private static let roundLeads = WordTable<Bool>(
    words: "超 超过 突破 近 将近 接近 约 逾 过 上 达 达到 跨越 迈上 首破 破")

  // MARK: Units and bounds

  private func readUnit(_ mention: inout NumberMention) {
    var position = mention.number.upperBound
    position = skipMore(&mention, at: position)
    if !unit(at: position, into: &mention) {
      if let multiplier = UnitWords.multipliers.match(lower, at: position, before: text.count) {
        mention.unit.append(position..<position + multiplier.length)
        position += multiplier.length
        position = skipMore(&mention, at: position)
        if !unit(at: position, into: &mention), !bracketedUnit(at: position, into: &mention) {
          // A multiple alone is a unit where nothing else is (突破千亿).
          mention.text = mention.text.lowerBound..<position
        }
      }
    }
    if let after = BoundWords.after.match(
      text.scalars, at: mention.text.upperBound, before: text.count),
      mention.bound != .range
    {
      mention.bound = after.value
      mention.boundWords = mention.text.upperBound..<mention.text.upperBound + after.length
      mention.text = mention.text.lowerBound..<mention.text.upperBound + after.length
    } else if let after = BoundWords.after.match(
      text.scalars, at: mention.text.upperBound, before: text.count)
    {
      mention.text = mention.text.lowerBound..<mention.text.upperBound + after.length
    }
  }

  private func skipMore(_ mention: inout NumberMention, at position: Int) -> Int {
    guard let more = BoundWords.more.match(text.scalars, at: position, before: text.count) else {
      return position
    }
    let next = position + more.length
    let counts =
      UnitWords.table.match(lower, at: next, before: text.count) != nil
      || UnitWords.multipliers.match(lower, at: next, before: text.count) != nil
    guard counts else { return position }
    mention.bound = .above
    mention.boundWords = position..<next
    mention.text = mention.text.lowerBound..<next
    return next
  }

  private func unit(at position: Int, into mention: inout NumberMention) -> Bool {
    if let base = baseOfRate(at: position) {
      mention.unit.append(base)
      mention.sort = .measure
      mention.text = mention.text.lowerBound..<base.upperBound
      return true
    }
    guard let match = UnitWords.table.match(lower, at: position, before: text.count),
      isLetterUnit(match.length, at: position, of: mention)
        || !NumberNameReader(text: text).continuesWord(unit: position..<position + match.length)
    else { return false }
    var end = position + match.length
    // 万元/人, 人/百亿元, 立方米/小时
    if text.at(end) == 0x2F, match.value != .rate {
      var base = end + 1
      while base < text.count, NumeralReader.isDigit(text.at(base)) { base += 1 }
      if let per = UnitWords.perBases.match(lower, at: end + 1, before: text.count) {
        end += 1 + per.length
      } else if let multiplier = UnitWords.multipliers.match(lower, at: base, before: text.count) {
        end = base + multiplier.length
        if let per = UnitWords.perBases.match(lower, at: end, before: text.count) {
          end += per.length
        }
      }
    }
    if let last = mention.unit.last, last.upperBound == position {
      mention.unit[mention.unit.count - 1] = last.lowerBound..<end
    } else {
      mention.unit.append(position..<end)
    }
    mention.sort = match.value
    mention.text = mention.text.lowerBound..<end
    return true
  }

  /// 3.2万(m3/d): a sign of measure in brackets behind 万.
  private func bracketedUnit(at position: Int, into mention: inout NumberMention) -> Bool {
    let open = text.at(position)
    guard open == 0x28 || open == 0xFF08,
      let match = UnitWords.table.match(lower, at: position + 1, before: text.count),
      match.value == .measure, let last = mention.unit.last
    else { return false }
    let close = position + 1 + match.length
    guard text.at(close) == 0x29 || text.at(close) == 0xFF09 else { return false }
    mention.unit[mention.unit.count - 1] = last.lowerBound..<close + 1
    mention.sort = .measure
    mention.text = mention.text.lowerBound..<close + 1
    return true
  }

  /// 4.8万P: behind 万 one letter is a unit, alone it is a name (5G).
  private func isLetterUnit(_ length: Int, at position: Int, of mention: NumberMention) -> Bool {
    length == 1 && !mention.unit.isEmpty && NumberNameReader.isLatin(text.at(position))
      && !NumberNameReader.isLatin(text.at(position + 1))
  }

  /// 22/10万: what a rate without unit is counted on.
  private func baseOfRate(at position: Int) -> Range<Int>? {
    guard text.at(position) == 0x2F else { return nil }
    var end = position + 1
    while NumeralReader.isDigit(text.at(end)) { end += 1 }
    guard let multiple = UnitWords.multipliers.match(lower, at: end, before: text.count) else {
      return nil
    }
    end += multiple.length
    if text.at(end) == 0x4EBA { end += 1 }
    return position..<end
  }

  /// Takes in the bound in front.
  private func withBounds(_ mention: NumberMention) -> NumberMention {
    var mention = mention
    let start = mention.text.lowerBound
    guard let before = BoundWords.before.match(text.scalars, endingAt: start, from: 0) else {
      return mention
    }
    if mention.bound == nil {
      mention.bound = before.value
      mention.boundWords = start - before.length..<start
    }
    if BoundWords.written.match(text.scalars, endingAt: start, from: 0)?.length == before.length {
      mention.text = start - before.length..<mention.text.upperBound
    }
    return mention
  }

  // MARK: What it is

  private func judge(_ mention: inout NumberMention, digits: Int) {
    let names = NumberNameReader(text: text)
    if Self.range(in: titles, around: mention.number.lowerBound) != nil {
      mention.fate = .title
    } else if let quote = Self.range(in: quotes, around: mention.number.lowerBound),
      quote.contains(mention.text.upperBound - 1)
    {
      mention.fate = .phrase
    } else if let fate = names.fate(of: mention, digits: digits) {
      mention.fate = fate
    } else if mention.sort == .duration, mention.loneUnit(in: text) == 0x5C81 {
      mention.sort = .measure
    }
  }

  /// The one of ascending ranges that holds a place.
  private static func range(in ranges: [Range<Int>], around place: Int) -> Range<Int>? {
    let after = ranges.partitionPoint { $0.lowerBound <= place }
    guard after > 0, ranges[after - 1].contains(place) else { return nil }
    return ranges[after - 1]
  }

  /// Ranges between an opening and the next closing mark, both left out.
  private static func enclosed(
    _ scalars: [UInt32], open: UInt32, close: UInt32, longest: Int
  ) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start: Int?
    for (index, scalar) in scalars.enumerated() {
      if scalar == open {
        start = index + 1
      } else if scalar == close, let begin = start {
        if index - begin <= longest { ranges.append(begin..<index) }
        start = nil
      }
    }
    return ranges
  }
}
