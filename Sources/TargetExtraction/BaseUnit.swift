import PlanDocument

/// A unit as written, led back to the unit in which values are compared.
///
/// Factors: 1 亩 is 1/15 公顷 (State Council order of 1984 on statutory units); 1 度 is 1 千瓦时.
package struct BaseUnit: Sendable, Equatable {
  /// 元, 吨, 平方米, 人, % …
  package let name: String
  /// Base units in one of the unit as written.
  package let factor: Double

  package init(name: String, factor: Double) {
    self.name = name
    self.factor = factor
  }

  /// - Parameter written: `亿元`, `万人次`, `GW`, `%`. Nil where it holds no unit that is known.
  package init?(written: String) {
    let isPlain = !written.unicodeScalars.contains {
      $0 == "％" || $0 == "µ" || PassageText.isBlank($0.value)
    }
    // 万(m3/d)
    if let last = written.unicodeScalars.last, last == ")" || last == "）",
      let open = written.unicodeScalars.firstIndex(where: { $0 == "(" || $0 == "（" }),
      case let front = written.unicodeScalars[..<open],
      UnitWords.multipliers.match(front.map(\.value), at: 0, before: front.count)?.length
        == front.count
    {
      let inside = written.unicodeScalars[open...].dropFirst().dropLast()
      self.init(written: String(front) + String(inside))
      return
    }
    let text =
      isPlain
      ? written
      : written.squeezed.replacing("％", with: "%").replacing("µ", with: "μ")
    guard !text.isEmpty else { return nil }
    if let unit = Self.rate(text) {
      self = unit
      return
    }
    let scalars = text.unicodeScalars.map(\.value)
    var factor = 1.0
    var start = 0
    if Self.known[text] == nil {
      while let match = UnitWords.multipliers.match(scalars, at: start, before: scalars.count) {
        factor *= match.value
        start += match.length
      }
    }
    let name = String(text.unicodeScalars.dropFirst(start))
    if name.isEmpty {
      self.init(name: "", factor: factor)
    } else if let (base, own) = Self.known[name] ?? Self.known[name.lowercased()] {
      self.init(name: base, factor: factor * own)
    } else if Self.isListed(name) {
      self.init(name: name, factor: factor)
    } else {
      return nil
    }
  }

  /// 万元/人, 人/百亿元: a unit for each of another.
  private static func rate(_ text: String) -> BaseUnit? {
    guard text.utf8.contains(0x2F), let slash = text.firstIndex(of: "/"),
      known[text.lowercased()] == nil,
      let above = BaseUnit(written: String(text[..<slash]))
    else { return nil }
    let below = String(text[text.index(after: slash)...])
    guard !below.isEmpty else { return nil }
    guard let base = BaseUnit(written: below) else {
      return BaseUnit(name: above.name + "/" + below, factor: above.factor)
    }
    return BaseUnit(name: above.name + "/" + base.name, factor: above.factor / base.factor)
  }

  private static func isListed(_ name: String) -> Bool {
    let scalars = name.lowercased().unicodeScalars.map(\.value)
    return UnitWords.table.match(scalars, at: 0, before: scalars.count)?.length == scalars.count
  }

  private static let known: [String: (String, Double)] = [
    "公斤": ("吨", 1e-3), "千克": ("吨", 1e-3), "kg": ("吨", 1e-3), "克": ("吨", 1e-6),
    "斤": ("吨", 5e-4), "t": ("吨", 1), "吨标煤": ("吨标准煤", 1),
    "平方公里": ("平方米", 1e6), "平方千米": ("平方米", 1e6), "km2": ("平方米", 1e6),
    "公顷": ("平方米", 1e4), "hm2": ("平方米", 1e4), "亩": ("平方米", 10_000.0 / 15),
    "㎡": ("平方米", 1), "m2": ("平方米", 1), "m²": ("平方米", 1), "平米": ("平方米", 1),
    "公里": ("米", 1e3), "千米": ("米", 1e3), "km": ("米", 1e3), "m": ("米", 1),
    "厘米": ("米", 1e-2), "毫米": ("米", 1e-3),
    "m3": ("立方米", 1), "m³": ("立方米", 1), "立方": ("立方米", 1), "方": ("立方米", 1),
    "升": ("立方米", 1e-3),
    "瓦": ("千瓦", 1e-3), "兆瓦": ("千瓦", 1e3), "mw": ("千瓦", 1e3), "吉瓦": ("千瓦", 1e6),
    "gw": ("千瓦", 1e6), "kw": ("千瓦", 1), "度": ("千瓦时", 1), "kwh": ("千瓦时", 1),
    "千瓦小时": ("千瓦时", 1), "‰": ("%", 0.1), "％": ("%", 1), "百分点": ("个百分点", 1),
    "个月": ("月", 1), "名": ("人", 1), "位": ("人", 1), "标箱": ("标准箱", 1), "teu": ("标准箱", 1),
    "μg/m3": ("微克/立方米", 1), "μg/m³": ("微克/立方米", 1), "ug/m3": ("微克/立方米", 1),
    "微克/立方米": ("微克/立方米", 1), "mg/l": ("毫克/升", 1), "毫克/升": ("毫克/升", 1),
  ]
}
