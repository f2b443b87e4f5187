/// The name under which indicators of several plans are compared: fixed wordings for what is
/// written in several ways, without marks and 的.
package enum IndicatorKey {
  /// Wordings and what they are called; longer ones first.
  private static let wordings: [(String, String)] = [
    ("研究与试验发展（R&D）经费", "研发经费"), ("研究与试验发展(R&D)经费", "研发经费"), ("研究与试验发展经费", "研发经费"),
    ("全社会研发经费", "研发经费"), ("R&D经费", "研发经费"), ("国内生产总值", "地区生产总值"), ("GDP", "地区生产总值"),
    ("规模以上", "规上"), ("每万人口", "每万人"), ("比例", "比重"), ("占比", "比重"), ("主要劳动年龄人口", "劳动年龄人口"),
    ("城镇常住居民", "城镇居民"), ("农村常住居民", "农村居民"), ("Ⅲ类", "三类"), ("III类", "三类"), ("增速", "增长率"),
  ]

  package static func key(of indicator: String) -> String {
    var text = indicator.filter { !$0.isWhitespace }
    for (wording, name) in wordings { text = text.replacing(wording, with: name) }
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let properties = scalar.properties
      guard properties.isAlphabetic || properties.numericType != nil, scalar != "的" else {
        continue
      }
      kept.append(scalar)
    }
    return String(kept).lowercased()
  }
}
