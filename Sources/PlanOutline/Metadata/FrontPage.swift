import PlanDocument

/// The first and the last page of a document: what stands around its title and under its text.
struct FrontPage {
  let head: [PageLine]
  let tail: [PageLine]
  let notice: Notice?
  /// Lines of the head in front of the text of the plan.
  let zone: Range<Int>

  /// - Parameter titleEnd: the byte behind the plan's own title; nil where none was found.
  init(source: SourceText, titleEnd: Int?) {
    let head = PageLine.head(of: source)
    let notice = NoticeFinder(lines: head).notice()
    let titled = titleEnd.flatMap { end in head.firstIndex { $0.span.end >= end } }.map { $0 + 1 }
    var end = max(titled ?? 0, notice?.attachedTitle?.upperBound ?? notice?.lines.upperBound ?? 0)
    while end < head.count, !Self.opensText(head[end]) { end += 1 }
    self.head = head
    self.notice = notice
    zone = 0..<end
    let after = end == 0 ? 0 : head[end - 1].span.end
    tail = PageLine.tail(of: source).filter { $0.span.start >= after }
  }

  private static func opensText(_ line: PageLine) -> Bool {
    if LabelledLine.opensText(line) { return true }
    return line.endsSentence && line.text.count > 24 && !isAdoption(line.text)
  }

  private var front: ArraySlice<PageLine> { head[zone] }

  /// - Parameter titleStatus: 试行 and the like in the title, which hold where the page says nothing
  ///   of a draft.
  func read(into metadata: inout PlanMetadata, titleStatus: PlanMetadata.Found?) {
    let isReport = metadata.kind?.text == "政府工作报告"
    let sender = notice.flatMap { IssuerName.inFront(of: $0.title) }
    if let sender, !IssuerName.isNameless(sender.text) { metadata.offer(.issuer, sender) }
    PageLabels(lines: Array(front)).read(into: &metadata)
    PageLabels(lines: tail.filter { $0.text.count <= 60 }).read(into: &metadata)
    for line in front {
      metadata.offer(.number, DocumentNumber.alone(line.text))
      readAdoption(line.text, into: &metadata)
      readSession(line.text, into: &metadata)
      readPublication(line.text, into: &metadata)
    }
    let states = front.compactMap { Self.status($0.text) }
    metadata.offer(.status, states.first { TitleReader.isDraft($0) } ?? titleStatus ?? states.first)
    readNotice(into: &metadata)
    readSignOff(into: &metadata)
    metadata.offer(.issuer, sender)
    readBracketDay(isReport ? .delivered : .issued, into: &metadata)
  }

  // MARK: - Lines around the title

  /// A line that is a state of a draft, or says that the text is a sample.
  private static func status(_ text: SqueezedText) -> PlanMetadata.Found? {
    guard text.count <= 40 else { return nil }
    let bare = text.withoutOuterBrackets
    let isBracket = bare.count < text.count
    if isBracket, TitleWords.samples.contains(where: { bare.contains($0) }) {
      return PlanMetadata.Found("sample", start: text.starts[0])
    }
    if isBracket, let status = TitleReader.status(of: bare) { return status }
    return TitleWords.statuses.first { bare.equals($0.word) }.map {
      PlanMetadata.Found($0.status, start: bare.starts[0])
    }
  }

  /// （2021年1月28日某某省第十三届人民代表大会第四次会议通过）
  private func readAdoption(_ text: SqueezedText, into metadata: inout PlanMetadata) {
    guard Self.isAdoption(text), let day = PrintedDay.first(in: text) else { return }
    metadata.offer(
      .adopted, PlanMetadata.Found(day.text, start: text.starts[day.range.lowerBound]))
  }

  /// Whether a line says that a plan was adopted and nothing else.
  static func isAdoption(_ text: SqueezedText) -> Bool {
    var bare = text.withoutOuterBrackets
    if let last = bare[bare.count - 1], last.endsSentence { bare = bare.slice(0..<bare.count - 1) }
    guard bare.count <= 80, let day = PrintedDay.first(in: bare), !day.isMonth else { return false }
    return NoticeWords.adoptions.contains { bare.ends(with: $0) } && !bare.scalars.contains("《")
      && !bare.scalars.contains("，")
  }

  /// ——2026年1月27日在某某省第十四届人民代表大会第四次会议上
  private func readSession(_ text: SqueezedText, into metadata: inout PlanMetadata) {
    guard text.count <= 80, let day = PrintedDay.first(in: text), !day.isMonth,
      text[day.range.upperBound] == "在", text.contains("会议") || text.contains("大会")
    else { return }
    metadata.offer(
      .delivered, PlanMetadata.Found(day.text, start: text.starts[day.range.lowerBound]))
    let name = day.range.upperBound + 1
    let numbered = text[name] == "第" ? text.range(of: "届", from: name)?.upperBound ?? name : name
    if let region = RegionReader(text, at: numbered) {
      TitleReader.offer(region, of: text, to: &metadata)
    }
  }

  /// A page's time (2026-01-31 07:00:44), a newspaper's issue (某某日报/2001年2月20日/第A01版).
  private func readPublication(_ text: SqueezedText, into metadata: inout PlanMetadata) {
    guard text.count <= 60, let day = PrintedDay.first(in: text), !day.isMonth else { return }
    let behind = text.slice(day.range.upperBound..<text.count)
    let isTime =
      behind.count >= 4 && behind.scalars.prefix(5).contains(":")
      && behind.scalars.prefix(2).contains { $0.digit != nil }
    let front = text.slice(0..<day.range.lowerBound)
    let isPaper =
      behind.contains("版")
      && (front.contains("日报") || front.contains("报/") || front.ends(with: "报"))
    guard isTime || isPaper else { return }
    metadata.offer(
      .published, PlanMetadata.Found(day.text, start: text.starts[day.range.lowerBound]))
  }

  // MARK: - The notice

  private func readNotice(into metadata: inout PlanMetadata) {
    guard let notice else { return }
    if notice.hasAttachment {
      metadata.offer(.notice, notice.title.found(0..<notice.title.count))
    }
    if let region = RegionReader(notice.title, at: 0) {
      TitleReader.offer(region, of: notice.title, to: &metadata)
    }
    metadata.offer(.status, TitleReader.status(inBracketsOf: notice.title))
    if notice.asksForOpinions {
      metadata.offer(
        .status, PlanMetadata.Found("征求意见稿", start: notice.title.starts[notice.verb.lowerBound]))
    }
    for line in head[
      notice.titleLines.upperBound..<max(notice.titleLines.upperBound, notice.lines.upperBound)]
    {
      readAdoptionInNotice(line.text, into: &metadata)
    }
    if NoticeWords.issuing.contains(notice.verbText), notice.hasAttachment {
      metadata.offer(
        .status, PlanMetadata.Found("final", start: notice.title.starts[notice.verb.lowerBound]))
    }
  }

  /// 《…》已经2021年2月1日市第五届人民代表大会第六次会议审查批准，现印发给你们
  private func readAdoptionInNotice(_ text: SqueezedText, into metadata: inout PlanMetadata) {
    for word in ["已经", "已于", "经"] {
      guard let begin = text.range(of: word)?.upperBound, let day = PrintedDay(text, at: begin),
        !day.isMonth,
        let end = ["，", "。", "；"].compactMap({ text.range(of: $0, from: begin)?.lowerBound }).min()
      else { continue }
      let clause = text.slice(begin..<end)
      guard NoticeWords.adoptions.contains(where: { clause.ends(with: $0) }) else { continue }
      metadata.offer(.adopted, PlanMetadata.Found(day.text, start: text.starts[begin]))
      return
    }
  }

  // MARK: - Names and days

  private func readSignOff(into metadata: inout PlanMetadata) {
    let front = Array(front)
    let found =
      front.indices.lazy.compactMap { SignOff(front, at: $0) }.first
      ?? tail.indices.lazy.reversed().compactMap { SignOff(tail, at: $0) }.first
    guard let found else { return }
    metadata.offer(.issued, found.day)
    if let first = found.issuers.first, metadata.issuer == nil {
      metadata.offer(
        .issuer,
        PlanMetadata.Found(
          found.issuers.map(\.text).joined(separator: " "), start: first.start))
    }
  }

  /// A day alone under the title: （2018年1月2日）.
  private func readBracketDay(_ field: MetadataField, into metadata: inout PlanMetadata) {
    for line in front {
      guard let day = PrintedDay(alone: line.text), let start = line.text.starts.first else {
        continue
      }
      metadata.offer(field, PlanMetadata.Found(day.text, start: start))
    }
  }
}
