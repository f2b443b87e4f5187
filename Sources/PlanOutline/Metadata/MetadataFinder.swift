import PlanDocument

/// Finds what a plan says of itself: in its title, in the notice that issues it, on its first and
/// last page and in its opening.
///
/// What is not printed stays nil. What is nearest to the plan goes first: its title before the
/// page's labels, these before the notice's title, this before the opening.
package struct MetadataFinder: Sendable {
  package init() {}

  package func metadata(of outline: Outline, source: SourceText) -> PlanMetadata {
    var metadata = PlanMetadata()
    let opening = OpeningReader(outline: outline)
    let page = FrontPage(source: source, titleEnd: outline.title.sourceSpan?.end)
    let title = title(outline, page, opening)
    if let title { TitleReader(title: title).read(into: &metadata) }
    page.read(into: &metadata, titleStatus: title.flatMap { TitleReader(title: $0).status })
    opening.read(into: &metadata)
    readSignatures(outline, into: &metadata)
    metadata.offer(.issuer, title.flatMap { IssuerName.inFront(of: $0) })
    readIssuersRegion(page, into: &metadata)
    readLevel(title, into: &metadata)
    readFinal(into: &metadata)
    return metadata
  }

  /// What a manifest says, filled up with what the text says.
  ///
  /// A region of the manifest has the code that the table gives it, and no code or level that was
  /// found for another one.
  package func metadata(
    of outline: Outline, source: SourceText, manifest: PlanMetadata
  ) -> PlanMetadata {
    var metadata = manifest
    var found = self.metadata(of: outline, source: source)
    if let stated = manifest.region?.text, stated != found.region?.text {
      let text = SqueezedText(stated)
      let region = RegionReader(text, at: 0).flatMap {
        $0.range.upperBound == text.count ? $0 : nil
      }
      found[.regionCode] = region?.code.map { PlanMetadata.Found($0) }
      if found.level?.text != "department" {
        found[.level] = found.level.flatMap { _ in region?.level.map { PlanMetadata.Found($0) } }
      }
    }
    metadata.fill(from: found)
    return metadata
  }

  /// The plan's own title; the notice's only where nothing is attached.
  private func title(
    _ outline: Outline, _ page: FrontPage, _ opening: OpeningReader
  ) -> SqueezedText? {
    let printed = SqueezedText(outline.title)
    if let notice = page.notice, notice.hasAttachment {
      if !printed.isEmpty, NoticeFinder.parts(of: printed) == nil { return printed }
      if let lines = notice.attachedTitle {
        var text = SqueezedText()
        for line in page.head[lines] { text.append(line.text) }
        return text
      }
      return notice.title.slice(notice.name)
    }
    if !printed.isEmpty { return printed }
    return page.notice?.title ?? opening.ownName
  }

  /// A name and a day between the text and what is attached to it.
  private func readSignatures(_ outline: Outline, into metadata: inout PlanMetadata) {
    guard metadata[.issued] == nil, metadata.kind?.text != "政府工作报告" else { return }
    for (index, passage) in outline.passages.enumerated().dropFirst() {
      guard passage.kind == .paragraph, passage.text.count <= 60,
        passage.text.bytes.suffix(3).elementsEqual("日".utf8)
      else { continue }
      let lines = outline.passages[max(0, index - 4)...index].map { passage in
        PageLine(text: SqueezedText(passage.text, limit: 80))
      }
      guard let found = SignOff(lines, at: lines.count - 1) else { continue }
      metadata.offer(.issued, found.day)
      metadata.offer(.issuer, found.issuers.first)
      return
    }
  }

  /// The region of the body that issued it; its name of a county where that is fuller (绍兴市柯桥区 for
  /// 柯桥区).
  private func readIssuersRegion(_ page: FrontPage, into metadata: inout PlanMetadata) {
    guard let issuer = metadata.issuer, let start = issuer.start else { return }
    let name = SqueezedText(issuer.text)
    let isParty = name.has("中共", at: 0) && !name.has("中共中央", at: 0)
    if let region = RegionReader(name, at: isParty ? 2 : 0) {
      if let known = metadata.region?.text, known != region.name, metadata.regionCode == nil,
        region.level == "county", region.name.hasSuffix(known)
      {
        metadata[.region] = nil
      }
      guard metadata.region == nil else { return }
      metadata.offer(.region, PlanMetadata.Found(region.name, start: start))
      metadata.offer(.regionCode, region.code.map { PlanMetadata.Found($0, start: start) })
    } else if IssuerName.isMinistry(name) {
      metadata.offer(.region, PlanMetadata.Found("全国", start: start))
    }
  }

  /// The level of the region for what covers all fields, department for a plan of one field.
  private func readLevel(_ title: SqueezedText?, into metadata: inout PlanMetadata) {
    guard let kind = metadata.kind else { return }
    let coversAllFields =
      kind.text == "政府工作报告" || title.map { TitleReader(title: $0).coversAllFields } ?? false
    if coversAllFields, TitleWords.kindsOfAllFields.contains(kind.text) {
      guard let region = metadata.region else { return }
      let text = SqueezedText(region.text)
      let level = region.text == "全国" ? "national" : RegionReader(text, at: 0)?.level
      metadata.offer(.level, level.map { PlanMetadata.Found($0, start: region.start) })
    } else if title != nil {
      metadata.offer(.level, PlanMetadata.Found("department", start: kind.start))
    }
  }

  /// What was adopted, or issued under a number, is final unless it calls itself a draft.
  private func readFinal(into metadata: inout PlanMetadata) {
    guard let start = (metadata[.adopted] ?? metadata.number)?.start else { return }
    metadata.offer(.status, PlanMetadata.Found("final", start: start))
  }
}
