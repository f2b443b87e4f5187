import PlanDocument

/// What an indicator is compared as: its name in one wording, without what changes nothing.
package struct ComparisonKey: Sendable, Hashable {
  /// The name; empty where nothing is left of it.
  package let name: String
  /// Whether the value is a rate of change of what is named.
  package let isRateOfChange: Bool

  /// - Parameters:
  ///   - record: the claim whose name it is.
  ///   - region: of the plan, whose name may stand in front; nil where it is not known.
  package init(_ record: TargetRecord, region: String? = nil) {
    var name = Self.folded(record.indicator)
    for (written, meant) in NameWordings.table { Self.replace(&name, written, meant) }
    for word in NameWordings.silent { Self.replace(&name, word, "") }
    for (written, meant) in NameWordings.shares { Self.replace(&name, written, meant) }
    name = name.filter { !Self.marks.contains($0) }
    Self.dropTerritory(&name, region)
    var isRate = record.change == "growth"
    if record.unit.hasSuffix("%") || record.unit.isEmpty, record.change != "level" { isRate = true }
    for end in ["年均增长率", "增长率", "降低率", "下降率", "年均增长", "增长", "降低", "下降"]
    where name.count > end.count + 1 && name.hasSuffix(end) {
      name.removeLast(end.count)
      isRate = true
      break
    }
    Self.dropVerbs(&name)
    if record.unitBase == "千瓦" { Self.dropEnd(&name, NameWordings.powerEnds, keeping: 2) }
    Self.dropEnd(&name, NameWordings.measureEnds, keeping: 2)
    Self.dropPer(&name)
    if name == "生产总值" { name = "地区生产总值" }
    self.name = name
    isRateOfChange = isRate
  }

  /// Whether the name alone says what is meant.
  package var isSpecific: Bool { name.count >= 2 && !NameWordings.generic.contains(name) }

  /// Half width, lower case, without blanks.
  private static func folded(_ name: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x20, 0x3000, 0xA0, 0x09, 0x0A, 0x0D: continue
      case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF06:
        text.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      default: text.append(scalar)
      }
    }
    return String(text).lowercased()
  }

  private static let marks: Set<Character> = [
    "“", "”", "\"", "‘", "’", "（", "）", "(", ")", "、", "，", ",", "·", "—", "-", "+", "＋", "/", "：",
    "【", "】",
    "《", "》",
  ]

  private static func replace(_ name: inout String, _ written: String, _ meant: String) {
    guard name.holds(written) else { return }
    name = name.replacing(written, with: meant)
  }

  private static func dropTerritory(_ name: inout String, _ region: String?) {
    for word in NameWordings.ownTerritory where name.hasPrefix(word) && name.count > word.count + 1
    {
      name.removeFirst(word.count)
      return
    }
    guard let region, region.count >= 2 else { return }
    // 鄂尔多斯市东胜区 goes by 东胜区 as well.
    for length in stride(from: region.count, through: 2, by: -1) {
      let tail = String(region.suffix(length))
      if name.hasPrefix(tail), name.count > length + 1 {
        name.removeFirst(length)
        return
      }
    }
  }

  private static func dropVerbs(_ name: inout String) {
    for verb in NameWordings.lightVerbs where name.count > verb.count + 1 {
      if name.hasPrefix(verb) {
        name.removeFirst(verb.count)
        break
      }
    }
    for verb in NameWordings.lightVerbs.prefix(5)
    where name.count > verb.count + 2 && name.hasSuffix(verb) {
      name.removeLast(verb.count)
      break
    }
    for verb in NameWordings.movedVerbs where name.hasPrefix(verb) && name.count > verb.count + 1 {
      name = name.dropFirst(verb.count) + verb
      break
    }
  }

  private static func dropEnd(_ name: inout String, _ ends: [String], keeping least: Int) {
    for end in ends where name.hasSuffix(end) && name.count >= end.count + least {
      name.removeLast(end.count)
      return
    }
  }

  /// 每千名老人 and 千名老人.
  private static func dropPer(_ name: inout String) {
    for base in ["百", "千", "万", "十万"] where name.hasPrefix("每" + base) {
      name.removeFirst()
      return
    }
  }
}
