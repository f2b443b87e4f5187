/// Chinese numerals: 三, 十二, 一百零五, 两万五千, 四亿六千五百万, 二〇二五, 四点六, 五六.
extension NumeralReader {
  static func digit(ofChinese scalar: UInt32) -> Double? {
    switch scalar {
    // 〇, 零, and the circle that stands for them in older files.
    case 0x3007, 0x96F6, 0x25CB: 0
    case 0x4E00: 1
    case 0x4E8C, 0x4E24: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    default: nil
    }
  }

  /// 十, 百, 千 as factors.
  static func factor(ofChinese scalar: UInt32) -> Double? {
    switch scalar {
    case 0x5341: 10
    case 0x767E: 100
    case 0x5343: 1_000
    default: nil
    }
  }

  static let tenThousand: UInt32 = 0x4E07
  static let hundredMillion: UInt32 = 0x4EBF
  private static let point: UInt32 = 0x70B9

  static func isChineseNumeral(_ scalar: UInt32) -> Bool {
    digit(ofChinese: scalar) != nil || factor(ofChinese: scalar) != nil
  }

  static func isMultiple(_ scalar: UInt32) -> Bool {
    scalar == tenThousand || scalar == hundredMillion
  }

  /// A numeral at a place; a last 万 or 亿 stays for the unit (五十亿 is 50, 四亿六千五百万 is
  /// 46500, 突破千亿 is 1000, 十三万亿 is 13).
  static func chinese(_ scalars: [UInt32], at index: Int) -> Numeral? {
    guard index >= 0, index < scalars.count, isChineseNumeral(scalars[index]),
      var numeral = whole(scalars, at: index)
    else { return nil }
    var end = index + numeral.length
    // 五万点二四
    if let (scale, length) = multiplier(scalars, at: end), end + length + 1 < scalars.count,
      scalars[end + length] == point, digit(ofChinese: scalars[end + length + 1]) != nil
    {
      numeral.value *= scale
      end += length
      numeral.length += length
    }
    // 四点六
    guard numeral.valueMax == nil, end < scalars.count,
      scalars[end] == point || scalars[end] == 0xB7
    else {
      return numeral
    }
    var place = end + 1
    var scale = 1.0
    var digits = 0.0
    while place < scalars.count, scale < 1e9, let digit = digit(ofChinese: scalars[place]) {
      digits = digits * 10 + digit
      scale *= 10
      place += 1
    }
    // 三点一是: a count of points and the first of them.
    guard scale > 1, place >= scalars.count || scalars[place] != 0x662F else { return numeral }
    numeral.value = (numeral.value * scale + digits) / scale
    numeral.length = place - index
    return numeral
  }

  private static func whole(_ scalars: [UInt32], at index: Int) -> Numeral? {
    if let numeral = spelled(scalars, at: index) ?? neighbours(scalars, at: index) {
      return numeral
    }
    // Sections of up to four figures, each with the 万 or 亿 behind it.
    guard let first = section(scalars, at: index) else { return nil }
    var total = 0.0
    var highest = Double.infinity
    var last = first.value
    var end = index + first.length
    while let (scale, length) = multiplier(scalars, at: end) {
      // 五万亿 in front of more: what came before counts hundred millions.
      if scale >= highest {
        guard scale == 1e8, highest == 1e4, let next = section(scalars, at: end + length) else {
          break
        }
        total = (total + last) * scale
        highest = scale
        last = next.value
        end += length + next.length
        continue
      }
      var start = end + length
      while start < scalars.count, digit(ofChinese: scalars[start]) == 0 { start += 1 }
      guard let next = section(scalars, at: start) else { break }
      // 一万二 says 12,000.
      if next.length == 1, start == end + length, digit(ofChinese: scalars[start]) != nil,
        multiplier(scalars, at: start + 1) == nil
      {
        return Numeral(
          value: total + (last + next.value / 10) * scale, length: start + 1 - index,
          integerDigits: 0, isChinese: true)
      }
      total += last * scale
      highest = scale
      last = next.value
      end = start + next.length
    }
    // What the last multiplier is left out of the value is counted in it: 四亿六千五百|万.
    var value = total + last
    if total > 0, let (scale, _) = multiplier(scalars, at: end), scale < highest {
      value = total / scale + last
    }
    return Numeral(
      value: value, length: end - index, integerDigits: String(Int(value)).count, isChinese: true)
  }

  /// 万, 亿, 万亿 at a place.
  private static func multiplier(_ scalars: [UInt32], at index: Int) -> (Double, Int)? {
    guard index < scalars.count else { return nil }
    if scalars[index] == hundredMillion { return (1e8, 1) }
    guard scalars[index] == tenThousand else { return nil }
    return index + 1 < scalars.count && scalars[index + 1] == hundredMillion
      ? (1e12, 2) : (1e4, 1)
  }

  /// Digits one by one, as years are written: 二〇二五, 一九○○.
  private static func spelled(_ scalars: [UInt32], at index: Int) -> Numeral? {
    var position = index
    var value = 0.0
    while position < scalars.count, let digit = digit(ofChinese: scalars[position]) {
      value = value * 10 + digit
      position += 1
    }
    let length = position - index
    guard length > 1, scalars[index] != 0x96F6, value.isFinite else { return nil }
    if position < scalars.count, factor(ofChinese: scalars[position]) != nil { return nil }
    if length == 2, isPair(scalars, at: index) { return nil }
    return Numeral(value: value, length: length, integerDigits: length, isChinese: true)
  }

  /// 五六个, 三四十家, 十五六岁, 七百三四十: one or the other.
  private static func neighbours(_ scalars: [UInt32], at index: Int) -> Numeral? {
    var start = index
    var base = 0.0
    var lowest = 10_000.0
    while start + 1 < scalars.count {
      let isBare = start == index && scalars[start] == 0x5341
      let digit = isBare ? 1 : Self.digit(ofChinese: scalars[start])
      let place = isBare ? start : start + 1
      guard let digit, let factor = factor(ofChinese: scalars[place]), factor < lowest else {
        break
      }
      base += digit * factor
      lowest = factor
      start = place + 1
    }
    guard isPair(scalars, at: start, after: base), let low = digit(ofChinese: scalars[start]),
      let high = digit(ofChinese: scalars[start + 1])
    else { return nil }
    var factor = base > 0 ? lowest / 10 : 1
    var end = start + 2
    if end < scalars.count, let written = self.factor(ofChinese: scalars[end]),
      base == 0 || written == lowest / 10
    {
      factor = written
      end += 1
    }
    return Numeral(
      value: base + low * factor, length: end - index, integerDigits: 0,
      valueMax: base + high * factor, isChinese: true)
  }

  /// Two digits that follow one another, before a word that counts: not the 四五 of “十四五”.
  private static func isPair(_ scalars: [UInt32], at index: Int, after base: Double = 0) -> Bool {
    guard index + 1 < scalars.count, let low = digit(ofChinese: scalars[index]), low > 0,
      let high = digit(ofChinese: scalars[index + 1]), high == low + 1 || (low == 3 && high == 5)
    else { return false }
    guard index + 2 < scalars.count else { return base >= 10 }
    let next = scalars[index + 2]
    if factor(ofChinese: next) != nil || next == tenThousand || next == hundredMillion {
      return true
    }
    guard high == low + 1 else { return false }
    guard let unit = UnitWords.table.match(scalars, at: index + 2, before: scalars.count) else {
      return next == 0x6210
    }
    return unit.length > 1 || ![0x5E74, 0x671F, 0x65E5, 0x6708].contains(next)
  }

  /// A number below ten thousand, and how many code points it has.
  private static func section(_ scalars: [UInt32], at index: Int) -> (value: Double, length: Int)? {
    var position = index
    var value = 0.0
    var pending: Double?
    var lowest = 10_000.0
    var isContinued = false
    while position < scalars.count {
      let scalar = scalars[position]
      if let digit = digit(ofChinese: scalar) {
        guard pending == nil else { break }
        if digit == 0, position > index {
          isContinued = false
        } else {
          pending = digit
        }
      } else if let factor = factor(ofChinese: scalar), factor < lowest {
        // 一百十一: the 一 before 十 may be left out.
        if pending == nil, position > index, factor != 10 || !isContinued { break }
        // 三千瓦 and 七百万千瓦: the 千 belongs to the unit.
        if factor == 1_000, isUnitOfThousand(scalars, at: position + 1) { break }
        value += (pending ?? 1) * factor
        pending = nil
        lowest = factor
        isContinued = true
      } else {
        break
      }
      position += 1
    }
    guard position > index else { return nil }
    // 一百五 says 150, 三千二 3,200.
    if let open = pending, isContinued, lowest >= 100 {
      return (value + open * lowest / 10, position - index)
    }
    return (value + (pending ?? 0), position - index)
  }

  /// 瓦, 伏, 焦, 克, 卡 behind 千.
  private static func isUnitOfThousand(_ scalars: [UInt32], at index: Int) -> Bool {
    index < scalars.count && [0x74E6, 0x4F0F, 0x7126, 0x514B, 0x5361].contains(scalars[index])
  }
}
