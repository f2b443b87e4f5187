import PlanDocument

/// What an indicator is compared as: its name in one wording, without what changes nothing.
package struct ComparisonKey: Sendable, Hashable {
  let bytes: NameBytes
  /// Whether the value is a rate of change of what is named.
  package let isRateOfChange: Bool

  /// - Parameters:
  ///   - record: the claim whose name it is.
  ///   - region: of the plan, whose name may stand in front; nil where it is not known.
  package init(_ record: TargetRecord, region: String? = nil) {
    var name = NameBytes(Self.folded(record.indicator))
    for (written, meant) in NameWordings.table { name.replace(written, with: meant) }
    for word in NameWordings.silent { name.replace(word, with: Self.nothing) }
    for (written, meant) in NameWordings.shares { name.replace(written, with: meant) }
    for mark in Self.marks { name.replace(mark, with: Self.nothing) }
    Self.dropTerritory(&name, region)
    var isRate = record.change == "growth"
    if record.unit.hasSuffix("%") || record.unit.isEmpty, record.change != "level" { isRate = true }
    for end in NameWordings.changeEnds where name.ends(with: end, leaving: 1) {
      name.dropLast(end)
      isRate = true
      break
    }
    Self.dropVerbs(&name)
    if record.unitBase == "千瓦" { Self.dropEnd(&name, NameWordings.powerEnds) }
    Self.dropEnd(&name, NameWordings.measureEnds)
    if NameWordings.perBases.contains(where: name.opens(with:)) { name.dropFirst(Self.each) }
    if name == Self.product { name = Self.ownProduct }
    bytes = name
    isRateOfChange = isRate
  }

  private static let nothing = NameBytes("")
  private static let each = NameBytes("每")
  private static let product = NameBytes("生产总值")
  private static let ownProduct = NameBytes("地区生产总值")

  /// The name; empty where nothing is left of it.
  package var name: String { bytes.text }

  /// Whether the name alone says what is meant: two characters at least, and none of the most
  /// general nouns.
  package var isSpecific: Bool { bytes.bytes.count >= 6 && !NameWordings.generic.contains(bytes) }

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

  private static let marks = "“”\"‘’（）(),、，·—-+＋/：【】《》".map { NameBytes(String($0)) }

  private static func dropTerritory(_ name: inout NameBytes, _ region: String?) {
    for word in NameWordings.ownTerritory where name.opens(with: word, leaving: 1) {
      name.dropFirst(word)
      return
    }
    guard let region, region.count >= 2 else { return }
    // 鄂尔多斯市东胜区 goes by 东胜区 as well.
    for length in stride(from: region.count, through: 2, by: -1) {
      let tail = NameBytes(String(region.suffix(length)))
      if name.opens(with: tail, leaving: 1) {
        name.dropFirst(tail)
        return
      }
    }
  }

  private static func dropVerbs(_ name: inout NameBytes) {
    for verb in NameWordings.lightVerbs where name.opens(with: verb, leaving: 1) {
      name.dropFirst(verb)
      break
    }
    for verb in NameWordings.makingVerbs where name.ends(with: verb, leaving: 2) {
      name.dropLast(verb)
      break
    }
    for verb in NameWordings.movedVerbs where name.opens(with: verb, leaving: 1) {
      name.dropFirst(verb)
      name.append(verb)
      break
    }
  }

  private static func dropEnd(_ name: inout NameBytes, _ ends: [NameBytes]) {
    for end in ends where name.ends(with: end, leaving: 1) {
      name.dropLast(end)
      return
    }
  }
}
