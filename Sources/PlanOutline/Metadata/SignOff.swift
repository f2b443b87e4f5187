import PlanDocument

/// The names and the day with which a document is signed.
struct SignOff {
  /// Names of the bodies, in their order.
  var issuers: [PlanMetadata.Found]
  var day: PlanMetadata.Found

  /// A day alone on a line, with the names of bodies above it.
  init?(_ lines: [PageLine], at index: Int) {
    if let found = Self.onOneLine(lines[index].text) {
      self = found
      return
    }
    let text = lines[index].text
    guard let day = PrintedDay(alone: text) ?? Self.onCover(text) else { return nil }
    var issuers: [PlanMetadata.Found] = []
    var above = index - 1
    while above >= 0, issuers.count < 8, IssuerName.isOne(lines[above].text) {
      issuers.insert(lines[above].text.found(0..<lines[above].text.count), at: 0)
      above -= 1
    }
    guard !issuers.isEmpty else { return nil }
    self.issuers = issuers
    let bracket = text.withoutOuterBrackets
    self.day = PlanMetadata.Found(day.text, start: bracket.starts[day.range.lowerBound])
  }

  private init(issuers: [PlanMetadata.Found], day: PlanMetadata.Found) {
    self.issuers = issuers
    self.day = day
  }

  /// 某某市人民政府2021年3月5日; 某某市人民政府办公室2021年3月5日印发.
  static func onOneLine(_ text: SqueezedText) -> SignOff? {
    guard text.count <= 60, let day = PrintedDay.first(in: text), day.range.lowerBound >= 3,
      !day.isMonth
    else { return nil }
    let rest = text.text(day.range.upperBound..<text.count)
    guard ["", "印发", "印"].contains(rest) else { return nil }
    let name = text.slice(0..<day.range.lowerBound)
    guard IssuerName.isOne(name) else { return nil }
    return SignOff(
      issuers: [name.found(0..<name.count)],
      day: PlanMetadata.Found(day.text, start: text.starts[day.range.lowerBound]))
  }

  /// A cover's day that a converter joined to what follows.
  private static func onCover(_ text: SqueezedText) -> PrintedDay? {
    guard text.count <= 20, let day = PrintedDay(text, at: 0),
      NoticeWords.behindCover.contains(text.text(day.range.upperBound..<text.count))
    else { return nil }
    return day
  }
}
