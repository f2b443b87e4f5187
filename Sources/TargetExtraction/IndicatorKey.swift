/// The name under which indicators of several plans are compared: fixed wordings for what is
/// written in several ways, without marks and 的.
package enum IndicatorKey {
  /// Wordings and what they are called; at each place the longest one holds.
  private static let wordings = WordTable<String>([
    ("研究与试验发展（R&D）经费", "研发经费"), ("研究与试验发展(R&D)经费", "研发经费"), ("研究与试验发展经费", "研发经费"),
    ("全社会研发经费", "研发经费"), ("R&D经费", "研发经费"), ("国内生产总值", "地区生产总值"), ("GDP", "地区生产总值"),
    ("规模以上", "规上"), ("每万人口", "每万人"), ("比例", "比重"), ("占比", "比重"), ("占比重", "比重"), ("占比例", "比重"),
    ("主要劳动年龄人口", "劳动年龄人口"), ("城镇常住居民", "城镇居民"), ("农村常住居民", "农村居民"), ("Ⅲ类", "三类"),
    ("III类", "三类"), ("增速", "增长率"),
  ])

  package static func key(of indicator: String) -> String {
    key(of: indicator.unicodeScalars.map(\.value))
  }

  /// - Parameter indicator: the code points of its name.
  static func key(of indicator: [UInt32]) -> String {
    let scalars =
      indicator.contains(where: PassageText.isBlank)
      ? indicator.filter { !PassageText.isBlank($0) } : indicator
    var kept: [UInt8] = []
    kept.reserveCapacity(scalars.count * 3)
    var hasUpperCase = false
    var index = 0
    while index < scalars.count {
      if let wording = wordings.match(scalars, at: index, before: scalars.count) {
        kept.append(contentsOf: wording.value.utf8)
        index += wording.length
      } else {
        if let scalar = Unicode.Scalar(scalars[index]), isKept(scalar) {
          kept.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
          hasUpperCase = hasUpperCase || isUpperCase(scalar)
        }
        index += 1
      }
    }
    let key = String(decoding: kept, as: UTF8.self)
    return hasUpperCase ? key.lowercased() : key
  }

  private static func isUpperCase(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x80: (0x41...0x5A).contains(scalar.value)
    case 0x2E80...0x9FFF: false
    default: scalar.properties.isUppercase
    }
  }

  /// Letters and digits, without 的.
  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x7684: false
    case 0x4E00...0x9FFF: true
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }
}
