/// The numbers of a text, counted without understanding any of it: the count that an account of
/// numbers has to add up to.
///
/// A plain number is a longest run of digits (`0`–`9`, `０`–`９`) and Chinese numerals
/// (〇零一二三四五六七八九十百千万亿两; ○ behind one of them, as old texts print 〇); one `.` or `．` between
/// two digits belongs to it. So 12.5万 is one, 2021-2025 are two, 1,234 are two, 千方百计 are two, ①, Ⅲ and
/// 半 are none.
package enum PlainNumbers {
  private enum Sort { case digit, numeral, circle, point, other }

  /// Where they stand, in order.
  ///
  /// - Parameter bytes: well-formed UTF-8.
  package static func spans(in bytes: [UInt8]) -> [TextSpan] {
    var spans: [TextSpan] = []
    var start: Int?
    var isBehindDigit = false
    var index = 0
    while index < bytes.count {
      let (sort, width) = read(bytes, at: index)
      switch sort {
      case .digit, .numeral:
        if start == nil { start = index }
      case .point
      where isBehindDigit && index + width < bytes.count
        && read(bytes, at: index + width).sort == .digit:
        break
      case .circle where start != nil: break
      case .circle, .point, .other:
        if let begin = start { spans.append(TextSpan(begin, index)) }
        start = nil
      }
      isBehindDigit = sort == .digit
      index += width
    }
    if let begin = start { spans.append(TextSpan(begin, bytes.count)) }
    return spans
  }

  package static func count(in text: String) -> Int { spans(in: Array(text.utf8)).count }

  private static func read(_ bytes: [UInt8], at index: Int) -> (sort: Sort, width: Int) {
    let byte = bytes[index]
    switch byte {
    case 0x30...0x39: return (.digit, 1)
    case 0x2E: return (.point, 1)
    case ..<0xC0: return (.other, 1)
    case ..<0xE0: return (.other, 2)
    case 0xF0...: return (.other, 4)
    default: break
    }
    guard index + 2 < bytes.count else { return (.other, 3) }
    let scalar =
      UInt32(byte & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
      | UInt32(bytes[index + 2] & 0x3F)
    switch scalar {
    case 0xFF10...0xFF19: return (.digit, 3)
    case 0xFF0E: return (.point, 3)
    case 0x25CB: return (.circle, 3)
    // 〇 零 一 二 三 四 五 六 七 八 九 十 百 千 万 亿 两
    case 0x3007, 0x96F6, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D,
      0x5341, 0x767E, 0x5343, 0x4E07, 0x4EBF, 0x4E24:
      return (.numeral, 3)
    default: return (.other, 3)
    }
  }
}

/// A plain number and what became of it.
package struct AccountedNumber: Sendable, Equatable {
  package var span: TextSpan
  package var fate: NumberFate
  /// First byte of the number of the record that holds it: `PlanTarget.numberStart`.
  package var record: Int?
  /// Index into `Outline.passages`; nil for what was set aside.
  package var passage: Int?

  package init(span: TextSpan, fate: NumberFate, record: Int? = nil, passage: Int? = nil) {
    self.span = span
    self.fate = fate
    self.record = record
    self.passage = passage
  }
}
