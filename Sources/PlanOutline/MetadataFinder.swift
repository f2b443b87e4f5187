import PlanDocument

/// Finds what a plan says of itself in its title and its first and last lines.
///
/// What is not printed stays nil.
package struct MetadataFinder: Sendable {
  package init() {}

  /// Passages at the head and at the end that are looked at.
  private static let headPassages = 16
  private static let endPassages = 4

  package func metadata(of outline: Outline, source: SourceText) -> PlanMetadata {
    var metadata = PlanMetadata()
    let head = head(of: outline)
    if !outline.title.isEmpty { readTitle(outline.title, into: &metadata) }
    for passage in head { readHead(passage.text, into: &metadata) }
    readDates(head, outline, into: &metadata)
    return metadata
  }

  /// Passages in front of the first unit, and no more than some.
  private func head(of outline: Outline) -> [Passage] {
    Array(outline.passages.prefix { $0.division == nil }.prefix(Self.headPassages))
  }

  private func readTitle(_ title: MendedText, into metadata: inout PlanMetadata) {
    let text = title.string.filter { !$0.isWhitespace }
    let start = title.sourceSpan?.start
    metadata.title = .init(text, start: start)
    let bare = Self.withoutBrackets(text)
    if let kind = TitleWords.kinds.first(where: { bare.hasSuffix($0.ending) }) {
      metadata.kind = .init(kind.kind, start: start)
    }
    if let region = TitleRegion(title: text) {
      metadata.region = .init(region.name, start: start)
      metadata.level = .init(region.level, start: start)
    } else if TitleWords.national.contains(where: { text.hasPrefix($0) }) {
      metadata.level = .init("national", start: start)
    }
    if let period = PlanPeriod(title: text) {
      metadata.period = .init("\(period.first)-\(period.last)", start: start)
    }
    if let horizon = Self.horizon(text) { metadata.horizon = .init(horizon, start: start) }
    if let status = Self.status(text) { metadata.status = .init(status, start: start) }
  }

  /// Document number, status and sample mark of one passage in front of the plan.
  private func readHead(_ text: MendedText, into metadata: inout PlanMetadata) {
    guard text.count <= 600 else { return }
    let string = text.string
    let start = text.sourceSpan?.start
    if metadata.number == nil, string.count <= 60, let number = DocumentNumber(string) {
      metadata.number = .init(number.text, start: text.sourceByte(of: number.byte))
    }
    if string.count <= 40, TitleWords.samples.contains(where: { string.contains($0) }),
      "（(【[".contains(string.first ?? " ")
    {
      metadata.status = .init("sample", start: start)
    }
    if metadata.status == nil, string.count <= 20, let status = Self.status(string) {
      metadata.status = .init(status, start: start)
    }
    if metadata.period == nil, string.count <= 30, let period = PlanPeriod(title: string) {
      metadata.period = .init("\(period.first)-\(period.last)", start: start)
    }
  }

  /// A day printed alone on a line at the head or the end, with the name above it.
  private func readDates(
    _ head: [Passage], _ outline: Outline, into metadata: inout PlanMetadata
  ) {
    let passages = head + outline.passages.suffix(Self.endPassages)
    for (index, passage) in passages.enumerated() {
      guard let day = PrintedDay(passage.text.string) else { continue }
      metadata.dates = .init(day.text, start: passage.text.sourceSpan?.start)
      if index > 0, case let above = passages[index - 1].text, Self.isIssuer(above.string) {
        metadata.issuer = .init(
          above.string.filter { !$0.isWhitespace }, start: above.sourceSpan?.start)
      }
      return
    }
  }

  private static let issuerEndings = [
    "人民政府", "办公厅", "办公室", "委员会", "国务院", "部", "厅", "局", "政府",
  ]

  private static func isIssuer(_ text: String) -> Bool {
    let text = text.filter { !$0.isWhitespace }
    return (4...30).contains(text.count) && issuerEndings.contains { text.hasSuffix($0) }
      && !text.contains { "，。：；、".contains($0) }
  }

  /// 二〇三五年远景目标, 2035年远景目标
  private static func horizon(_ text: String) -> String? {
    guard let mark = text.ranges(of: "年远景").first?.lowerBound else { return nil }
    var digits = ""
    for character in text[..<mark].suffix(4) {
      guard let digit = PlanPeriod.digit(character) else { return nil }
      digits += String(digit)
    }
    return digits.count == 4 ? digits : nil
  }

  private static func status(_ text: String) -> String? {
    for status in TitleWords.statuses {
      if text == status || text.contains("（\(status)）") || text.contains("(\(status))") {
        return status
      }
    }
    return nil
  }

  /// Without a bracket at the end.
  private static func withoutBrackets(_ text: String) -> Substring {
    var rest = text[...]
    while let last = rest.last, "）)".contains(last),
      let open = rest.lastIndex(where: { "（(".contains($0) })
    {
      rest = rest[..<open]
    }
    return rest
  }
}
