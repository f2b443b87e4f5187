import PlanDocument

/// Reads what the first paragraphs of a plan say of the plan: its years, its name, who speaks.
struct OpeningReader {
  private let outline: Outline
  /// The first paragraphs.
  private let openings: [SqueezedText]

  init(outline: Outline) {
    self.outline = outline
    openings = outline.passages.prefix(Self.firstPassages).filter { $0.kind != .row }.map {
      SqueezedText($0.text, limit: 400)
    }
  }

  /// Passages that are looked at for who speaks and what is being made, and bytes for the sentence
  /// on the plan's years.
  private static let firstPassages = 10
  private static let openingBytes = 60_000

  /// 《…》 that a sentence makes and calls by a short name: 制定《…规划》（以下简称《规划》）.
  var ownName: SqueezedText? {
    for text in openings {
      for verb in ["制定", "编制", "制订", "拟定"] {
        guard let open = text.range(of: verb + "《")?.upperBound,
          let close = text.range(of: "》（以下简称", from: open) ?? text.range(of: "》，以下简称", from: open)
        else { continue }
        let name = text.slice(open..<close.lowerBound)
        if TitleShape.isPart(name), TitleShape.endsTitle(name) { return name }
      }
      // 某某规划，根据《…》编制，主要阐明…
      if let comma = text.range(of: "，根据"), text.range(of: "编制", from: comma.upperBound) != nil {
        var name = text.slice(0..<comma.lowerBound)
        if name[0] == "《", name[name.count - 1] == "》" { name = name.slice(1..<name.count - 1) }
        if TitleShape.isPart(name), TitleShape.endsTitle(name), name.count >= 8 { return name }
      }
    }
    return nil
  }

  func read(into metadata: inout PlanMetadata) {
    readSpeaker(into: &metadata)
    readOwnKind(into: &metadata)
    readYears(into: &metadata)
  }

  /// 现在，我代表某某市人民政府，向大会报告工作
  private func readSpeaker(into metadata: inout PlanMetadata) {
    for text in openings {
      guard let speaker = IssuerName.represented(text), speaker.isGovernment else { continue }
      if ["报告工作", "报告政府工作", "工作报告"].contains(where: { text.contains($0) }) {
        metadata.offer(.kind, PlanMetadata.Found("政府工作报告", start: speaker.start))
      }
      guard let name = speaker.name else { return }
      metadata.offer(.issuer, name)
      if let start = text.starts.firstIndex(of: name.start ?? -1),
        let region = RegionReader(text, at: start)
      {
        TitleReader.offer(region, of: text, to: &metadata)
      }
      return
    }
  }

  /// 制定本方案, 本指南由…: what a document without a title calls itself.
  private func readOwnKind(into metadata: inout PlanMetadata) {
    guard metadata.kind == nil else { return }
    for text in openings {
      for verb in ["制定本", "编制本", "制订本", "提出本", "形成本", "印发本"] {
        guard let range = text.range(of: verb),
          let kind = Self.ownKinds.first(where: { text.has($0.word, at: range.upperBound) })
        else { continue }
        metadata.offer(
          .kind, PlanMetadata.Found(kind.kind, start: text.starts[range.upperBound - 1]))
        return
      }
    }
  }

  private static let ownKinds: [(word: String, kind: String)] = [
    ("行动计划", "行动计划"), ("实施方案", "方案"), ("行动方案", "方案"), ("工作方案", "方案"), ("规划", "规划"), ("方案", "方案"),
    ("意见", "意见"), ("办法", "办法"), ("指南", "指南"), ("细则", "细则"), ("预案", "预案"), ("措施", "措施"),
    ("导则", "导则"),
  ]

  /// 规划期为2021—2025年，展望到2035年
  private func readYears(into metadata: inout PlanMetadata) {
    guard metadata.period == nil || metadata.horizon == nil else { return }
    var read = 0
    for passage in outline.passages {
      read += passage.text.count
      guard read <= Self.openingBytes else { return }
      guard passage.kind != .row, passage.text.count >= 24, Self.mayNameYears(passage.text)
      else { continue }
      let text = SqueezedText(passage.text, limit: 2_000)
      for word in Self.yearWords {
        guard let place = text.range(of: word),
          let sentence = Self.sentence(text, from: place.upperBound)
        else { continue }
        if let period = PlanPeriod.years(in: sentence), period.range.lowerBound <= 12 {
          metadata.offer(
            .period,
            PlanMetadata.Found(period.text, start: sentence.starts[period.range.lowerBound]))
        }
        if let horizon = Self.horizon(sentence) { metadata.offer(.horizon, horizon) }
      }
      readOutlook(text, into: &metadata)
      if metadata.period != nil, metadata.horizon != nil { return }
    }
  }

  /// A sentence that begins with 展望2035年, a year behind the plan's own.
  private func readOutlook(_ text: SqueezedText, into metadata: inout PlanMetadata) {
    guard metadata.horizon == nil,
      let last = metadata.period?.text.split(separator: "-").last.flatMap({ Int($0) })
    else { return }
    var from = 0
    while let place = text.range(of: "展望", from: from) {
      from = place.upperBound
      let year = "到至".unicodeScalars.contains(text[from] ?? " ") ? from + 1 : from
      if place.lowerBound == 0 || text[place.lowerBound - 1]?.endsSentence == true,
        let value = PlanPeriod.year(text, at: year), value > last, text[year + 4] == "年"
      {
        metadata.offer(.horizon, PlanMetadata.Found("\(value)", start: text.starts[year]))
        return
      }
    }
  }

  /// Whether a passage holds the end of one of `yearWords`, or 展望: most have none, and this is quick.
  private static func mayNameYears(_ text: MendedText) -> Bool {
    let bytes = text.bytes.span
    var index = 0
    while index + 5 < bytes.count {
      // The first bytes of 期 and 时, 年 and 展.
      guard bytes[index] == 0xE6 || bytes[index] == 0xE5 else {
        index += 1
        continue
      }
      let first = (bytes[index], bytes[index + 1], bytes[index + 2])
      index += 3
      guard
        first == (0xE6, 0x9C, 0x9F) || first == (0xE5, 0xB9, 0xB4) || first == (0xE6, 0x97, 0xB6)
          || first == (0xE5, 0xB1, 0x95)
      else {
        index -= 2
        continue
      }
      var reader = ScalarReader(bytes: text.bytes, position: index, end: text.count)
      var next = reader.next()
      while let scalar = next, scalar.isBlank { next = reader.next() }
      switch (first.1, next) {
      case (0x9C, "限"), (0x9C, "为"), (0x9C, "："), (0x9C, "是"), (0xB9, "限"), (0x97, "限"),
        (0xB1, "望"):
        return true
      default: break
      }
    }
    return false
  }

  private static let yearWords = ["规划期限", "规划期为", "规划期：", "规划期是", "规划年限", "规划时限", "实施期限"]

  private static func sentence(_ text: SqueezedText, from start: Int) -> SqueezedText? {
    let end = text.scalars[start...].firstIndex { "。！；".unicodeScalars.contains($0) } ?? text.count
    let part = text.slice(start..<min(end, start + 80))
    return part.isEmpty ? nil : part
  }

  /// 展望到2035年, 远景展望至2050年
  private static func horizon(_ text: SqueezedText) -> PlanMetadata.Found? {
    for word in ["展望", "远景", "远期"] {
      guard let place = text.range(of: word) else { continue }
      for index in place.upperBound..<min(place.upperBound + 6, text.count) {
        if let year = PlanPeriod.year(text, at: index), text[index + 4] == "年" {
          return PlanMetadata.Found("\(year)", start: text.starts[index])
        }
      }
    }
    return nil
  }
}
