import PlanDocument

/// Reads what a title says: kind, region, level, period, horizon, status, and who speaks.
struct TitleReader {
  let title: SqueezedText

  /// Fills what the title says and is not known yet.
  func read(into metadata: inout PlanMetadata) {
    guard !title.isEmpty else { return }
    metadata.offer(.title, title.found(0..<title.markEnd))
    metadata.offer(.kind, kind)
    if let issuer = IssuerName.inFront(of: title), !IssuerName.isNameless(issuer.text) {
      metadata.offer(.issuer, issuer)
    }
    if let region { Self.offer(region, of: title, to: &metadata) }
    if let period = PlanPeriod(title: title) {
      metadata.offer(.period, Self.found(period.text, title, period.range))
    }
    metadata.offer(.period, year)
    metadata.offer(.horizon, horizon)
    if let status, Self.isDraft(status) { metadata.offer(.status, status) }
  }

  /// The state that the title has in brackets: a draft's goes before all, 试行 and 修订 behind what
  /// the first page says.
  var status: PlanMetadata.Found? { Self.status(inBracketsOf: title) }

  static func isDraft(_ status: PlanMetadata.Found) -> Bool {
    !["试行", "暂行", "修订"].contains(status.text)
  }

  /// Gives a region with its code; both come from the same place.
  static func offer(_ region: RegionReader, of text: SqueezedText, to metadata: inout PlanMetadata)
  {
    guard metadata.region == nil else { return }
    metadata.offer(.region, found(region.name, text, region.range))
    metadata.offer(.regionCode, region.code.map { found($0, text, region.range) })
  }

  private static func found(
    _ value: String, _ text: SqueezedText, _ range: Range<Int>
  ) -> PlanMetadata.Found {
    PlanMetadata.Found(value, start: text.starts[range.lowerBound])
  }

  private var bare: SqueezedText { title.slice(0..<title.bareEnd) }

  private var kind: PlanMetadata.Found? {
    guard let kind = TitleWords.kinds.first(where: { bare.ends(with: $0.ending) }) else {
      return nil
    }
    let start = bare.count - kind.ending.unicodeScalars.count
    let isOutline = coversAllFields && TitleWords.outlineKinds.contains(kind.kind)
    return Self.found(isOutline ? "规划纲要" : kind.kind, title, start..<bare.count)
  }

  /// Where a region's name may begin: at the start, behind a year, 中共 or 关于.
  var region: RegionReader? {
    var start = 0
    for word in ["《", "中共", "中国共产党", "中国（", "中国("] where title.has(word, at: start) {
      if word == "中共", title.has("中共中央", at: start) { break }
      start += word.unicodeScalars.count
    }
    if title[start] == "第", let session = title.range(of: "届", from: start), session.upperBound <= 8
    {
      start = session.upperBound
    }
    if PlanPeriod.year(title, at: start) != nil, title[start + 4] == "年" { start += 5 }
    if title.has("关于", at: start) { start += 2 }
    return RegionReader(title, at: start)
  }

  /// Whether it is a plan or report on everything that a government does.
  var coversAllFields: Bool {
    if TitleWords.allFields.contains(where: { title.contains($0) }) { return true }
    var rest = bare.slice((region?.range.upperBound ?? 0)..<bare.count)
    guard let period = PlanPeriod(title: rest) else { return false }
    var name = rest.slice(0..<period.range.lowerBound)
    rest = rest.slice(period.range.upperBound..<rest.count)
    name.append(rest)
    return ["规划", "规划纲要", "计划纲要", "纲要", "发展规划纲要"].contains(
      name.string.filter { !"“”\"（）()年".contains($0) })
  }

  /// The year of a yearly document: the only one in its title, in front or behind the region.
  private var year: PlanMetadata.Found? {
    let places = (0..<title.count).filter {
      PlanPeriod.year(title, at: $0) != nil && title[$0 + 4] == "年"
    }
    guard places.count == 1, let place = places.first,
      place == 0 || place == region?.range.upperBound, !title.has("年远景", at: place + 4)
    else { return nil }
    let year = PlanPeriod.year(title, at: place)
    return year.map { Self.found("\($0)", title, place..<place + 4) }
  }

  /// 二〇三五年远景目标, 2035年远景目标
  private var horizon: PlanMetadata.Found? {
    guard let mark = title.range(of: "年远景"), mark.lowerBound >= 4,
      let year = PlanPeriod.year(title, at: mark.lowerBound - 4)
    else { return nil }
    return Self.found("\(year)", title, mark.lowerBound - 4..<mark.lowerBound)
  }

  /// A state of a draft in a bracket: （征求意见稿）.
  static func status(inBracketsOf text: SqueezedText) -> PlanMetadata.Found? {
    var depth = 0
    var start = 0
    for (index, scalar) in text.scalars.enumerated() {
      if "（([【".unicodeScalars.contains(scalar) {
        if depth == 0 { start = index + 1 }
        depth += 1
      } else if "）)]】".unicodeScalars.contains(scalar), depth > 0 {
        depth -= 1
        if depth == 0, let status = status(of: text.slice(start..<index)) { return status }
      }
    }
    return nil
  }

  /// A state of a draft that a short text names.
  static func status(of text: SqueezedText) -> PlanMetadata.Found? {
    guard text.count <= 16 else { return nil }
    for (word, status) in TitleWords.statuses {
      if let range = text.range(of: word) { return found(status, text, range) }
    }
    return nil
  }
}
