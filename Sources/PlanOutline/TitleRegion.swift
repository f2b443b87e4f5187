/// The region that a title begins with: 鄂尔多斯市东胜区, 山东省.
struct TitleRegion: Equatable {
  var name: String
  /// province, city, county
  var level: String

  /// Characters of the longest name of one level.
  private static let longest = 11

  /// - Returns: nil where the title begins with no name that ends like a region's.
  init?(title: String) {
    var rest = title[...]
    // 2026年安徽省…
    if let year = rest.firstIndex(of: "年"), rest[..<year].count == 4,
      rest[..<year].allSatisfy(\.isNumber)
    {
      rest = rest[rest.index(after: year)...]
    }
    name = ""
    level = ""
    while let (taken, found) = Self.take(rest, after: level) {
      name += taken
      level = found
      rest = rest.dropFirst(taken.count)
    }
    guard !name.isEmpty else { return nil }
  }

  private static func take(_ text: Substring, after: String) -> (String, String)? {
    for length in 2...longest where length <= text.count {
      let part = String(text.prefix(length))
      if part.contains(where: { "“”《》年（）0123456789的和与、及".contains($0) }) { return nil }
      guard let region = TitleWords.regions.first(where: { part.hasSuffix($0.ending) }) else {
        continue
      }
      if TitleWords.noRegions.contains(where: { part.hasSuffix($0) }) {
        // 地区 ends both a region's name and words of every plan.
        guard part.hasSuffix("地区"), length >= 4, after.isEmpty || after == "province" else {
          return nil
        }
      }
      // 智慧城市 is none, 盐城市 is one.
      if part.hasSuffix("城市"), length != 3 { return nil }
      // 内蒙古自治区 must not end at a shorter name inside it.
      if part.hasSuffix("自治"), length < text.count { continue }
      let level = TitleWords.provinceCities.contains(part) ? "province" : region.level
      let order = ["", "province", "city", "county"]
      guard let above = order.firstIndex(of: after), let own = order.firstIndex(of: level),
        own > above || (own == above && level == "city")
      else { return nil }
      return (part, level)
    }
    return nil
  }
}
