import PlanDocument

/// The region whose name stands at one place of a text: 鄂尔多斯市东胜区, 山东省, 凉山.
struct RegionReader: Equatable {
  /// As printed; the full name where only a short form is printed.
  var name: String
  /// GB/T 2260; nil for what the table of provinces and prefectures does not have.
  var code: String?
  /// province, city, county; nil for a zone.
  var level: String?
  /// Its characters.
  var range: Range<Int>

  /// - Returns: nil where no region's name begins at `index`.
  init?(_ text: SqueezedText, at index: Int) {
    if let national = Self.national(text, at: index) {
      self = national
    } else if let chain = Self.chain(text, at: index) {
      self = chain
    } else if let short = Self.short(text, at: index) {
      self = short
    } else {
      return nil
    }
  }

  private init(name: String, code: String?, level: String?, range: Range<Int>) {
    self.name = name
    self.code = code
    self.level = level
    self.range = range
  }

  private static func national(_ text: SqueezedText, at index: Int) -> RegionReader? {
    guard let word = RegionWords.national.first(where: { text.has($0, at: index) }),
      !RegionWords.notNational.contains(where: { text.has($0, at: index) })
    else { return nil }
    let range = index..<index + word.unicodeScalars.count
    return RegionReader(name: "全国", code: nil, level: "national", range: range)
  }

  /// Full names from the largest to the smallest: 省, 市, 区.
  private static func chain(_ text: SqueezedText, at index: Int) -> RegionReader? {
    var end = index
    var code: String?
    var level: String?
    var official = ""
    var links = 0
    var province: RegionTable.Entry?
    func take(_ entry: RegionTable.Entry, to position: Int) {
      (code, level, official) = (entry.code, entry.level, entry.name)
      end = position
      links += 1
    }
    if let (entry, next) = full(text, at: end, isProvince: true) {
      province = entry
      take(entry, to: next)
    } else if let (entry, next) = shortProvince(text, at: end),
      let (below, _) = full(text, at: next, isProvince: false), below.lies(in: entry)
    {
      // 安徽合肥市
      province = entry
      take(entry, to: next)
    }
    if let (entry, next) = full(text, at: end, isProvince: false),
      province.map({ entry.lies(in: $0) }) ?? true
    {
      take(entry, to: next)
    }
    if let next = untabled(text, at: end) {
      // A city with a district is a prefecture that the table does not know.
      end = text.ends(at: next, with: "市") ? untabled(text, at: next) ?? next : next
      links += 1
      (code, level) = (nil, "county")
    } else if links > 0, let next = zone(text, at: end) {
      end = next
      links += 1
      (code, level) = (nil, nil)
    }
    guard links > 0 else { return nil }
    let name = links == 1 && code != nil ? official : text.text(index..<end)
    return RegionReader(name: name, code: code, level: level, range: index..<end)
  }

  /// The longest full name at a place.
  private static func full(
    _ text: SqueezedText, at index: Int, isProvince: Bool
  ) -> (RegionTable.Entry, Int)? {
    let most = min(RegionTable.longest, text.count - index)
    guard most >= 2, RegionTable.firsts.contains(text.scalars[index]) else { return nil }
    for length in (2...most).reversed() {
      if let entry = RegionTable.full[text.text(index..<index + length)],
        entry.isProvince == isProvince
      {
        return (entry, index + length)
      }
    }
    return nil
  }

  private static func shortProvince(
    _ text: SqueezedText, at index: Int
  ) -> (RegionTable.Entry, Int)? {
    guard let first = text[index], RegionTable.firsts.contains(first) else { return nil }
    for length in 2...3 {
      let name = text.text(index..<index + length)
      if let entry = RegionTable.shorts[name], entry.isProvince { return (entry, index + length) }
    }
    return nil
  }

  /// A short form alone, only where what follows shows that a region was named: a year, the name
  /// of a period, 国民经济.
  private static func short(_ text: SqueezedText, at index: Int) -> RegionReader? {
    let most = min(6, text.count - index)
    guard most >= 2 else { return nil }
    for length in (2...most).reversed() {
      guard let entry = RegionTable.shorts[text.text(index..<index + length)] else { continue }
      let end = index + length
      guard beginsOwnPlan(text, at: end) else { continue }
      return RegionReader(
        name: entry.name, code: entry.code, level: entry.level, range: index..<end)
    }
    return nil
  }

  private static func beginsOwnPlan(_ text: SqueezedText, at index: Int) -> Bool {
    if RegionWords.behindShort.contains(where: { text.has($0, at: index) }) { return true }
    return (0..<4).allSatisfy { text[index + $0]?.digit != nil } && text[index + 4] == "年"
  }

  /// A name that the table has not, known by its ending: a county, a district, a banner, a city of
  /// county level.
  ///
  /// - Returns: its end.
  private static func untabled(_ text: SqueezedText, at index: Int) -> Int? {
    if let known = RegionWords.hardCounties.first(where: { text.has($0, at: index) }) {
      return index + known.unicodeScalars.count
    }
    for length in 2...RegionWords.longestCounty where index + length <= text.count {
      let end = index + length
      guard text[end - 1]?.isHan == true else { return nil }
      // Endings that are longer than the name are none of it.
      func ends(with word: String) -> Bool {
        word.unicodeScalars.count <= length && text.ends(at: end, with: word)
      }
      if length > 3, RegionWords.neverInside.contains(where: ends) { return nil }
      // 自治县 must not end at a shorter name inside it.
      if ends(with: "自治") { continue }
      guard let ending = RegionWords.countyEndings.first(where: { ends(with: $0.ending) })
      else {
        continue
      }
      guard length >= ending.shortest, length <= ending.longest,
        !RegionWords.noCounties.contains(where: ends),
        length == 3 || !RegionWords.noLongCounties.contains(where: ends)
      else { return nil }
      // 沿江区域, 县级
      if let next = text[end], RegionWords.notBehind.contains(next) { return nil }
      return end
    }
    return nil
  }

  /// A zone with an administration of its own, where its own plan follows.
  private static func zone(_ text: SqueezedText, at index: Int) -> Int? {
    for length in 2...12 where index + length <= text.count {
      let end = index + length
      let fresh = length == 2 ? index..<end : end - 1..<end
      guard !text.scalars[fresh].contains(where: "“《（、和".unicodeScalars.contains) else {
        return nil
      }
      guard
        RegionWords.zones.contains(where: {
          $0.unicodeScalars.count <= length && text.ends(at: end, with: $0)
        })
      else { continue }
      return beginsOwnPlan(text, at: end) ? end : nil
    }
    return nil
  }
}

extension SqueezedText {
  /// Whether the characters in front of `index` are those of `word`.
  func ends(at index: Int, with word: String) -> Bool {
    has(word, at: index - word.unicodeScalars.count)
  }
}
